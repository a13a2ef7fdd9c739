import { mergedFinding } from '../domain/checks/merged';
import type { Grid } from '../domain/registry/cell';
import { DICTIONARIES_TITLE } from '../domain/registry/dictionaries';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { type Registry, readRegistry, type WorkbookGrids } from '../domain/registry/workbook';
import { foldHeader } from '../domain/text/fold';
import type { Workbook } from './ports';

/** The title under which a tab stands in the workbook now (its own or an alias), or null. */
export function findTitle(
  present: readonly string[],
  title: string,
  aliases: readonly string[] = [],
): string | null {
  const wanted = [title, ...aliases].map(foldHeader);
  for (const name of wanted) {
    const found = present.find((p) => foldHeader(p) === name);
    if (found !== undefined) return found;
  }
  return null;
}

export interface ReadWorkbook {
  readonly registry: Registry;
  readonly grids: ReadonlyMap<TabKey, Grid>;
  /** The same with «Справочники» and null for tabs that are not there: what readRegistry takes. */
  readonly allGrids: WorkbookGrids;
  /** Key → title in this workbook. */
  readonly titles: ReadonlyMap<TabKey, string>;
}

/**
 * One read a tab, then everything happens in memory.
 * @param only keys of the tabs that are needed; the others are as if the workbook had none
 */
export function readWorkbook(workbook: Workbook, only?: ReadonlySet<TabKey>): ReadWorkbook {
  const present = workbook.titles();
  const grids = new Map<TabKey, Grid>();
  const titles = new Map<TabKey, string>();
  for (const tab of Object.values(tabs)) {
    if (only && !only.has(tab.key)) continue;
    const title = findTitle(present, tab.title, tab.aliases);
    const grid = title === null ? null : workbook.read(title);
    if (title === null || grid === null) continue;
    titles.set(tab.key, title);
    grids.set(tab.key, grid);
  }
  const dictionaries = findTitle(present, DICTIONARIES_TITLE);
  const all = Object.fromEntries((Object.keys(tabs) as TabKey[]).map((key) => [key, grids.get(key) ?? null]));
  const allGrids: WorkbookGrids = {
    ...(all as Record<TabKey, Grid | null>),
    dictionaries: dictionaries === null ? null : workbook.read(dictionaries),
  };
  const registry = readRegistry(allGrids);
  return { registry: only ? registry : withMerged(registry, titles, workbook), grids, allGrids, titles };
}

/** The same workbook after cells were written: read again in memory, no trip. */
export function withGrids(read: ReadWorkbook, grids: ReadonlyMap<TabKey, Grid>): ReadWorkbook {
  const allGrids: WorkbookGrids = { ...read.allGrids, ...Object.fromEntries(grids) };
  const registry = readRegistry(allGrids);
  const merged = read.registry.findings.filter((f) => f.code === 'S-05');
  return { ...read, registry: { ...registry, findings: [...registry.findings, ...merged] }, grids, allGrids };
}

/** A tab where required cells are blank may have merged cells: only then is it worth one more trip to ask. */
function withMerged(registry: Registry, titles: ReadonlyMap<TabKey, string>, workbook: Workbook): Registry {
  const suspected = Object.values(registry.tabs).filter((t) => t.findings.some((f) => f.code === 'R-01'));
  const findings = suspected.flatMap((t) => {
    const title = titles.get(t.tab.key);
    const ranges = title === undefined ? [] : workbook.merged(title);
    return ranges.length > 0 ? [mergedFinding(t.tab.title, ranges)] : [];
  });
  return findings.length === 0 ? registry : { ...registry, findings: [...registry.findings, ...findings] };
}
