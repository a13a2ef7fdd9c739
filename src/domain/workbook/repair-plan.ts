import type { Cell } from '../registry/cell';
import type { ColumnLayout, TabLayout } from './layout';

/** A column of a layout and where it stands, 0-based. */
export interface Placed {
  readonly column: ColumnLayout;
  readonly position: number;
}

/** Something in the workbook that is not as the template says. */
export interface Difference {
  readonly tab: string;
  readonly kind: DamageKind;
  /** Header of the column; '' where the tab as a whole or a row is meant. */
  readonly column: string;
  /** Cells or rows, in A1; '' for the whole tab. */
  readonly address: string;
  readonly now: string;
  readonly wanted: string;
}

/** How a kind of difference is said, and whether repair mends it or only tells of it. */
interface Damage {
  readonly ru: string;
  readonly en: string;
  readonly mends: boolean;
  /** What the person should know or do; Russian and English. */
  readonly advice?: readonly [ru: string, en: string];
}

const mends = (ru: string, en: string, advice?: Damage['advice']): Damage => ({
  ru,
  en,
  mends: true,
  advice,
});
const told = (ru: string, en: string, adviceRu: string, adviceEn: string): Damage => ({
  ru,
  en,
  mends: false,
  advice: [adviceRu, adviceEn],
});

/** Every kind of damage that is recognised, in the order in which it is mended. */
export const damages = {
  'tab-missing': mends('нет вкладки', 'the tab is missing', [
    'Будет создана пустая. Записи удалённой вкладки можно вернуть: Файл → История версий.',
    'A blank one will be made. Records of a deleted tab: File → Version history.',
  ]),
  'tab-renamed': mends('вкладка переименована', 'the tab was renamed'),
  'tab-hidden': mends('вкладка скрыта', 'the tab is hidden'),
  'tab-shown': mends('служебная вкладка показана', 'a service tab is shown'),
  'header-row': mends('заголовки стоят не в первой строке', 'the headers are not in row 1'),
  'header-alias': mends('другое название столбца', 'another name of the column'),
  'header-lost': mends('заголовок стёрт или заменён', 'the header was cleared or replaced'),
  'header-twin': mends('лишний заголовок над пустым столбцом', 'a second header above a blank column'),
  'column-missing': mends('нет столбца', 'the column is missing', [
    'Будет добавлен справа. Данные удалённого столбца можно вернуть: Файл → История версий.',
    'It will be added at the right. Data of a deleted column: File → Version history.',
  ]),
  'header-note': mends('нет подсказки в заголовке', 'the note on the header is gone'),
  'header-look': mends('оформление заголовка', 'the look of the header'),
  format: mends('формат ячеек', 'the format of cells'),
  validation: mends('выпадающий список или проверка', 'a dropdown or a check'),
  'validation-source': mends('источник выпадающего списка', 'the source of a dropdown'),
  wrap: mends('перенос строк', 'the wrapping of texts'),
  frozen: mends('заголовок не закреплён', 'the header is not frozen'),
  merged: mends('объединённые ячейки', 'merged cells', [
    'Значение останется в первой ячейке; остальные заполните сами.',
    'The value stays in the first cell; fill in the others.',
  ]),
  'total-row': mends('итог среди записей', 'a total among the records', [
    'Строка будет перенесена на вкладку «Вынесено из реестров».',
    'The row will be moved to the tab «Вынесено из реестров».',
  ]),
  'repeated-header': mends('заголовки среди записей', 'headers among the records', [
    'Строка будет перенесена на вкладку «Вынесено из реестров».',
    'The row will be moved to the tab «Вынесено из реестров».',
  ]),
  'rows-missing': mends('нет строк шаблона', 'rows of the template are missing'),
  'dictionary-empty': mends('список опустел', 'the list is empty'),
  'lists-empty': mends('списки для выпадающих меню стёрты', 'the lists of the dropdowns were cleared'),
  'schema-version': mends('версия схемы не читается', 'the schema version cannot be read'),
  protection: mends('предупреждающая защита', 'the warning protection'),
  'tab-copy': told(
    'копия вкладки',
    'a copy of the tab',
    'Программа её не читает. Перенесите нужное и удалите копию сами.',
    'The program does not read it. Move what you need and delete the copy yourself.',
  ),
  'tab-unclear': told(
    'вкладка не найдена, но похожих несколько',
    'the tab is missing and several look like it',
    'Верните нужной вкладке её название.',
    'Give the right tab its name.',
  ),
  'header-unclear': told(
    'заголовок не найден однозначно',
    'the header is not found for certain',
    'Впишите заголовок в нужный столбец сами.',
    'Type the header into the right column yourself.',
  ),
  'header-doubled': told(
    'заголовок стоит дважды',
    'the header stands twice',
    'Переименуйте лишний и повторите; до этого вкладка не меняется.',
    'Rename the wrong one and repeat; the tab is left alone until then.',
  ),
  'header-gone': told(
    'строки заголовков нет',
    'the header row is gone',
    'Верните её: Файл → История версий; до этого вкладка не меняется.',
    'Bring it back: File → Version history; the tab is left alone until then.',
  ),
  'text-became-date': told(
    'в текстовом столбце стоят даты',
    'dates stand in a text column',
    'Проверьте значения и впишите текст заново.',
    'Look at the values and type the text again.',
  ),
  filter: told(
    'включён фильтр, строки могут быть скрыты',
    'a filter is on, rows may be hidden',
    'Фильтр не меняется; снимите его, если он не нужен.',
    'The filter is not changed; take it off if you do not need it.',
  ),
  occupied: told(
    'на вкладке ваши данные, а название занято программой',
    'your data stand on a tab whose name the program needs',
    'Переименуйте свою вкладку и повторите.',
    'Rename your tab and repeat.',
  ),
} as const satisfies Readonly<Record<string, Damage>>;

