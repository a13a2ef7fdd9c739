import './grid.css';
import type { Area, RowView, SheetChange, SheetView } from '../../protocol';
import { Blocks } from './blocks';
import { drawCharts } from './charts';
import { copy, listenToClipboard, paste } from './clipboard';
import type { ColumnFilter, Grid, GridEvents, GridSource } from './contract';
import { Desk } from './desk';
import { Editor } from './editor';
import { distinctTexts, Filters } from './filter';
import { createFrame } from './frame';
import { afterEdit, listenToKeys } from './keys';
import { listenToLinks } from './links';
import { createLooks } from './looks';
import { Painter } from './painter';
import { listenToPointer } from './pointer';
import { at, type Selection, within } from './selection';
import { Tab } from './tab';
import { listenForTip } from './tip';
import type { GridWords } from './words';

/** Draws a tab into `host`, which has a size of its own. */
export function createGrid(
  host: HTMLElement,
  source: GridSource,
  events: GridEvents,
  words: GridWords,
): Grid {
  const parts = createFrame(host, words);
  const desk = new Desk(parts, events, words, () => source.seen());
  let filters = new Filters();
  /** Where the person was in the other tabs. */
  const left = new Map<number, Left>();
  /** A filter that is asked for while another is looked up: the last one counts. */
  let looking = 0;
  const looks = createLooks(
    (index) => source.style(index),
    () => {
      parts.root.classList.toggle('dark', looks.dark);
      desk.painter.redraw();
    },
  );
  parts.root.classList.toggle('dark', looks.dark);
  const drawing = () => ({
    tab: desk.tab!,
    looks,
    style: (index: number | undefined) => (index ? source.style(index) : {}),
    words,
    id: parts.id,
  });
  desk.painter = new Painter(
    parts,
    drawing,
    () => desk.selection,
    () => new Set(filters.columns.keys()),
  );
  desk.editor = new Editor(parts, words, {
    choices: (...cell) => source.choices(...cell),
    done: (place, sheetId, text, changed, way, seen) => {
      if (desk.tab?.sheet.id !== sheetId) return;
      if (changed) desk.write({ ...place, rows: 1, columns: 1 }, () => text, seen);
      afterEdit(desk, way);
    },
    cancelled: () => desk.painter.soon(),
  });
  listenToKeys(desk);
  listenToPointer(desk);
  listenToLinks(desk);
  listenToClipboard(desk);
  desk.tip = listenForTip(desk);
  parts.scroller.addEventListener('scroll', () => {
    if (!desk.tab) return;
    desk.painter.soon();
    desk.editor.follow();
  });
  const resized = new ResizeObserver(() => {
    if (desk.tab) layout(desk.tab);
  });
  resized.observe(host);

  function room(): { width: number; height: number } {
    return { width: parts.scroller.clientWidth, height: parts.scroller.clientHeight };
  }

  /** Sizes or the rows that are seen are others: the row at the top of the page stays there. */
  function layout(tab: Tab): void {
    const { scroller } = parts;
    const top = tab.rows.at(scroller.scrollTop + tab.rows.frozenSize);
    const inside = scroller.scrollTop + tab.rows.frozenSize - tab.rows.start(top);
    tab.layout(room());
    desk.painter.redraw();
    desk.painter.paint();
    drawCharts(parts.charts, tab);
    if (scroller.scrollTop > 0) {
      scroller.scrollTop = tab.rows.start(top) + Math.min(inside, tab.rows.size(top)) - tab.rows.frozenSize;
    }
    desk.editor.follow();
  }

  function arrived(tab: Tab, rows: readonly RowView[], from: number, to: number): void {
    if (desk.tab !== tab) return;
    if (tab.measure(rows)) layout(tab);
    else desk.painter.redraw(range(from, to));
    desk.painter.paint();
    desk.tip.update();
  }

  function blocksOf(sheet: SheetView, before: Blocks | undefined): Blocks {
    const blocks: Blocks = new Blocks(
      sheet.rows,
      {
        load: (from, to) => source.rows(sheet.id, from, to),
        arrived: (rows, from, to) => {
          if (desk.tab?.blocks === blocks) arrived(desk.tab, rows, from, to);
        },
        failed: () => events.refused(words.notLoaded),
      },
      before,
    );
    return blocks;
  }

  function tellFiltered(tab: Tab): void {
    const total = Math.max(0, tab.used - tab.sheet.frozenRows);
    events.filtered(total - tab.filtered.size, total);
  }

  async function filter(): Promise<void> {
    const { tab } = desk;
    if (!tab) return;
    looking += 1;
    const mine = looking;
    let hidden: ReadonlySet<number>;
    try {
      hidden = await filters.look(tab);
    } catch {
      events.refused(words.notLoaded);
      return;
    }
    if (mine !== looking || desk.tab !== tab) return;
    tab.filtered = hidden;
    layout(tab);
    const active = desk.selection?.active;
    if (active && !tab.rows.shows(active.row)) desk.go({ ...active, row: tab.rows.step(active.row, 0) });
    tellFiltered(tab);
  }

  function show(sheet: SheetView, rows: readonly RowView[]): void {
    const before = desk.tab?.sheet.id === sheet.id ? desk.tab : null;
    const { scrollTop: top, scrollLeft } = parts.scroller;
    if (!before) {
      desk.editor.commit('stay');
      desk.tab?.blocks.stop();
      if (desk.tab)
        left.set(desk.tab.sheet.id, { filters, selection: desk.selection, top, left: scrollLeft });
    }
    const blocks = blocksOf(sheet, before?.blocks);
    blocks.begin(rows);
    const tab = new Tab(sheet, blocks, before?.filtered, before?.pending);
    tab.measure(rows);
    desk.tab = tab;
    desk.editor.onto(tab);
    parts.sheet.setAttribute('aria-label', words.grid(sheet.name));
    parts.sheet.setAttribute('aria-rowcount', String(sheet.rows));
    parts.sheet.setAttribute('aria-colcount', String(sheet.columns));
    tab.layout(room());
    const was = left.get(sheet.id);
    if (!before) filters = was?.filters ?? new Filters();
    const first = { row: tab.rows.index(tab.rows.frozen), column: tab.columns.index(0) };
    const kept = before ? desk.selection : (was?.selection ?? null);
    desk.selection = kept ? within(kept, sheet.rows, sheet.columns) : at(tab, first);
    layout(tab);
    if (!before) parts.scroller.scrollTo({ top: was?.top ?? 0, left: was?.left ?? 0, behavior: 'instant' });
    desk.choose(desk.selection, null);
    if (filters.columns.size > 0) filter();
    else tellFiltered(tab);
  }

  function apply(change: SheetChange): void {
    const { tab } = desk;
    if (!tab || change.kind !== 'rows' || change.sheetId !== tab.sheet.id) return;
    const longer = change.used !== tab.used;
    tab.used = change.used;
    tab.pending.applied(change.rows);
    tab.blocks.replace(change.rows);
    if (tab.measure(change.rows)) layout(tab);
    else desk.painter.redraw(change.rows.map(({ r }) => r));
    desk.painter.paint();
    desk.tip.update();
    if (longer) tellFiltered(tab);
  }

  return {
    show,
    apply,
    settle(operation) {
      const rows = desk.tab?.pending.settle(operation) ?? new Set();
      if (rows.size > 0) desk.painter.redraw(rows);
    },
    select(area: Area) {
      const { tab } = desk;
      if (!tab || tab.sheet.id !== area.sheetId) return;
      const first = { row: area.row, column: area.column };
      const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
      desk.focus();
      desk.choose({ active: at(tab, first).active, anchor: first, head: last }, first);
    },
    selection: () => (desk.tab && desk.selection ? { sheetId: desk.tab.sheet.id, ...desk.box()! } : null),
    active: () => desk.selection?.active ?? null,
    cell: (row, column) => desk.tab?.cell(row, column) ?? null,
    editWith(row, column, text) {
      desk.go({ row, column });
      desk.edit(text);
    },
    copy: () => copy(desk, false),
    cut: () => copy(desk, true),
    paste: () => paste(desk),
    clear: () => void desk.clear(),
    async setFilter(column: number, of: ColumnFilter | null) {
      if (of) filters.columns.set(column, of);
      else filters.columns.delete(column);
      await filter();
    },
    clearFilters() {
      filters.columns.clear();
      filter();
    },
    filters: () => filters.columns,
    values: async (column) => (desk.tab ? distinctTexts(desk.tab, column) : []),
    focus: () => desk.focus(),
    dispose() {
      desk.tab?.blocks.stop();
      resized.disconnect();
      looks.dispose();
      parts.root.remove();
    },
  };
}

interface Left {
  readonly filters: Filters;
  readonly selection: Selection | null;
  readonly top: number;
  readonly left: number;
}

function* range(from: number, to: number): Generator<number> {
  for (let row = from; row < to; row++) yield row;
}
