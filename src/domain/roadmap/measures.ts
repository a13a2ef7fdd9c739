import type { EvidenceRuleTitle } from '../registry/enumerations';
import { hasColumn } from '../registry/read';
import type { Registry } from '../registry/workbook';
import type { DateText } from '../text/calendar';
import { foldKey } from '../text/fold';
import { cleanText } from '../text/spaces';
import { controlDatesOf } from './control-dates';
import { plan } from './plan';
import { typedMarks, typedStatus } from './typed-statuses';

/** A row of «Дорожная карта». */
export interface Measure {
  readonly id: string;
  /** `2.1` */
  readonly number: string;
  readonly name: string;
  /** The day from which the term runs; of measures that go on, from which they are looked at. */
  readonly from: DateText | '';
  readonly termKind: string;
  /** Ascending, each once. */
  readonly controlDates: readonly DateText[];
  readonly responsible: string;
  readonly everyOrganisation: boolean;
  /** Which evidence shows that it is done; «вручную»: none, people say so. */
  readonly rule: EvidenceRuleTitle;
  /** «Статус вручную» with its why and its evidence; null where the cell is blank. */
  readonly manual: Override | null;
}

/** A status that a person set instead of the computed one. */
export interface Override {
  readonly status: string;
  readonly comment: string;
  readonly evidence: string;
  readonly doneOn: DateText | '';
  /** Of a row that every organisation fulfils: «Выполнено» speaks for all of them. */
  readonly forAll?: true;
}

/** A row of «Отметки исполнения». */
export interface Mark extends Override {
  readonly number: string;
  /** '' = every organisation, or the municipality. */
  readonly organisation: string;
  /** '' = every control date. */
  readonly controlDate: DateText | '';
}

/**
 * Statuses are computed only where the roadmap has a column for people's own word: in a workbook of an older schema, or
 * made elsewhere, «Статус» is what people typed.
 */
export function computesStatuses({ tabs }: Registry): boolean {
  return hasColumn(tabs.roadmap, 'statusManual') && hasColumn(tabs.roadmap, 'number');
}

export function measuresOf(registry: Registry): readonly Measure[] {
  const { tabs } = registry;
  const computed = computesStatuses(registry);
  const byId = new Map<string, Measure>();
  for (const { id: own, values: v } of tabs.roadmap.entries) {
    const number = numberOf(text(v.number));
    const id = own || `RM-${number}`;
    if (number === '' || byId.has(id)) continue;
    const name = text(v.name);
    byId.set(id, {
      id,
      number,
      name,
      from: text(v.from),
      termKind: text(v.termKind),
      controlDates: controlDatesOf(text(v.controlDates)).dates,
      responsible: text(v.responsible),
      everyOrganisation: v.everyOrganisation === true,
      rule: (text(v.rule) || ruleOfPlan(number, name)) as EvidenceRuleTitle,
      manual: computed ? manualStatus(v) : typedStatus(v),
    });
  }
  return [...byId.values()];
}

function manualStatus(v: Readonly<Record<string, unknown>>): Override | null {
  if (text(v.statusManual) === '') return null;
  return {
    status: text(v.statusManual),
    comment: text(v.statusComment),
    evidence: text(v.evidence),
    doneOn: text(v.doneOn),
  };
}

/** The measures of the built-in plan know their evidence, in an older workbook too. */
function ruleOfPlan(number: string, name: string): EvidenceRuleTitle {
  const known = plan.find((row) => row.number === number);
  return known && foldKey(known.name) === foldKey(name) ? known.rule : 'вручную';
}

export function marksOf(registry: Registry, measures: readonly Measure[]): readonly Mark[] {
  const { tabs } = registry;
  const typed = computesStatuses(registry)
    ? []
    : typedMarks(registry, (number) => measures.find((m) => m.number === number)?.controlDates ?? []);
  const own = tabs.marks.entries
    .filter(({ values: v }) => text(v.number) !== '' && text(v.status) !== '')
    .map(({ values: v }) => ({
      number: numberOf(text(v.number)),
      organisation: text(v.organisation),
      controlDate: text(v.controlDate),
      status: text(v.status),
      doneOn: text(v.doneOn),
      evidence: text(v.evidence),
      comment: text(v.comment),
    }));
  // Of two equal ones the later is the word that holds.
  return [...typed, ...own];
}

/** «п. 2.1.» → `2.1` */
export function numberOf(cell: string): string {
  return cleanText(cell)
    .replace(/^(?:п(?:ункт)?\.?\s*|RM-)/i, '')
    .replace(/\.+$/, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
