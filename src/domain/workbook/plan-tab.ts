import { type Cell, cellText, type Grid, isBlank, isDateCell } from '../registry/cell';
import { DICTIONARIES_TITLE } from '../registry/dictionaries';
import { columnLetter } from '../registry/headers';
import { RECORD_ID, strayKind } from '../registry/read';
import { tabs } from '../registry/tabs';
import { foldHeader } from '../text/fold';
import { counted } from '../text/plural';
import { type ColumnLayout, type TabLayout, TEXT_FORMAT } from './layout';
import { headerRowOf, isBlankBelow, type Placement, placeColumns } from './place-columns';
import type {
  ColumnDamage,
  DamageKind,
  Difference,
  Placed,
  ProtectionLook,
  StrayRow,
  TabLook,
  TabPlan,
} from './repair-plan';

/** A tab that people fill, as it is read for repair. */
export interface ReadLook {
  readonly layout: TabLayout;
  readonly grid: Grid;
  readonly look: TabLook;
  /** Notes of a row below the first; asked only when the headers stand there. */
  readonly notesOf: (row: number) => readonly string[];
  /** The rule that each column should have; '' = none, null = its source is not there. */
  readonly wantedRules: ReadonlyMap<ColumnLayout, string | null>;
  readonly remembered: readonly string[] | null;
}

type Told = (
  kind: DamageKind,
  more?: Partial<Pick<Difference, 'column' | 'address' | 'now' | 'wanted'>>,
) => void;

/** Compares a tab with its layout: what differs, in words and as data for mending. Pure; nothing is changed. */
export function planTab(read: ReadLook): TabPlan {
  const { layout } = read;
  const differences: Difference[] = [];
  const tell: Told = (kind, more = {}) =>
    differences.push({ tab: layout.title, kind, column: '', address: '', now: '', wanted: '', ...more });
  const headerRow = headerRowOf(layout, read.grid, read.look.notes);
  if (headerRow < 0) {
    tell('header-gone');
    return untouched(layout, differences);
  }
  const blankAbove =
    headerRow > 0 && read.grid.slice(0, headerRow).every((row) => row.every((c) => isBlank(c)));
  const order = rowOrder(Math.max(read.look.formats.length, read.grid.length), headerRow, blankAbove);
  const rows = <T>(list: readonly T[]): T[] => order.flatMap((i) => (i < list.length ? [list[i]] : []));
  const grid = rows(read.grid);
  const look = {
    formats: rows(read.look.formats),
    rules: rows(read.look.rules),
    wraps: rows(read.look.wraps),
  };
  const notes = headerRow > 0 ? read.notesOf(headerRow) : read.look.notes;
  if (headerRow > 0) tell('header-row', { address: `${headerRow + 1}:${headerRow + 1}`, wanted: '1:1' });
  const width = look.formats[0]?.length ?? 0;
  const place = placeColumns(layout, grid, width, {
    notes,
    remembered: read.remembered,
    ruleAt: (p) => look.rules[1]?.[p] ?? '',
    wantedRule: (c) => read.wantedRules.get(c) ?? null,
  });
  if (place.doubled.length > 0) {
    for (const { column, positions } of place.doubled)
      tell('header-doubled', { column: column.title, address: positions.map(columnLetter).join(', ') });
    return untouched(layout, differences);
  }
  const headers = headerTexts(place, grid, tell);
  const addAt = usedColumns(grid);
  for (const column of place.missing) tell('column-missing', { column: column.title });
  const columns = compareColumns(place.placed, grid, look, notes, read.wantedRules, tell);
  const undressed =
    place.placed.length > 0 && place.placed.every(({ position }) => !(look.wraps[1]?.[position] ?? true));
  if (!read.look.frozen) tell('frozen');
  if (read.look.merged.length > 0) tell('merged', { address: read.look.merged.join(', ') });
  if (read.look.filtered) tell('filter');
  compareProtection(read.look.protection, place.placed, tell);
  const stray = strayRows(layout, grid, place.placed, tell);
  return {
    layout,
    differences,
    headerRow,
    blankAbove,
    placed: place.placed,
    missing: place.missing,
    addAt,
    headers,
    columns,
    undressed,
    merged: read.look.merged,
    stray,
    ...missingValues(layout, grid, place, tell),
  };
}

function untouched(layout: TabLayout, differences: readonly Difference[]): TabPlan {
  return {
    layout,
    differences,
    headerRow: 0,
    blankAbove: false,
    placed: [],
    missing: [],
    addAt: 0,
    headers: [],
    columns: NO_COLUMNS,
    undressed: false,
    merged: [],
    stray: [],
    rowsToAdd: [],
    refills: [],
  };
}

