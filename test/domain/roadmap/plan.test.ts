import { enumerationOf } from '../../../src/domain/registry/enumerations';
import type { Deadline } from '../../../src/domain/roadmap/deadline/deadline';
import { parseDeadline } from '../../../src/domain/roadmap/deadline/parse-deadline';
import { plan } from '../../../src/domain/roadmap/plan';
import { usualPlanPeriod } from '../../../src/domain/roadmap/plan-period';
import { termKindOf } from '../../../src/domain/roadmap/term-kind';
import { terms } from './deadline/terms';

const WHOLE = ['непрерывно', '2022-10-03', ''];
const BY_OCTOBER = ['дата «до»', '2022-10-03', '2022-10-20'];
const THEN_FRESH = ['дата + непрерывно', '2022-10-03', '2022-10-20'];
const APRILS = ['несколько месяцев', '2023-04-01', '2023-04-30 2024-04-30'];

/** Kind, start and control dates of domain.md §1.2, read by people. */
const READ_BY_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['месяц', '2022-10-01', '2022-10-31'],
  '1.2': WHOLE,
  '1.3': WHOLE,
  '1.4': WHOLE,
  '1.5': WHOLE,
  '1.6': WHOLE,
  '2.1': BY_OCTOBER,
  '2.2': BY_OCTOBER,
  '2.3': THEN_FRESH,
  '2.4': THEN_FRESH,
  '2.5': ['внешний план', '', ''],
  '2.6': WHOLE,
  '2.7': ['по программам', '', ''],
  '2.8': WHOLE,
  '3.1': ['внешний срок', '', ''],
  '3.2': WHOLE,
  '3.3': APRILS,
  '3.4': APRILS,
  '3.5': APRILS,
};

describe('the plan', () => {
  const read = (term: string): Deadline => parseDeadline(term, usualPlanPeriod());

  it('has nineteen rows, each with a term that is understood without a question', () => {
    expect(plan.map((row) => row.number)).toEqual(Object.keys(READ_BY_PEOPLE));
    expect(plan.map((row) => read(row.term).question)).toEqual(plan.map(() => ''));
  });

  it.each(plan.map((row) => [row.number, row.term]))(
    'row %s «%s» is read as people read it',
    (number, term) => {
      const deadline = read(term);
      const found = [termKindOf(deadline), deadline.start, deadline.controlDates.join(' ')];
      expect(found).toEqual(READ_BY_PEOPLE[number]);
    },
  );

  it('keeps the bases of 2.3 and 2.4 fresh to its end', () => {
    for (const number of ['2.3', '2.4'])
      expect(read(plan.find((row) => row.number === number)!.term).freshness).toEqual({
        start: '2022-10-20',
        end: '2024-12-31',
      });
  });
});

describe('the kind of a term in the workbook', () => {
  const kindOf = (text: string): string => termKindOf(parseDeadline(text, usualPlanPeriod()));

  it.each([
    ['сентябрь–октябрь 2023', 'период'],
    ['ежегодно до 1 октября', 'повторяющийся'],
    ['по мере необходимости', 'по мере необходимости'],
    ['октябрь 2022, далее постоянно', 'дата + непрерывно'],
    ['по графику', 'внешний план'],
    ['по согласованию', 'внешний срок'],
    ['как получится', 'не распознан'],
  ])('«%s» is «%s»', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('is always a value of the list', () => {
    const list: readonly string[] = enumerationOf('termKind').values;
    const used = new Set(terms.map((term) => kindOf(term.text)));
    expect([...used].filter((kind) => !list.includes(kind))).toEqual([]);
    expect([...used].sort()).toEqual([...list].sort());
  });
});
