import { type DateText, daysBetween } from '../text/calendar';
import { DAYS, daysLeftWords } from '../text/days-left';
import { capital, lowered } from '../text/letter-case';
import { counted } from '../text/plural';
import { shortDate } from '../text/print-date';
import { type EvidenceRule, ORGANISATIONS } from './evidence/evidence-rule';
import type { MatrixCell, MeasureState } from './fulfilment-report';
import type { Evidence, Obligation } from './obligation';
import { isSaidBy, isShown, overridden } from './overrides';
import { type Day, type PreparedMeasure, startOf } from './prepared';
import { isDone, STATUS } from './statuses';

/** What is worst says how the measure stands. */
const WORST: readonly string[] = [
  STATUS.overdue,
  STATUS.unproven,
  STATUS.claimed,
  STATUS.working,
  STATUS.needsDate,
  STATUS.waits,
  STATUS.late,
  STATUS.goesOn,
  STATUS.done,
];

const NO_ORGANISATIONS = 'В книге нет организаций, которые участвуют в ЦМН';

/**
 * The row of the measure: its status, who has fulfilled it, what was found, what comes next.
 * @param own its obligations  @param cells its cells of the matrix
 */
export function measureState(
  prepared: PreparedMeasure,
  own: readonly Obligation[],
  cells: readonly MatrixCell[],
  on: Day,
): MeasureState {
  const { measure, rule } = prepared;
  const municipal = own.filter((o) => o.organisation === '' && o.step === '');
  const each = measure.everyOrganisation;
  const current = each ? currentCells(cells, prepared, on) : [];
  const concerned = current.filter((c) => c.status !== STATUS.notApplicable);
  const judged = municipal.length > 0 ? currentOf(municipal, prepared, on) : null;
  const computed =
    judged !== null
      ? mergedStatus(municipal, judged)
      : each
        ? statusOf(concerned, cells, on)
        : STATUS.unproven;
  const isGood = (status: string) => isDone(status) || status === STATUS.goesOn;
  const good = concerned.filter((c) => isGood(c.status)).length;
  const evidence = judged?.evidence ?? [];
  const manual = measure.manual !== null && isSaidBy(measure.manual, on.today) ? measure.manual : null;
  const status =
    manual !== null && each
      ? overridden(manual, { done: isGood(computed), doneOn: '' }, '', on.sources, on.today).status
      : computed;
  const lacking = concerned.filter((c) => !isGood(c.status));
  const found = [
    ...(each && concerned.length > 0 && rule.sums !== true
      ? [
          `исполнили ${good} из ${counted(concerned.length, ORGANISATIONS)}${lacking.length > 0 ? `; нет: ${idsOf(lacking)}` : ''}`,
        ]
      : []),
    ...foundBy(municipal),
    ...(manual !== null && each && isShown(manual.evidence, on.sources, on.today)
      ? ['подтверждение указано']
      : []),
  ].join('; ');
  return {
    measure,
    status,
    manual: manual !== null ? manual.comment : (judged?.manual ?? null),
    organisations: each ? { done: good, of: concerned.length } : null,
    found,
    next: nextWords(prepared, status, judged, own, lacking, concerned.length, on),
    evidence,
  };
}

/** Of several control dates each is named. */
function foundBy(municipal: readonly Obligation[]): string[] {
  const several = municipal.filter((o) => !o.continuous).length > 1;
  return municipal
    .filter((o) => o.evidence.length > 0)
    .map((o) => {
      const all = o.evidence.map(words).join('; ');
      return several && o.controlDate !== '' ? `${shortDate(o.controlDate)}: ${all}` : all;
    })
    .filter((text, i, texts) => texts.indexOf(text) === i);
}

const words = ({ text, id }: Evidence): string => (id === '' || text.includes(id) ? text : `${id}: ${text}`);

function idsOf(cells: readonly MatrixCell[]): string {
  const ids = cells.slice(0, 8).map((c) => c.organisation);
  return `${ids.join(', ')}${cells.length > ids.length ? '…' : ''}`;
}

/** The cells of the term that runs now: of the latest control date that has begun, else of the first. */
function currentCells(
  cells: readonly MatrixCell[],
  prepared: PreparedMeasure,
  on: Day,
): readonly MatrixCell[] {
  const { controlDates } = prepared.measure;
  if (controlDates.length < 2) return cells;
  const current = controlDates[Math.max(0, lastBegun(prepared, on.today))];
  return cells.filter((c) => c.controlDate === current);
}

/** The place of the latest control date whose term has begun; -1 before the first. */
function lastBegun(prepared: PreparedMeasure, today: DateText): number {
  let at = prepared.measure.controlDates.length - 1;
  while (at >= 0 && startOf(prepared, at) > today) at--;
  return at;
}

