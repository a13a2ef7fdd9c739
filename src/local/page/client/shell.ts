import type { BookEvent, BookView } from '../protocol';
import { Banners } from './bars/banner';
import { FormulaBar } from './bars/formula-bar';
import { Progress } from './bars/progress';
import { selectedWords } from './bars/selected';
import { StatusBar } from './bars/status-bar';
import { Tabs } from './bars/tabs';
import { TopBar } from './bars/top-bar';
import { Book } from './book';
import { cellDesk } from './cell-desk';
import { Commands } from './commands';
import { tell } from './dialogs/dialog';
import { showExpired } from './dialogs/expired';
import { openKeys } from './dialogs/keys';
import { openPeople } from './dialogs/people';
import { ask, forget } from './dialogs/question';
import { refusedEdit } from './dialogs/refused-edit';
import { openToday } from './dialogs/today';
import { Find } from './find';
import { FirstSteps } from './first-steps';
import { follow } from './follow';
import { Panels } from './frames/panels';
import { createGrid } from './grid/grid';
import { GRID_WORDS } from './grid/words';
import { bookBanners, tabHint } from './hints';
import { layOut } from './layout';
import { Connection } from './link/connection';
import { saidOf } from './link/post';
import { menuDesk } from './menu-desk';
import { cellLines, columnLines } from './menus/cell-menus';
import { openMenu } from './menus/menu';
import { type MenuDesk, pageMenus } from './menus/page-menus';
import { attempt, Notices } from './notices';
import { parseHash } from './places/address';
import { freePlace } from './places/free-place';
import { type Place, parseAddress, placeName } from './places/place';
import { cycle } from './regions';
import { listen } from './shortcuts';
import { Table } from './table';
import { chooseTheme, nextTheme } from './theme';
import { Tour } from './tour';
import { language, words } from './words/words';

/** The page: its parts, and what each of them asks of the others. It is drawn at once, and filled when the book answers. */
export class Shell {
  private readonly notices = new Notices();
  private readonly banners = new Banners();
  private readonly status = new StatusBar();
  private readonly connection: Connection;
  private readonly book: Book;
  private readonly table: Table;
  private readonly commands: Commands;
  private readonly panels: Panels;
  private readonly hint: HTMLElement;
  private readonly cells: ReturnType<typeof cellDesk>;
  private readonly said = (text: string) => this.notices.toast('', text, 8);
  private readonly link = (href: string) => void follow(href, this.book.view, this.table, this.said);
  private readonly focusGrid = () => this.table.grid.focus();
  private readonly progress = new Progress(
    (now) => void attempt(() => this.connection.ask({ kind: 'stop', now })),
  );
  private readonly tabs = new Tabs((sheetId) => this.go(sheetId, null));
  private readonly tour: Tour;
  private readonly top = new TopBar({
    today: () => this.withView((view) => openToday(this.connection, view)),
    actAs: () => this.withView((view) => openPeople(this.connection, view, (next) => void this.anew(next))),
    theme: () => chooseTheme(nextTheme()),
    focusGrid: this.focusGrid,
  });
  private readonly bar = new FormulaBar({
    undo: () => void this.commands.undo('undo'),
    redo: () => void this.commands.undo('redo'),
    find: () => this.find.open(),
    jump: (text) => this.jump(text),
    type: (text) => this.type(text),
    focusGrid: this.focusGrid,
  });
  private readonly find: Find;
  private readonly menuDesk: MenuDesk;
  private readonly steps: FirstSteps;

