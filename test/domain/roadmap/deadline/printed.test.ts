import fc from 'fast-check';
import type { Deadline } from '../../../../src/domain/roadmap/deadline/deadline';
import { parseDeadline } from '../../../../src/domain/roadmap/deadline/parse-deadline';
import {
  addDays,
  type DateText,
  dateParts,
  lastDayOfMonth,
  makeDate,
} from '../../../../src/domain/text/calendar';
import { monthName } from '../../../../src/domain/text/months';
import { shortDate } from '../../../../src/domain/text/print-date';
import { plan } from './meaning';

/** parse ∘ print: what people write in any of its forms comes back as it was meant. */
const day = fc.integer({ min: 0, max: 820 }).map((n) => addDays(plan.start, n));
const year = fc.constantFrom(2022, 2023, 2024);
const month = fc.integer({ min: 1, max: 12 });
const oneOf = <T>(forms: readonly T[]): fc.Arbitrary<number> => fc.nat({ max: forms.length - 1 });

const found = (text: string): Deadline => parseDeadline(text, plan);

type DayForm = (d: DateText) => string;
const worded: DayForm = (d) => {
  const [y, m, n] = dateParts(d);
  return `${n} ${monthName(m, 'genitive')} ${y}`;
};
const DAY_FORMS: readonly DayForm[] = [
  shortDate,
  worded,
  (d) => `${worded(d)} г.`,
  (d) => `${worded(d)}г`,
  (d) => `${worded(d)} года`,
  (d) => worded(d).replace(/^(\d+)/, '«$1»'),
  (d) => worded(d).replace(/^(\d+)/, '$1-го'),
  (d) => worded(d).replace(/ /g, '\u00a0'),
  (d) => worded(d).toUpperCase(),
  (d) => worded(d).replace(/ /g, ''),
  (d) => `${shortDate(d)} г.`,
  (d) => shortDate(d).replace(/\./g, '. '),
  (d) => shortDate(d).replace(/20(\d\d)$/, '$1'),
  (d) => d,
];
const BEFORE_DAY = ['', 'до ', 'не позднее ', 'не позже ', 'к ', 'по ', 'в срок до ', 'Срок: до '];

it('a day', () => {
  fc.assert(
    fc.property(day, oneOf(DAY_FORMS), fc.constantFrom(...BEFORE_DAY), (d, form, before) => {
      const { kind, controlDates, question } = found(before + DAY_FORMS[form]!(d));
      expect({ kind, controlDates, question }).toEqual({ kind: 'date', controlDates: [d], question: '' });
    }),
  );
});

it('several days', () => {
  const days = fc.uniqueArray(day, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(
      days,
      oneOf(DAY_FORMS),
      fc.constantFrom(', ', '; ', ' и ', ' ', '\n'),
      (all, form, between) => {
        const { kind, controlDates } = found(all.map(DAY_FORMS[form]!).join(between));
        expect({ kind, controlDates }).toEqual({ kind: 'date', controlDates: [...all].sort() });
      },
    ),
  );
});

const BETWEEN_DAYS: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `с ${a} по ${b}`,
  (a, b) => `с ${a} до ${b}`,
  (a, b) => `${a} – ${b}`,
  (a, b) => `${a}—${b}`,
  (a, b) => `в период с ${a} по ${b}`,
];

it('days from … to …, and never the wrong way round', () => {
  const pair = fc.uniqueArray(day, { minLength: 2, maxLength: 2 }).map((two) => [...two].sort());
  // A day that is written like the ISO form has dashes of its own.
  const forms = DAY_FORMS.slice(0, -1);
  fc.assert(
    fc.property(pair, oneOf(forms), oneOf(BETWEEN_DAYS), ([a, b], form, way) => {
      const print = forms[form]!;
      const { kind, start, controlDates } = found(BETWEEN_DAYS[way]!(print(a!), print(b!)));
      expect({ kind, start, controlDates }).toEqual({ kind: 'range', start: a, controlDates: [b] });
      const reversed = found(BETWEEN_DAYS[way]!(print(b!), print(a!)));
      expect([reversed.kind, reversed.controlDates]).toEqual(['unknown', []]);
    }),
  );
});

const MONTH_FORMS: readonly ((m: number, y: number) => string)[] = [
  (m, y) => `${monthName(m)} ${y}`,
  (m, y) => `${monthName(m)} ${y} г.`,
  (m, y) => `${monthName(m).toUpperCase()} ${y} ГОДА`,
  (m, y) => `в ${monthName(m, 'prepositional')} ${y} года`,
  (m, y) => `в течение ${monthName(m, 'genitive')} ${y}`,
  (m, y) => `${String(m).padStart(2, '0')}.${y}`,
  (m, y) => `${monthName(m).slice(0, 3)}. ${y}`,
  (m, y) => `${monthName(m)}${y}г.`,
];
const endOf = (m: number, y: number): DateText => lastDayOfMonth(makeDate(y, m, 1)!);

