import type { Entry, ReadTab } from '../registry/read';
import { hasColumn } from '../registry/read';
import { isOutside } from '../registry/read-references';
import type { Settings } from '../registry/settings';
import type { TabKey } from '../registry/tab';
import type { Value } from '../registry/values';
import type { Registry } from '../registry/workbook';
import { completeYears } from '../text/calendar';
import { foldName } from '../text/fold';
import { parseOrderReference } from '../text/order-number';
import {
  type Common,
  type Document,
  type Facts,
  FOREVER,
  type Mentee,
  type Mentor,
  type Order,
  type Organisation,
  type Pair,
} from './records';
import type { Wave } from './wave';

const STUDENT = 'студент-практикант / целевик';

/** Names the fields, resolves the references to orders and organisations, recomputes years of service to D. */
export function factsOf(registry: Registry, wave: Pick<Wave, 'asOf'>): Facts {
  const { settings, tabs } = registry;
  const organisations = rowsOf(tabs.organisations).map((entry) =>
    organisationOf(entry, tabs.organisations, wave.asOf),
  );
  const reporting = reportingOf(organisations);
  const common = (tab: ReadTab, entry: Entry): Common => {
    const until = lastsUntil(tab, entry);
    return {
      id: entry.id || `строка ${entry.row}`,
      row: entry.row,
      organisation: reporting(text(entry.values.organisation)),
      inForce: until > wave.asOf,
      until,
      updatedOn: text(entry.values.updatedOn),
    };
  };
  const rows = <T>(key: TabKey, make: (v: Entry['values'], common: Common, entry: Entry) => T): T[] =>
    rowsOf(tabs[key]).map((entry) => make(entry.values, common(tabs[key], entry), entry));
  const documents = rows(
    'documents',
    (v, common): Document => ({
      level: text(v.level),
      kind: text(v.kind),
      number: text(v.number),
      date: text(v.date),
      from: text(v.from),
      to: text(v.to),
      link: text(v.link),
      ...common,
    }),
  );
  const orders = orderLookup(documents);
  const years = yearsTo(wave.asOf);
  const young = youngOn(wave.asOf, settings);
  // The long tabs are written out field by field: a spread for each row costs several times more.
  const mentors = rows('mentors', (v, common, { errors }): Mentor => {
    const own = text(v.organisation);
    const workplace = text(v.workplace) || own;
    const name = text(v.name);
    return {
      id: common.id,
      row: common.row,
      organisation: common.organisation,
      inForce: common.inForce,
      until: common.until,
      updatedOn: common.updatedOn,
      name,
      fold: foldName(name),
      own,
      workplace,
      main: reporting(workplace),
      external: isOutside(workplace),
      entered: text(v.entered),
      left: text(v.left),
      qualification: text(v.qualification),
      competences: list(v.competences),
      order: orders(v.order),
      consent: text(v.consent),
      addendum: { number: text(v.addendum), date: text(v.addendumDate) },
      publication: { from: text(v.publicationConsent), to: text(v.publicationConsentTo) },
      errors,
    };
  });
  const mentees = rows(
    'mentees',
    (v, common): Mentee => ({
      id: common.id,
      row: common.row,
      organisation: common.organisation,
      inForce: common.inForce,
      until: common.until,
      updatedOn: common.updatedOn,
      fold: foldName(text(v.name)),
      category: text(v.category),
      student: v.category === STUDENT,
      years: years(number(v.years), text(v.yearsOn)),
      young: young(text(v.birth)),
      requests: list(v.requests),
      entered: text(v.entered),
      ended: text(v.ended),
      result: text(v.result),
      retained: text(v.retained),
    }),
  );
  // A pair belongs to the organisation of its first mentee; its own column speaks when that mentee is not known.
  const home = new Map(mentees.map((m) => [m.id, m.organisation]));
  const pairs = rows('pairs', (v, common): Pair => {
    const members = list(v.mentees);
    return {
      id: common.id,
      row: common.row,
      organisation: home.get(members[0]) || common.organisation,
      inForce: common.inForce,
      until: common.until,
      updatedOn: common.updatedOn,
      group: v.type === 'группа',
      mentors: list(v.mentors),
      mentees: members,
      form: text(v.form),
      kind: text(v.kind),
      order: orders(v.order),
      from: text(v.from),
      plannedEnd: text(v.plannedEnd),
      ended: text(v.ended),
      status: text(v.status),
      endWhy: text(v.endWhy),
    };
  });
  return {
    organisations,
    documents,
    curators: rows('curators', (v, common) => ({
      from: text(v.from),
      to: text(v.to),
      order: orders(v.order),
      ...common,
    })),
    mentors,
    mentees,
    pairs,
    programmes: rows('programmes', (v, common) => ({
      type: text(v.type),
      pair: text(v.pair),
      from: text(v.from),
      to: text(v.to),
      result: text(v.result),
      progress: number(v.progress),
      ...common,
    })),
    training: rows('training', (v, common) => ({
      kind: text(v.kind),
      level: text(v.level),
      from: text(v.from),
      to: text(v.to) || text(v.from),
      hours: number(v.hours),
      participants: list(v.participants),
      done: v.state === 'факт',
      ...common,
    })),
    practices: rows('practices', (v, common) => ({
      type: text(v.type),
      level: text(v.level),
      date: text(v.date),
      ...common,
    })),
    forms: rows('forms', (v, common) => ({
      ...common,
      // A unit that reports through its head hands in no form of its own: one that is there is not the head's.
      organisation: text(v.organisation),
      wave: text(v.wave),
      status: text(v.status),
      submittedOn: text(v.submittedOn),
      returnedOn: text(v.returnedOn),
      returnedWhy: text(v.returnedWhy),
      acceptedOn: text(v.acceptedOn),
      values: v,
    })),
  };
}

