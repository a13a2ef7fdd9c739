import { type Cell, cellText } from '../registry/cell';
import type { Tab } from '../registry/tab';
import { asPlainText } from '../text/escape';
import { dayOf } from './journal-row';
import { journalColumns } from './record-text';
import { type Known, knownCells } from './replay';

export const REGISTER_TITLE = 'Реестр на дату';
/** How the header of the tab begins. */
export const REGISTER_SIGN = 'Реестр и дата';

/**
 * A register as it was at the end of a day, as rows of the tab «Реестр на дату»: what and when, ID, the columns of the
 * register, and who changed the record last. Everything is text, so that «26/1» does not become a date.
 * @param known state of that day, see `stateOn`
 */
export function registerRows(tab: Tab, date: string, known: Known): string[][] {
  const columns = journalColumns(tab);
  const name = `${tab.title} на ${dayWords(date)}`;
  const records = [...(known.get(tab.key) ?? [])].sort(([a], [b]) => byNumber(a, b));
  return [
    [REGISTER_SIGN, 'ID', ...columns.map((c) => c.title), 'Последняя запись в журнале'],
    ...records.map(([id, record]) => {
      const cells = knownCells(tab, record);
      const { last } = record;
      const since = last.source === 'снимок' ? 'не менялось со снимка' : `${last.who}, ${last.source}`;
      return [name, id, ...columns.map(({ key }) => shown(cells[key])), `${dayWords(dayOf(last))}: ${since}`];
    }),
  ];
}

export function dayWords(date: string): string {
  return date.split('-').reverse().join('.');
}

/** A cell holds 50 000 characters. */
const MOST = 49_990;

function shown(cell: Cell | undefined): string {
  const text = cell === undefined ? '' : cellText(cell);
  // As in the journal: in a cell with the text format an apostrophe in front would be seen.
  return asPlainText(text) === text ? text : `"${text.slice(0, MOST)}"`;
}

/** NST-2 before NST-10. */
function byNumber(a: string, b: string): number {
  const [first, second] = [a, b].map((id) => Number(/(\d+)$/.exec(id)?.[1] ?? Number.NaN));
  if (Number.isNaN(first) || Number.isNaN(second) || first === second) return a < b ? -1 : 1;
  return first - second;
}
