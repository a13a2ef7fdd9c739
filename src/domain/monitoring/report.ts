/** The figures of one wave: everything that the tabs, the charts and the memo are made from. Plain data. */

export type IndicatorStatus = 'value' | 'zero-denominator' | 'no-data';
export type IndicatorUnit = '%' | 'count' | 'ratio';

/** One figure (architecture.md, contract 4). A municipal share is Σ numerators / Σ denominators. */
export interface IndicatorValue {
  readonly code: string;
  /** '' or e.g. `mentees`, `mentors.D`, `level:краевой`, `max`. */
  readonly part: string;
  /** `municipality` or the ID of an organisation. */
  readonly scope: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Not rounded; % for shares. null unless status is `value`. */
  readonly value: number | null;
  readonly unit: IndicatorUnit;
  readonly status: IndicatorStatus;
  readonly target: number | null;
}

export const MUNICIPALITY = 'municipality';

export interface OrganisationLine {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Status of the form of this wave; '' when there is no form at all. */
  readonly formStatus: string;
  readonly submitted: boolean;
  readonly submittedOn: string;
  readonly late: boolean;
  readonly returnedWhy: string;
  /** Filled required cells / required cells of the organisation's rows, %; null when it has no rows. */
  readonly completeness: number | null;
  /** Rows without errors / rows, %. */
  readonly quality: number | null;
  readonly errors: number;
  /** Head counts as used for the denominators; null = no data. */
  readonly teachers: number | null;
  readonly newTeachers: number | null;
  readonly youngTeachers: number | null;
}

export interface DocumentCell {
  readonly kind: string;
  readonly present: boolean;
  /** «№ 26/1 от 01.09.2022», '' when absent. */
  readonly requisites: string;
}

export interface CrossTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** cells[row][column] */
  readonly cells: readonly (readonly number[])[];
}

export interface Distribution {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly count: number }[];
}

export interface Satisfaction {
  readonly scope: string;
  readonly role: 'mentees' | 'mentors';
  /** null: no survey reported. */
  readonly answers: number | null;
  readonly high: number | null;
}

export interface RoadmapLine {
  readonly number: string;
  readonly name: string;
  readonly term: string;
  readonly status: string;
  readonly evidence: string;
  readonly due: boolean;
}

export interface SwotEntry {
  readonly organisation: string;
  readonly strengths: string;
  readonly weaknesses: string;
  readonly opportunities: string;
  readonly threats: string;
  readonly problems: string;
}

/** What an organisation should mend: found facts with their counts, turned into words by the memo. */
export interface Remark {
  readonly organisation: string;
  readonly kind:
    | 'not-submitted'
    | 'no-curator'
    | 'no-section'
    | 'no-package'
    | 'new-without-mentor'
    | 'untrained'
    | 'expired-pairs'
    | 'no-order'
    | 'no-programme'
    | 'data-errors';
  readonly count: number;
  /** For `no-package`: the kinds of documents that are absent. */
  readonly missing?: readonly string[];
}

export interface TrainingLine {
  readonly kind: string;
  readonly events: number;
  readonly people: number;
  readonly hours: number;
}

/** A mentor who may be named: has a consent to publication valid on D. */
export interface PublishableMentor {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

export interface WaveReport {
  /** `2024-04` */
  readonly wave: string;
  /** Reference date D, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** First day of the period P (1 September of D's school year). */
  readonly periodFrom: string;
  readonly builtOn: string;
  /** Participating organisations in the order of their IDs. */
  readonly organisations: readonly OrganisationLine[];
  readonly indicators: readonly IndicatorValue[];
  /** The wave before, for dynamics; null when there was none. */
  readonly previous: {
    readonly wave: string;
    readonly asOf: string;
    /** From the snapshot of that wave, or counted anew from the registries at its date. */
    readonly source: 'snapshot' | 'registries';
    /** False: definitions changed in between, dynamics are not shown. */
    readonly comparable: boolean;
    readonly indicators: readonly IndicatorValue[];
  } | null;
  /** Т2: organisation × seven kinds of documents, in force on D. */
  readonly documents: readonly { readonly organisation: string; readonly cells: readonly DocumentCell[] }[];
  /** Т4: form × kind of pairs and groups active on D. */
  readonly formsByKinds: CrossTable;
  readonly distributions: {
    readonly forms: Distribution;
    readonly kinds: Distribution;
    readonly organisationTypes: Distribution;
    readonly menteeCategories: Distribution;
    readonly mentorQualifications: Distribution;
    readonly topRequests: Distribution;
  };
  /** Т5 */
  readonly training: readonly TrainingLine[];
  /** Т6: level × type of practices in P. */
  readonly practices: CrossTable;
  /** Т7 */
  readonly satisfaction: readonly Satisfaction[];
  readonly swot: readonly SwotEntry[];
  /** Т8 */
  readonly roadmap: readonly RoadmapLine[];
  /** Active mentees with 0–3 years of service who are in no active pair, by organisation. */
  readonly newWithoutMentor: readonly { readonly organisation: string; readonly count: number }[];
  readonly remarks: readonly Remark[];
  readonly publishableMentors: readonly PublishableMentor[];
  /** Warnings of the computation itself: what was left out and why. */
  readonly notes: readonly string[];
  /** The definition settings as words, printed in the methodology. */
  readonly definitions: Readonly<Record<string, string>>;
}
