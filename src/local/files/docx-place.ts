import type { SectionNode } from '../services/document/model';

/** Where blocks are written: how wide the place is (points) and what the document collects on the way. */
export interface Place {
  width: number;
  /** Paragraph style of table text; null outside tables. */
  tableStyle: string | null;
  /** Footnotes in order of their references. */
  footnotes: SectionNode[];
}
