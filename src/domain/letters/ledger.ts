import { type Cell, cellText, type Grid, isDateCell } from '../registry/cell';
import { type DateText, isDate } from '../text/calendar';
import { foldHeader, foldKey } from '../text/fold';
import { parseDate } from '../text/parse-date';
import { shortDate, shortMoment } from '../text/print-date';
import { cleanText } from '../text/spaces';
import { stageOf, stageWords } from './stage-words';

export const LEDGER_TITLE = 'Письма';

/** What became of one thing that was to be told; the words stand in «Результат». */
export const OUTCOMES = [
  // About to be sent: written before the service is called.
  'намерение',
  'отправлено',
  // It failed before it left.
  'не отправлено',
  // The service refused the address.
  'неверный адрес',
  // Quota or time: the next run takes it.
  'отложено',
  // At the moment of sending nothing was left to do.
  'не нужно',
  // The run died between intent and result.
  'неизвестно',
  // A person says that the mail did not come.
  'не дошло',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** A key with one of these is never told again. An intent too: whether the letter left is not known. */
const TOLD: ReadonlySet<Outcome> = new Set<Outcome>(['намерение', 'отправлено', 'неизвестно', 'не дошло']);
const BY_WORD: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((word) => [foldKey(word), word]));

/** One row of the ledger: one key. Texts as they stand in the cells, days as days. */
export interface LedgerEntry {
  /** 1-based row of the sheet; 0 = not written yet. */
  readonly row: number;
  readonly key: string;
  /** `2024-04-12/address`: all rows of one digest. */
  readonly letter: string;
  /** The day of the digest; '' when the cell cannot be read. */
  readonly date: DateText | '';
  readonly to: string;
  /** `RM-2.1`, `RM-3.3/submit`; '' in a notice. */
  readonly measure: string;
  readonly organisation: string;
  readonly stage: string;
  readonly controlDate: DateText | '';
  /** When the intent was written, `yyyy-mm-dd hh:mm`. */
  readonly intent: string;
  /** A word of `Outcome`; read it by `outcomeOf`. */
  readonly result: string;
  /** When the result was known. */
  readonly when: string;
  readonly note: string;
  /** ID of the run that wrote the intent. */
  readonly run: string;
}

const COLUMNS: readonly (readonly [Exclude<keyof LedgerEntry, 'row'>, string])[] = [
  ['key', 'Ключ'],
  ['letter', 'Письмо'],
  ['date', 'Дата'],
  ['to', 'Кому'],
  ['measure', 'Мероприятие'],
  ['organisation', 'ОО (ID)'],
  ['stage', 'Этап'],
  ['controlDate', 'Контрольная дата'],
  ['intent', 'Намерение'],
  ['result', 'Результат'],
  ['when', 'Когда'],
  ['note', 'Пояснение'],
  ['run', 'Запуск'],
];

export const LEDGER_HEADER: readonly string[] = COLUMNS.map(([, title]) => title);

/** Rows of the tab in their order. A damaged row is kept as far as it can be read; only blank rows are left out. */
export function readLedger(grid: Grid | null): LedgerEntry[] {
  if (grid === null || grid.length < 2) return [];
  const header = grid[0].map((cell) => foldHeader(cellText(cell)));
  const places = COLUMNS.map(([key, title]) => [key, header.indexOf(foldHeader(title))] as const);
  const entries: LedgerEntry[] = [];
  for (let r = 1; r < grid.length; r++) {
    const texts: Record<string, string> = {};
    let blank = true;
    for (const [key, at] of places) {
      const cell = at < 0 ? '' : (grid[r][at] ?? '');
      texts[key] = key === 'date' || key === 'controlDate' ? dayIn(cell) : textIn(cell);
      if (texts[key] !== '') blank = false;
    }
    if (blank) continue;
    texts.stage = stageOf(texts.stage);
    texts.intent = momentIn(texts.intent);
    texts.when = momentIn(texts.when);
    texts.to = foldAddress(texts.to);
    if (texts.key === '') texts.key = keyOfRow(texts);
    entries.push({ row: r + 1, ...texts } as unknown as LedgerEntry);
  }
  return entries;
}

/** The cells of a row, in the order of `LEDGER_HEADER`; all of them texts. */
export function ledgerCells(entry: LedgerEntry): string[] {
  return COLUMNS.map(([key]) => {
    if (key === 'stage') return stageWords(entry.stage);
    if (key === 'intent' || key === 'when') return shortMoment(entry[key]);
    return (key === 'date' || key === 'controlDate') && entry[key] !== ''
      ? shortDate(entry[key])
      : entry[key];
  });
}

/** A word that is none of ours was typed by somebody: what became of the letter is not known, and it is not sent again. */
export function outcomeOf(entry: LedgerEntry): Outcome {
  if (entry.result.trim() === '') return 'намерение';
  return BY_WORD.get(entry.result) ?? BY_WORD.get(foldKey(entry.result)) ?? 'неизвестно';
}

export function countsAsTold(outcome: Outcome): boolean {
  return TOLD.has(outcome);
}

/**
 * Rows whose outcome nobody knows: an intent that another run left without a result, and what was declared unknown.
 * They are shown to the coordinator and never sent again by themselves.
 */
export function unknownOf(entries: readonly LedgerEntry[], currentRun: string): LedgerEntry[] {
  return entries.filter((entry) => {
    const outcome = outcomeOf(entry);
    return outcome === 'неизвестно' || (outcome === 'намерение' && entry.run !== currentRun);
  });
}

export interface KeyParts {
  readonly measureId: string;
  readonly step: string;
  readonly organisation: string;
  readonly address: string;
  readonly stage: string;
  readonly controlDate: DateText | '';
}

/**
 * What is told once for good.
 * @example ledgerKey({ measureId: 'RM-2.1', step: '', organisation: 'ORG-01', address: 'A@b.ru', stage: '-7', controlDate: '2022-10-20' })
 * // 'RM-2.1|ORG-01|a@b.ru|-7|2022-10-20'
 */
export function ledgerKey({ measureId, step, organisation, address, stage, controlDate }: KeyParts): string {
  return [measureText(measureId, step), organisation, foldAddress(address), stage, controlDate].join('|');
}

/** @example measureText('RM-3.3', 'submit') // 'RM-3.3/submit' */
export function measureText(measureId: string, step: string): string {
  return step === '' ? measureId : `${measureId}/${step}`;
}

export function letterId(date: DateText, address: string): string {
  return `${date}/${foldAddress(address)}`;
}

/** The form in which addresses are compared and kept. */
export function foldAddress(address: string): string {
  return cleanText(address).toLowerCase();
}

function keyOfRow(texts: Readonly<Record<string, string>>): string {
  const { measure, organisation, to, stage, controlDate } = texts;
  if (measure === '' || to === '' || stage === '') return '';
  return ledgerKey({ measureId: measure, step: '', organisation, address: to, stage, controlDate });
}

function textIn(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim();
  return isDateCell(cell) ? cell.date : cellText(cell);
}

function dayIn(cell: Cell): DateText | '' {
  const day = isDateCell(cell)
    ? cell.date
    : typeof cell === 'string' && isDate(cell.trim())
      ? cell.trim()
      : parseDate(typeof cell === 'boolean' ? '' : cell).value;
  return isDate(day) ? day : '';
}

function momentIn(text: string): string {
  return text.replace(/^(\d\d)\.(\d\d)\.(\d{4})(?= \d)/, '$3-$2-$1');
}
