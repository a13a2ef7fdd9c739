/** Labels of the grid, most of them read by screen readers only. */
export interface GridWords {
  readonly grid: (tab: string) => string;
  readonly help: string;
  readonly columnMenu: (letters: string) => string;
  readonly corner: string;
  readonly editor: (address: string) => string;
  readonly choices: string;
  readonly noChoices: string;
  readonly choicesFailed: string;
  readonly moreChoices: (count: number) => string;
  readonly pickDate: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly tooMany: (limit: number) => string;
  readonly tooManyPieces: string;
  readonly outside: string;
  readonly noClipboard: string;
}

const number = (language: string) => (value: number) => value.toLocaleString(language);
const ru = number('ru');
const en = number('en');

export const GRID_WORDS: Readonly<Record<'ru' | 'en', GridWords>> = {
  ru: {
    grid: (tab) => `Лист «${tab}»`,
    help: 'Стрелки – по ячейкам, F2 – правка, Alt+↓ – меню столбца, Alt+Enter – ссылка в ячейке, F6 – выйти из таблицы.',
    columnMenu: (letters) => `Меню столбца ${letters}`,
    corner: 'Выделить всё',
    editor: (address) => `Ячейка ${address}`,
    choices: 'Варианты',
    noChoices: 'Такого в списке нет',
    choicesFailed: 'Список не получен: введите значение сами',
    moreChoices: (count) => `и ещё ${ru(count)}: уточните`,
    pickDate: 'Выбрать дату',
    checked: 'отмечено',
    unchecked: 'не отмечено',
    loading: 'загружается',
    notLoaded: 'Не удалось получить строки листа: повторите, когда сервер ответит.',
    tooMany: (limit) => `За один раз можно не больше ${ru(limit)} ячеек: разделите на части.`,
    tooManyPieces: 'Фильтр делит выделенное на слишком много частей: снимите фильтр или выделите меньше.',
    outside: 'Вставляемое не помещается на лист: добавьте строки или столбцы.',
    noClipboard: 'Браузер не даёт прочитать буфер обмена: нажмите Ctrl+V.',
  },
  en: {
    grid: (tab) => `Tab “${tab}”`,
    help: 'Arrows move, F2 edits, Alt+↓ opens the menu of the column, Alt+Enter the link of a cell, F6 leaves the grid.',
    columnMenu: (letters) => `Menu of column ${letters}`,
    corner: 'Select all',
    editor: (address) => `Cell ${address}`,
    choices: 'Choices',
    noChoices: 'Not in the list',
    choicesFailed: 'The list could not be had: type the value',
    moreChoices: (count) => `and ${en(count)} more: type to narrow`,
    pickDate: 'Pick a date',
    checked: 'checked',
    unchecked: 'not checked',
    loading: 'loading',
    notLoaded: 'The rows of the tab could not be had: try again when the server answers.',
    tooMany: (limit) => `No more than ${en(limit)} cells in one go: split them.`,
    tooManyPieces: 'The filter splits the selection into too many pieces: take it off or select less.',
    outside: 'The block does not fit the tab: add rows or columns.',
    noClipboard: 'The browser does not let the clipboard be read: press Ctrl+V.',
  },
};
