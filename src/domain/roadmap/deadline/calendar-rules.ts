import { dateParts } from '../../text/calendar';
import { merged, type Rule, type Token } from './pattern';
import { REVERSED_ORDER } from './questions';
import {
  inYear,
  joinedYearless,
  type MonthDay,
  partOf,
  schoolYear,
  wholeMonth,
  wholeYear,
  type YearlessSpan,
  yearless,
} from './span';

const COUNT = '(number|ordinal)';
const LIST = '(comma|and|or)';

/** What may have a beginning, a middle and an end. */
const WHOLE = '(yearless|year|school-year|school year-word|school|year-word)';

const isCount = (t: Token): boolean => t.symbol === 'number' || t.symbol === 'ordinal';
const isMonth = (t: Token): boolean => t.symbol === 'month';

/** A day that some year has: 29 February is one, 31 April is not. */
function dayOf(month: number, day: number): YearlessSpan | null {
  const span = yearless([month, day], [month, day], 'day');
  return day > 0 && inYear(span, 2024) !== null ? span : null;
}

function days(run: readonly Token[]): readonly Token[] {
  const month = run.find(isMonth)!;
  return run.filter(isCount).map((t) => {
    const span = dayOf(month.value, t.value);
    const wide = [t, month];
    return span === null ? merged(wide, 'wrong') : merged(wide, 'yearless', { yearless: span });
  });
}

/** «1–15 апреля», «с 1 по 15 апреля». */
function dayRange(run: readonly Token[]): readonly Token[] {
  const month = run.find(isMonth)!.value;
  const [first, last] = run.filter(isCount).map((t) => dayOf(month, t.value));
  return range(run, first ?? null, last ?? null);
}

function range(
  run: readonly Token[],
  first: YearlessSpan | null,
  last: YearlessSpan | null,
): readonly Token[] {
  if (first === null || last === null) return [merged(run, 'wrong')];
  const span = joinedYearless(first, last);
  return [
    span === null
      ? merged(run, 'wrong', { question: REVERSED_ORDER })
      : merged(run, 'yearless', { yearless: span }),
  ];
}

/** «01–15.04.2024», «с 1 по 15.04.2024»: the first day takes the month of the second. */
function dayBeforeDate(run: readonly Token[]): readonly Token[] | null {
  const day = run.find(isCount)!.value;
  const last = run[run.length - 1]!;
  if ((last.dated ?? last.yearless)!.grain !== 'day') return null;
  if (last.yearless !== null) return range(run, dayOf(last.yearless.to[0], day), last.yearless);
  const [year, month, to] = dateParts(last.dated!.end);
  const first = dayOf(month, day);
  const dated =
    first === null || day > to ? null : inYear(yearless([month, day], [month, to], 'range'), year);
  return [
    dated === null ? merged(run, 'wrong', { question: REVERSED_ORDER }) : merged(run, 'dated', { dated }),
  ];
}

/** The n-th of the equal parts of a year: quarters, half-years. */
function portion(token: Token, parts: number): YearlessSpan | null {
  const length = 12 / parts;
  const last = token.value * length;
  if (token.value < 1 || token.value > parts) return null;
  return yearless([last - length + 1, 1], [last, 0], 'range', { half: parts === 2 ? token.value : 0 });
}

function portions(run: readonly Token[]): readonly Token[] {
  const word = run[run.length - 1]!;
  const parts = word.symbol === 'quarter' ? 4 : 2;
  return run.filter(isCount).map((t, i, all) => {
    const span = portion(t, parts);
    const wide = i === all.length - 1 ? [t, word] : [t];
    return span === null ? merged(wide, 'wrong') : merged(wide, 'yearless', { yearless: span });
  });
}

function portionRange(run: readonly Token[]): readonly Token[] {
  const parts = run[run.length - 1]!.symbol === 'quarter' ? 4 : 2;
  const [first, last] = run.filter(isCount).map((t) => portion(t, parts));
  if (first && last && first.from[0] > last.from[0])
    return [merged(run, 'wrong', { question: REVERSED_ORDER })];
  return range(run, first ?? null, last ?? null);
}

