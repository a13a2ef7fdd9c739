import { plural } from '../kit/plural';

/** Words of the panel in both languages; the kinds of fixes come from the server. */
export const words = {
  ru: {
    looking: 'Читаю записи…',
    heading: 'Безопасные исправления',
    nothing: 'Исправлять нечего: записи оформлены как надо.',
    about:
      'Ничего ещё не изменено. Смысл записей не меняется, формулы и столбцы программы не трогаются. Последние исправления можно отменить одной кнопкой.',
    own: (names: string) => `Показаны записи ваших организаций: ${names}.`,
    columns: ['Где', 'Было', 'Стало'],
    place: (tab: string, row: number, id: string, column: string) =>
      `«${tab}», строка ${row}${id === '' ? '' : ` (${id})`}, «${column}»`,
    kind: (title: string, count: number) => `${title}: ${count}`,
    shown: (shown: number, all: number) => `Показано ${shown} из ${all}; исправлены будут все.`,
    fix: (n: number) => `Исправить ${n} ${cells(n)}`,
    none: 'Отметьте, что исправить',
    fixing: 'Исправляю…',
    undo: (n: number) => `Отменить последние исправления (${n})`,
    undoing: 'Возвращаю, как было…',
    fixed: (n: number) => `Исправлено ячеек: ${n}.`,
    undone: (n: number) => `Возвращено ячеек: ${n}.`,
    rest: (n: number) =>
      `Не хватило времени на ${n} ${cells(n)}. Нажмите ещё раз: работа продолжится с этого места.`,
    more: 'Продолжить',
    left: 'Не тронуты',
    leftHidden: (n: number) => `и ещё ${n}`,
    again: 'Проверить ещё раз',
    close: 'Закрыть',
    hidden: 'невидимый знак или лишний пробел',
  },
  en: {
    looking: 'Reading the entries…',
    heading: 'Safe fixes',
    nothing: 'Nothing to fix: the entries are written as they should be.',
    about:
      'Nothing has been changed yet. What the entries say stays the same; formulas and the program’s columns are not touched. One button takes the last fixes back.',
    own: (names: string) => `Records of your organisations: ${names}.`,
    columns: ['Where', 'Before', 'After'],
    place: (tab: string, row: number, id: string, column: string) =>
      `«${tab}», row ${row}${id === '' ? '' : ` (${id})`}, «${column}»`,
    kind: (title: string, count: number) => `${title}: ${count}`,
    shown: (shown: number, all: number) => `${shown} of ${all} shown; all will be fixed.`,
    fix: (n: number) => `Fix ${n} ${n === 1 ? 'cell' : 'cells'}`,
    none: 'Tick what to fix',
    fixing: 'Fixing…',
    undo: (n: number) => `Undo the last fixes (${n})`,
    undoing: 'Giving back…',
    fixed: (n: number) => `Cells fixed: ${n}.`,
    undone: (n: number) => `Cells given back: ${n}.`,
    rest: (n: number) => `Time ran out, cells left: ${n}. Press again to go on from there.`,
    more: 'Go on',
    left: 'Left alone',
    leftHidden: (n: number) => `and ${n} more`,
    again: 'Look again',
    close: 'Close',
    hidden: 'invisible character or extra space',
  },
} as const;

/** «1 ячейку», «2 ячейки», «5 ячеек». */
function cells(n: number): string {
  return plural(n, ['ячейку', 'ячейки', 'ячеек']);
}
