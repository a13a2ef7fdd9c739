import type { Entry, ReadTab } from '../registry/read';
import type { Settings } from '../registry/settings';
import type { TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import type { WorkingCalendar } from '../roadmap/working-calendar';
import type { Finding, Severity } from './finding';

/** What a rule is, as a row of the table of rules. Codes are never renumbered. */
export interface RuleFacts {
  /** `R-01` … `R-48` are domain.md §2.14, `R-49` … their continuation, `S-01` … the structure of the workbook. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in general: for protocols, counts and the guide. */
  readonly title: string;
  /** What to do, where the finding does not say it better itself. */
  readonly instruction?: string;
}

/** A rule that reading itself applies: it has no function of its own. */
export interface ReadingRule extends RuleFacts {
  readonly scope: 'reading';
}

/** Looks at one row alone, so it runs at the cell too. */
export interface RowRule extends RuleFacts {
  readonly scope: 'row';
  readonly instruction: string;
  readonly tabs: readonly TabKey[];
  /** Keys of the columns that it looks at; it is silent where the workbook lacks one of them. */
  readonly columns: readonly string[];
  readonly check: (row: RowCase, report: ReportRow) => void;
}

/** Needs other rows or other tabs: it runs in the full check only. */
export interface BookRule extends RuleFacts {
  readonly scope: 'book';
  readonly instruction: string;
  /** Keys of the columns whose edit may mend the finding: until the next full check it is then not shown in the row. */
  readonly columns: readonly string[];
  /** Tabs and their columns without which the rule knows nothing: it is silent where one is missing or doubled. */
  readonly needs?: readonly Need[];
  readonly check: (book: BookCase, report: ReportBook) => void;
}

/** A tab and keys of its columns. */
export type Need = readonly [tab: TabKey, ...columns: string[]];

export type Rule = ReadingRule | RowRule | BookRule;

/** One row and what it is judged by. It is the same object for all rows of a run: a rule must not keep it. */
export interface RowCase {
  readonly tab: TabKey;
  readonly entry: Entry;
  readonly settings: Settings;
  /** `yyyy-mm-dd` */
  readonly today: string;
  /** Of the workbook in the full check; at the cell only the days that the program knows itself. */
  readonly calendar: WorkingCalendar;
  /** The day so many days before today; counted once a run. */
  daysAgo(days: number): string;
}

/** The whole registry and what is asked of it often. Archived rows, drafts and copies of a doubled ID are not `live`. */
export interface BookCase {
  readonly registry: Registry;
  readonly settings: Settings;
  readonly today: string;
  readonly calendar: WorkingCalendar;
  /** Rows in force: «Действует», or any row where the workbook has no status column; the first holder of an ID. */
  live(tab: TabKey): readonly Entry[];
  /** The record of an ID, archived ones too. */
  find(id: string): { readonly tab: TabKey; readonly entry: Entry } | undefined;
  /**
   * What several rules need of the whole book: made at the first call, the same for the rest of the run; on the other
   * days of the run, too, where `make` did not ask for the day. What it makes must not ask the book for the day later.
   */
  once<T>(make: (book: BookCase) => T): T;
  daysAgo(days: number): string;
}

/** What a rule found in one cell; what is left out comes from the rule and the cell. */
export interface Case {
  readonly message: string;
  readonly expected: string;
  readonly found?: string;
  readonly instruction?: string;
}

/** @param column key of the column, '' for the row as a whole */
export type ReportRow = (column: string, found: Case) => void;
/** @param entry null: the tab as a whole */
export type ReportBook = (tab: TabKey, entry: Entry | null, column: string, found: Case) => void;

/** The finding of a rule in a row. */
export function findingOf(
  rule: RowRule | BookRule,
  read: ReadTab,
  entry: Entry | null,
  column: string,
  { message, expected, found, instruction }: Case,
): Finding {
  const { tab } = read;
  return {
    code: rule.code,
    severity: rule.severity,
    tab: tab.title,
    row: entry?.row ?? null,
    recordId: entry?.id ?? '',
    column: column === '' ? '' : (tab.columns.find((c) => c.key === column)?.title ?? ''),
    found: found ?? cellWords(entry?.values[column]),
    expected,
    message,
    instruction: instruction ?? rule.instruction,
    organisation: entry === null ? '' : organisationOf(tab.key, entry),
  };
}

/** ID of the organisation that a row belongs to, '' when it names none. */
export function organisationOf(tab: TabKey, entry: Entry): string {
  if (tab === 'organisations') return entry.id;
  return typeof entry.values.organisation === 'string' ? entry.values.organisation : '';
}

const HYPHEN = 45;
/** Most texts come clean from reading: the same text is kept, not a copy a finding. */
const NOT_PLAIN = /[^\S ]|\s\s|^\s|\s$/;

function cellWords(value: unknown): string {
  const text = Array.isArray(value)
    ? value.join('; ')
    : value === true
      ? 'да'
      : value === false
        ? 'нет'
        : String(value ?? '');
  const date = text.charCodeAt(4) === HYPHEN ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  const plain = date
    ? `${date[3]}.${date[2]}.${date[1]}`
    : NOT_PLAIN.test(text)
      ? text.replace(/\s+/g, ' ').trim()
      : text;
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}
