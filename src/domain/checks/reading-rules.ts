import type { Severity } from './finding';
import type { ReadingRule } from './rule';

const rule = (code: string, severity: Severity, title: string): ReadingRule => ({
  scope: 'reading',
  code,
  severity,
  title,
});

/**
 * Rules that reading applies cell by cell: their words are made where the cell is read (registry/values.ts,
 * registry/read.ts). have a part there too; their row of the table stands beside their function.
 */
export const readingRules: readonly ReadingRule[] = [
  rule('R-01', 'error', 'не заполнено обязательное поле'),
  rule('R-02', 'error', 'значения нет в справочнике'),
  rule('R-03', 'error', 'ссылка на запись, которой нет или которая в архиве'),
  rule('R-04', 'error', 'повторяющийся ID'),
  rule('R-12', 'error', 'недопустимый стаж'),
  rule('R-49', 'warning', 'неясно, ноль это или «нет данных»'),
  rule('R-50', 'error', 'число не читается'),
  rule('R-51', 'error', 'ошибка формулы в ячейке'),
  rule('R-52', 'error', 'номер приказа превратился в дату'),
  rule('R-53', 'error', 'учебный год не читается'),
  rule('R-54', 'warning', 'слишком длинный текст'),
  rule('R-55', 'error', 'не читается «да» или «нет»'),
  rule('R-56', 'error', 'несколько ссылок вместо одной'),
  rule('R-57', 'error', 'год рождения не читается'),
  rule('R-58', 'error', 'волна мониторинга не читается'),
  rule('R-59', 'error', 'число вне допустимых границ'),
  rule('R-60', 'warning', 'приказ вписан текстом, а не ссылкой на «Документы»'),
  rule('S-01', 'error', 'нет вкладки'),
  rule('S-02', 'error', 'нет столбца'),
  rule('S-03', 'error', 'заголовок стоит дважды'),
  rule('S-05', 'error', 'объединённые ячейки'),
  rule('S-06', 'warning', 'строка итога среди записей'),
  rule('S-07', 'warning', 'повтор заголовков среди записей'),
  rule('S-08', 'error', 'значение параметра не читается'),
];
