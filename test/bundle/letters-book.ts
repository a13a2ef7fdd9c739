import type { LettersReport } from '../../src/app/letters-report';
import type { LettersScreen } from '../../src/app/letters-screen';
import type { SendOutcome } from '../../src/app/send-letters';
import type { Cell } from '../../src/domain/registry/cell';
import type { TabKey } from '../../src/domain/registry/tab';
import { fillHost } from '../bench/fill-host';
import type { Row } from '../domain/book';
import { type Bound, bound, shown } from './bundle';

export const BOSS = 'boss@example.ru';

/** A book with people to write to, whose clock, acting person and services a test can change. */
export interface LettersBook extends Bound {
  /** ISO moment; Perm is five hours ahead. */
  at(moment: string): void;
  as(email: string): void;
  /** Is told of every service call before it happens; may throw. */
  watch(onCall: (service: string, method: string, args: readonly unknown[]) => void): void;
  set(parameter: string, value: unknown): void;
  fill(rows: Partial<Record<TabKey, Row[]>>): void;
  send(): SendOutcome;
  report(): LettersReport;
  screen(): LettersScreen;
  /** Rows of «Письма» by the titles of its columns. */
  ledger(): Readonly<Record<string, string>>[];
  /** `address: subject` of every letter that left. */
  sent(): string[];
}

const day = (date: string): Cell => ({ date });

/** One letter to each curator is due: the order of the appointment is overdue, everything else is not due or done by hand. */
export function schools(count: number): Partial<Record<TabKey, Row[]>> {
  const each = (make: (n: number) => Row): Row[] => Array.from({ length: count }, (_, i) => make(i + 1));
  return {
    organisations: each((n) => ({
      ...{ id: `ORG-0${n}`, shortName: `Школа № ${n}`, fullName: `МБОУ «Школа № ${n}»`, participates: 'да' },
      ...{ type: 'Общеобразовательная', email: `school${n}@example.ru`, recordStatus: 'Действует' },
    })),
    curators: each((n) => ({
      ...{ id: `CUR-00${n}`, organisation: `ORG-0${n}`, name: `Иванова Анна ${n}`, from: day('2022-09-01') },
      ...{ email: `curator${n}@example.ru`, phone: `8 (34279) 2-00-0${n}`, recordStatus: 'Действует' },
    })),
  };
}

/** Terms by the number of the measure; the rest of the plan is taken out of the roadmap. */
export type Terms = Readonly<Record<string, string>>;

export function lettersBook(
  options: { readonly schools?: number; readonly terms?: Terms; readonly now?: string } = {},
): LettersBook {
  let now = options.now ?? '2024-04-23T03:00:00Z';
  let onCall: Parameters<LettersBook['watch']>[0] = () => undefined;
  const book = bound({
    now: () => Date.parse(now),
    user: BOSS,
    onCall: (service, method, args) => onCall(service, method, args),
  });
  book.rpc('setUp', { storageMode: 'Полный' });
  fillHost(book.host, { book: schools(options.schools ?? 2) } as never);
  keepMeasures(book, options.terms ?? { '2.1': '20.10.2022' });
  const made: LettersBook = {
    ...book,
    at(moment) {
      now = moment;
    },
    as(email) {
      book.host.context.user = email;
    },
    watch(listener) {
      onCall = listener;
    },
    set(parameter, value) {
      const row = shown(book, 'Настройки').findIndex((cells) => cells[1] === parameter);
      if (row < 0) throw new Error(`No setting «${parameter}»`);
      book
        .tab('Настройки')
        .getRange(row + 1, 3, 1, 1)
        .setValue(value);
    },
    fill: (rows) => fillHost(book.host, { book: rows } as never),
    send: () => book.rpc('lettersSendNow'),
    report: () => book.rpc('lettersReport'),
    screen: () => book.rpc('lettersScreen'),
    ledger() {
      const [header, ...rows] = shown(book, 'Письма');
      return rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => Object.fromEntries(header.map((title, i) => [title, row[i]])));
    },
    sent: () => book.host.outbox.messages.map(({ to, subject }) => `${to.join(',')}: ${subject}`),
  };
  made.set('Учётные записи координаторов', BOSS);
  return made;
}

/** Rows of the plan that are not wanted go; the terms of the others are set. */
function keepMeasures(book: Bound, terms: Terms): void {
  const sheet = book.sheet('Дорожная карта');
  const header = sheet.rows[0]!.values;
  const [number, dates] = ['№ п/п', 'Контрольные даты'].map((title) => header.indexOf(title));
  const kept = sheet.rows.filter((row, r) => r === 0 || String(row?.values[number!]) in terms);
  for (const row of kept.slice(1)) (row!.values as unknown[])[dates!] = terms[String(row!.values[number!])];
  sheet.rows.splice(0, sheet.rows.length, ...kept);
}
