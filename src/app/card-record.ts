import type { Finding } from '../domain/checks/finding';
import { organisationOf } from '../domain/checks/rule';
import { checkRows } from '../domain/checks/run';
import type { Cell } from '../domain/registry/cell';
import type { Entry } from '../domain/registry/read';
import type { Column, TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { type Access, accessOf } from './access';
import { type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';

/** Tabs that have a card, in the order in which the card offers them. */
export const CARD_TABS: readonly TabKey[] = [
  'mentors',
  'mentees',
  'pairs',
  'programmes',
  'training',
  'practices',
  'documents',
  'support',
  'curators',
  'organisations',
];

/** What is wrong in a field of the card. */
export interface CardError {
  /** Key of the column; '' for the record as a whole. */
  readonly column: string;
  readonly severity: Finding['severity'];
  readonly code: string;
  readonly message: string;
  readonly instruction: string;
}

/** Tabs that a card of this one needs: what it refers to, what its labels are made of, who the person is. */
function neededTabs(key: TabKey): ReadonlySet<TabKey> {
  const needed = new Set<TabKey>(['organisations', 'curators', 'settings', key]);
  for (const { refers, refersAlso } of tabs[key].columns) {
    if (refers) needed.add(refers);
    if (refersAlso) needed.add(refersAlso);
  }
  // A pair is shown by the names of its people.
  if (needed.has('pairs')) needed.add('mentors').add('mentees');
  return needed;
}

/** @throws Refusal when the workbook has no such tab, or its headers cannot be trusted */
export function readForCard(ports: Ports, key: TabKey): ReadWorkbook {
  const read = readWorkbook(ports.workbook, neededTabs(key));
  const { headers } = read.registry.tabs[key];
  const { title } = tabs[key];
  if (!headers)
    throw new Refusal(
      `В книге нет вкладки «${title}». Выполните «Наставничество → Настройка → Создать или обновить книгу».`,
    );
  if (headers.doubled.length > 0)
    throw new Refusal(
      `На вкладке «${title}» заголовок «${headers.doubled[0].column.title}» стоит дважды. Переименуйте лишний столбец и повторите.`,
    );
  if (!headers.at.has('id'))
    throw new Refusal(`На вкладке «${title}» нет столбца «ID». Верните заголовок: без него запись не найти.`);
  return read;
}

/**
 * The organisations whose records the person works with here; null: all of them. Somebody whom Google does not name
 * chooses the organisation in the side bar: that is order, not protection.
 * @throws Refusal for an observer
 */
export function ownOrganisations(
  ports: Ports,
  registry: Registry,
  chosen: string,
): { readonly access: Access; readonly own: readonly string[] | null } {
  const access = accessOf(ports, registry);
  if (access.role === 'observer')
    throw new Refusal('Наблюдатель смотрит записи на вкладках книги, карточки для него закрыты.');
  if (access.role === 'coordinator') return { access, own: null };
  if (access.role === 'curator') return { access, own: access.organisations };
  return { access, own: chosen === '' ? [] : [chosen] };
}

/** @throws Refusal for a record of another organisation */
export function refuseForeign(key: TabKey, entry: Entry, own: readonly string[] | null): void {
  const organisation = organisationOf(key, entry);
  if (own === null || organisation === '' || own.includes(organisation)) return;
  throw new Refusal(
    `Запись ${entry.id || `в строке ${entry.row}`} принадлежит другой организации (${organisation}). Куратор работает с записями своей организации.`,
  );
}

/** Columns that the card shows: people's, present in the sheet; the stamps of saving are the script's work here. */
export function cardColumns(registry: Registry, key: TabKey): readonly Column[] {
  const { headers } = registry.tabs[key];
  return tabs[key].columns.filter(
    (c) => c.owner !== 'script' && !STAMPS.includes(c.key) && c.key !== 'id' && headers?.at.has(c.key),
  );
}

const STAMPS: readonly string[] = ['updatedOn', 'updatedBy'];

/** The cells of a record as they were read, by key. */
export function cellsOf(read: ReadWorkbook, key: TabKey, row: number): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const { key: column } of cardColumns(read.registry, key)) {
    const at = read.registry.tabs[key].headers!.at.get(column)!;
    cells[column] = read.grids.get(key)?.[row - 1]?.[at] ?? '';
  }
  return cells;
}

export function entryOf(registry: Registry, key: TabKey, id: string, row: number): Entry | undefined {
  const { entries } = registry.tabs[key];
  if (id === '') return entries.find((e) => e.row === row && e.id === '');
  return entries.find((e) => e.id === id && e.row === row) ?? entries.find((e) => e.id === id);
}

/** What reading and the rules of single rows find in a record: the same as in the full check. */
export function rowFindings(registry: Registry, key: TabKey, entry: Entry, today: string): Finding[] {
  const { title } = tabs[key];
  // A number that is missing is given by the card itself.
  const found = registry.findings.filter(
    (f) => f.tab === title && f.row === entry.row && !(f.column === 'ID' && entry.id === ''),
  );
  const { settings } = registry;
  checkRows(
    { ...registry.tabs[key], entries: [entry] },
    { settings, today, calendar: calendarOf(registry) },
    found,
  );
  return found;
}

export function errorOf(key: TabKey, finding: Finding): CardError {
  const { severity, code, message, instruction, column } = finding;
  const known = tabs[key].columns.find((c) => c.title === column);
  return { column: known?.key ?? '', severity, code, message, instruction };
}
