import type { Deviations, Placed } from '../app/ports';
import { columnLetter } from '../domain/registry/headers';
import type { TabLayout } from '../domain/workbook/layout';
import { dressHeader, protectGenerated, protectScriptColumns, type Rules, restoreWidths } from './tab-look';
import { sameRule } from './validation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A trip a kind of property. Dropdowns and wrapping are compared in the first row below the header: they are set by whole
 * columns. Of a generated tab only the protection is looked at: its cells are refilled by the report.
 * @param warned whether the tab carries a warning-only protection
 */
export function inspectTab(
  sheet: Sheet,
  layout: TabLayout,
  placed: readonly Placed[],
  rules: Rules,
  warned: boolean,
): Deviations {
  if (layout.generated) return { ...NONE, unprotected: !layout.hidden && !warned };
  const [width, rows] = [Math.max(1, ...placed.map((p) => p.position + 1)), sheet.getMaxRows()];
  const first = sheet.getRange(2, 1, 1, width);
  const found = first.getDataValidations()[0];
  // A typed Table refuses this even when nothing changes: that is how it is recognised.
  first.setDataValidations([found]);
  const notes = sheet.getRange(1, 1, 1, width).getNotes()[0];
  const formats = sheet.getRange(2, 1, rows - 1, width).getNumberFormats();
  const wraps = first.getWrapStrategies()[0].map(String);
  const at = (list: readonly Placed[]) => list.map((p) => p.position);
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
    undressed: placed.some(({ position }) => wraps[position] !== 'WRAP'),
    unfrozen: sheet.getFrozenRows() === 0,
    unprotected: placed.some((p) => p.column.owner === 'script') && !warned,
  };
}

const NONE: Deviations = {
  notes: [],
  formats: [],
  validations: [],
  undressed: false,
  unfrozen: false,
  unprotected: false,
};

export function repairTab(
  sheet: Sheet,
  layout: TabLayout,
  placed: readonly Placed[],
  deviations: Deviations,
  rules: Rules,
): void {
  if (layout.generated) {
    if (deviations.unprotected) protectGenerated(sheet);
    return;
  }
  const rows = sheet.getMaxRows();
  const at = new Map(placed.map(({ column, position }, i) => [position, { column, rule: rules[i] }]));
  for (const run of runsOf(deviations.notes))
    sheet.getRange(1, run[0] + 1, 1, run.length).setNotes([run.map((p) => at.get(p)!.column.note)]);
  for (const format of new Set(deviations.formats.map((p) => at.get(p)!.column.format))) {
    const columns = deviations.formats.filter((p) => at.get(p)!.column.format === format).map(columnLetter);
    sheet.getRangeList(columns.map((c) => `${c}2:${c}${rows}`)).setNumberFormat(format);
  }
  for (const run of runsOf(deviations.validations)) {
    const row = run.map((p) => at.get(p)!.rule);
    const body = sheet.getRange(2, run[0] + 1, rows - 1, run.length);
    body.setDataValidations(Array.from({ length: rows - 1 }, () => row));
  }
  if (deviations.undressed) {
    const letters = placed.map((p) => columnLetter(p.position));
    sheet.getRangeList(letters.map((c) => `${c}1:${c}${rows}`)).setWrap(true);
    dressHeader(sheet.getRangeList(letters.map((c) => `${c}1`)));
    restoreWidths(sheet, placed);
  }
  if (deviations.unfrozen) sheet.setFrozenRows(1);
  if (deviations.unprotected) protectScriptColumns(sheet, placed, rows);
}

/** Neighbouring positions together: a call a run instead of a call a column. */
function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1] as number[] | undefined;
    if (last && last[last.length - 1] === position - 1) last.push(position);
    else runs.push([position]);
  }
  return runs;
}
