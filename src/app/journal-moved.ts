import { isBlank } from '../domain/registry/cell';
import { tabs } from '../domain/registry/tabs';
import type { Placed, StrayRow } from '../domain/workbook/repair-plan';
import type { Ports } from './ports';
import { findTitle } from './read-workbook';
import { journalChanges, type RecordedChange } from './record-journal';

/** Rows that repair moved out of a tab of people. */
export interface MovedOut {
  readonly tab: string;
  readonly rows: readonly StrayRow[];
  readonly placed: readonly Placed[];
}

/** The cells of rows that were moved out, with source «ремонт». They belong to no record, so they have no ID. */
export function journalMoved(ports: Ports, moved: readonly MovedOut[]): void {
  const changes: RecordedChange[] = [];
  for (const { tab: title, rows, placed } of moved) {
    const tab = Object.values(tabs).find((t) => findTitle([title], t.title, t.aliases) !== null);
    if (!tab) continue;
    const keys = new Map(tab.columns.map((c) => [c.title, c.key]));
    for (const { cells } of rows)
      for (const { column, position } of placed)
        if (!isBlank(cells[position]))
          changes.push({
            tab: tab.key,
            id: '',
            column: keys.get(column.title)!,
            before: cells[position],
            after: '',
          });
  }
  journalChanges(ports, changes, 'ремонт');
}