/** Of the municipality: what is still open of the terms that have begun, else the latest of them, else what goes on. */
function currentOf(own: readonly Obligation[], prepared: PreparedMeasure, on: Day): Obligation {
  const dated = own.filter((o) => !o.continuous);
  const begun = dated.slice(0, lastBegun(prepared, on.today) + 1);
  const open = begun.find((o) => !isDone(o.status) && o.status !== STATUS.notApplicable);
  return open ?? own.find((o) => o.continuous) ?? begun[begun.length - 1] ?? own[0];
}

/** «дата + непрерывно» of the municipality: done once, and kept fresh. */
function mergedStatus(own: readonly Obligation[], judged: Obligation): string {
  const dated = own.filter((o) => !o.continuous);
  const last = dated[dated.length - 1];
  return judged.continuous && last !== undefined && judged.status !== STATUS.unproven
    ? last.status
    : judged.status;
}

/** @param concerned cells of the term that runs  @param cells of all terms */
function statusOf(concerned: readonly MatrixCell[], cells: readonly MatrixCell[], on: Day): string {
  if (on.acting.length === 0) return STATUS.unproven;
  if (concerned.length === 0) return STATUS.notApplicable;
  // An earlier term that somebody has not fulfilled is not forgotten when the next one begins.
  if (cells.some((c) => c.status === STATUS.overdue)) return STATUS.overdue;
  if (concerned.every((c) => c.status === STATUS.notDue)) return STATUS.notDue;
  return WORST.find((status) => concerned.some((c) => c.status === status)) ?? STATUS.notDue;
}

function nextWords(
  { measure, unknown, rule, waits }: PreparedMeasure,
  status: string,
  judged: Obligation | null,
  own: readonly Obligation[],
  lacking: readonly MatrixCell[],
  of: number,
  on: Day,
): string {
  if (unknown !== '') return `${unknown}.`;
  if (measure.everyOrganisation && on.acting.length === 0) return `${NO_ORGANISATIONS}.`;
  if (status === STATUS.notApplicable) return '';
  if (waits)
    return status === STATUS.waits || status === STATUS.needsDate
      ? 'Срок назначают другие: когда станет известен, впишите «Контрольные даты».'
      : '';
  const summary =
    judged === null && lacking.length > 0
      ? summaryOf(rule, lacking[0].controlDate || measure.controlDates[0], on)
      : '';
  const ahead = nextDue(own, on.today);
  const following = ahead === '' ? '' : `Следующий срок ${shortDate(ahead)}.`;
  if (isDone(status)) return following;
  if (status === STATUS.notDue) return ahead === '' ? '' : `${termWords(ahead, on.today)}.`;
  const left =
    judged?.left ||
    summary ||
    (lacking.length > 0
      ? `${rule.task === '' ? 'не исполнили' : 'осталось'} ${lacking.length} из ${counted(of, ORGANISATIONS)} (${idsOf(lacking)})`
      : '');
  const open = judged ?? earliestOpen(own, lacking);
  const leftWords = left && `${capital(left)}.`;
  if (open === null || open.due === '') return leftWords;
  if (open.continuous && status === STATUS.goesOn) {
    const renew = left || (rule.renew ?? '');
    if (judged === null || judged.controlDate === '') return leftWords;
    return `Обновить до ${shortDate(open.due)}${renew && `: ${lowered(renew)}`}.`;
  }
  if (open.continuous) return leftWords;
  return `${termWords(open.due, on.today)}${left && `: ${lowered(left)}`}.`;
}

function summaryOf(rule: EvidenceRule, controlDate: DateText | undefined, on: Day): string {
  if (rule.summary === undefined || controlDate === undefined) return '';
  const { today, sources, acting } = on;
  return rule.summary({ day: today, sources, acting, controlDate, due: '' });
}

/** The next term that has not passed. */
function nextDue(own: readonly Obligation[], today: DateText): DateText | '' {
  let next: DateText | '' = '';
  for (const o of own)
    if (!o.continuous && o.due >= today && !isDone(o.status) && (next === '' || o.due < next)) next = o.due;
  return next;
}

function earliestOpen(own: readonly Obligation[], lacking: readonly MatrixCell[]): Obligation | null {
  const ids = new Set(lacking.map((c) => c.organisation));
  let found: Obligation | null = null;
  for (const o of own)
    if (o.step === '' && ids.has(o.organisation) && !isDone(o.status) && o.status !== STATUS.notDue)
      if (found === null || o.due < found.due) found = o;
  return found;
}

/** «До 30.04.2024 (осталось 10 дней)», «Срок был 20.10.2022 (просрочено на 21 день)» */
export function termWords(due: DateText, today: DateText): string {
  const days = daysBetween(today, due);
  if (days < 0) return `Срок был ${shortDate(due)} (просрочено на ${counted(-days, DAYS)})`;
  if (days === 0) return `Сегодня, ${shortDate(due)}, последний день`;
  return `До ${shortDate(due)} (${daysLeftWords(days)})`;
}
