import { type Condition, holds } from './condition';
import type { EnumerationKey } from './enumerations';

/** Keys of the tabs that hold records. Titles are in tabs/*.ts. */
export type TabKey =
  | 'organisations'
  | 'curators'
  | 'mentors'
  | 'mentees'
  | 'pairs'
  | 'programmes'
  | 'training'
  | 'practices'
  | 'documents'
  | 'support'
  | 'roadmap'
  | 'marks'
  | 'fulfilment'
  | 'calendar'
  | 'forms'
  | 'exceptions'
  | 'matches'
  | 'settings'
  | 'memoTexts';

export type ColumnType =
  | 'id'
  | 'text'
  | 'enum'
  | 'date'
  | 'count' // whole number, 0 is a value, blank is "no data"
  | 'number'
  | 'years' // completed years of service
  | 'birth' // year of birth or an age group
  | 'yes-no'
  | 'url'
  | 'email'
  | 'order-number' // always text
  | 'reference'
  | 'wave' // `2024-04`
  | 'school-year';

/** A record being checked: column key → value as read (see values.ts). */
export type ReadValues = Readonly<Record<string, unknown>>;

export interface Column {
  readonly key: string;
  /** The header, verbatim. */
  readonly title: string;
  /** Other headers under which the column is found. Compared without case, ё/е, quotes and spaces. */
  readonly aliases?: readonly string[];
  readonly type: ColumnType;
  /** ● = 'always', ◐ = a condition, ○ = absent. */
  readonly required?:
    | 'always'
    | {
        readonly condition: Condition;
        /** The condition as a function. */
        readonly when: (record: ReadValues) => boolean;
        readonly words: string;
      };
  readonly values?: EnumerationKey;
  /** Free text is allowed beside the enumeration (E/T in domain.md §2). */
  readonly free?: boolean;
  /** Several values separated by `; `. */
  readonly multi?: boolean;
  readonly refers?: TabKey;
  /** Records of a second tab may stand in the column too: the prefix of the ID tells which. */
  readonly refersAlso?: TabKey;
  /** Key of the column that is read instead where this one is absent. */
  readonly standIn?: string;
  /** Who fills it; default people. */
  readonly owner?: 'script';
  /** Holds a person's name: the whole cell is one, or a text that may mention one. A code stands there in code mode. */
  readonly personal?: 'name' | 'mention';
  /** What to enter: the note on the header and the help of the dropdown. */
  readonly help: string;
  readonly min?: number;
  readonly max?: number;
  /** Pixels; default by type. */
  readonly width?: number;
}

export interface Tab {
  readonly key: TabKey;
  readonly title: string;
  readonly aliases?: readonly string[];
  /** Prefix and least number of digits of the IDs; absent where rows have no ID. */
  readonly id?: { readonly prefix: string; readonly digits: number };
  /** Who uses it and for which rows of the plan; shown in docs/data-model.md and on «Начало». */
  readonly about: string;
  readonly editor: 'coordinator' | 'curator';
  /** The workbook works without it: its absence is no finding. */
  readonly optional?: true;
  readonly columns: readonly Column[];
}

type Options = Partial<Omit<Column, 'key' | 'title' | 'type' | 'help'>>;

const column =
  (type: ColumnType) =>
  (key: string, title: string, help: string, options: Options = {}): Column => ({
    key,
    title,
    type,
    help,
    ...options,
  });

export const text = column('text');
export const date = column('date');
export const count = column('count');
export const number = column('number');
export const years = column('years');
export const yesNo = column('yes-no');
export const url = column('url');
export const email = column('email');
export const orderNumber = column('order-number');

export const oneOf = (
  key: string,
  title: string,
  values: EnumerationKey,
  help: string,
  options: Options = {},
): Column => ({
  key,
  title,
  type: 'enum',
  values,
  help,
  ...options,
});

export const manyOf = (
  key: string,
  title: string,
  values: EnumerationKey,
  help: string,
  options: Options = {},
): Column => oneOf(key, title, values, help, { multi: true, free: true, ...options });

export const reference = (
  key: string,
  title: string,
  refers: TabKey,
  help: string,
  options: Options = {},
): Column => ({
  key,
  title,
  type: 'reference',
  refers,
  help,
  width: 190,
  ...options,
});

