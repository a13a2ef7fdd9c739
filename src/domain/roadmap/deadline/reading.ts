import type { DateText } from '../../text/calendar';
import type { Deadline, Period } from './deadline';
import { ascending, dueOf, placed, yearQuestion } from './due-days';
import { HARMLESS, leftovers, numbersLeft } from './leftovers';
import { fits, has, type Rhythm, type Sign, type Token } from './pattern';
import * as ask from './questions';
import { anniversaries, recurringDays } from './recurring-days';
import { monthsLong } from './span';
import { tailOf } from './tail';

/** What a text was found to mean; what is not named is empty. */
export type Found = Partial<Omit<Deadline, 'text'>> & Pick<Deadline, 'kind'>;

const CONTINUOUS =
  'always|(whole|during) (whole|filler|object)* period|period (whole|filler)* realise|during (whole|filler)* realise';
/** «в течение года», «весь год»: no year is said. */
const SOME_YEAR = '(whole|during) (whole|filler)* year-word';
const EXTERNAL =
  'accord|set|authority|event|(through|accord) (word|object|filler|set|accord|since|comma)* plan';

const YEAR_LONG = 11;

const sentences = (...questions: readonly string[]): string => questions.filter((q) => q !== '').join(' ');
const spansOf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((t) => t.symbol === 'dated' || t.symbol === 'yearless');
const unknown = (question: string): Found => ({ kind: 'unknown', question });

/** The meaning of the pieces of a text. */
export function understood(tokens: readonly Token[], text: string, plan: Period): Found {
  const bad = tokens.find((t) => t.symbol === 'wrong');
  if (bad !== undefined) return unknown(ask.noSuchDays(text.slice(bad.from, bad.to), bad.question));
  if (has(tokens, 'except')) return unknown(ask.notRecognised(text));
  const at = tailOf(tokens);
  if (at < 0) return meaning(tokens, text, plan);
  const head = meaning(tokens.slice(0, at), text, plan);
  const lasting = head.kind === 'date' || head.kind === 'month' || head.kind === 'range';
  return lasting ? withTail(head, tokens.slice(at), text, plan) : head;
}

function meaning(tokens: readonly Token[], text: string, plan: Period): Found {
  const typos = sentences(...tokens.map((t) => t.question));
  const found = rhythm(tokens, text, plan) ?? days(tokens, text, plan) ?? words(tokens, text, plan);
  return found.kind === 'unknown' ? found : { ...found, question: sentences(typos, found.question ?? '') };
}

/** Leftovers of a reading: a question, or null when the days cannot be known without them. */
function questionOfLeft(tokens: readonly Token[], text: string, harmless: readonly Sign[]): string | null {
  const { parts, essential } = leftovers(tokens, text, harmless);
  if (essential) return null;
  return parts.length > 0 ? ask.leftOver(parts) : '';
}

function rhythmIn(tokens: readonly Token[]): Rhythm | null {
  const written = tokens.find((t) => t.symbol === 'recur');
  if (written !== undefined) return written.rhythm;
  // «до 10 числа месяца, следующего за отчётным кварталом»
  const of = tokens[tokens.findIndex((t) => t.symbol === 'reported') + 1]?.symbol;
  if (!has(tokens, 'month-day') || !has(tokens, 'reported')) return null;
  const unit =
    of === 'quarter' ? 'quarter' : of === 'month-word' ? 'month' : of === 'half' ? 'half-year' : null;
  return unit === null ? null : { unit, every: 1, times: 1, part: 'end' };
}

/** Again and again. */
function rhythm(tokens: readonly Token[], text: string, plan: Period): Found | null {
  const written = rhythmIn(tokens);
  if (written === null) return null;
  if (spansOf(tokens).length === 0 && !has(tokens, 'month-day') && fits(tokens, EXTERNAL))
    return { kind: 'external', recurrence: written.unit };
  const left = questionOfLeft(tokens, text, HARMLESS.rhythm);
  if (left === null) return unknown(ask.notRecognised(text));
  const others = tokens.filter((t) => t.symbol === 'recur' && t.rhythm!.unit !== written.unit);
  const other = others.length > 0 ? ask.leftOver(others.map((t) => text.slice(t.from, t.to))) : '';
  const { recurrence, start, dates, question } = recurringDays(tokens, written, plan);
  return {
    kind: 'recurring',
    start,
    controlDates: dates,
    recurrence,
    question: sentences(question, other, left),
  };
}

