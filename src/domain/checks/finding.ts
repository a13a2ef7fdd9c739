/** A finding: something in the workbook that somebody should look at. One record type for reading, checks and reports. */
export interface Finding {
  /** `R-01` … rules of domain.md §2.14 and their continuation, `S-01` … structure of the workbook. Never renumbered. */
  readonly code: string;
  readonly severity: Severity;
  /** Title of the tab. */
  readonly tab: string;
  /** 1-based row of the sheet, as the person sees it; null: the whole tab. */
  readonly row: number | null;
  readonly recordId: string;
  /** Title of the column, '' for the whole row. */
  readonly column: string;
  /** What stands in the cell, shortened. */
  readonly found: string;
  readonly expected: string;
  readonly message: string;
  /** What to do. */
  readonly instruction: string;
  /** ID of the organisation, '' when none. */
  readonly organisation: string;
}

/** error blocks submission, warning asks for a look, hint is for information (Ошибка, Предупреждение, Подсказка). */
export type Severity = 'error' | 'warning' | 'hint';

/** Long and multi-line values are shortened for messages; the cell itself is never changed. */
export function shown(value: unknown): string {
  const text = String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** ID of the organisation that a finding belongs to: the row's own, or the organisation itself; '' when none. */
export function ownerOf({ organisation, recordId }: Finding): string {
  return organisation || (recordId.startsWith('ORG-') ? recordId : '');
}
