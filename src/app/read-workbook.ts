import { mergedFinding } from '../domain/checks/merged';
import type { Grid } from '../domain/registry/cell';
import { DICTIONARIES_TITLE } from '../domain/registry/dictionaries';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { type Registry, readRegistry } from '../domain/registry/workbook';
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
  /** Key → title in this workbook. */
  readonly titles: ReadonlyMap<TabKey, string>;
}

/** One read a tab, then everything happens in memory. */
export function readWorkbook(workbook: Workbook): ReadWorkbook {
  const present = workbook.titles();
  const grids = new Map<TabKey, Grid>();
  const titles = new Map<TabKey, string>();
  for (const tab of Object.values(tabs)) {
    const title = findTitle(present, tab.title, tab.aliases);
    const grid = title === null ? null : workbook.read(title);
    if (title === null || grid === null) continue;
    titles.set(tab.key, title);
    grids.set(tab.key, grid);
  }
  const dictionaries = findTitle(present, DICTIONARIES_TITLE);
  const all = Object.fromEntries((Object.keys(tabs) as TabKey[]).map((key) => [key, grids.get(key) ?? null]));
  const registry = readRegistry({
    ...(all as Record<TabKey, Grid | null>),
    dictionaries: dictionaries === null ? null : workbook.read(dictionaries),
  });
  return { registry: withMerged(registry, titles, workbook), grids, titles };
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
