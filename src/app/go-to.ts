import { cellText } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import { tabs } from '../domain/registry/tabs';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';

/** A cell as a finding names it: titles, and the row where it stood when it was found. */
export interface Place {
  readonly tab: string;
  readonly id: string;
  readonly row: number;
  /** Title of the column, '' for the row. */
  readonly column: string;
}

/**
 * Shows the cell to the person. Rows may have moved since: the record is looked for by its ID.
 * @throws Refusal when the record is gone
 */
export function goTo({ workbook, screen }: Ports, { tab: name, id, row, column }: Place): null {
  const tab = Object.values(tabs).find((t) => t.title === name);
  const title = findTitle(workbook.titles(), name, tab?.aliases);
  if (title === null) throw new Refusal(`В книге нет вкладки «${name}».`);
  const { at } = tab ? mapHeaders(tab, workbook.firstRow(title)) : { at: new Map<string, number>() };
  const wanted = tab?.columns.find((c) => c.title === column)?.key ?? '';
  const idAt = at.get('id');
  let found = Math.max(1, row);
  if (id !== '' && idAt !== undefined) {
    const ids = workbook.readColumns(title, idAt, 1).map(([cell]) => cellText(cell ?? '').trim());
    if (ids[row - 1] !== id) found = ids.indexOf(id) + 1;
    if (found === 0) throw new Refusal(`Записи ${id} на вкладке «${title}» больше нет. Обновите список.`);
  }
  if (!screen.select(title, found, (at.get(wanted) ?? idAt ?? 0) + 1))
    throw new Refusal(`На вкладке «${title}» больше нет строки ${found}. Обновите список.`);
  return null;
}