  constructor(windowId: string) {
    this.connection = new Connection(windowId, {
      event: (event) => this.receive(event),
      state: (online, waiting) => {
        if (online) this.banners.hide('offline');
        else this.banners.show('offline', words.offline(waiting));
      },
      resent: (act, reply) => {
        if (reply.ok) return;
        if (act.kind === 'edit') void refusedEdit(reply.why, saidOf(reply), act.values);
        else void tell(words.refusedTitle, saidOf(reply));
      },
      expired: showExpired,
    });
    this.book = new Book(this.connection, {
      view: (view) => this.show(view),
      sheet: (change) => this.table.apply(change),
      // A tab that is gone has been left by then.
      everything: async () => {
        const { sheet } = this.table;
        if (this.book.view?.sheets.some(({ id }) => id === sheet?.id)) await this.table.again();
      },
    });
    this.tour = new Tour({
      run: (name) => this.steps.run(name),
      firstRecord: () => void this.steps.firstRecord(),
    });
    this.find = new Find(this.connection, {
      sheetId: () => this.table.sheet?.id ?? null,
      go: ({ sheetId, row, column }) => this.go(sheetId, { row, column, rows: 1, columns: 1 }),
      focusGrid: this.focusGrid,
    });
    const places = layOut({
      top: this.top.element,
      banners: this.banners.element,
      progress: this.progress.element,
      tools: this.bar.element,
      tabs: this.tabs.element,
      status: this.status.element,
      over: [this.find.element, this.tour.element],
      notices: this.notices.element,
      focusTable: this.focusGrid,
    });
    this.hint = places.hint;
    this.table = new Table(
      places.table,
      (place, source, events) => createGrid(place, source, events, GRID_WORDS[language]),
      this.connection,
      this.book,
      {
        shown: () => this.showPlace(),
        filtered: (shown, total) => this.status.showRows(shown, total),
        said: this.said,
        link: this.link,
        leave: (backwards) => this.leave(backwards),
        columnMenu: (column, anchor) =>
          openMenu(columnLines(column, this.table.grid.filters(), this.cells), anchor, {
            label: words.columnMenu,
            back: this.focusGrid,
          }),
        contextMenu: (area, { x, y }) =>
          openMenu(
            cellLines(area, this.table.grid.filters(), this.cells),
            { left: x, right: x, top: y, bottom: y },
            { label: words.cellMenu, back: this.focusGrid },
          ),
      },
    );
    this.commands = new Commands(this.connection, this.book, this.table);
    this.steps = new FirstSteps(this.connection, this.book, this.table, this.commands, this.said);
    this.cells = cellDesk(this.table, this.commands, this.said);
    this.menuDesk = menuDesk({
      connection: this.connection,
      commands: this.commands,
      cells: this.cells,
      find: this.find,
      tour: this.tour,
      link: this.link,
      said: this.said,
    });
    this.panels = new Panels(places.side, {
      call: (title, name, args) => this.commands.call(title, name, args),
      focusGrid: this.focusGrid,
      link: this.link,
      key: (key, shift) => (key === 'F6' ? this.leave(shift) : void this.commands.save()),
    });
  }

  async start(): Promise<void> {
    listen({
      save: () => void this.commands.save(),
      find: () => this.find.open(),
      undo: () => void this.commands.undo('undo'),
      redo: () => void this.commands.undo('redo'),
      keys: openKeys,
      leave: (backwards) => this.leave(backwards),
    });
    addEventListener('hashchange', () => this.link(location.hash));
    this.connection.start();
    // What was asked for by the link, or where the window was before a reload: asked beside the book, shown with it.
    const asked = parseHash(location.hash);
    const before = this.table.before;
    const early = asked
      ? { id: asked.sheetId, place: asked.place }
      : before && { id: before.sheetId, place: before };
    const first = early
      ? this.table.show(early.id, early.place).then(
          () => true,
          () => false,
        )
      : null;
    const view = await this.book.open();
    if (!(await first)) await attempt(() => this.table.show(firstTab(view)));
    this.tabs.show(view.sheets, this.table.sheet?.id ?? view.activeSheetId);
    this.showPlace();
  }

