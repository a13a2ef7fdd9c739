import { parseDeadline } from '../../../../src/domain/roadmap/deadline/parse-deadline';
import { type Meaning, plan } from './meaning';
import { terms } from './terms';

/** The table reads as sentences: one test a term. */
const cases = terms.map((term) => [term.text, term] as [string, Meaning]);

describe('what terms mean', () => {
  it('has enough of them, each once', () => {
    expect(terms.length).toBeGreaterThan(180);
    expect(new Set(terms.map((t) => t.text)).size).toBe(terms.length);
  });

  it.each(cases)('«%s»', (text, { kind, start, dates, recurrence, freshness, asks }) => {
    const { question, ...rest } = parseDeadline(text, plan);
    expect(rest).toEqual({ text, kind, start, controlDates: dates, recurrence, freshness });
    if (asks === null) expect(question).toBe('');
    else expect(question).toMatch(asks);
  });
});

describe('another plan', () => {
  it('takes another year where none is written', () => {
    const other = { start: '2024-01-15', end: '2025-08-31' };
    expect(parseDeadline('до 1 сентября', other).controlDates).toEqual(['2024-09-01']);
    expect(parseDeadline('ежегодно до 1 февраля', other).controlDates).toEqual(['2024-02-01', '2025-02-01']);
    expect(parseDeadline('в течение учебного года', other).controlDates).toEqual(['2024-08-31']);
    expect(parseDeadline('постоянно', other).start).toBe('2024-01-15');
  });

  it('has no day for a term without a year that does not fall into it', () => {
    const short = { start: '2023-01-01', end: '2023-06-30' };
    const found = parseDeadline('до 1 октября', short);
    expect([found.kind, found.controlDates]).toEqual(['unknown', []]);
    expect(found.question).toMatch(/«1 октября» не попадает/);
    const yearly = parseDeadline('ежегодно до 1 октября', short);
    expect([yearly.kind, yearly.controlDates]).toEqual(['recurring', []]);
    expect(yearly.question).toMatch(/не попадает ни одна дата/);
  });

  it('keeps nothing fresh after its end', () => {
    const found = parseDeadline('до 1 февраля 2025 г., далее постоянно', plan);
    expect([found.controlDates, found.freshness]).toEqual([['2025-02-01'], null]);
  });
});
