import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import type { LineGroups, SheetModel } from './model';
import { rectangleName } from './notation';
import { RangeImpl } from './range';
import type { SheetImpl } from './sheet';

/** Groups of rows and columns: the lines in the margin of a sheet that fold it up. Lines are 0-based here. */

export type Dimension = 'ROWS' | 'COLUMNS';

interface Group {
  readonly depth: number;
  readonly start: number;
  readonly size: number;
}

const MAX_DEPTH = 8;

function groupsOf(model: SheetModel, dimension: Dimension): LineGroups {
  return dimension === 'ROWS' ? model.rowGroups : model.columnGroups;
}

function hiddenLines(model: SheetModel, dimension: Dimension): Set<number> {
  return dimension === 'ROWS' ? model.hiddenRows : model.hiddenColumns;
}

export function depthOf(model: SheetModel, dimension: Dimension, line: number): number {
  return groupsOf(model, dimension).depths.get(line) ?? 0;
}

/** All groups, the outer before the inner. */
export function listGroups(model: SheetModel, dimension: Dimension): Group[] {
  const { depths } = groupsOf(model, dimension);
  const lines = [...depths.keys()].sort((a, b) => a - b);
  const groups: Group[] = [];
  for (let depth = 1; depth <= Math.max(0, ...depths.values()); depth++) {
    let start = -1;
    let end = -1;
    for (const line of lines.filter((l) => (depths.get(l) ?? 0) >= depth)) {
      if (line !== end) {
        if (start >= 0) groups.push({ depth, start, size: end - start });
        start = line;
      }
      end = line + 1;
    }
    if (start >= 0) groups.push({ depth, start, size: end - start });
  }
  return groups;
}

function holds(group: Group, line: number): boolean {
  return line >= group.start && line < group.start + group.size;
}

export function isCollapsed(model: SheetModel, dimension: Dimension, group: Group): boolean {
  return groupsOf(model, dimension).collapsed.some((c) => c.depth === group.depth && holds(group, c.line));
}

/** Folds or unfolds a group; lines of a folded group are hidden, unless it lies in another folded one. */
export function fold(model: SheetModel, dimension: Dimension, group: Group, folded: boolean): void {
  const groups = groupsOf(model, dimension);
  groups.collapsed = groups.collapsed.filter((c) => !(c.depth === group.depth && holds(group, c.line)));
  if (folded) groups.collapsed.push({ line: group.start, depth: group.depth });
  const hidden = hiddenLines(model, dimension);
  const others = listGroups(model, dimension).filter((g) => isCollapsed(model, dimension, g));
  for (let line = group.start; line < group.start + group.size; line++) {
    if (folded || others.some((other) => holds(other, line))) hidden.add(line);
    else hidden.delete(line);
  }
}

/** Puts lines deeper into groups (or takes them out); what is in no group any more is shown. */
export function shiftDepth(
  model: SheetModel,
  dimension: Dimension,
  start: number,
  size: number,
  by: number,
): void {
  for (const group of listGroups(model, dimension))
    if (by < 0 && group.start < start + size && start < group.start + group.size)
      fold(model, dimension, group, false);
  const { depths } = groupsOf(model, dimension);
  for (let line = start; line < start + size; line++) {
    const depth = Math.max(0, Math.min(MAX_DEPTH, (depths.get(line) ?? 0) + Math.trunc(by)));
    if (depth === 0) depths.delete(line);
    else depths.set(line, depth);
  }
}

/** The group at a line, or at the toggle of which the line is, with this depth. */
export function groupAt(sheet: SheetImpl, dimension: Dimension, line: number, depth: number): GroupImpl {
  const groups = listGroups(sheet.model, dimension).filter((group) => group.depth === depth);
  const found =
    groups.find((group) => holds(group, line)) ??
    groups.find((group) => controlLine(sheet.model, dimension, group) === line);
  if (!found)
    fail(
      `A ${dimension === 'ROWS' ? 'row' : 'column'} group does not exist at index ${line + 1} and group depth ${depth}`,
    );
  return new GroupImpl(sheet, dimension, found);
}

export function controlLine(model: SheetModel, dimension: Dimension, group: Group): number {
  return groupsOf(model, dimension).controlAfter ? group.start + group.size : group.start - 1;
}

export function controlPosition(model: SheetModel, dimension: Dimension): EnumValue {
  const { BEFORE, AFTER } = enumeration('Spreadsheet.GroupControlTogglePosition');
  return groupsOf(model, dimension).controlAfter ? AFTER : BEFORE;
}

export function setControlPosition(model: SheetModel, dimension: Dimension, position: EnumValue): void {
  groupsOf(model, dimension).controlAfter = position.name() === 'AFTER';
}

export class GroupImpl {
  static readonly api = 'Spreadsheet.Group';
  constructor(
    readonly sheet: SheetImpl,
    readonly dimension: Dimension,
    readonly group: Group,
  ) {}
  collapse(): this {
    fold(this.sheet.model, this.dimension, this.group, true);
    return this;
  }
  expand(): this {
    fold(this.sheet.model, this.dimension, this.group, false);
    return this;
  }
  isCollapsed(): boolean {
    return isCollapsed(this.sheet.model, this.dimension, this.group);
  }
  getDepth(): number {
    return this.group.depth;
  }
  /** 1-based line of the toggle; may lie off the grid. */
  getControlIndex(): number {
    return controlLine(this.sheet.model, this.dimension, this.group) + 1;
  }
  getRange(): RangeImpl {
    const { start, size } = this.group;
    const { maxRows, maxColumns } = this.sheet.model;
    return this.dimension === 'ROWS'
      ? new RangeImpl(this.sheet, start, 0, size, maxColumns, rectangleName(start, 0, size, Infinity))
      : new RangeImpl(this.sheet, 0, start, maxRows, size, rectangleName(0, start, Infinity, size));
  }
  /** Its lines stay, one level further out. */
  remove(): void {
    const { start, size } = this.group;
    shiftDepth(this.sheet.model, this.dimension, start, size, -1);
  }
}
