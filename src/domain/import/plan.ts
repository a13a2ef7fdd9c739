import type { Finding } from '../checks/finding';
import { checkRegistry } from '../checks/run';
import { type Cell, type Grid, isBlank } from '../registry/cell';
import { type Entry, readTab, strayKind } from '../registry/read';
import type { Column, TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { readRegistry, vocabulariesOf, type WorkbookGrids } from '../registry/workbook';
import { isId, parseId } from '../text/id';
import { referenceResolver } from './references';
import { type SourceMap, sourceRows } from './source-map';
import { typedCell } from './typed-cell';

export interface ImportRequest {
  readonly tab: TabKey;
  readonly source: Grid;
  readonly map: SourceMap;
  /** Organisation for rows that name none, as a reference (`ORG-01 · …`); '' when every row has its own. */
  readonly organisation: string;
  /** «Статус записи» for rows that have none. */
  readonly status: 'Действует' | 'Черновик';
}

/** One row of the source and what becomes of it. */
export interface ImportRow {
  /** 1-based row of the source, as the person sees it. */
  readonly row: number;
  /** `exists`: a record that says the same is there; `skip`: a total or a repeated header; `bad`: it has errors. */
  readonly outcome: 'add' | 'exists' | 'skip' | 'bad';
  /** ID of the record that is there already. */
  readonly existing: string;
  /** Cells of the new record by column key, without its ID unless that is free. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** What the same checks say as after typing; `row` and `tab` are those of the source row in the registry to be. */
  readonly findings: readonly Finding[];
}

/**
 * What an import would do, row by row. Nothing is written. The rows are put below the registry in memory and checked
 * with all rules, so that doubles, references and numbers are judged as if they had been typed.
 */
export function planImport(request: ImportRequest, grids: WorkbookGrids, today: string): ImportRow[] {
  const { tab: key, source, map } = request;
  const tab = tabs[key];
  const registry = readRegistry(grids);
  const resolve = referenceResolver(registry);
  const wanted = map.columns.filter((c) => c.key !== '');
  const columns = new Map(tab.columns.map((c) => [c.key, c]));
  const taken = new Set(registry.tabs[key].entries.map((e) => e.id));
  const compared = [...new Set([...wanted.map((c) => c.key), 'organisation'])].filter((k) => k !== 'id');
  const known = signatures(registry.tabs[key].entries, compared);

  const rows = sourceRows(source, map);
  const asTyped = rows.map((r) => {
    const cells: Record<string, Cell> = {};
    for (const { at, key: k } of wanted) {
      const cell = source[r][at] ?? '';
      if (!isBlank(cell)) cells[k] = resolve(columns.get(k)!, cell);
    }
    return cells;
  });
  // Totals and repeated headers are told by the row itself, before anything is added to it.
  const vocabularies = vocabulariesOf(grids.dictionaries);
  const strays = readTab(tab, gridOf(tab.columns, asTyped), vocabularies).findings.filter((f) =>
    STRAY.has(f.code),
  );
  // «Итого» often stands under «№ п/п», a column that is not taken over.
  for (const [i, r] of rows.entries())
    if (strayKind(source[map.headerRow] ?? [], source[r]) === 'total' && !strays.some((f) => f.row === i + 2))
      strays.push(totalFinding(tab.title, i + 2));
  const strayRows = new Set(strays.map((f) => f.row));
  const raw = asTyped.map((typedCells, i) => {
    const cells = { ...typedCells };
    if (strayRows.has(i + 2)) return {};
    if (columns.has('organisation') && cells.organisation === undefined && request.organisation)
      cells.organisation = request.organisation;
    if (columns.has('recordStatus') && cells.recordStatus === undefined) cells.recordStatus = request.status;
    return cells;
  });
  const read = readTab(tab, gridOf(tab.columns, raw), vocabularies);
  const entryAt = new Map(read.entries.map((e) => [e.row, e]));
  const readAt = (i: number): Entry | undefined => entryAt.get(i + 2);
  const typed = raw.map((cells, i) => {
    const entry = readAt(i);
    if (!entry) return cells;
    const wrong = new Set(read.findings.filter((f) => f.row === i + 2).map((f) => f.column));
    const made: Record<string, Cell> = {};
    for (const [k, cell] of Object.entries(cells)) {
      const column = columns.get(k)!;
      made[k] = wrong.has(column.title) ? cell : typedCell(column, entry.values[k] ?? '', cell);
    }
    return made;
  });

  const ids = freshIds(tab.id, typed, taken);
  const existing = typed.map((_, i) => {
    const entry = readAt(i);
    return entry === undefined ? '' : (known.get(signature(entry, compared)) ?? '');
  });
  const add = typed.flatMap((_, i) => (existing[i] === '' && !strayRows.has(i + 2) ? [i] : []));
  const combined = withRows(
    grids,
    key,
    add.map((i) => ({ ...typed[i], id: ids[i].id })),
  );
  const first = (grids[key]?.length ?? 1) + 1;
  const byRow = new Map<number, Finding[]>();
  for (const finding of checkRegistry(readRegistry(combined), today)) {
    if (finding.tab !== tab.title || finding.row === null || finding.row < first) continue;
    const list = byRow.get(finding.row);
    if (list) list.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  return rows.map((r, i): ImportRow => {
    const at = add.indexOf(i);
    const skipped = strayRows.has(i + 2);
    const findings = skipped
      ? strays.filter((f) => f.row === i + 2).map(toldOfSource)
      : at < 0
        ? []
        : (byRow.get(first + at) ?? []);
    const bad = findings.some((f) => f.severity === 'error');
    const { id: _, ...cells } = typed[i];
    return {
      row: r + 1,
      outcome: existing[i] ? 'exists' : skipped ? 'skip' : bad ? 'bad' : 'add',
      existing: existing[i],
      cells: ids[i].own ? typed[i] : cells,
      findings,
    };
  });
}

const STRAY: ReadonlySet<string> = new Set(['S-06', 'S-07']);

function totalFinding(tab: string, row: number): Finding {
  const base = { tab, row, recordId: '', column: '', organisation: '', message: '', instruction: '' };
  return { ...base, code: 'S-06', severity: 'warning', found: 'итог', expected: 'строка записи' };
}

/** The words of reading name a row of the registry; this row stands in somebody's table. */
function toldOfSource(finding: Finding): Finding {
  const what = finding.code === 'S-06' ? 'похожа на итог' : 'повторяет заголовки';
  return { ...finding, message: `Строка ${what}: это не запись.`, instruction: 'Она не вносится.' };
}

function gridOf(columns: readonly Column[], rows: readonly Readonly<Record<string, Cell>>[]): Cell[][] {
  return [columns.map((c) => c.title), ...rows.map((row) => columns.map((c) => row[c.key] ?? ''))];
}

/** An ID of the source is kept when it has the registry's form and nobody bears it; others get numbers for the preview. */
function freshIds(
  id: { readonly prefix: string; readonly digits: number } | undefined,
  rows: readonly Readonly<Record<string, Cell>>[],
  taken: ReadonlySet<string>,
): { id: string; own: boolean }[] {
  if (id === undefined) return rows.map(() => ({ id: '', own: false }));
  const used = new Set(taken);
  let last = 0;
  for (const t of used) {
    const parts = parseId(t);
    if (parts?.prefix === id.prefix) last = Math.max(last, parts.number);
  }
  return rows.map((row) => {
    const own = String(row.id ?? '').trim();
    if (isId(own) && parseId(own)?.prefix === id.prefix && !used.has(own)) {
      used.add(own);
      last = Math.max(last, parseId(own)!.number);
      return { id: own, own: true };
    }
    last++;
    const made = `${id.prefix}-${String(last).padStart(id.digits, '0')}`;
    used.add(made);
    return { id: made, own: false };
  });
}

/** The grids with more rows below a tab; columns by the headers of the workbook. */
function withRows(
  grids: WorkbookGrids,
  key: TabKey,
  rows: readonly Readonly<Record<string, Cell>>[],
): WorkbookGrids {
  const tab = tabs[key];
  const grid = grids[key] ?? [tab.columns.map((c) => c.title)];
  const headers = readTab(tab, [grid[0] ?? []], vocabulariesOf(null)).headers!;
  const width = Math.max(grid[0]?.length ?? 0, ...headers.at.values());
  const added = rows.map((row) => {
    const cells: Cell[] = new Array(width).fill('');
    for (const [k, at] of headers.at) if (row[k] !== undefined) cells[at] = row[k];
    return cells;
  });
  return { ...grids, [key]: [...grid, ...added] };
}

/** What a record says in the imported columns: a row that says the same is there already. */
function signature(entry: Entry, keys: readonly string[]): string {
  return JSON.stringify(keys.map((k) => entry.values[k] ?? ''));
}

function signatures(entries: readonly Entry[], keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(entries.filter((e) => e.id !== '').map((e) => [signature(e, keys), e.id]));
}