const NO_COLUMNS: TabPlan['columns'] = {
  'header-note': [],
  'header-look': [],
  format: [],
  validation: [],
  'validation-source': [],
  wrap: [],
};

/** The rows in the order in which they stand once the headers are in row 1. */
function rowOrder(height: number, headerRow: number, blankAbove: boolean): number[] {
  const all = Array.from({ length: height }, (_, i) => i);
  if (headerRow === 0) return all;
  return blankAbove ? all.slice(headerRow) : [headerRow, ...all.filter((i) => i !== headerRow)];
}

function headerTexts(place: Placement, grid: Grid, tell: Told): TabPlan['headers'] {
  const texts: { position: number; text: string; kind: DamageKind }[] = [];
  const put = (kind: DamageKind, column: ColumnLayout, position: number, text: string) => {
    texts.push({ position, text, kind });
    tell(kind, {
      column: column.title,
      address: `${columnLetter(position)}1`,
      now: cellText(grid[0]?.[position] ?? ''),
      wanted: text,
    });
  };
  for (const { column, position } of place.aliases) put('header-alias', column, position, column.title);
  for (const { column, position } of place.lost) put('header-lost', column, position, column.title);
  for (const { column, position } of place.twins) put('header-twin', column, position, '');
  // Found by a looser spelling: «дата:» for «Дата».
  const told = new Set(texts.map((t) => t.position));
  for (const { column, position } of place.placed)
    if (!told.has(position) && grid[0]?.[position] !== column.title)
      put('header-alias', column, position, column.title);
  for (const { column, positions } of place.unclear)
    tell('header-unclear', { column: column.title, address: positions.map(columnLetter).join(', ') });
  return texts;
}

/** Columns up to the last one with anything in it: people may have figures under no header. */
function usedColumns(grid: Grid): number {
  let last = Math.max(0, ...grid.map((row) => row.length));
  while (last > 0 && grid.every((row) => isBlank(row[last - 1]))) last--;
  return last;
}

function compareColumns(
  placed: readonly Placed[],
  grid: Grid,
  look: Pick<TabLook, 'formats' | 'rules' | 'wraps'>,
  notes: readonly string[],
  wantedRules: ReadLook['wantedRules'],
  tell: Told,
): TabPlan['columns'] {
  const columns: Record<ColumnDamage, number[]> = {
    'header-note': [],
    'header-look': [],
    format: [],
    validation: [],
    'validation-source': [],
    wrap: [],
  };
  const height = look.formats.length;
  for (const { column, position } of placed) {
    const found = (kind: ColumnDamage, rows: readonly number[], now = '', wanted = '') => {
      if (rows.length === 0) return;
      columns[kind].push(position);
      tell(kind, { column: column.title, address: addressOf(position, rows), now, wanted });
    };
    const below = (differs: (r: number) => boolean): number[] => {
      const rows: number[] = [];
      for (let r = 1; r < height; r++) if (differs(r)) rows.push(r);
      return rows;
    };
    if (column.note !== '' && (notes[position] ?? '') !== column.note) found('header-note', [0]);
    if (column.title !== '' && look.formats[0][position] !== TEXT_FORMAT) found('header-look', [0]);
    if (column.format !== '') {
      const rows = below((r) => look.formats[r][position] !== column.format);
      if (rows.length > 0) found('format', rows, look.formats[rows[0]][position], column.format);
    }
    if (column.format === TEXT_FORMAT) {
      const dates = grid.flatMap((row, r) => (r > 0 && isDateCell(row[position] ?? '') ? [r] : []));
      if (dates.length > 0)
        tell('text-became-date', { column: column.title, address: addressOf(position, dates) });
    }
    const rule = wantedRules.get(column) ?? (column.validation ? null : '');
    const headed = look.rules[0]?.[position] !== '' ? [0] : [];
    if (rule === null) found('validation-source', [1]);
    else {
      const rows = below((r) => look.rules[r][position] !== rule);
      // A free column with one rule from top to bottom has it because people want it.
      const own = rule === '' && rows.length === height - 1;
      const all = own ? headed : [...headed, ...rows];
      if (all.length > 0) found('validation', all);
    }
    found(
      'wrap',
      below((r) => !look.wraps[r][position]),
    );
  }
  return columns;
}

/** Runs of rows of a column in A1: `C5:C12, C40`; long lists end in words. */
function addressOf(position: number, rows: readonly number[]): string {
  const letter = columnLetter(position);
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1] as [number, number] | undefined;
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs
    .slice(0, SHOWN_RUNS)
    .map(([a, b]) => (a === b ? `${letter}${a + 1}` : `${letter}${a + 1}:${letter}${b + 1}`));
  return `${shown.join(', ')}${runs.length > SHOWN_RUNS ? ' …' : ''}`;
}

