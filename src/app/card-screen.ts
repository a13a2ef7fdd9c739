import { type Cell, cellText } from '../domain/registry/cell';
import type { Condition } from '../domain/registry/condition';
import { enumerationOf } from '../domain/registry/enumerations';
import { mapHeaders } from '../domain/registry/headers';
import type { Column, ColumnType, TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { type Registry, vocabulariesOf } from '../domain/registry/workbook';
import { referencesTo } from '../domain/workbook/lists';
import type { Access } from './access';
import {
  CARD_TABS,
  type CardError,
  cardColumns,
  cellsOf,
  entryOf,
  errorOf,
  ownOrganisations,
  readForCard,
  refuseForeign,
  rowFindings,
} from './card-record';
import { type Ports, Refusal } from './ports';
import { findTitle, readWorkbook } from './read-workbook';

/** What the side bar «Карточка» shows; one call a screen. */
export interface CardScreen {
  readonly kinds: readonly { readonly tab: TabKey; readonly title: string }[];
  readonly role: Access['role'];
  readonly remark: string;
  /** The organisations that the person may choose: `ORG-01 · …`. */
  readonly organisations: readonly string[];
  /** null: the person chooses what to make first. */
  readonly card: Card | null;
}

export interface Card {
  readonly tab: TabKey;
  readonly title: string;
  /** '' for a new record, and for one that has no ID yet. */
  readonly id: string;
  /** 1-based; 0 for a new record. */
  readonly row: number;
  readonly fields: readonly CardField[];
  /** The cells as they were read: sent back when the record is saved, to see whether somebody changed it. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** What the fields show. */
  readonly values: Readonly<Record<string, string>>;
  /** Records that references may name, with the ID of their organisation. */
  readonly lists: Readonly<Partial<Record<TabKey, readonly (readonly [string, string])[]>>>;
  readonly errors: readonly CardError[];
  /** Codes stand instead of names. */
  readonly codes: boolean;
}

export interface CardField {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly type: ColumnType;
  readonly multi: boolean;
  /** Other text than that of the list is accepted. */
  readonly free: boolean;
  readonly long: boolean;
  /** true, or the condition with its values as the fields show them. */
  readonly required: boolean | Condition;
  readonly options: readonly string[] | null;
  readonly lists: readonly TabKey[];
  /** «Статус записи» and its company. */
  readonly system: boolean;
}

export interface CardArgs {
  readonly tab?: string;
  readonly id?: string;
  readonly row?: number;
  /** The organisation that a person without a known address has chosen. */
  readonly organisation?: string;
}

/** Opens the side bar on a record, or on the question what to make. */
export function showCard(ports: Ports, wanted: CardArgs): null {
  ports.screen.sidebar('card', ports.screen.language() === 'ru' ? 'Карточка' : 'Record card', wanted);
  return null;
}

/** «Карточка…»: the record of the row where the person stands; elsewhere the side bar asks what to make. */
export function cardOfSelection(ports: Ports): void {
  const { tab: title, row } = ports.screen.selection();
  const key = CARD_TABS.find((k) => findTitle([title], tabs[k].title, tabs[k].aliases) !== null);
  if (!key || row < 2) {
    showCard(ports, {});
    return;
  }
  const idAt = mapHeaders(tabs[key], ports.workbook.firstRow(title)).at.get('id');
  const id =
    idAt === undefined ? '' : cellText(ports.workbook.readColumns(title, idAt, 1)[row - 1]?.[0] ?? '');
  const blank = id === '' && row > ports.workbook.lastRow(title);
  showCard(ports, blank ? { tab: key } : { tab: key, id: id.trim(), row });
}

/** @throws Refusal for a tab without a card, a record that is gone or belongs to another organisation */
export function cardScreen(ports: Ports, args: CardArgs): CardScreen {
  const key = CARD_TABS.find((k) => k === args.tab);
  if (args.tab && !key) throw new Refusal('Для этой вкладки карточки нет. Выберите, что внести.');
  const { registry, ...read } = key
    ? readForCard(ports, key)
    : readWorkbook(ports.workbook, new Set(['organisations', 'curators', 'settings']));
  const { access, own } = ownOrganisations(ports, registry, args.organisation ?? '');
  const organisations = referencesTo(registry, 'organisations')
    .filter(([, id]) => access.role !== 'curator' || access.organisations.includes(id))
    .map(([text]) => text);
  const mustChoose = own !== null && own.length === 0;
  return {
    kinds: CARD_TABS.filter((k) => access.role === 'coordinator' || tabs[k].editor === 'curator').map(
      (k) => ({
        tab: k,
        title: tabs[k].title,
      }),
    ),
    role: access.role,
    remark: access.remark,
    organisations,
    card: key && !mustChoose ? cardOf(ports, { registry, ...read }, key, args, own) : null,
  };
}

function cardOf(
  ports: Ports,
  read: ReturnType<typeof readForCard>,
  key: TabKey,
  args: CardArgs,
  own: readonly string[] | null,
): Card {
  const { registry } = read;
  const { title } = tabs[key];
  const [id, row] = [args.id ?? '', args.row ?? 0];
  const entry = id === '' && row === 0 ? null : entryOf(registry, key, id, row);
  if (entry === undefined)
    throw new Refusal(`Записи ${id || `в строке ${row}`} на вкладке «${title}» больше нет.`);
  if (entry) refuseForeign(key, entry, own);
  const columns = cardColumns(registry, key);
  const cells = entry ? cellsOf(read, key, entry.row) : {};
  const lists: Partial<Record<TabKey, (readonly [string, string])[]>> = {};
  for (const tab of columns.flatMap(listsOf)) lists[tab] ??= listOf(registry, tab, key, own);
  const organisation = lists.organisations?.find(([, o]) => own?.length === 1 && o === own[0])?.[0] ?? '';
  const fresh: Record<string, string> = { recordStatus: 'Действует', organisation };
  const vocabularies = vocabulariesOf(read.allGrids.dictionaries);
  return {
    tab: key,
    title,
    id: entry?.id ?? '',
    row: entry?.row ?? 0,
    fields: columns.map((column) => fieldOf(column, (k) => vocabularies(k).values)),
    cells,
    values: Object.fromEntries(
      columns.map(({ key: c }) => [c, entry ? cellText(cells[c]) : (fresh[c] ?? '')]),
    ),
    lists,
    errors: entry
      ? rowFindings(registry, key, entry, ports.clock.today()).map((finding) => errorOf(key, finding))
      : [],
    codes: registry.settings.text('storageMode') !== 'Полный',
  };
}

const listsOf = ({ refers, refersAlso }: Column): TabKey[] =>
  [refers, refersAlso].filter((tab): tab is TabKey => tab !== undefined);

/**
 * A curator is offered the own organisation's records and those of nobody in particular; in a pair also the mentors of
 * others: mentoring across organisations is legal.
 */
function listOf(registry: Registry, tab: TabKey, of: TabKey, own: readonly string[] | null) {
  const all = referencesTo(registry, tab);
  if (own === null || tab === 'organisations') return all;
  const isOwn = (organisation: string) => organisation === '' || own.includes(organisation);
  const mine = all.filter(([, organisation]) => isOwn(organisation));
  if (of !== 'pairs' || tab !== 'mentors') return mine;
  return [...mine, ...all.filter(([, organisation]) => !isOwn(organisation))];
}

function fieldOf(
  column: Column,
  words: (key: NonNullable<Column['values']>) => readonly string[],
): CardField {
  const { key, title, help, type, required } = column;
  return {
    key,
    title,
    help,
    type,
    multi: column.multi ?? false,
    free:
      column.free === true || column.key === 'workplace' || column.refers === 'documents' || type === 'birth',
    long: type === 'text' && (column.width ?? 0) >= 240,
    required:
      required === undefined ? false : required === 'always' ? true : shownCondition(required.condition),
    options:
      type === 'yes-no'
        ? ['да', 'нет']
        : column.values === undefined
          ? null
          : optionsOf(column.values, words),
    lists: listsOf(column),
    system: ['recordStatus', 'archivedOn', 'archivedWhy'].includes(key),
  };
}

function optionsOf(
  values: NonNullable<Column['values']>,
  words: (key: NonNullable<Column['values']>) => readonly string[],
): readonly string[] {
  return enumerationOf(values).editable ? words(values) : enumerationOf(values).values;
}

/** The condition with its values as a field shows them: «да», «100». */
function shownCondition(condition: Condition): Condition {
  const and = condition.and && { and: shownCondition(condition.and) };
  return { ...condition, ...('is' in condition ? { is: condition.is.map(cellText) } : {}), ...and };
}
