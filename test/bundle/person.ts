import { fireOnEdit } from '../../src/local/host/editor-events';
import type { Bound } from './bundle';

/** What a person does in a book of the built add-on; each edit tells the trigger unless its event is lost. */
export interface Person {
  /** Types or pastes; rows are 1-based as the person sees them, the column is named by its header. */
  edit(
    title: string,
    row: number,
    header: string,
    values: readonly (readonly unknown[])[],
    lost?: boolean,
  ): void;
  /** A record's cells by header, each typed alone. */
  fill(title: string, row: number, cells: Readonly<Record<string, unknown>>): void;
  cell(title: string, row: number, header: string): string;
  column(title: string, header: string): number;
}

export function person(book: Bound): Person {
  const column = (title: string, header: string): number => {
    const at = book.tab(title).getRange('1:1').getDisplayValues()[0].indexOf(header);
    if (at < 0) throw new Error(`«${title}» has no column «${header}»`);
    return at;
  };
  const edit: Person['edit'] = (title, row, header, values, lost = false) => {
    // A paste brings the rules of where it came from.
    book
      .tab(title)
      .getRange(row, column(title, header) + 1, values.length, values[0].length)
      .clearDataValidations();
    const event = book.host.spreadsheets.userEdit(
      book.sheet(title).id,
      row - 1,
      column(title, header),
      values,
    );
    if (lost) return;
    for (const { error } of fireOnEdit(book.host, event)) if (error) throw error;
  };
  return {
    edit,
    column,
    fill(title, row, cells) {
      for (const [header, value] of Object.entries(cells)) edit(title, row, header, [[value]]);
    },
    cell: (title, row, header) =>
      book
        .tab(title)
        .getRange(row, column(title, header) + 1, 1, 1)
        .getDisplayValues()[0][0],
  };
}
