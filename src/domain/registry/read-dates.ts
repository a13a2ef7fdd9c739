import { shown } from '../checks/finding';
import { makeDate, serialToDate } from '../text/calendar';
import { monthNumber } from '../text/months';
import { parseDate } from '../text/parse-date';
import { parseSchoolYear } from '../text/school-year';
import { cleanText } from '../text/spaces';
import { cellText, isDateCell } from './cell';
import { type Problem, problem, refuse } from './problem';
import type { CellReader, Report } from './values';
import type { Vocabulary } from './vocabulary';

export const readDate: CellReader = (cell, report) => {
  if (isDateCell(cell)) return plausible(cell.date, cellText(cell), report);
  if (typeof cell === 'number') {
    const date = Number.isInteger(cell) ? serialToDate(cell) : null;
    return date === null
      ? refuse(report, badDate(cellText(cell)), '')
      : plausible(date, cellText(cell), report);
  }
  const { value, error } = parseDate(cellText(cell));
  if (error !== undefined) return refuse(report, badDate(cleanText(cellText(cell))), '');
  return plausible(value!, cellText(cell), report);
};

/** Outside these years a date is a slip of the keyboard (R-35 has the narrower window, which needs today). */
function plausible(date: string, text: string, report: Report): string {
  if (date >= '1950-01-01' && date <= '2099-12-31') return date;
  report(badDate(text));
  return '';
}

const badDate = (text: string): Problem =>
  problem(
    'R-35',
    `Недопустимая дата «${shown(text)}».`,
    'дата вида 20.10.2022',
    'Введите существующую дату числом: день.месяц.год.',
  );

export const readSchoolYear: CellReader = (cell, report) => {
  const { value, error } = parseSchoolYear(cellText(cell));
  if (error === undefined) return value!;
  report(
    problem(
      'R-53',
      `Не читается учебный год «${shown(cellText(cell))}».`,
      '2022/2023',
      'Впишите два года подряд через дробь.',
    ),
  );
  return '';
};

/** A year of birth ('1985') or an age group ('30–34'), as text. */
export function readBirth(groups: Vocabulary): CellReader {
  return (cell, report) => {
    const text = cleanText(cellText(cell)).replace(/\s*(г\.?|год)\s*$/, '');
    if (/^(19|20)\d\d$/.test(text)) return text;
    const group = groups.find(text) ?? groups.find(text.replace(/\s*лет$/, ''));
    if (group !== null) return group;
    report(
      problem(
        'R-57',
        `Не читается год рождения «${text.slice(0, 40)}».`,
        'год, например 1985, или возрастная группа',
        'Впишите только год; полную дату рождения не храните.',
      ),
    );
    return '';
  };
}

/** `2024-04`; also a date that the program made of it, and «апрель 2024». */
export const readWave: CellReader = (cell, report) => {
  if (isDateCell(cell)) return cell.date.slice(0, 7);
  const text = cleanText(cellText(cell)).toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (iso && makeDate(+iso[1], +iso[2], 1)) return makeDate(+iso[1], +iso[2], 1)!.slice(0, 7);
  const dotted = /^(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted && makeDate(+dotted[2], +dotted[1], 1)) return makeDate(+dotted[2], +dotted[1], 1)!.slice(0, 7);
  const worded = /^([а-я]+)\s+(\d{4})\s*(г\.?|года)?$/.exec(text);
  if (worded && monthNumber(worded[1]) > 0)
    return makeDate(+worded[2], monthNumber(worded[1]), 1)!.slice(0, 7);
  report(
    problem(
      'R-58',
      `Не читается волна «${text.slice(0, 40)}».`,
      'год и месяц: 2024-04',
      'Впишите год и месяц через дефис.',
    ),
  );
  return '';
};
