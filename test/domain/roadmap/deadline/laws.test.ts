import fc from 'fast-check';
import type { Deadline, Period } from '../../../../src/domain/roadmap/deadline/deadline';
import { parseDeadline } from '../../../../src/domain/roadmap/deadline/parse-deadline';
import { addDays, isDate, makeDate } from '../../../../src/domain/text/calendar';
import { monthName } from '../../../../src/domain/text/months';
import { plan } from './meaning';
import { terms } from './terms';

const period = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }))
  .map(([from, days]): Period => {
    const start = addDays('2020-01-01', from);
    return { start, end: addDays(start, days) };
  });
const term = fc.constantFrom(...terms.map((t) => t.text));
/** Pieces of terms in any order: what a person may write by mistake. */
const jumble = fc
  .array(
    fc.constantFrom(
      ...new Set(terms.flatMap((t) => t.text.split(/[ \u00a0]/))),
      '-',
      ',',
      '(',
      ')',
      '31.12',
      '2023',
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(' '));
const any = fc.oneof(
  term,
  jumble,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

const { text: _, ...rest } = parseDeadline('', plan);
const meaning = (d: Deadline): typeof rest => {
  const { text: _text, ...said } = d;
  return said;
};

it('never throws, keeps the text, and says every day as the calendar has it, ascending, each once', () => {
  fc.assert(
    fc.property(any, period, (text, of) => {
      const found = parseDeadline(text, of);
      expect(found.text).toBe(text);
      expect(found.controlDates.every(isDate)).toBe(true);
      expect(found.controlDates).toEqual([...new Set(found.controlDates)].sort());
      if (found.start !== '') expect(isDate(found.start)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

it('a text that is not understood has no day and a question; the others have days or need none', () => {
  fc.assert(
    fc.property(any, (text) => {
      const { kind, start, controlDates, question, recurrence, freshness } = parseDeadline(text, plan);
      const dateless = ['external', 'programme', 'as-needed', 'unknown', 'continuous'].includes(kind);
      if (dateless) expect(controlDates).toEqual([]);
      else if (kind !== 'recurring') expect(controlDates).not.toEqual([]);
      if (dateless && kind !== 'continuous') expect(start).toBe('');
      else expect(start).not.toBe('');
      if (kind === 'unknown') expect([question === '', recurrence, freshness]).toEqual([false, null, null]);
      if (kind === 'recurring') expect(recurrence).not.toBeNull();
    }),
    { numRuns: 1500 },
  );
});

it('what recurs stays inside the plan, and so does what is kept fresh', () => {
  fc.assert(
    fc.property(any, period, (text, of) => {
      const { kind, controlDates, freshness, question } = parseDeadline(text, of);
      if (kind === 'recurring' && !/Вне периода/.test(question))
        for (const d of controlDates) expect([of.start <= d, d <= of.end]).toEqual([true, true]);
      if (freshness !== null) {
        expect(freshness.start >= of.start && freshness.end <= of.end).toBe(true);
        expect(freshness.start <= freshness.end).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

it('a year that is not written is taken inside the plan or not at all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), period, (d, m, of) => {
      const { kind, controlDates } = parseDeadline(`до ${d} ${monthName(m, 'genitive')}`, of);
      if (kind === 'unknown') expect(controlDates).toEqual([]);
      else expect(controlDates.every((c) => of.start <= c && c <= of.end)).toBe(true);
    }),
  );
});

it('a day that no calendar has never becomes a control date', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 14 }),
      fc.constantFrom(2022, 2023, 2024),
      fc.constantFrom('', 'до ', 'ежегодно до ', 'с ', 'октябрь 2022, '),
      (d, m, y, before) => {
        fc.pre(makeDate(y, m, d) === null);
        const forms = [`${d}.${String(m).padStart(2, '0')}.${y}`];
        if (m >= 1 && m <= 12) forms.push(`${d} ${monthName(m, 'genitive')} ${y} г.`);
        for (const form of forms) {
          const { kind, controlDates } = parseDeadline(before + form, plan);
          expect([form, kind, controlDates]).toEqual([form, 'unknown', []]);
        }
      },
    ),
  );
});

it('spaces, case, a dot at the end and soft hyphens do not count', () => {
  const space = fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\n', ' \t ', '\u200b ');
  const change = fc.constantFrom<(text: string) => string>(
    (t) => t,
    (t) => t.toUpperCase(),
    (t) => `  ${t} `,
    (t) => (/[.…]$/.test(t) ? t : `${t}.`),
    (t) => t.replace(/([а-я]{3})([а-я]{3})/g, '$1\u00ad$2'),
    (t) => t.replace(/е/g, 'e').replace(/о/g, 'o'),
  );
  // Words that are quoted back to the person stand there as written.
  const clear = fc.constantFrom(...terms.filter((t) => t.asks === null).map((t) => t.text));
  fc.assert(
    fc.property(clear, space, change, (text, gap, alter) => {
      const changed = alter(text.replace(/ /g, gap));
      expect([changed, meaning(parseDeadline(changed, plan))]).toEqual([
        changed,
        meaning(parseDeadline(text, plan)),
      ]);
    }),
    { numRuns: 1500 },
  );
});

it('its own text gives it again', () => {
  fc.assert(
    fc.property(any, (text) => {
      const found = parseDeadline(text, plan);
      expect(parseDeadline(found.text, plan)).toEqual(found);
    }),
  );
});

describe('one letter wrong in a key word', () => {
  const sentences = [
    'постоянно',
    'систематически',
    'ежегодно до 1 октября',
    'ежеквартально',
    'ежемесячно до 25 числа',
    'по мере необходимости',
    'в соответствии со сроками реализации программ наставничества',
    'в течение всего периода реализации ЦМН',
    'до 20 октября 2022 г., актуализация в течение периода реализации',
    'III квартал 2023',
    'I полугодие 2023',
    'сентябрь–октябрь 2023',
    'до конца декабря 2023 года',
  ];
  /** Key words long enough to be told with a letter wrong. */
  const places = sentences.flatMap((text) =>
    [...text.matchAll(/[а-я]{8,}/g)].map((found) => [text, found.index, found[0]] as const),
  );

  it('keeps what is meant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat({ max: 30 }),
        fc.constantFrom('drop', 'double', 'swap', 'other'),
        ([text, at, word], where, how) => {
          const i = 1 + (where % (word.length - 2));
          const wrong = {
            drop: word.slice(0, i) + word.slice(i + 1),
            double: word.slice(0, i) + word[i] + word.slice(i),
            swap: word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
            other: `${word.slice(0, i)}ъ${word.slice(i + 1)}`,
          }[how];
          const { question: _q, ...found } = meaning(
            parseDeadline(text.slice(0, at) + wrong + text.slice(at + word.length), plan),
          );
          const { question: _w, ...wanted } = meaning(parseDeadline(text, plan));
          expect([wrong, found]).toEqual([wrong, wanted]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each(['июнь 2023|июль 2023', 'марта 2023|мая 2023'])('never takes one month for another: %s', (both) => {
    const [a, b] = both.split('|').map((text) => parseDeadline(text, plan).controlDates);
    expect(a).not.toEqual(b);
  });

  it.each(['июя 2023', 'мау 2023', 'карта 2023', 'парта', 'ию 2023'])(
    'does not guess a month in «%s»',
    (text) => {
      expect(parseDeadline(text, plan).kind).toBe('unknown');
    },
  );
});

it('reads a long cell in no time', () => {
  const before = performance.now();
  for (const text of [
    '1 '.repeat(490),
    'октябрь, '.repeat(110),
    '- '.repeat(490),
    '('.repeat(999),
    'я'.repeat(99_000),
  ])
    parseDeadline(text, plan);
  expect(performance.now() - before).toBeLessThan(20_000);
});
