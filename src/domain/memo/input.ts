import type { OrganisationLine, WaveReport } from '../monitoring/report';
import type { Settings } from '../registry/settings';
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
  readonly byRule: readonly { readonly code: string; readonly message: string; readonly count: number }[];
}

export interface MemoInput {
  readonly report: WaveReport;
  readonly settings: Settings;
  readonly today: DateText;
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
