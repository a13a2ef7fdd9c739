import { type Severity, shown } from '../checks/finding';
import { makeDate, serialToDate } from '../text/calendar';
import { monthNumber } from '../text/months';
import { splitValues } from '../text/multi-value';
import { cleanOrderNumber, parseOrderReference } from '../text/order-number';
import { parseDate } from '../text/parse-date';
import { parseCount, parseDecimal } from '../text/parse-number';
import { parseYears } from '../text/parse-years';
import { parseYesNo } from '../text/parse-yes-no';
import type { ParseError } from '../text/parsed';
import { parseReferences } from '../text/reference';
import { parseSchoolYear } from '../text/school-year';
import { cleanText } from '../text/spaces';
import { checkUrl } from '../text/url';
import { type Cell, cellText, formulaError, isDateCell } from './cell';
import type { EnumerationKey } from './enumerations';
import type { Column } from './tab';
import type { Vocabulary } from './vocabulary';

/**
 * A value as read: text, `yyyy-mm-dd`, a number, yes/no, a list. Blank is '' for text, dates and enumerations, null for
 * numbers and yes/no, [] for lists. A cell that cannot be read gives the blank value and a problem: never a guess.
 */
export type Value = string | number | boolean | null | readonly string[];

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly message: string;
  readonly instruction: string;
}

export type Report = (problem: Problem) => void;
export type CellReader = (cell: Cell, report: Report) => Value;

const NOTHING: readonly string[] = Object.freeze([]);
/** Longer texts are no registry entries but pasted documents. */
const LONGEST = 5000;

const problem = (
  code: string,
  message: string,
  expected: string,
  instruction: string,
  severity: Severity = 'error',
): Problem => ({ code, severity, expected, message, instruction });

const badDate = (text: string): Problem =>
  problem(
    'R-35',
    `Недопустимая дата «${shown(text)}».`,
    'дата вида 20.10.2022',
    'Введите существующую дату числом: день.месяц.год.',
  );

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

function refuse<T extends Value>(report: Report, what: Problem, blank: T): T {
  report(what);
  return blank;
}

/** The blank value of a column. */
export function blankValue(column: Column): Value {
  if (column.multi) return NOTHING;
  return column.type === 'count' ||
    column.type === 'number' ||
    column.type === 'years' ||
    column.type === 'yes-no'
    ? null
    : '';
}

/** Makes the reader of a column once; it then runs for every row. Blank cells never reach it. */
export function cellReader(column: Column, vocabularies: (key: EnumerationKey) => Vocabulary): CellReader {
  const blank = blankValue(column);
  const read = readerOf(column, vocabularies, blank);
  return (cell, report) => {
    const error = formulaError(cell);
    if (error) {
      report(
        problem(
          'R-51',
          `Формула в ячейке дала ошибку ${error}.`,
          'значение',
          'Исправьте формулу или впишите значение.',
        ),
      );
      return blank;
    }
    return read(cell, report);
  };
}