  private receive(event: BookEvent): void {
    this.book.event(event);
    if (event.type === 'busy') this.progress.show(event);
    else if (event.type === 'idle') this.progress.hide();
    else if (event.type === 'toast') this.notices.toast(event.title, event.message, event.seconds);
    else if (event.type === 'show') this.panels.show(event.shown);
    else if (event.type === 'ask')
      ask(
        event.question,
        (question, button, text) =>
          void attempt(() => this.connection.ask({ kind: 'answer', question, button, text })),
      );
    else if (event.type === 'asked') forget(event.question);
    else if (event.type === 'select') this.go(event.area.sheetId, event.area);
  }

  private menus = '';

  private show(view: BookView): void {
    this.top.show(view);
    this.bar.showUndo(view.undo);
    // The menus are read when one opens; the bar is drawn anew only when its captions change.
    const captions = JSON.stringify(view.menus.map((menu) => menu.caption));
    if (captions !== this.menus)
      this.top.menubar.show(pageMenus(() => this.book.view ?? view, this.menuDesk));
    this.menus = captions;
    this.tour.show(view.steps);
    bookBanners(view, this.banners, {
      outside: (take) => void attempt(() => this.connection.askAfterEdits({ kind: 'outside', take })),
    });
    const shown = this.table.sheet;
    if (shown && !view.sheets.some((sheet) => sheet.id === shown.id)) this.go(firstTab(view), null);
    if (shown) this.tabs.show(view.sheets, shown.id);
    if (shown) this.showPlace();
  }

  /** Another tab, other rows, another selection: what stands around the table follows. */
  private showPlace(): void {
    const { grid, sheet } = this.table;
    const { view } = this.book;
    const area = grid.selection();
    const active = grid.active();
    if (!sheet || !view) return;
    const cell = active && grid.cell(active.row, active.column);
    this.bar.show({ address: area ? placeName(area) : '', content: cell?.e ?? cell?.t ?? '' });
    this.status.showSelected(selectedWords(area, grid.cell));
    this.tabs.show(view.sheets, sheet.id);
    tabHint(this.hint, view, sheet, {
      setUp: () => this.steps.run('setUpWorkbook'),
      firstRow: () => this.go(sheet.id, freePlace(sheet)),
    });
  }

  private go(sheetId: number, place: Place | null): void {
    void attempt(() => this.table.go(sheetId, place));
  }

  private withView(act: (view: BookView) => void): void {
    if (this.book.view) act(this.book.view);
  }

  /** Another person: the same book as they see it. */
  private async anew(view: BookView): Promise<void> {
    this.book.become(view);
    await this.table.again();
  }

  private jump(text: string): boolean {
    const to = parseAddress(text, this.book.view?.sheets ?? []);
    const sheetId = to?.sheetId ?? this.table.sheet?.id;
    if (!to || sheetId === undefined) return false;
    this.go(sheetId, to.place);
    return true;
  }

  private type(text: string): void {
    const at = this.table.grid.active();
    if (at && this.table.sheet) this.table.edit(this.table.sheet.id, at.row, at.column, [[text]]);
  }

  private leave(backwards: boolean): void {
    const region = (part: HTMLElement, focus: () => void, here = () => true) => ({
      here,
      has: () => part.contains(document.activeElement),
      focus,
    });
    cycle(
      [
        region(this.table.place, this.focusGrid),
        region(
          this.panels.side,
          () => this.panels.focusSideBar(),
          () => this.panels.hasSideBar,
        ),
        region(this.tabs.element, () => this.tabs.focus()),
        region(this.top.element, () => this.top.menubar.focus()),
        region(this.bar.element, () => this.bar.focus()),
      ],
      backwards,
    );
  }
}

/** The tab that the book was left on, if it is still there. */
function firstTab({ sheets, activeSheetId }: BookView): number {
  const active = sheets.find((sheet) => sheet.id === activeSheetId);
  return (active ?? sheets.find((sheet) => !sheet.hidden) ?? sheets[0])?.id ?? activeSheetId;
}