it('a month, and the end of a month', () => {
  fc.assert(
    fc.property(month, year, oneOf(MONTH_FORMS), (m, y, form) => {
      const { kind, start, controlDates } = found(MONTH_FORMS[form]!(m, y));
      expect({ kind, start, controlDates }).toEqual({
        kind: 'month',
        start: makeDate(y, m, 1),
        controlDates: [endOf(m, y)],
      });
      const till = found(`до конца ${monthName(m, 'genitive')} ${y} г.`);
      expect([till.kind, till.controlDates]).toEqual(['date', [endOf(m, y)]]);
    }),
  );
});

it('one month in several years, several months in one', () => {
  const list = fc.uniqueArray(month, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(list, year, fc.constantFrom(', ', ' и ', '; '), (all, y, between) => {
      const names = all.map((m) => monthName(m)).join(between);
      const { kind, controlDates } = found(`${names} ${y} г.`);
      expect({ kind, controlDates }).toEqual({
        kind: 'month',
        controlDates: all.map((m) => endOf(m, y)).sort(),
      });
      const years = found(`${monthName(all[0]!)} 2023${between}2024 гг.`);
      expect(years.controlDates).toEqual([endOf(all[0]!, 2023), endOf(all[0]!, 2024)]);
    }),
  );
});

it('months from … to …', () => {
  fc.assert(
    fc.property(month, month, year, year, fc.constantFrom('–', ' - ', ' — '), (a, b, y, z, dash) => {
      const [first, last] = [makeDate(y, a, 1)!, endOf(b, z)];
      fc.pre(first < last && (a !== b || y !== z));
      const { kind, start, controlDates } = found(`${monthName(a)} ${y} г.${dash}${monthName(b)} ${z} г.`);
      expect({ kind, start, controlDates }).toEqual({ kind: 'range', start: first, controlDates: [last] });
      const said = found(`с ${monthName(a, 'genitive')} ${y} по ${monthName(b)} ${z}`);
      expect([said.start, said.controlDates]).toEqual([first, [last]]);
    }),
  );
});

const QUARTER_NAMES: readonly ((q: number) => string)[] = [
  (q) => ['I', 'II', 'III', 'IV'][q - 1]!,
  (q) => ['І', 'ІІ', 'ІІІ', 'ІV'][q - 1]!,
  (q) => ['первый', 'второй', 'третий', 'четвертый'][q - 1]!,
  (q) => ['первый', 'второй', 'третий', 'четвёртый'][q - 1]!,
  (q) => String(q),
  (q) => `${q}-й`,
  (q) => `${q}-ый`,
];

it('a quarter and a half-year', () => {
  const words = fc.constantFrom('квартал', 'кв.', 'КВАРТАЛ');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), year, oneOf(QUARTER_NAMES), words, (q, y, form, word) => {
      const { kind, start, controlDates } = found(`${QUARTER_NAMES[form]!(q)} ${word} ${y} г.`);
      expect({ kind, start, controlDates }).toEqual({
        kind: 'range',
        start: makeDate(y, q * 3 - 2, 1),
        controlDates: [endOf(q * 3, y)],
      });
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2),
      year,
      fc.constantFrom('I I', '1 2', '1-е 2-е', 'первое второе'),
      (h, y, names) => {
        const name = names === 'I I' ? 'I'.repeat(h) : names.split(' ')[h - 1];
        const { start, controlDates } = found(`${name} полугодие ${y} года`);
        expect([start, controlDates]).toEqual([makeDate(y, h * 6 - 5, 1), [endOf(h * 6, y)]]);
      },
    ),
  );
});

it('a school year and its months', () => {
  const forms: readonly ((y: number) => string)[] = [
    (y) => `${y}/${y + 1} уч. г.`,
    (y) => `${y}–${y + 1} учебный год`,
    (y) => `в течение ${y}-${y + 1} уч.г.`,
    (y) => `${y}/${(y + 1) % 100} учебного года`,
    (y) => `учебный год ${y}/${y + 1}`,
  ];
  fc.assert(
    fc.property(year, month, oneOf(forms), (y, m, form) => {
      const { kind, start, controlDates } = found(forms[form]!(y));
      expect({ kind, start, controlDates }).toEqual({
        kind: 'range',
        start: `${y}-09-01`,
        controlDates: [`${y + 1}-08-31`],
      });
      expect(found(`${monthName(m)} ${y}/${y + 1} уч. г.`).controlDates).toEqual([
        endOf(m, m >= 9 ? y : y + 1),
      ]);
    }),
  );
});
