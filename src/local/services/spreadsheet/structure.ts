import { changed, hasFormulas } from './calculation';
import { adjustFormula } from './formula-references';
import type { LineGroups, RangeRef, Row, SheetModel, ValidationRule } from './model';
import type { SheetImpl } from './sheet';
import { type Change, isRangeRef, shiftInside, shiftList, shiftRange, shiftSpan } from './shift-range';

type Dimension = Change['dimension'];
const CELL_ARRAYS = ['values', 'formulas', 'formats', 'notes', 'validations', 'runs'] as const;

/**
 * Inserts blank rows or columns; everything behind them moves along with all that points there.
 * @param like 0-based row or column whose formats and validations the new ones take over; null = none
 */
export function insertLines(
  sheet: SheetImpl,
  dimension: Dimension,
  at: number,
  count: number,
  like: number | null,
): void {
  const { model } = sheet;
  if (dimension === 'ROWS') {
    if (at < model.rows.length || (like !== null && model.rows[like])) {
      const made = Array.from({ length: count }, () =>
        like === null ? undefined : inherited(model.rows[like]),
      );
      while (model.rows.length < at) model.rows.push(undefined);
      model.rows = model.rows.slice(0, at).concat(made, model.rows.slice(at));
    }
    model.maxRows += count;
  } else {
    for (const row of model.rows) if (row) insertIntoRow(row, at, count, like);
    model.maxColumns += count;
  }
  moveReferences(sheet, { sheetId: model.id, dimension, at, count });
}

/** Deletes rows or columns. The caller has checked that they exist. */
export function deleteLines(sheet: SheetImpl, dimension: Dimension, at: number, count: number): void {
  const { model } = sheet;
  if (dimension === 'ROWS') {
    model.rows.splice(at, count);
    model.maxRows -= count;
  } else {
    for (const row of model.rows)
      if (row) for (const key of CELL_ARRAYS) (row[key] as unknown[] | undefined)?.splice(at, count);
    model.maxColumns -= count;
  }
  moveReferences(sheet, { sheetId: model.id, dimension, at, count: -count });
}

/** Inserts blank cells: only the rows (or columns) of the rectangle move, what falls off the grid is lost. */
export function insertCells(sheet: SheetImpl, dimension: Dimension, range: RangeRef): void {
  moveCells(sheet, dimension, range, 1);
}

export function deleteCells(sheet: SheetImpl, dimension: Dimension, range: RangeRef): void {
  moveCells(sheet, dimension, range, -1);
}

function moveCells(sheet: SheetImpl, dimension: Dimension, range: RangeRef, direction: 1 | -1): void {
  const { model } = sheet;
  if (dimension === 'COLUMNS') {
    for (let r = range.row; r < Math.min(range.row + range.rows, model.rows.length); r++) {
      const row = model.rows[r];
      if (!row) continue;
      if (direction === 1) {
        insertIntoRow(row, range.column, range.columns, null);
        for (const key of CELL_ARRAYS)
          if (row[key] && row[key].length > model.maxColumns) row[key].length = model.maxColumns;
      } else
        for (const key of CELL_ARRAYS)
          (row[key] as unknown[] | undefined)?.splice(range.column, range.columns);
    }
  } else {
    const last = Math.min(model.maxRows, model.rows.length + (direction === 1 ? range.rows : 0));
    const order = Array.from({ length: Math.max(0, last - range.row) }, (_, i) => range.row + i);
    if (direction === 1) order.reverse();
    for (const r of order) {
      const from = r - direction * range.rows;
      copyColumns(model, from < range.row ? -1 : from, r, range.column, range.columns);
    }
  }
  const span = dimension === 'ROWS' ? [range.row, range.rows] : [range.column, range.columns];
  const within =
    dimension === 'ROWS'
      ? { start: range.column, size: range.columns }
      : { start: range.row, size: range.rows };
  moveReferences(sheet, { sheetId: model.id, dimension, at: span[0], count: direction * span[1], within });
}

/** Cells of some columns of one row become those of another row; -1 = blank. */
function copyColumns(model: SheetModel, from: number, to: number, column: number, columns: number): void {
  const source = from < 0 ? undefined : model.rows[from];
  if (!source && !model.rows[to]) return;
  while (model.rows.length <= to) model.rows.push(undefined);
  model.rows[to] ??= { values: [] };
  const target = model.rows[to];
  for (const key of CELL_ARRAYS) {
    const cells = source?.[key] as unknown[] | undefined;
    if (!cells && !target[key]) continue;
    const line = (target[key] as unknown[] | undefined) ?? [];
    (target as unknown as Record<string, unknown[]>)[key] = line;
    for (let c = column; c < column + columns; c++) {
      const value = cells?.[c];
      if (value !== undefined || c < line.length) line[c] = value ?? (key === 'values' ? '' : undefined);
    }
  }
}

function inherited(row: Row | undefined): Row | undefined {
  if (!row?.formats && !row?.validations) return undefined;
  const made: Row = { values: [] };
  if (row.formats) made.formats = row.formats.slice();
  if (row.validations) made.validations = row.validations.slice();
  return made;
}

