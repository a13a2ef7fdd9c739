import type { Checked } from '../checks/check';
import type { ReadSettings } from '../registry/read-settings';
import type { TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import type { DamageKind } from '../workbook/repair-plan';
import type { Answer } from './check';

/** What the account and the services say: each question can fail alone. */
export interface Surroundings {
  /** IANA names: of the script, of the workbook. */
  readonly zones: Answer<readonly [script: string, book: string]>;
  /** `ru_RU` */
  readonly locale: Answer<string>;
  /** Addresses: who looks, as whom the script runs; '' when Google does not tell. */
  readonly accounts: Answer<readonly [active: string, effective: string]>;
  /** Scopes of the manifest that are not granted. */
  readonly missingScopes: Answer<readonly string[]>;
  /** Letters that may still be sent today. */
  readonly mailLeft: Answer<number>;
  /** Triggers of this account in this program, all and those of the nightly sweep. */
  readonly triggers: Answer<{ readonly all: number; readonly sweep: readonly string[] }>;
}

/** What the last «Проверить записи» left on its tab. */
export interface LastCheck {
  /** `yyyy-mm-dd` */
  readonly day: string;
  readonly errors: number;
  readonly warnings: number;
}

interface NightlySweep {
  readonly owner: string;
  readonly trigger: string;
  /** `yyyy-mm-dd hh:mm` */
  readonly seen: string;
  readonly outcome: string;
  readonly alive: boolean;
}

/** The daily run of the letters, switched on or not. */
interface DailyLetters {
  /** '' = the daily run is off. */
  readonly owner: string;
  /** `yyyy-mm-dd hh:mm` */
  readonly seen: string;
  readonly alive: boolean;
  readonly stopped: boolean;
}

/** What the fast checks judge: no tab is read below its header but «Настройки» and «Сводка проверки». */
export interface FastFacts extends Surroundings {
  /** `yyyy-mm-dd` */
  readonly today: string;
  /** The account that opened the panel from the menu; the one that answers the panel may be another. */
  readonly openedBy: string;
  readonly titles: Answer<readonly string[]>;
  /** First rows of the tabs that must be there and are. */
  readonly headers: Answer<ReadonlyMap<TabKey, readonly string[]>>;
  readonly settings: Answer<ReadSettings>;
  readonly lastCheck: Answer<LastCheck | null>;
  readonly properties: Answer<Readonly<Record<string, string>>>;
  readonly sweep: Answer<NightlySweep | null>;
  readonly letters: Answer<DailyLetters>;
  readonly storageUnfinished: Answer<boolean>;
}

/** A protection that refuses edits of other people. */
export interface HardProtection {
  readonly tab: string;
  /** Made by the strict mode of rows. */
  readonly strict: boolean;
  /** The acting account, and so the script, may edit what it guards. */
  readonly passable: boolean;
}

/** What the slow checks judge: everything is read once. */
export interface SlowFacts {
  readonly today: string;
  readonly book: Answer<{
    readonly registry: Registry;
    readonly checked: Checked;
    /** Cells of the script's columns that are not what they should be now, by title of the tab. */
    readonly computedDiffer: ReadonlyMap<string, number>;
    /** The lists of the dropdowns are what the registries say now. */
    readonly listsFresh: boolean;
    readonly longest: { readonly tab: string; readonly row: number; readonly length: number };
    /** Organisations with rows of their own and a curator's account, by title of a tab that the strict mode keeps. */
    readonly strictWanted: ReadonlyMap<string, number>;
  }>;
  /** Tabs whose IDs are greater than the number that the program remembers. */
  readonly lowMarks: Answer<readonly string[]>;
  readonly structure: Answer<{
    readonly differences: readonly { readonly kind: DamageKind; readonly tab: string }[];
  }>;
  /** Tabs that were turned into Tables with typed columns. */
  readonly typedTables: Answer<readonly string[]>;
  readonly protections: Answer<readonly HardProtection[]>;
  /** Places that look like names, in the modes that keep none. */
  readonly names: Answer<number>;
  /** Letters of which nobody knows whether they left. */
  readonly unknownLetters: Answer<number>;
  /** Cells of all sheets, blank ones included. */
  readonly cells: Answer<number>;
  readonly journal: Answer<{
    readonly rows: number;
    /** Rows of earlier years, which can go into an archive. */
    readonly past: number;
    /** Rows of the last 30 days. */
    readonly month: number;
  } | null>;
  /** `yyyy-mm-dd` of the last report, '' when there was none. */
  readonly lastReport: Answer<string>;
}
