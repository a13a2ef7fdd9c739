import { organisationOf } from '../checks/rule';
import type { Cell, Grid } from '../registry/cell';
import { mapHeaders } from '../registry/headers';
import type { Entry } from '../registry/read';
import type { TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { type Registry, vocabulariesOf, type WorkbookGrids } from '../registry/workbook';
import { cellFixer } from './fix-cell';
import type { FixKind } from './kinds';

/** A cell of a record and how it would be written. */
export interface RecordFix {
  readonly tab: TabKey;
  readonly id: string;
  /** 1-based row. */
  readonly row: number;
  /** Key of the column, and its 0-based position. */
  readonly column: string;
  readonly position: number;
  readonly kind: FixKind;
  readonly before: Cell;
  readonly after: Cell;
}

/** Tabs whose words belong to the program, are kept by it or are chosen for print. */
const LEFT_OUT: readonly TabKey[] = ['settings', 'memoTexts', 'roadmap', 'calendar', 'matches'];

/**
 * Every cell of the records that would be fixed. Rows that are no records are left out.
 * @param own organisations whose rows are fixed; null: all rows
 */
export function fixRecords(
  registry: Registry,
  grids: WorkbookGrids,
  kinds: ReadonlySet<FixKind>,
  own: readonly string[] | null,
): RecordFix[] {
  const vocabularies = vocabulariesOf(grids.dictionaries);
  const fixes: RecordFix[] = [];
  for (const tab of Object.values(tabs)) {
    const grid: Grid | null = grids[tab.key];
    if (grid === null || LEFT_OUT.includes(tab.key)) continue;
    const { at } = mapHeaders(tab, grid[0] ?? []);
    // A column that another stands in for is fixed where it stands itself.
    const seen = new Set<number>();
    const columns = tab.columns.flatMap((column) => {
      const position = at.get(column.key);
      const fix = cellFixer(tab.key, column, vocabularies);
      if (position === undefined || fix === null || seen.has(position)) return [];
      seen.add(position);
      return [{ column: column.key, position, fix }];
    });
    for (const entry of registry.tabs[tab.key].entries) {
      if (!isOwn(tab.key, entry, own)) continue;
      for (const { column, position, fix } of columns) {
        const before = grid[entry.row - 1]?.[position] ?? '';
        const fixed = fix(before, kinds);
        if (fixed)
          fixes.push({ tab: tab.key, id: entry.id, row: entry.row, column, position, before, ...fixed });
      }
    }
  }
  return fixes;
}

/** Whether a record belongs to one of the organisations; what belongs to none is the coordinator's. */
export function isOwn(tab: TabKey, entry: Entry, own: readonly string[] | null): boolean {
  return own === null || own.includes(organisationOf(tab, entry));
}