function readerOf(
  column: Column,
  vocabularies: (key: EnumerationKey) => Vocabulary,
  blank: Value,
): CellReader {
  switch (column.type) {
    case 'date':
      return readDate;
    case 'enum':
      return column.multi
        ? readMany(vocabularies(column.values!), column)
        : readOne(vocabularies(column.values!), column);
    case 'count':
      return ranged(column, (cell) =>
        typeof cell === 'number' || typeof cell === 'string' ? parseCount(cell) : { error: 'not-a-number' },
      );
    case 'number':
      return ranged(column, (cell) =>
        typeof cell === 'number' || typeof cell === 'string'
          ? parseDecimal(typeof cell === 'string' ? cell.replace(/%\s*$/, '') : cell)
          : { error: 'not-a-number' },
      );
    case 'years':
      return (cell, report) => {
        if (isDateCell(cell) || typeof cell === 'boolean')
          return refuse(report, badNumber(cellText(cell), undefined), blank);
        const { value, error } = parseYears(cell);
        if (error !== undefined) {
          if (error === 'negative' || error === 'out-of-range')
            report(
              problem('R-12', 'Недопустимый стаж.', 'от 0 до 60 полных лет', 'Впишите полные годы стажа.'),
            );
          else report(badNumber(cellText(cell), error));
          return blank;
        }
        if (value! < (column.min ?? 0) || value! > (column.max ?? 60)) {
          report(
            problem('R-12', 'Недопустимый стаж.', 'от 0 до 60 полных лет', 'Впишите полные годы стажа.'),
          );
          return blank;
        }
        return value!;
      };
    case 'birth':
      return readBirth(vocabularies('ageGroup'));
    case 'yes-no':
      return (cell, report) => {
        if (isDateCell(cell)) return refuse(report, yesNoProblem(cellText(cell)), blank);
        const { value, error } = parseYesNo(cell);
        return error === undefined ? value! : refuse(report, yesNoProblem(cellText(cell)), blank);
      };
    case 'reference':
      return column.multi
        ? readReferences
        : column.refers === 'organisations'
          ? readOrganisation
          : column.refers === 'documents'
            ? readOrder
            : readReference;
    case 'order-number':
      return (cell, report) => {
        if (isDateCell(cell)) {
          report(
            problem(
              'R-52',
              `Номер превратился в дату ${cellText(cell)}.`,
              'номер текстом, например 26/1',
              'Задайте ячейке формат «Обычный текст» и впишите номер заново.',
            ),
          );
          return '';
        }
        return cleanOrderNumber(typeof cell === 'boolean' ? cellText(cell) : cell);
      };
    case 'url':
      return (cell, report) => {
        const text = cleanText(cellText(cell));
        // The local host puts documents beside the book.
        if (text.startsWith('file:///')) return text;
        const { value, error } = checkUrl(text);
        if (error === undefined) return value!;
        report(
          problem(
            'R-38',
            'Проверьте ссылку.',
            'адрес, который начинается с https://',
            'Скопируйте адрес из строки браузера.',
            'warning',
          ),
        );
        return error === 'no-scheme' ? text : '';
      };
    case 'wave':
      return readWave;
    case 'school-year':
      return (cell, report) => {
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
    default:
      return readText;
  }
}

const readText: CellReader = (cell, report) => {
  if (typeof cell !== 'string') return cellText(cell);
  if (cell.length > LONGEST)
    report(
      problem(
        'R-54',
        `Слишком длинный текст: ${cell.length} знаков.`,
        `до ${LONGEST} знаков`,
        'Оставьте суть, документ приложите ссылкой.',
        'warning',
      ),
    );
  return cleanText(cell.length > LONGEST ? cell.slice(0, LONGEST) : cell);
};

const readDate: CellReader = (cell, report) => {
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

function readOne(words: Vocabulary, column: Column): CellReader {
  return (cell, report) => {
    if (typeof cell === 'string') {
      const found = words.find(cell);
      if (found !== null) return found;
    }
    const text = cleanText(cellText(cell));
    if (column.free) return text;
    report(notListed(text, words));
    return '';
  };
}

function readMany(words: Vocabulary, column: Column): CellReader {
  return (cell, report) =>
    splitValues(cellText(cell), words.values).map((piece) => {
      const found = words.find(piece);
      if (found === null && !column.free) report(notListed(piece, words));
      return found ?? piece;
    });
}

function notListed(text: string, words: Vocabulary): Problem {
  return problem(
    'R-02',
    `Значение «${text.slice(0, 100)}» отсутствует в справочнике «${words.title}».`,
    words.values.length > 8 ? `значение из списка «${words.title}»` : words.values.join('; '),
    'Выберите значение из выпадающего списка ячейки.',
  );
}

function yesNoProblem(text: string): Problem {
  return problem(
    'R-55',
    `Не читается «${shown(text)}» как «да» или «нет».`,
    'да или нет',
    'Впишите «да» или «нет»; пусто — неизвестно.',
  );
}

const readReference: CellReader = (cell, report) => {
  const ids = readReferences(cell, report) as readonly string[];
  if (ids.length > 1)
    report(problem('R-56', 'В ячейке несколько ссылок, нужна одна.', 'одна запись', 'Оставьте одну запись.'));
  return ids.length === 1 ? ids[0] : '';
};

/** «Иная организация: …» is a workplace outside the registry (external mentors), kept as text. */
const readOrganisation: CellReader = (cell, report) =>
  isOutside(cellText(cell)) ? cleanText(cellText(cell)) : readReference(cell, report);

/** An order typed as «26/1 от 01.09.2022» has its requisites, though the document itself is not in the registry. */
const readOrder: CellReader = (cell, report) => {
  const text = cleanText(cellText(cell));
  if (/DOC-\d/.test(text) || parseOrderReference(text).error !== undefined)
    return readReference(cell, report);
  report(
    problem(
      'R-60',
      `Приказ «${text.slice(0, 60)}» вписан текстом, а не ссылкой.`,
      'ссылка на вкладку «Документы»',
      'Внесите приказ на вкладку «Документы» и выберите его из списка.',
      'warning',
    ),
  );
  return text;
};

export function isOutside(workplace: string): boolean {
  return /^\s*иная\s+организация/i.test(workplace);
}

const readReferences: CellReader = (cell, report) => {
  const text = cellText(cell);
  const { ids, wrong } = parseReferences(text);
  for (const piece of wrong) {
    const advice = piece.likely ? ` Похоже на ${piece.likely}.` : '';
    report(
      problem(
        'R-03',
        `Ссылка «${piece.text.slice(0, 80)}» не читается.${advice}`,
        'номер записи и подпись, например NST-001 · Иванова М. П.',
        'Выберите запись из выпадающего списка.',
      ),
    );
  }
  return ids;
};

/** A year of birth ('1985') or an age group ('30–34'), as text. */
function readBirth(groups: Vocabulary): CellReader {
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
const readWave: CellReader = (cell, report) => {
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

function ranged(column: Column, parse: (cell: Cell) => { value?: number; error?: ParseError }): CellReader {
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
