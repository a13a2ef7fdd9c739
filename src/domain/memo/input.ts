import type { Severity } from '../checks/finding';
import type { OrganisationLine, WaveReport } from '../monitoring/report';
import type { Settings } from '../registry/settings';
import type { WorkingCalendar } from '../roadmap/working-calendar';
import type { DateText } from '../text/calendar';

/** A row of the table of indicators as the memo prints it; `indicators` of monitoring fits. */
interface IndicatorEntry {
  readonly code: string;
  readonly name: string;
  readonly formula: string;
  /** As in `IndicatorValue`; absent = ''. */
  readonly part?: string;
}

interface ChecksSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** Warnings and hints that were accepted with a reason; they are in none of the other counts. */
  readonly accepted: number;
  readonly byRule: readonly {
    readonly code: string;
    readonly message: string;
    readonly count: number;
    readonly severity: Severity;
  }[];
}

export interface MemoInput {
  readonly report: WaveReport;
  readonly settings: Settings;
  readonly today: DateText;
  readonly calendar: WorkingCalendar;
  /** Paragraphs of the coordinator; `section` is a value of the enumeration `memoSection`. */
  readonly authorTexts: readonly { readonly section: string; readonly text: string }[];
  readonly indicatorTable: readonly IndicatorEntry[];
  readonly checks: ChecksSummary;
}

/** The input with what every section needs of it. */
export interface Memo extends MemoInput {
  /** Participating organisations. */
  readonly total: number;
  readonly submitted: readonly OrganisationLine[];
  readonly absent: readonly OrganisationLine[];
  readonly year: number;
}

export function openMemo(input: MemoInput): Memo {
  const { organisations, wave } = input.report;
  return {
    ...input,
    total: organisations.length,
    submitted: organisations.filter((o) => o.submitted),
    absent: organisations.filter((o) => !o.submitted),
    year: Number(wave.slice(0, 4)),
  };
}