/** Tens of days and halves of a month. */
function monthPieces(run: readonly Token[]): readonly Token[] {
  const month = run[run.length - 1]!;
  const pieces: readonly (readonly [number, number])[] = run.some((t) => t.symbol === 'decade')
    ? [
        [1, 10],
        [11, 20],
        [21, 0],
      ]
    : [
        [1, 15],
        [16, 0],
      ];
  const spans = run.filter(isCount).map((t) => {
    const piece = pieces[t.value - 1];
    return piece === undefined
      ? null
      : yearless([month.value, piece[0]] as MonthDay, [month.value, piece[1]] as MonthDay, 'range');
  });
  if (run.some((t) => t.symbol === 'dash')) return range(run, spans[0] ?? null, spans[1] ?? null);
  return spans.map((span) =>
    span === null ? merged(run, 'wrong') : merged(run, 'yearless', { yearless: span }),
  );
}

/** «первая половина 2023 года», «вторая половина учебного года». */
function halfOfYear(run: readonly Token[]): readonly Token[] | null {
  const half = portion(run[0]!, 2);
  if (half === null) return [merged(run, 'wrong')];
  const last = run[run.length - 1]!;
  if (last.symbol === 'year' || last.symbol === 'school-year')
    return [merged(run.slice(0, 2), 'yearless', { yearless: half }), last];
  const school = run.some((t) => t.symbol === 'school');
  const [from, to] = run[0]!.value === 1 ? [9, 12] : [1, 8];
  return [
    merged(run, 'yearless', {
      yearless: school ? yearless([from, 1], [to, 0], 'range', { school: true }) : half,
    }),
  ];
}

/** «конец октября», «начало учебного года», «середина I квартала 2023». */
function part(run: readonly Token[]): readonly Token[] | null {
  const which = run[0]!.symbol as 'begin';
  const of = run[run.length - 1]!;
  const whole =
    of.yearless ??
    (of.symbol === 'school-year' || run.some((t) => t.symbol === 'school') ? schoolYear : wholeYear);
  const span = partOf(whole, which);
  if (span === null) return null;
  const made = merged(run, 'yearless', { yearless: span });
  // The year stays to be taken by what is made of the rest.
  return of.symbol === 'year' || of.symbol === 'school-year' ? [made, of] : [made];
}

/** Days, months, quarters, half-years and their parts; the years come afterwards. */
export const calendarRules: readonly Rule[] = [
  { when: `since ${COUNT} (through|until|dash) ${COUNT} month|${COUNT} dash ${COUNT} month`, make: dayRange },
  { when: `(since )?${COUNT} (through|dash) (dated|yearless)`, make: dayBeforeDate },
  {
    when: 'last decade month',
    make: (run) => monthPieces([{ ...run[0]!, symbol: 'ordinal', value: 3 }, ...run.slice(1)]),
  },
  {
    when: `${COUNT} ((dash|comma|and) ${COUNT} )?(decade|moiety) month`,
    make: monthPieces,
  },
  { when: `(${COUNT} ${LIST} )*${COUNT} month`, make: days },
  {
    when: `${COUNT} moiety (year|school-year|school year-word|year-word)`,
    make: halfOfYear,
  },
  { when: `${COUNT} half school year-word?`, make: halfOfYear },
  { when: `(since )?${COUNT} (through|dash) ${COUNT} (quarter|half)`, make: portionRange },
  { when: `(${COUNT} ${LIST} )*${COUNT} (quarter|half)`, make: portions },
  {
    when: 'month',
    make: (run) => [merged(run, 'yearless', { yearless: wholeMonth(run[0]!.value) })],
  },
  {
    when: `(begin|middle|end) (and|comma) (begin|middle|end) ${WHOLE}`,
    make: ([first, , ...rest]) => {
      const [one, other] = [part([first!, ...rest.slice(1)]), part(rest)];
      return one === null || other === null ? null : [one[0]!, ...other];
    },
  },
  { when: `(begin|middle|end) ${WHOLE}`, make: part },
  {
    when: 'school year-word',
    make: (run) => [merged(run, 'yearless', { yearless: schoolYear })],
  },
  {
    when: '(since )?yearless comma? (dash|through|until) yearless',
    make: (run) => {
      const open = run[0]!.symbol === 'since';
      const dash = run.some((t) => t.symbol === 'dash');
      if (!open && !dash) return null;
      const [first, last] = run.filter((t) => t.symbol === 'yearless');
      return range(run, first!.yearless, last!.yearless);
    },
  },
];
