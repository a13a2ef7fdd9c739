import type { Cell } from '../registry/cell';
import { isBlank } from '../registry/cell';
import type { Column, TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import { foldName, foldOrganisation } from '../text/fold';
import { parseOrderReference } from '../text/order-number';
import { initialsOf, isCode } from '../text/person-name';
import { printReference } from '../text/reference';
import { recordLabel } from '../workbook/lists';

/**
 * Reads names in reference cells of somebody's table: «Иванова М. П.», «МБОУ СОШ № 1», «26/1 от 01.09.2022». A name
 * that exactly one record bears is that record; any other text stays as it is, and reading reports it.
 */
export function referenceResolver(registry: Registry): (column: Column, cell: Cell) => Cell {
  const byTab = new Map<TabKey, ReadonlyMap<string, string>>();
  const namesOf = (tab: TabKey) => {
    let known = byTab.get(tab);
    if (!known) {
      known = uniqueNames(registry, tab);
      byTab.set(tab, known);
    }
    return known;
  };
  return (column, cell) => {
    if (typeof cell !== 'string' || isBlank(cell) || column.refers === undefined) return cell;
    const { refers } = column;
    const pieces = column.multi ? cell.split(/[;\n]/) : [cell];
    const read = pieces.map((piece) => {
      const text = piece.trim();
      if (text === '' || /^[A-Z]{2,3}-\d/.test(text)) return text;
      const id = namesOf(refers).get(keyOf(refers, text));
      return id === undefined ? text : printReference(id, recordLabel(registry, id));
    });
    return read.filter((text) => text !== '').join('; ');
  };
}

/** Names of the records of a tab → ID; a name that two records bear names none. */
function uniqueNames(registry: Registry, tab: TabKey): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  const add = (key: string, id: string) => {
    if (key === '') return;
    if (names.has(key) && names.get(key) !== id) shared.add(key);
    names.set(key, id);
  };
  for (const { id, values } of registry.tabs[tab].entries) {
    if (id === '' || values.recordStatus === 'Архив') continue;
    for (const name of namesOfRecord(tab, values)) add(keyOf(tab, name), id);
  }
  for (const name of shared) names.delete(name);
  return names;
}

function namesOfRecord(tab: TabKey, values: Readonly<Record<string, unknown>>): string[] {
  const text = (key: string) => String(values[key] ?? '');
  if (tab === 'organisations') return [text('fullName'), text('shortName')];
  if (tab === 'documents')
    return text('number') && text('date') ? [orderKey(text('number'), text('date'))] : [];
  const name = text('name');
  return name === '' || isCode(name) ? [name] : [name, initialsOf(name)];
}

function keyOf(tab: TabKey, text: string): string {
  if (tab === 'organisations') return foldOrganisation(text);
  if (tab !== 'documents') return foldName(text);
  const { value } = parseOrderReference(text);
  return value === undefined ? text : orderKey(value.number, value.date);
}

function orderKey(number: string, date: string): string {
  return `${number.toLowerCase()}|${date}`;
}