function insertIntoRow(row: Row, at: number, count: number, like: number | null): void {
  for (const key of CELL_ARRAYS) {
    const cells = row[key] as unknown[] | undefined;
    if (!cells) continue;
    const model = like !== null && (key === 'formats' || key === 'validations') ? cells[like] : undefined;
    if (cells.length <= at && model === undefined) continue;
    const tail = cells.slice(at);
    cells.length = Math.min(cells.length, at);
    for (let i = 0; i < count; i++) cells[at + i] = key === 'values' ? '' : model;
    for (let i = 0; i < tail.length; i++) cells[at + count + i] = tail[i];
  }
}

/** Everything in the spreadsheet that names rows or columns follows the change. */
function moveReferences(sheet: SheetImpl, change: Change): void {
  const spreadsheet = sheet.parent.model;
  const own = sheet.model;
  own.merges = shiftList(own.merges, change);
  if (!change.within) moveLines(own, change);
  const named = spreadsheet.namedRanges.map((entry) => ({
    name: entry.name,
    range: shiftRange(entry.range, change),
  }));
  for (let i = named.length - 1; i >= 0; i--) {
    const { range } = named[i];
    if (range) spreadsheet.namedRanges[i].range = range;
    else spreadsheet.namedRanges.splice(i, 1);
  }
  const formulas = hasFormulas(sheet.parent) && !change.within;
  const rules = new Map<ValidationRule, ValidationRule>();
  for (const model of spreadsheet.sheets) {
    for (const data of [
      model.protections,
      model.bandings,
      model.conditionalFormats,
      model.pivots,
      model.charts,
      model.metadata,
    ])
      shiftInside(data, change);
    model.conditionalFormats = model.conditionalFormats.filter(
      (rule) => (rule as { ranges?: unknown[] }).ranges?.length !== 0,
    );
    const filters = [model.filter];
    shiftInside(filters, change);
    model.filter = filters[0] ?? null;
    for (const row of model.rows) {
      if (formulas && row?.formulas) {
        const { formulas: texts } = row;
        for (let c = 0; c < texts.length; c++) {
          const text = texts[c];
          if (text) texts[c] = adjustFormula(text, model.name, own.name, change);
        }
      }
      if (row?.validations) moveRules(row.validations, change, rules);
    }
  }
  changed(sheet);
}

/** Cells share their rules: each rule is looked at once. */
function moveRules(
  cells: (ValidationRule | undefined)[],
  change: Change,
  moved: Map<ValidationRule, ValidationRule>,
): void {
  for (let c = 0; c < cells.length; c++) {
    const rule = cells[c];
    if (!rule) continue;
    let made = moved.get(rule);
    if (!made) {
      const refers = rule.values.some(isRangeRef);
      made = refers
        ? { ...rule, values: rule.values.map((v) => (isRangeRef(v) ? shiftRange(v, change) : v)) }
        : rule;
      moved.set(rule, made);
    }
    if (made !== rule) cells[c] = made;
  }
}

/** Groups go along with their lines; lines inserted inside a group belong to it. */
function moveGroups(groups: LineGroups, change: Change, moved: (line: number) => number | null): void {
  const inside = Math.min(groups.depths.get(change.at - 1) ?? 0, groups.depths.get(change.at) ?? 0);
  const depths = new Map<number, number>();
  for (const [line, depth] of groups.depths) {
    const to = moved(line);
    if (to !== null) depths.set(to, depth);
  }
  for (let i = 0; inside > 0 && i < change.count; i++) depths.set(change.at + i, inside);
  groups.depths = depths;
  groups.collapsed = groups.collapsed.flatMap(({ line, depth }) => {
    const to = moved(line) ?? change.at;
    return (depths.get(to) ?? 0) >= depth ? [{ line: to, depth }] : [];
  });
}

/** Sizes, hidden lines, groups, frozen lines and pictures. */
function moveLines(model: SheetModel, change: Change): void {
  const rows = change.dimension === 'ROWS';
  const moved = (line: number) => shiftSpan(line, 1, change)?.start ?? null;
  const sizes = new Map<number, number>();
  for (const [line, size] of rows ? model.rowHeights : model.columnWidths) {
    const to = moved(line);
    if (to !== null) sizes.set(to, size);
  }
  const hidden = new Set(
    [...(rows ? model.hiddenRows : model.hiddenColumns)].map(moved).filter((line) => line !== null),
  );
  moveGroups(rows ? model.rowGroups : model.columnGroups, change, moved);
  const frozen = shiftSpan(0, rows ? model.frozenRows : model.frozenColumns, change)?.size ?? 0;
  if (rows) [model.rowHeights, model.hiddenRows, model.frozenRows] = [sizes, hidden, frozen];
  else [model.columnWidths, model.hiddenColumns, model.frozenColumns] = [sizes, hidden, frozen];
  const key = rows ? 'row' : 'column';
  for (const picture of model.pictures) picture[key] = moved(picture[key]) ?? change.at;
  if (model.typedTable) model.typedTable = shiftList([model.typedTable], change)[0] ?? null;
}
