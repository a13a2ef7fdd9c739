import { parseCount, parseDecimal } from '../text/parse-number';
import { type Cell, formulaError } from './cell';
import type { EnumerationKey } from './enumerations';
import { type Problem, problem } from './problem';
import { readBirth, readDate, readSchoolYear, readWave } from './read-dates';
import { ranged, readYears } from './read-numbers';
import {
  readOrder,
  readOrderNumber,
  readOrganisation,
  readReference,
  readReferences,
} from './read-references';
import { readMany, readOne, readText, readUrl, readYesNo } from './read-words';
import type { Column } from './tab';
import type { Vocabulary } from './vocabulary';

/**
 * A value as read: text, `yyyy-mm-dd`, a number, yes/no, a list. Blank is '' for text, dates and enumerations, null for
 * numbers and yes/no, [] for lists. A cell that cannot be read gives the blank value and a problem: never a guess.
 */
export type Value = string | number | boolean | null | readonly string[];

export type Report = (problem: Problem) => void;
export type CellReader = (cell: Cell, report: Report) => Value;

const NOTHING: readonly string[] = Object.freeze([]);

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
  const read = readerOf(column, vocabularies);
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

function readerOf(column: Column, vocabularies: (key: EnumerationKey) => Vocabulary): CellReader {
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
      return readYears(column);
    case 'birth':
      return readBirth(vocabularies('ageGroup'));
    case 'yes-no':
      return readYesNo;
    case 'reference':
      return column.multi
        ? readReferences
        : column.refers === 'organisations'
          ? readOrganisation
          : column.refers === 'documents'
            ? readOrder
            : readReference;
    case 'order-number':
      return readOrderNumber;
    case 'url':
      return readUrl;
    case 'wave':
      return readWave;
    case 'school-year':
      return readSchoolYear;
    default:
      return readText;
  }
}
