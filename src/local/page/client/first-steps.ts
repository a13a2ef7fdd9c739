import type { Book } from './book';
import type { Commands } from './commands';
import type { Connection } from './link/connection';
import { attempt } from './notices';
import { freePlace } from './places/free-place';
import type { Table } from './table';
import { words } from './words/words';

/** Where records start, by the names in the workbook. */
const FIRST = { tab: 'Организации', column: 'Полное наименование' } as const;

/** What the card of the first steps and the words of an empty tab lead to. */
export class FirstSteps {
  constructor(
    private readonly connection: Connection,
    private readonly book: Book,
    private readonly table: Table,
    private readonly commands: Commands,
    private readonly said: (words: string) => void,
  ) {}

  /** A function of the script, by the menu item that runs it. */
  run(name: string): void {
    const caption = this.commands.caption(name);
    if (caption === null) this.said(words.noCommand);
    else void this.commands.run(name, caption);
  }

  async firstRecord(): Promise<void> {
    const tab = this.book.view?.sheets.find((sheet) => sheet.name === FIRST.tab);
    if (!tab) return this.said(words.noSuchTab);
    await attempt(async () => {
      await this.table.go(tab.id, null);
      const { rows } = await this.connection.ask({ kind: 'rows', sheetId: tab.id, from: 0, to: 1 });
      const { sheet } = this.table;
      if (sheet?.id !== tab.id) return;
      const column = rows[0]?.c.findIndex((cell) => cell?.t === FIRST.column) ?? -1;
      const free = freePlace(sheet);
      await this.table.go(tab.id, column < 0 ? free : { ...free, column });
    });
  }
}
