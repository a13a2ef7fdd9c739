import type { DateText } from '../../text/calendar';
import { parseDate } from '../../text/parse-date';
import { cleanText } from '../../text/spaces';
import { boundRules } from './bound-rules';
import { calendarRules } from './calendar-rules';
import type { Deadline, Period } from './deadline';
import { bare, has, type Rule, reduce } from './pattern';
import { phraseRules } from './phrase-rules';
import * as ask from './questions';
import { type Found, understood } from './reading';
import { monthDayRules, recurrenceRules } from './recurrence-rules';
import { tokensOf } from './tokens';
import { yearAfterRules, yearFirstRules } from './written-years';
import { looseYearRules, yearRules } from './year-rules';

/** A term is a line of a table; whatever is longer is not one, and would only cost time. */
const LONGEST = 1000;

/** In order: how often is read before what, years before and after months before years alone, bounds at the end. */
const RULES: readonly (readonly Rule[])[] = [
  phraseRules,
  yearRules,
  recurrenceRules,
  monthDayRules,
  calendarRules,
];
const YEARS: readonly (readonly Rule[])[] = [yearAfterRules, looseYearRules, boundRules];

/**
 * A term of a plan as it is meant, within the period of the plan. Readings where the language leaves a choice:
 * - «до 20 октября» includes the day; «до октября» ends the day before it and asks; «не позднее октября», «по октябрь»
 *   and «до конца октября» end with the month.
 * - No year: the first such days that end on or after the start of the plan and not after its end; it is asked about.
 *   «в течение года» without a year is the whole plan, «в течение учебного года» the first school year; both ask.
 * - A school year is 1 September – 31 August. Its beginning is September, its end May–August, «до конца» is 31 August.
 * - A beginning, middle and end are days 1–10, 11–20 and 21–last of a month, or the first, middle and last month of
 *   something longer. «до середины октября» is by the 15th.
 * - A recurring term is due at the end of each year, quarter, month, week (Sunday) unless days are written. «до 5 числа»
 *   of a quarter is in the month after it, and asks unless the text says «следующего за отчётным». Only periods that touch
 *   the plan count: the report for the quarter before the plan is not due.
 * - «ежегодно до 1 октября 2022» goes on each year from the one written.
 * - Something due and then kept fresh has `freshness` from the last control date to the end of the plan, or to the day that
 *   the text gives; with «далее ежегодно» it recurs, the first days included.
 * - Dates set by somebody else again and again («ежегодно по плану ИРО») are `external` with a recurrence.
 * What is not understood is quoted in `question`; with a number in it, or with a day that no calendar has, the term is
 * `unknown`: nothing is invented.
 * @example parseDeadline('апрель 2023 г. апрель 2024 г.', plan).controlDates // ['2023-04-30', '2024-04-30']
 */
export function parseDeadline(text: string, plan: Period): Deadline {
  const clean = cleanText(text);
  if (clean === '') return unknown(text, ask.NOT_GIVEN);
  if (clean.length > LONGEST) return unknown(text, ask.TOO_LONG);
  const words = tokensOf(clean);
  const pieces = RULES.reduce(reduce, words);
  const yearFirst = /^(?:year|school-year)$/.test(pieces.find((t) => CALENDAR.test(t.symbol))?.symbol ?? '');
  const tokens = (yearFirst ? [yearFirstRules, ...YEARS] : YEARS).reduce(reduce, pieces);
  const read = understood(tokens, clean, plan);
  const found = read.kind === 'unknown' ? (asDate(clean, plan) ?? read) : read;
  const choice = has(words, 'or') && (found.controlDates ?? []).length > 1 ? [ask.alternatives] : [];
  const question = [...choice, found.question ?? ''].join(' ').trim();
  return { text, ...NOTHING, ...found, question };
}

/** A cell may be a day in a form of the registries alone: «31»__08_2023_г. */
function asDate(clean: string, plan: Period): Found | null {
  const { value } = parseDate(clean);
  if (value === undefined) return null;
  const dated = { start: value, end: value, grain: 'day', part: null } as const;
  return understood([bare('dated', 0, clean.length, { dated })], clean, plan);
}

const CALENDAR = /^(?:year|school-year|yearless|dated)$/;

const NOTHING: Omit<Deadline, 'text'> = {
  kind: 'unknown',
  start: '' as DateText | '',
  controlDates: [],
  recurrence: null,
  freshness: null,
  question: '',
};

function unknown(text: string, question: string): Deadline {
  return { text, ...NOTHING, question };
}
