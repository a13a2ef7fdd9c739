import type { ColumnLayout } from '../domain/workbook/layout';
import type { Placed } from '../domain/workbook/repair-plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Rules = readonly (GoogleAppsScript.Spreadsheet.DataValidation | null)[];

const HEADER_BACKGROUND = '#dbe5f1';

/** Widths of the columns of a layout that names none: ID, «Дата актуализации», then this for the rest. */
const USUAL_WIDTHS = [90, 110];
export const USUAL_WIDTH = 140;

export const usualWidth = (position: number): number => USUAL_WIDTHS[position] ?? USUAL_WIDTH;

/** The look of a header row. Text format, so that a header like «2.1» does not become a number. */
export function dressHeader(
  header: GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList,
): void {
  header
    .setBackground(HEADER_BACKGROUND)
    .setFontWeight('bold')
    .setVerticalAlignment('middle')
    .setNumberFormat('@');
}

/**
 * Notes, formats, dropdowns and values of a run of columns: a call each, however many columns.
 * @param below rows to write under the header
 */
export function dressColumns(
  sheet: Sheet,
  after: number,
  rows: number,
  columns: readonly ColumnLayout[],
  rules: Rules,
  below: readonly unknown[][] = [],
): void {
  const header = sheet.getRange(1, after + 1, 1, columns.length);
  if (columns.some((c) => c.note !== '')) header.setNotes([columns.map((c) => c.note)]);
  const body = sheet.getRange(2, after + 1, rows - 1, columns.length);
  if (columns.some((c) => c.format !== ''))
    body.setNumberFormats(
      repeat(
        columns.map((c) => c.format || 'General'),
        rows - 1,
      ),
    );
  if (rules.some((r) => r !== null)) body.setDataValidations(repeat([...rules], rows - 1));
  if (below.length === 0 && columns.every((c) => c.title === '')) return;
  // After the formats, which say whether «1.1» is a text.
  sheet
    .getRange(1, after + 1, 1 + below.length, columns.length)
    .setValues([columns.map((c) => c.title), ...below]);
}

function repeat<T>(row: T[], times: number): T[][] {
  return Array.from({ length: times }, () => row);
}

/** Widths from the first column on, a call a run. @param have those that the sheet has now */
export function setWidths(sheet: Sheet, widths: readonly number[], have: readonly number[]): void {
  for (const { from, count, width } of widthRuns(widths, have)) sheet.setColumnWidths(from + 1, count, width);
}

/** Runs of equal widths, for a call each; a run that is as it should be needs none. */
export function widthRuns(
  widths: readonly number[],
  have: readonly number[],
): { readonly from: number; readonly count: number; readonly width: number }[] {
  const runs: { from: number; count: number; width: number }[] = [];
  for (let i = 0; i < widths.length; ) {
    let end = i + 1;
    while (end < widths.length && widths[end] === widths[i]) end++;
    const differs = widths.slice(i, end).some((width, k) => width !== have[i + k]);
    if (differs) runs.push({ from: i, count: end - i, width: widths[i] });
    i = end;
  }
  return runs;
}

/** Widths of the columns of a layout wherever they stand now, a call a run; people's own columns keep theirs. */
export function restoreWidths(sheet: Sheet, placed: readonly Placed[]): void {
  const widths = new Map(
    placed.map(({ column, position }, i) => [position, column.width ?? usualWidth(i)] as const),
  );
  for (const from of [...widths.keys()].sort((a, b) => a - b)) {
    const width = widths.get(from);
    if (width === undefined || widths.get(from - 1) === width) continue;
    let end = from + 1;
    while (widths.get(end) === width) end++;
    sheet.setColumnWidths(from + 1, end - from, width);
  }
}

/** The tab as a whole belongs to the script. */
export function protectGenerated(sheet: Sheet): void {
  sheet.protect().setWarningOnly(true);
}

/** One protection a tab: a warning everywhere but in the columns of the people; none where all are theirs. */
export function protectScriptColumns(sheet: Sheet, placed: readonly Placed[], rows: number): void {
  if (placed.every((p) => p.column.owner === 'people')) return;
  sheet
    .protect()
    .setUnprotectedRanges(openRanges(sheet, placed, rows))
    .setWarningOnly(true);
}

/** The columns of people below the header, neighbours together. */
export function openRanges(
  sheet: Sheet,
  placed: readonly Placed[],
  rows: number,
): GoogleAppsScript.Spreadsheet.Range[] {
  const positions = placed.filter((p) => p.column.owner === 'people').map((p) => p.position);
  return runsOf(positions).map((run) => sheet.getRange(2, run[0] + 1, rows - 1, run.length));
}

/** Neighbouring positions together: a call a run instead of a call a column. */
export function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1] as number[] | undefined;
    if (last && last[last.length - 1] === position - 1) last.push(position);
    else runs.push([position]);
  }
  return runs;
}
