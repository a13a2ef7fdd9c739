import { curatorAccounts } from '../access/role';
import { dayOf, readJournal } from '../journal/journal-row';
import { SNAPSHOT_HEADER } from '../monitoring/snapshot';
import { type Cell, cellText, type Grid, isDateCell } from '../registry/cell';
import { computedColumns } from '../registry/computed/computed-columns';
import type { TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import { addDays } from '../text/calendar';
import { listRows } from '../workbook/lists';
import type { LastCheck } from './facts';

/** Cells of the script's columns that are not what they should be on this day, by title of the tab. */
export function computedDiffer(
  registry: Registry,
  grids: ReadonlyMap<TabKey, Grid>,
  today: string,
): ReadonlyMap<string, number> {
  const differ = new Map<string, number>();
  for (const [key, columns] of Object.entries(computedColumns(registry, today)) as [TabKey, Columns][]) {
    const { tab, headers, entries } = registry.tabs[key];
    for (const [column, wanted] of Object.entries(columns)) {
      const at = headers?.at.get(column);
      if (at === undefined) continue;
      const bad = entries.filter(
        (e, i) => cellText(grids.get(key)?.[e.row - 1]?.[at] ?? '').trim() !== wanted[i],
      );
      if (bad.length > 0) differ.set(tab.title, (differ.get(tab.title) ?? 0) + bad.length);
    }
  }
  return differ;
}
type Columns = Readonly<Record<string, readonly string[]>>;

/** Whether «Списки» offers what the registries hold now. */
export function listsFresh(grid: Grid, registry: Registry): boolean {
  const text = (rows: readonly (readonly Cell[])[]) =>
    rows
      .map((row) => row.map(cellText).join('\t').trimEnd())
      .filter((line) => line !== '')
      .join('\n');
  return text(grid.slice(1)) === text(listRows(registry));
}

/** The longest text of the registries. */
export function longestText(
  registry: Registry,
  grids: ReadonlyMap<TabKey, Grid>,
): { tab: string; row: number; length: number } {
  let found = { tab: '', row: 1, length: 0 };
  for (const [key, grid] of grids)
    grid.forEach((cells, r) => {
      for (const cell of cells)
        if (typeof cell === 'string' && cell.length > found.length)
          found = { tab: registry.tabs[key].tab.title, row: r + 1, length: cell.length };
    });
  return found;
}

/** Organisations of a tab that the strict mode gives a protected block. */
export function strictOrganisations(registry: Registry, key: TabKey, today: string): number {
  const accounts = curatorAccounts(registry, today);
  const own = new Set(registry.tabs[key].entries.map((e) => String(e.values.organisation ?? '')));
  return [...own].filter((id) => (accounts.get(id) ?? []).length > 0).length;
}

/** How large the journal is and how it grows; snapshots of whole registries are no growth. */
export function journalSize(grid: Grid, today: string): { rows: number; past: number; month: number } {
  const rows = readJournal(grid);
  const since = addDays(today, -30);
  return {
    rows: rows.length,
    past: rows.filter((row) => dayOf(row).slice(0, 4) < today.slice(0, 4)).length,
    month: rows.filter((row) => dayOf(row) >= since && row.source !== 'снимок').length,
  };
}

/** The day of the last report: «Построено» of the snapshots; '' when there is none. */
export function lastReport(grid: Grid): string {
  const at = SNAPSHOT_HEADER.indexOf('Построено');
  const days = grid.slice(1).map((row) => dayIn(row[at] ?? ''));
  return days.sort().pop() ?? '';
}

/** What the tab «Сводка проверки» says of the last run; null when it says nothing. */
export function lastCheckOf(grid: Grid): LastCheck | null {
  const value = (name: string) => grid.find((row) => row[0] === name)?.[1] ?? '';
  const day = dayIn(value('Когда'));
  return day === ''
    ? null
    : { day, errors: Number(value('Ошибок')), warnings: Number(value('Предупреждений')) };
}

/** `20.04.2024 12:00` → `2024-04-20` */
function dayIn(cell: Cell): string {
  if (isDateCell(cell)) return cell.date;
  const found = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(cellText(cell));
  return found ? `${found[3]}-${found[2]}-${found[1]}` : '';
}
