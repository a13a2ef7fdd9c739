import type { MenuItemView, MenuView } from '../protocol';
import type { Book } from './book';
import { choose, tell } from './dialogs/dialog';
import type { Connection } from './link/connection';
import { freshId } from './link/window-id';
import { attempt } from './notices';
import type { Table } from './table';
import { words } from './words/words';

/** What a person can have done, but for typing into cells. */
export class Commands {
  constructor(
    private readonly connection: Connection,
    private readonly book: Book,
    private readonly table: Table,
  ) {}

  /** A menu item of the script. Without a connection it is not started: minutes later nobody waits for it any more. */
  async run(name: string, caption: string): Promise<void> {
    if (!this.connection.connected) return tell(words.refusedTitle, words.notRun(caption));
    await attempt(async () => {
      const act = { kind: 'run', id: freshId(), function: name, caption } as const;
      const { undo } = await this.connection.change(
        act,
        this.table.grid.selection() ?? undefined,
        this.table.seen,
      );
      this.book.undo(undo);
    });
  }

  /** google.script.run of a panel. @throws with the words of the script */
  async call(caption: string, name: string, args: readonly unknown[]): Promise<unknown> {
    const at = this.table.grid.selection() ?? undefined;
    const act = { kind: 'call', id: freshId(), function: name, args, caption } as const;
    return (await this.connection.askAfterEdits(act, at)).value;
  }

  async undo(kind: 'undo' | 'redo'): Promise<void> {
    const { undo } = this.book.view ?? {};
    if (!undo || undo[kind] === '') return;
    await attempt(async () => {
      const done = await this.connection.change({ kind, id: freshId() });
      await this.book.shown(done.seq);
      this.book.undo(done.undo);
      if (done.area) await this.table.go(done.area.sheetId, done.area);
    });
  }

  async insertRows(below: boolean): Promise<void> {
    const area = this.table.grid.selection();
    if (!area) return;
    const row = below ? area.row + area.rows : area.row;
    await this.structure(
      { kind: 'insertRows', id: freshId(), sheetId: area.sheetId, row, count: area.rows },
      { ...area, row },
    );
  }

  async deleteRows(): Promise<void> {
    const area = this.table.grid.selection();
    if (!area) return;
    const { sheetId, row, rows: count } = area;
    // Others go on while the question stands.
    const { seen } = this.table;
    const text = words.deleteRowsText(row + 1, count);
    const yes = await choose(words.deleteRowsTitle, text, [
      { caption: words.deleteRows(count), value: true, main: true },
      { caption: words.cancel, value: false },
    ]);
    if (yes)
      await this.structure({ kind: 'deleteRows', id: freshId(), sheetId, row, count }, undefined, seen);
    this.table.grid.focus();
  }

  async sort(column: number, ascending: boolean): Promise<void> {
    const { sheet } = this.table;
    if (sheet) await this.structure({ kind: 'sort', id: freshId(), sheetId: sheet.id, column, ascending });
  }

  async resize(column: number, width: number): Promise<void> {
    const { sheet } = this.table;
    if (sheet) await this.structure({ kind: 'resize', id: freshId(), sheetId: sheet.id, column, width });
  }

  async save(): Promise<void> {
    await attempt(async () => {
      this.book.change({ save: await this.connection.askAfterEdits({ kind: 'save' }) });
    });
  }

  /** The menu item of a function of the script. */
  caption(name: string): string | null {
    return find(this.book.view?.menus ?? [], name);
  }

  private async structure(
    act: Parameters<Connection['change']>[0] & { kind: 'insertRows' | 'deleteRows' | 'sort' | 'resize' },
    then?: Parameters<Table['grid']['select']>[0],
    seen = this.table.seen,
  ): Promise<void> {
    await attempt(async () => {
      const done = await this.connection.change(act, undefined, seen);
      await this.book.shown(done.seq);
      this.book.undo(done.undo);
      if (then && this.table.sheet?.id === then.sheetId) this.table.grid.select(then);
    });
  }
}

function find(items: readonly (MenuView | MenuItemView)[], name: string): string | null {
  for (const item of items) {
    if ('run' in item && item.run === name) return item.caption;
    const inside = 'items' in item ? find(item.items, name) : null;
    if (inside !== null) return inside;
  }
  return null;
}
