import type { Entry } from '../registry/read';

/** Later than any day of a registry. */
export const FOREVER = '9999-12-31';

/** What the registries say, with names for the fields and references resolved; still every row, whatever its dates. */

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly participates: boolean;
  /** The head through which it reports, '' when it reports itself. */
  readonly reportsTo: string;
  readonly from: string;
  readonly to: string;
  readonly teachers: number | null;
  readonly newTeachers: number | null;
  readonly youngTeachers: number | null;
  readonly section: boolean;
  readonly noMentees: boolean;
  readonly until: string;
  readonly updatedOn: string;
}

/** № and date of a paper; both '' when there is none. */
export interface Requisites {
  readonly number: string;
  readonly date: string;
}

/** An order as № and date; `until` as of its record in «Документы». */
export interface Order extends Requisites {
  readonly until: string;
}

export interface Common {
  /** ID, or `строка 12` where the ID cell is blank: the row still counts. */
  readonly id: string;
  readonly row: number;
  /** The organisation that answers for the row: the head where a unit reports through it. '' when unknown. */
  readonly organisation: string;
  /** In force on D as a row: not a draft, not archived on or before D. */
  readonly inForce: boolean;
  /** The row counts on days before this one: the day of archiving, {@link FOREVER}; '' for a draft. */
  readonly until: string;
  /** «Дата актуализации». */
  readonly updatedOn: string;
}

export interface Curator extends Common {
  readonly from: string;
  readonly to: string;
  readonly order: Order;
}

export interface Mentor extends Common {
  readonly name: string;
  readonly fold: string;
  /** The organisation that the row itself names, and the main place of work (itself when blank). */
  readonly own: string;
  readonly workplace: string;
  /** The organisation that answers for the main place of work. */
  readonly main: string;
  readonly external: boolean;
  readonly entered: string;
  readonly left: string;
  readonly qualification: string;
  readonly competences: readonly string[];
  readonly order: Order;
  readonly consent: string;
  readonly addendum: Requisites;
  readonly publication: { readonly from: string; readonly to: string };
  /** Errors that reading found in the row. */
  readonly errors: number;
}

export interface Mentee extends Common {
  readonly fold: string;
  readonly category: string;
  readonly student: boolean;
  /** Completed years of service on D; null = unknown. */
  readonly years: number | null;
  /** Under the age limit of the settings on D; null = unknown. */
  readonly young: boolean | null;
  readonly requests: readonly string[];
  readonly entered: string;
  readonly ended: string;
  readonly result: string;
  readonly retained: string;
}

export interface Pair extends Common {
  readonly group: boolean;
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  readonly form: string;
  readonly kind: string;
  readonly order: Order;
  readonly from: string;
  readonly plannedEnd: string;
  readonly ended: string;
  readonly status: string;
  readonly endWhy: string;
}

export interface Programme extends Common {
  readonly type: string;
  readonly pair: string;
  readonly from: string;
  readonly to: string;
  readonly result: string;
  readonly progress: number | null;
}

export interface Training extends Common {
  readonly kind: string;
  readonly level: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number | null;
  readonly participants: readonly string[];
  readonly done: boolean;
}

export interface Practice extends Common {
  readonly type: string;
  readonly level: string;
  readonly date: string;
}

export interface Document extends Common {
  readonly level: string;
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly link: string;
}

export interface Form extends Common {
  readonly wave: string;
  readonly status: string;
  readonly submittedOn: string;
  readonly returnedOn: string;
  readonly returnedWhy: string;
  readonly acceptedOn: string;
  readonly values: Entry['values'];
}

export interface Facts {
  readonly organisations: readonly Organisation[];
  readonly curators: readonly Curator[];
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly pairs: readonly Pair[];
  readonly programmes: readonly Programme[];
  readonly training: readonly Training[];
  readonly practices: readonly Practice[];
  readonly documents: readonly Document[];
  readonly forms: readonly Form[];
}
