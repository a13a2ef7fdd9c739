import type { Mending } from '../app/ports';
import { columnLetter } from '../domain/registry/headers';
import type { Placed, ProtectionLook, TabLook } from '../domain/workbook/repair-plan';
import { dressHeader, openRanges, type Rules, restoreWidths, runsOf } from './tab-look';
import { rulePrinter } from './validation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Everything of a tab that repair compares, a trip a kind of property. */
export function lookAt(
  sheet: Sheet,
  rows: number,
  columns: number,
  filter: boolean,
  protection: ProtectionLook,
): TabLook {
  const block = sheet.getRange(1, 1, rows, columns);
  const print = rulePrinter();
  // getWraps() counts the default, which does not wrap beside a filled cell.
  const wraps = (strategy: unknown) => String(strategy) === 'WRAP';
  return {
    notes: sheet.getRange(1, 1, 1, columns).getNotes()[0],
    formats: block.getNumberFormats(),
    rules: block.getDataValidations().map((row) => row.map(print)),
    wraps: block.getWrapStrategies().map((row) => row.map(wraps)),
    frozen: sheet.getFrozenRows() > 0,
    merged: block.getMergedRanges().map((range) => range.getA1Notation()),
    filtered: filter && sheet.getFilter() !== null,
    protection,
  };
}

/** @param rules of `mending.placed`, in their order */
export function mendTab(sheet: Sheet, rows: number, mending: Mending, rules: Rules): void {
  const { placed, columns, undressed, unfrozen, merged } = mending;
  const at = new Map(placed.map(({ column, position }, i) => [position, { column, rule: rules[i] }]));
  const letters = (positions: readonly number[]) => positions.map(columnLetter);
  if (merged.length > 0) sheet.getRangeList([...merged]).breakApart();
  for (const run of runsOf(columns['header-note']))
    sheet.getRange(1, run[0] + 1, 1, run.length).setNotes([run.map((p) => at.get(p)!.column.note)]);
  for (const format of new Set(columns.format.map((p) => at.get(p)!.column.format))) {
    const ofFormat = columns.format.filter((p) => at.get(p)!.column.format === format);
    sheet.getRangeList(letters(ofFormat).map((c) => `${c}2:${c}${rows}`)).setNumberFormat(format);
  }
  // A dropdown whose source is not there yet keeps the rule that it has.
  const sourced = columns['validation-source'].filter((p) => at.get(p)!.rule !== null);
  for (const run of runsOf([...columns.validation, ...sourced])) {
    const row = run.map((p) => at.get(p)!.rule);
    const none = run.map(() => null);
    // The header has no rule: a paste may have brought one there too.
    sheet
      .getRange(1, run[0] + 1, rows, run.length)
      .setDataValidations(Array.from({ length: rows }, (_, r) => (r === 0 ? none : row)));
  }
  if (columns.wrap.length > 0)
    sheet.getRangeList(letters(columns.wrap).map((c) => `${c}1:${c}${rows}`)).setWrap(true);
  const header = undressed ? placed.map((p) => p.position) : columns['header-look'];
  if (header.length > 0) dressHeader(sheet.getRangeList(letters(header).map((c) => `${c}1`)));
  if (undressed) restoreWidths(sheet, placed);
  if (unfrozen) sheet.setFrozenRows(1);
}

export function lookAtProtections(protections: readonly Protection[]): ProtectionLook {
  const warnings = protections.filter((p) => p.isWarningOnly());
  const open = new Set<number>();
  for (const range of warnings[0]?.getUnprotectedRanges() ?? [])
    for (let i = 0; i < range.getNumColumns(); i++) open.add(range.getColumn() - 1 + i);
  return {
    warnings: warnings.length,
    hard: protections.length - warnings.length,
    open: warnings.length > 0 ? open : null,
  };
}

/**
 * Leaves one protection, a warning (docs/decisions/0003). Protected ranges inside a tab are not touched: the strict mode
 * and people have theirs. False when a protection of somebody else may not be changed.
 */
export function protectOnce(
  sheet: Sheet,
  rows: number,
  placed: readonly Placed[] | null,
  protections: readonly Protection[],
): boolean {
  const due = placed === null || placed.some((p) => p.column.owner === 'script');
  const [kept, ...others] = [...protections].sort(
    (a, b) => Number(b.isWarningOnly()) - Number(a.isWarningOnly()),
  );
  const surplus = due ? others : protections;
  if (protections.some((p) => !p.isWarningOnly() && !p.canEdit())) return false;
  for (const protection of surplus) protection.remove();
  if (!due) return true;
  const one = kept ?? sheet.protect();
  if (placed !== null) one.setUnprotectedRanges(openRanges(sheet, placed, rows));
  one.setWarningOnly(true);
  return true;
}