export type DamageKind = keyof typeof damages;

/** What repair would do to one tab: the differences in words and what mends them. */
export interface TabPlan {
  readonly layout: TabLayout;
  readonly differences: readonly Difference[];
  /** 0-based row in which the headers stand; `blankAbove`: nothing stands above them. */
  readonly headerRow: number;
  readonly blankAbove: boolean;
  /** Columns that stand in the tab. Positions do not change by repair. */
  readonly placed: readonly Placed[];
  readonly missing: readonly ColumnLayout[];
  /** 0-based position at which missing columns are added. */
  readonly addAt: number;
  /** Texts for header cells; '' clears one. */
  readonly headers: readonly {
    readonly position: number;
    readonly text: string;
    readonly kind: DamageKind;
  }[];
  /** Positions of columns, by kind of difference. */
  readonly columns: Readonly<Record<ColumnDamage, readonly number[]>>;
  /** No column wraps: the tab comes from another program, so its widths are set too. */
  readonly undressed: boolean;
  readonly merged: readonly string[];
  readonly stray: readonly StrayRow[];
  readonly rowsToAdd: readonly (readonly Cell[])[];
  /** Columns of «Справочники» that have no values left. */
  readonly refills: readonly { readonly position: number; readonly values: readonly Cell[] }[];
}

export type ColumnDamage =
  | 'header-note'
  | 'header-look'
  | 'format'
  | 'validation'
  | 'validation-source'
  | 'wrap';

/** A row that is no record; 0-based in the tab as it will be once the headers stand in row 1. */
export interface StrayRow {
  readonly row: number;
  readonly kind: 'total-row' | 'repeated-header';
  readonly cells: readonly Cell[];
}

/** How the cells of a tab look and what guards them, as the adapter read it. Rows are those of the grid, row 1 first. */
export interface TabLook {
  /** Of the header row. */
  readonly notes: readonly string[];
  readonly formats: readonly (readonly string[])[];
  /** Validation rules by a text that is equal for rules that accept the same; '' = none. */
  readonly rules: readonly (readonly string[])[];
  readonly wraps: readonly (readonly boolean[])[];
  readonly frozen: boolean;
  readonly merged: readonly string[];
  readonly filtered: boolean;
  readonly protection: ProtectionLook;
}

export interface ProtectionLook {
  /** Protections of the whole sheet. */
  readonly warnings: number;
  readonly hard: number;
  /** 0-based columns that the first one leaves open; null where there is none. */
  readonly open: ReadonlySet<number> | null;
}