const SHOWN_RUNS = 5;

function compareProtection(found: ProtectionLook, placed: readonly Placed[], tell: Told): void {
  const due = placed.some((p) => p.column.owner === 'script');
  const { warnings, hard, open } = found;
  const astray =
    open === null ||
    placed.some(({ column, position }) => open.has(position) !== (column.owner === 'people'));
  if (hard > 0) tell('protection', { now: 'жёсткая', wanted: 'предупреждающая' });
  else if (due && warnings === 0) tell('protection', { now: 'нет', wanted: 'предупреждающая' });
  else if (warnings > 1) tell('protection', { now: `предупреждающих: ${warnings}`, wanted: 'одна' });
  else if (due && astray) tell('protection', { now: 'открыты не те столбцы' });
}

function strayRows(layout: TabLayout, grid: Grid, placed: readonly Placed[], tell: Told): StrayRow[] {
  // «Справочники» and «Настройки» hold words that people chose.
  const idAt = placed.find((p) => p.column.title === 'ID')?.position;
  if (idAt === undefined) return [];
  const titles = new Map(placed.map((p) => [p.position, p.column.title]));
  const header = (grid[0] ?? []).map((cell, i) => titles.get(i) ?? cell);
  const stray: StrayRow[] = [];
  for (let r = 1; r < grid.length; r++) {
    const cells = grid[r];
    if (RECORD_ID.test(String(cells[idAt] ?? '')) || cells.every((c) => isBlank(c))) continue;
    const kind = strayKind(header, cells);
    if (kind === null) continue;
    stray.push({ row: r, kind: kind === 'total' ? 'total-row' : 'repeated-header', cells });
    tell(kind === 'total' ? 'total-row' : 'repeated-header', {
      address: `${r + 1}:${r + 1}`,
      now: cellText(cells.find((c) => !isBlank(c)) ?? ''),
    });
  }
  return layout.generated ? [] : stray;
}

/** Rows and lists of the template that are not there. What people entered is never touched. */
function missingValues(
  layout: TabLayout,
  grid: Grid,
  place: Placement,
  tell: Told,
): Pick<TabPlan, 'rowsToAdd' | 'refills'> {
  const { preload } = layout;
  const none = { rowsToAdd: [], refills: [] };
  if (!preload) return none;
  if (layout.columns.some((c) => c.title === '')) return none;
  if (preload.keyColumn < 0) {
    const refills = place.placed
      .filter(({ position }) => isBlankBelow(grid, position))
      .map(({ column, position }) => {
        const at = layout.columns.indexOf(column);
        return { position, values: preload.rows.map((row) => row[at]).filter((v) => !isBlank(v)) };
      });
    for (const { position, values } of refills)
      tell('dictionary-empty', {
        column: place.placed.find((p) => p.position === position)!.column.title,
        wanted: counted(values.length, ['значение', 'значения', 'значений']),
      });
    return { rowsToAdd: [], refills };
  }
  const key = place.placed.find((p) => p.column === layout.columns[preload.keyColumn]);
  const all = layout.columns.every(
    (c) => place.missing.includes(c) || place.placed.some((p) => p.column === c),
  );
  if (!all) return none;
  const records = key === undefined ? [] : grid.slice(1).filter((row) => !isBlank(row[key.position]));
  if (foldHeader(layout.title) !== foldHeader(tabs.settings.title) && records.length > 0) return none;
  const known = new Set(records.map((row) => foldHeader(cellText(row[key!.position]))));
  const rowsToAdd = preload.rows.filter((row) => !known.has(foldHeader(cellText(row[preload.keyColumn]))));
  if (rowsToAdd.length > 0)
    tell('rows-missing', { wanted: counted(rowsToAdd.length, ['строка', 'строки', 'строк']) });
  return { rowsToAdd, refills: [] };
}

/** A preloaded row laid out by where the columns stand. */
export function laidOut(row: readonly Cell[], layout: TabLayout, placed: readonly Placed[]): Cell[] {
  const cells: Cell[] = new Array(Math.max(...placed.map((p) => p.position)) + 1).fill('');
  for (const { column, position } of placed) cells[position] = row[layout.columns.indexOf(column)] ?? '';
  return cells;
}

/** Dropdowns of other tabs point at «Справочники»: it is mended first. */
export function mendingOrder(layouts: readonly TabLayout[]): TabLayout[] {
  const first = (layout: TabLayout) => (layout.title === DICTIONARIES_TITLE ? 0 : 1);
  return [...layouts].sort((a, b) => first(a) - first(b));
}