export const required = { required: 'always' } as const;

/** Required when the condition on another column holds. */
export function requiredIf(words: string, condition: Condition): Options {
  return { required: { condition, when: (record) => holds(condition, record), words } };
}

const idColumn = (prefix: string, digits: number, aliases: readonly string[] = []): Column => ({
  key: 'id',
  title: 'ID',
  aliases,
  type: 'id',
  required: 'always',
  help: `Номер записи, например ${prefix}-${'1'.padStart(digits, '0')}. Не меняйте и не используйте повторно: на него ссылаются другие вкладки.`,
  width: 90,
});

const organisationColumn: Column = reference(
  'organisation',
  'ОО (ID)',
  'organisations',
  'Образовательная организация: выберите из списка (ORG-01 · краткое наименование).',
  {
    aliases: ['ОО', 'Организация', 'ОО (краткое наименование)', 'Образовательная организация'],
    required: 'always',
  },
);

const systemColumns: readonly Column[] = [
  oneOf(
    'recordStatus',
    'Статус записи',
    'recordStatus',
    'Черновик не входит в показатели; «Архив» вместо удаления.',
    {
      required: 'always',
      aliases: ['Состояние записи'],
      width: 110,
    },
  ),
  date(
    'archivedOn',
    'Дата архивации',
    'Когда запись выведена из реестра. До этой даты она входит в показатели.',
    {
      ...requiredIf('для статуса «Архив»', { column: 'recordStatus', is: ['Архив'] }),
      width: 110,
    },
  ),
  text('archivedWhy', 'Причина архивации', 'Почему запись выведена: уволен, ошибка ввода, реорганизация…', {
    ...requiredIf('для статуса «Архив»', { column: 'recordStatus', is: ['Архив'] }),
  }),
];

/**
 * Stand between the ID and «Ошибки»: whatever an edit makes the program write is then one block of cells, and everybody
 * sees at once how fresh a row is.
 */
const stampColumns: readonly Column[] = [
  date('updatedOn', 'Дата актуализации', 'Когда сведения проверены последний раз.', {
    aliases: ['Актуально на'],
    width: 110,
  }),
  text(
    'updatedBy',
    'Кто изменил',
    'Кто внёс последнюю правку; «неизвестно» — если Google не сообщил адрес.',
    { width: 130 },
  ),
];

/** Stands near the ID, where the person who fills the row sees it. */
const errorsColumn: Column = text(
  'errors',
  'Ошибки',
  'Столбец программы, людям не заполнять: что исправить в этой строке.',
  { owner: 'script', width: 260 },
);

/** The tab with the system columns around its own (domain.md §2 "Common rules"). */
export function registryTab(
  tab: Omit<Tab, 'columns' | 'id'> & {
    readonly id: { readonly prefix: string; readonly digits: number; readonly aliases?: readonly string[] };
    readonly columns: readonly Column[];
    /** false: rows do not belong to an organisation (or are organisations). */
    readonly ofOrganisation?: boolean | 'optional';
    /** Column that names the organisation where «ОО (ID)» is absent. */
    readonly organisationStandIn?: string;
  },
): Tab {
  const { ofOrganisation = true, organisationStandIn, columns, id, ...rest } = tab;
  const owner =
    ofOrganisation === 'optional'
      ? [{ ...organisationColumn, required: undefined }]
      : ofOrganisation
        ? [{ ...organisationColumn, standIn: organisationStandIn }]
        : [];
  return {
    ...rest,
    id: { prefix: id.prefix, digits: id.digits },
    columns: [
      idColumn(id.prefix, id.digits, id.aliases),
      ...stampColumns,
      errorsColumn,
      // What the program writes stands together: one block of cells for the check, at once in sight for people.
      ...columns.filter((c) => c.owner === 'script'),
      ...owner,
      ...columns.filter((c) => c.owner !== 'script'),
      ...systemColumns,
    ],
  };
}

export function columnOf(tab: Tab, key: string): Column {
  const found = tab.columns.find((c) => c.key === key);
  if (!found) throw new Error(`Tab ${tab.key} has no column ${key}`);
  return found;
}
