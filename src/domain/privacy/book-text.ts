import type { Grid } from '../registry/cell';
import type { TabKey } from '../registry/tab';

/** A sheet with everything in it that a person can read. */
export interface BookSheet {
  readonly title: string;
  /** The tab of people that it is, or null. */
  readonly tab: TabKey | null;
  /** Filled by the program: whatever looks like a name may be hidden there without asking. */
  readonly own: boolean;
  readonly grid: Grid;
  /** From A1, like the grid; '' where there is none. */
  readonly notes: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** A place that may name somebody and that the program leaves to a person. */
export interface Leftover {
  readonly sheet: string;
  /** `C7`; '' is the title of the sheet. */
  readonly cell: string;
  readonly kind: 'cell' | 'note' | 'formula' | 'title';
  readonly words: readonly string[];
}
