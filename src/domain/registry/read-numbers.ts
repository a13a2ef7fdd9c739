import { shown } from '../checks/finding';
import { parseYears } from '../text/parse-years';
import type { ParseError } from '../text/parsed';
import { type Cell, cellText, isDateCell } from './cell';
import { type Problem, problem, refuse } from './problem';
import type { Column } from './tab';
import type { CellReader } from './values';

const badNumber = (text: string, error: ParseError | undefined): Problem =>
  error === 'needs-confirmation'
    ? problem(
        'R-49',
        `«${shown(text)}» — это ноль или «нет данных»?`,
        'целое число или пустая ячейка',
        'Впишите 0, если действительно ноль; очистите ячейку, если сведений нет.',
        'warning',
      )
    : problem('R-50', `Не читается число «${shown(text)}».`, 'число', 'Оставьте в ячейке только число.');

/** Completed years of service (R-12). */
export function readYears(column: Column): CellReader {
  return (cell, report) => {
    if (isDateCell(cell) || typeof cell === 'boolean')
      return refuse(report, badNumber(cellText(cell), undefined), null);
    const { value, error } = parseYears(cell);
    if (error !== undefined) {
      if (error === 'negative' || error === 'out-of-range')
        report(problem('R-12', 'Недопустимый стаж.', 'от 0 до 60 полных лет', 'Впишите полные годы стажа.'));
      else report(badNumber(cellText(cell), error));
      return null;
    }
    if (value! < (column.min ?? 0) || value! > (column.max ?? 60)) {
      report(problem('R-12', 'Недопустимый стаж.', 'от 0 до 60 полных лет', 'Впишите полные годы стажа.'));
      return null;
    }
    return value!;
  };
}

/** A number by the given parser, within the bounds of the column (R-59). */
export function ranged(
  column: Column,
  parse: (cell: Cell) => { value?: number; error?: ParseError },
): CellReader {
  return (cell, report) => {
    const { value, error } = parse(cell);
    if (error !== undefined || value === undefined)
      return refuse(report, badNumber(cellText(cell).slice(0, 80), error), null);
    if (value < (column.min ?? 0) || (column.max !== undefined && value > column.max)) {
      report(
        problem(
          'R-59',
          `Число ${cellText(cell)} вне допустимых границ.`,
          `от ${column.min ?? 0}${column.max === undefined ? '' : ` до ${column.max}`}`,
          'Проверьте число.',
        ),
      );
      return null;
    }
    return value;
  };
}
