import type { EnumValue } from '../../host/enums';
import {
  controlLine,
  controlPosition,
  type Dimension,
  depthOf,
  fold,
  type GroupImpl,
  groupAt,
  isCollapsed,
  listGroups,
  setControlPosition,
  shiftDepth,
} from './line-groups';
import type { RangeImpl } from './range';
import type { SheetImpl } from './sheet';

const DIMENSIONS: readonly Dimension[] = ['ROWS', 'COLUMNS'];

function span(range: RangeImpl, dimension: Dimension): [start: number, size: number] {
  return dimension === 'ROWS' ? [range.row, range.rows] : [range.column, range.columns];
}

/** Folds the outermost groups that lie in the range; without any, the deepest open one that reaches into it. */
function collapse(range: RangeImpl, dimension: Dimension): void {
  const { model } = range.sheet;
  const [start, size] = span(range, dimension);
  const groups = listGroups(model, dimension);
  const inside = groups.filter((g) => g.start >= start && g.start + g.size <= start + size);
  const outermost = inside.filter((g) => g.depth === Math.min(...inside.map((i) => i.depth)));
  if (outermost.length > 0) {
    for (const group of outermost) fold(model, dimension, group, true);
    return;
  }
  const open = groups.filter(
    (g) => g.start < start + size && start < g.start + g.size && !isCollapsed(model, dimension, g),
  );
  const deepest = open.at(-1);
  if (deepest) fold(model, dimension, deepest, true);
}

/** Unfolds the groups that have a line or their toggle in the range. */
function expand(range: RangeImpl, dimension: Dimension): void {
  const { model } = range.sheet;
  const [start, size] = span(range, dimension);
  for (const group of listGroups(model, dimension)) {
    const toggle = controlLine(model, dimension, group);
    const touches = group.start < start + size && start < group.start + group.size;
    if (touches || (toggle >= start && toggle < start + size)) fold(model, dimension, group, false);
  }
}

function foldAll(
  sheet: SheetImpl,
  dimension: Dimension,
  isFolded: (group: { depth: number }) => boolean,
): SheetImpl {
  for (const group of listGroups(sheet.model, dimension))
    fold(sheet.model, dimension, group, isFolded(group));
  return sheet;
}

export const rangeGroupMethods = {
  shiftRowGroupDepth(this: RangeImpl, by: number): RangeImpl {
    shiftDepth(this.sheet.model, 'ROWS', this.row, this.rows, by);
    return this;
  },
  shiftColumnGroupDepth(this: RangeImpl, by: number): RangeImpl {
    shiftDepth(this.sheet.model, 'COLUMNS', this.column, this.columns, by);
    return this;
  },
  collapseGroups(this: RangeImpl): RangeImpl {
    for (const dimension of DIMENSIONS) collapse(this, dimension);
    return this;
  },
  expandGroups(this: RangeImpl): RangeImpl {
    for (const dimension of DIMENSIONS) expand(this, dimension);
    return this;
  },
};

export const sheetGroupMethods = {
  getRowGroup(this: SheetImpl, row: number, depth: number): GroupImpl {
    return groupAt(this, 'ROWS', row - 1, depth);
  },
  getColumnGroup(this: SheetImpl, column: number, depth: number): GroupImpl {
    return groupAt(this, 'COLUMNS', column - 1, depth);
  },
  getRowGroupDepth(this: SheetImpl, row: number): number {
    return depthOf(this.model, 'ROWS', row - 1);
  },
  getColumnGroupDepth(this: SheetImpl, column: number): number {
    return depthOf(this.model, 'COLUMNS', column - 1);
  },
  getRowGroupControlPosition(this: SheetImpl): EnumValue {
    return controlPosition(this.model, 'ROWS');
  },
  getColumnGroupControlPosition(this: SheetImpl): EnumValue {
    return controlPosition(this.model, 'COLUMNS');
  },
  setRowGroupControlPosition(this: SheetImpl, position: EnumValue): SheetImpl {
    setControlPosition(this.model, 'ROWS', position);
    return this;
  },
  setColumnGroupControlPosition(this: SheetImpl, position: EnumValue): SheetImpl {
    setControlPosition(this.model, 'COLUMNS', position);
    return this;
  },
  collapseAllRowGroups(this: SheetImpl): SheetImpl {
    return foldAll(this, 'ROWS', () => true);
  },
  collapseAllColumnGroups(this: SheetImpl): SheetImpl {
    return foldAll(this, 'COLUMNS', () => true);
  },
  expandAllRowGroups(this: SheetImpl): SheetImpl {
    return foldAll(this, 'ROWS', () => false);
  },
  expandAllColumnGroups(this: SheetImpl): SheetImpl {
    return foldAll(this, 'COLUMNS', () => false);
  },
  /** Groups up to this depth are unfolded, deeper ones folded. */
  expandRowGroupsUpToDepth(this: SheetImpl, depth: number): SheetImpl {
    return foldAll(this, 'ROWS', (group) => group.depth > depth);
  },
  expandColumnGroupsUpToDepth(this: SheetImpl, depth: number): SheetImpl {
    return foldAll(this, 'COLUMNS', (group) => group.depth > depth);
  },
};
