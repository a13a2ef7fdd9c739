import { readRegistry } from '../../../../src/domain/registry/workbook';
import { parseDeadline } from '../../../../src/domain/roadmap/deadline/parse-deadline';
import { fulfilmentOn, prepareFulfilment } from '../../../../src/domain/roadmap/fulfilment';
import type { Fulfilment } from '../../../../src/domain/roadmap/fulfilment-report';
import { plan } from '../../../../src/domain/roadmap/plan';
import { usualPlanPeriod } from '../../../../src/domain/roadmap/plan-period';
import { termKindOf } from '../../../../src/domain/roadmap/term-kind';
import { workingCalendar } from '../../../../src/domain/roadmap/working-calendar';
import { shortDate } from '../../../../src/domain/text/print-date';
import { type Book, gridsOf, type Row, type Values } from '../../book';

export const TODAY = '2024-04-20';
/** No holidays: weekends only. */
export const weekends = workingCalendar([]);

/** A row of the built-in plan as set-up types it. */
export function measure(number: string, more: Row = {}): Row {
  const { rule, everyOrganisation, section, name, term, responsible, result } = plan.find(
    (row) => row.number === number,
  )!;
  const deadline = parseDeadline(term, usualPlanPeriod());
  return {
    id: `RM-${number}`,
    number,
    section,
    name,
    term,
    termKind: termKindOf(deadline),
    from: deadline.start,
    responsible,
    result,
    rule,
    everyOrganisation: everyOrganisation ? 'да' : 'нет',
    controlDates: deadline.controlDates.map(shortDate).join('; '),
    ...more,
  };
}

export const record = (id: string, fields: Row = {}): Row => ({
  id,
  recordStatus: 'Действует',
  organisation: 'ORG-01',
  ...fields,
});

export const school = (id: string, fields: Row = {}): Row => ({
  id,
  recordStatus: 'Действует',
  shortName: `Школа ${id}`,
  participates: true,
  ...fields,
});

export const document = (id: string, kind: string, fields: Row = {}): Row =>
  record(id, {
    kind,
    number: '26/1',
    date: '2022-10-17',
    link: 'https://school.example.ru/a.pdf',
    ...fields,
  });

export interface Options {
  readonly today?: string;
  readonly values?: Values;
  readonly errors?: Readonly<Record<string, number>>;
}

export function fulfilmentOf(book: Book, { today = TODAY, values, errors }: Options = {}): Fulfilment {
  const organisations = book.organisations === undefined ? [school('ORG-01')] : book.organisations;
  const registry = readRegistry(gridsOf({ ...book, organisations }, values));
  const prepared = prepareFulfilment(registry, errors ? new Map(Object.entries(errors)) : null);
  return fulfilmentOn(prepared, today, weekends);
}

/** The measure of a book that has one row in its roadmap, how it stands, and its obligations without the steps. */
export function standing(number: string, book: Book, options: Options & { readonly row?: Row } = {}) {
  const found = fulfilmentOf({ roadmap: [measure(number, options.row)], ...book }, options);
  const state = found.measures[0]!;
  const obligations = found.obligations.filter((o) => o.step === '');
  return {
    ...found,
    state,
    status: state.status,
    own: obligations,
    steps: found.obligations.filter((o) => o.step !== ''),
    left: obligations.map((o) => o.left).join('; '),
  };
}