/** Days of the calendar, once. */
function days(tokens: readonly Token[], text: string, plan: Period): Found | null {
  const spans = spansOf(tokens);
  if (spans.length === 0) return null;
  const first = tokens.indexOf(spans[0]!);
  const external = fits(tokens.slice(0, first), EXTERNAL);
  const yearsOnly = spans.every(
    (t) => t.bound === null && t.dated !== null && monthsLong(t.dated) >= YEAR_LONG,
  );
  // «по плану ИРО на 2023 год»: the year is a part of the plan's name.
  if (external && yearsOnly) return { kind: 'external' };
  const left = questionOfLeft(tokens, text, HARMLESS.days);
  // «июя 2023»: a year alone is no term when a word beside it is not understood.
  if (left === null || (left !== '' && yearsOnly)) return unknown(ask.notRecognised(text));
  const where = spans.map((t) => placed(t, plan));
  const lost = where.indexOf(null);
  if (lost >= 0) return unknown(ask.outsidePlan(text.slice(spans[lost]!.from, spans[lost]!.to), plan));
  const known = where.map((span) => span!);
  const year = yearQuestion(spans, known);
  const open = spans.filter((t) => t.bound === 'since');
  if (open.length > 0) {
    if (spans.length > 1) return unknown(ask.notRecognised(text));
    return { kind: 'continuous', start: known[0]!.start, question: sentences(year, left) };
  }
  const due = spans.map((t, i) => dueOf(known[i]!, t.bound));
  const controlDates = ascending(due.map((d) => d.date));
  const start = known.map((span) => span.start).sort()[0]!;
  const question = sentences(year, ...new Set(due.map((d) => d.question)), outside(controlDates, plan), left);
  const continuous = fits(tokens, CONTINUOUS);
  if (continuous && known.every((s) => s.start <= plan.start && s.end >= plan.end && s.grain === 'range'))
    return { kind: 'continuous', start: plan.start, question };
  const kind = kindOf(spans);
  const from = kind === 'date' ? [controlDates[0]!, plan.start].sort()[0]! : start;
  if (!continuous || kind === 'range') return { kind, start: from, controlDates, question };
  // «до 20 октября, постоянно» keeps fresh what «постоянно до 31 мая» only bounds.
  if (fits(tokens.slice(first), CONTINUOUS))
    return { kind, start: from, controlDates, freshness: fresh(controlDates, plan.end, plan), question };
  if (spans.every((t) => t.bound === null)) return { kind, start: from, controlDates, question };
  const last = controlDates[controlDates.length - 1]!;
  return last >= plan.end
    ? { kind: 'continuous', start: plan.start, question }
    : { kind: 'range', start: plan.start, controlDates: [last], question };
}

/** Days are `date`, months `month`; a bound makes a date of any; anything longer, alone or among others, is a `range`. */
function kindOf(spans: readonly Token[]): 'date' | 'month' | 'range' {
  const grains = spans.map((t) => (t.bound === null ? (t.dated ?? t.yearless)!.grain : 'day'));
  if (grains.includes('range')) return 'range';
  return grains.includes('day') ? 'date' : 'month';
}

function outside(dates: readonly DateText[], plan: Period): string {
  const out = dates.filter((d) => d < plan.start || d > plan.end);
  return out.length > 0 ? ask.datesOutside(out, plan) : '';
}

/** From the last of the days on. */
function fresh(dates: readonly DateText[], end: DateText, plan: Period): Period | null {
  const [, start] = [dates[dates.length - 1]!, plan.start].sort();
  const [till] = [end, plan.end].sort();
  return start! > till! ? null : { start: start!, end: till! };
}

/** No day at all: who or what sets the term. */
function words(tokens: readonly Token[], text: string, plan: Period): Found {
  const numbers = numbersLeft(tokens, text);
  const asked = numbers.length > 0 ? ask.leftOver(numbers) : '';
  const place = (symbol: Sign): number => tokens.findIndex((t) => t.symbol === symbol);
  const [programme, need] = [place('programme'), place('need')];
  if (programme >= 0 && (need < 0 || programme < need)) return { kind: 'programme', question: asked };
  if (need >= 0) return { kind: 'as-needed', question: asked };
  const someYear = fits(tokens, SOME_YEAR);
  const told = has(tokens, 'accord', 'set') && !has(tokens, 'always', 'whole');
  if ((fits(tokens, CONTINUOUS) || someYear) && !told) {
    const left = questionOfLeft(tokens, text, HARMLESS.continuous);
    if (left === null) return unknown(ask.notRecognised(text));
    return {
      kind: 'continuous',
      start: plan.start,
      question: sentences(someYear ? ask.yearNotSaid : '', left),
    };
  }
  if (fits(tokens, EXTERNAL) || tokens[0]?.symbol === 'plan') return { kind: 'external', question: asked };
  return unknown(ask.notRecognised(text));
}

/** Days, and what is to be done after them. */
function withTail(head: Found, tail: readonly Token[], text: string, plan: Period): Found {
  const dates = head.controlDates ?? [];
  if (numbersLeft(tail, text).length > 0 || dates.length === 0) return unknown(ask.notRecognised(text));
  const last = dates[dates.length - 1]!;
  const written = tail.find((t) => t.symbol === 'recur')?.rhythm;
  if (written) {
    const again = recurringDays(tail, written, plan);
    const said = spansOf(tail).length > 0 || has(tail, 'month-day');
    const yearly = written.every === 1 && (written.unit === 'year' || written.unit === 'school-year');
    const more = yearly && !said ? anniversaries(last, plan) : again.dates;
    const later = more.filter((d) => d > last && d <= plan.end && d >= plan.start);
    return {
      ...head,
      kind: 'recurring',
      controlDates: ascending([...dates, ...later]),
      recurrence: again.recurrence,
      question: sentences(head.question ?? '', said || !yearly ? again.question : ''),
    };
  }
  const ends = spansOf(tail).map((t) => placed(t, { start: last, end: plan.end }));
  const end = ends.reduce<DateText>((max, s) => (s && (max === '' || s.end > max) ? s.end : max), '');
  const unclear = !has(tail, 'refresh', 'need', 'always') && !fits(tail, `${CONTINUOUS}|${SOME_YEAR}`);
  const question = unclear ? ask.leftOver([text.slice(tail[0]!.from, tail[tail.length - 1]!.to)]) : '';
  return {
    ...head,
    freshness: unclear ? null : fresh(dates, end || plan.end, plan),
    question: sentences(head.question ?? '', question),
  };
}
