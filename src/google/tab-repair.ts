import type { Deviations, Placed } from '../app/ports';
import { protectScriptColumns, type Rules } from './tab-look';
import { sameRule } from './validation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A trip a kind of property. Dropdowns are compared in the first row below the header: they are set by whole columns. */
export function inspectTab(sheet: Sheet, placed: readonly Placed[], rules: Rules): Deviations {
  const [width, rows] = [Math.max(1, ...placed.map((p) => p.position + 1)), sheet.getMaxRows()];
  const first = sheet.getRange(2, 1, 1, width);
  const found = first.getDataValidations()[0];
  // A typed Table refuses this even when nothing changes: that is how it is recognised.
  first.setDataValidations([found]);
  const notes = sheet.getRange(1, 1, 1, width).getNotes()[0];
  const formats = sheet.getRange(2, 1, rows - 1, width).getNumberFormats();
  const at = (list: readonly Placed[]) => list.map((p) => p.position);
  const scriptOwned = placed.some((p) => p.column.owner === 'script');
  return {
    notes: at(placed.filter(({ column, position }) => column.note !== '' && notes[position] !== column.note)),
    formats: at(
      placed.filter(
        ({ column, position }) =>
          column.format !== '' && formats.some((row) => row[position] !== column.format),
      ),
    ),
    validations: at(
      placed.filter(({ column, position }, i) => column.validation && !sameRule(found[position], rules[i])),
    ),
    unfrozen: sheet.getFrozenRows() === 0,
    unprotected:
      scriptOwned &&
      !sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some((p) => p.isWarningOnly()),
  };
}

export function repairTab(
  sheet: Sheet,
  placed: readonly Placed[],
  deviations: Deviations,
  rules: Rules,
): void {
  const rows = sheet.getMaxRows();
  placed.forEach(({ column, position }, i) => {
    const body = sheet.getRange(2, position + 1, rows - 1, 1);
    if (deviations.notes.includes(position)) sheet.getRange(1, position + 1).setNote(column.note);
    if (deviations.formats.includes(position)) body.setNumberFormat(column.format);
    if (deviations.validations.includes(position)) body.setDataValidation(rules[i]);
  });
  if (deviations.unfrozen) sheet.setFrozenRows(1);
  if (deviations.unprotected) protectScriptColumns(sheet, placed, rows);
}