/**
 * The organisation that answers for a row: the head (or the head's head) of a unit that reports through it. A unit that
 * stays outside the model does not come in through its head; '' for an organisation that the registry does not know.
 */
function reportingOf(organisations: readonly Organisation[]): (id: string) => string {
  const byId = new Map(organisations.map((o) => [o.id, o]));
  const answers = new Map<string, string>();
  for (const { id } of organisations) {
    let top = byId.get(id)!;
    for (let step = 0; step < organisations.length && top.participates && top.reportsTo; step++)
      top = byId.get(top.reportsTo) ?? { ...top, reportsTo: '' };
    answers.set(id, top.id);
  }
  return (id) => answers.get(id) ?? '';
}

/** A row that repeats the ID of an earlier one is its copy: counted once, by the first holder. */
function rowsOf(tab: ReadTab): readonly Entry[] {
  if (!tab.findings.some((f) => f.code === 'R-04')) return tab.entries;
  const seen = new Set<string>();
  return tab.entries.filter((entry) => {
    if (!entry.id) return true;
    if (seen.has(entry.id)) return false;
    seen.add(entry.id);
    return true;
  });
}

function organisationOf({ id, values: v }: Entry, tab: ReadTab, asOf: string): Organisation {
  const until = lastsUntil(tab, { values: v });
  return {
    id,
    name: text(v.shortName) || text(v.fullName) || id,
    type: text(v.type),
    participates: v.participates === true && until > asOf,
    reportsTo: v.reportsThroughHead === true ? text(v.head) : '',
    from: text(v.activeFrom),
    to: text(v.activeTo),
    teachers: number(v.teachers),
    newTeachers: number(v.newTeachers),
    youngTeachers: number(v.youngTeachers),
    section: text(v.section) !== '',
    noMentees: text(v.noMentees) !== '',
    until,
    updatedOn: text(v.updatedOn),
  };
}

/**
 * The day before which a row counts. Drafts never count; archived rows count while D is before the day of archiving (§3.6). A table made elsewhere may
 * lack the column altogether: then its rows are taken as in force.
 */
export function lastsUntil(tab: ReadTab, { values }: Pick<Entry, 'values'>): string {
  if (!hasColumn(tab, 'recordStatus')) return FOREVER;
  const status = values.recordStatus;
  if (status === 'Действует') return FOREVER;
  return status === 'Архив' ? text(values.archivedOn) : '';
}

/** An order cell: a record of «Документы» by its ID, or № and date typed into the cell itself. */
function orderLookup(documents: readonly Document[]): (cell: Value | undefined) => Order {
  const none: Order = { number: '', date: '', until: '' };
  const byId = new Map(documents.map((d) => [d.id, d]));
  return (cell) => {
    const id = text(cell);
    if (!id) return none;
    const found = byId.get(id);
    if (found) return found.inForce ? found : none;
    const typed = parseOrderReference(id).value;
    return typed ? { ...typed, until: FOREVER } : none;
  };
}

/** Years of service on D from the value and its as-of date; completed years between the two, never below zero. */
function yearsTo(asOf: string): (years: number | null, statedOn: string) => number | null {
  // Many rows share a date.
  const passed = new Map<string, number>();
  return (years, statedOn) => {
    if (years === null || !statedOn) return years;
    let since = passed.get(statedOn);
    if (since === undefined) {
      since = completeYears(statedOn, asOf);
      passed.set(statedOn, since);
    }
    return Math.max(0, years + since);
  };
}

/** «до 35»: D.year − year of birth by the setting's comparison; an age group only where it lies on one side of it. */
function youngOn(asOf: string, settings: Settings): (birth: string) => boolean | null {
  const year = Number(asOf.slice(0, 4));
  const inclusive = settings.text('youngAge') === '≤ 35';
  return (birth) => {
    if (!birth) return null;
    if (/^\d{4}$/.test(birth)) {
      const age = year - Number(birth);
      return inclusive ? age <= 35 : age < 35;
    }
    if (birth === 'до 25' || birth === '25–29' || birth === '30–34') return true;
    return birth === '35–39' && inclusive ? null : false;
  };
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function number(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function list(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
