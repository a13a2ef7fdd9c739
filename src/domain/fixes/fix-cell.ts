import { type Cell, cellText, sameCell } from '../registry/cell';
import type { EnumerationKey } from '../registry/enumerations';
import type { Column, TabKey } from '../registry/tab';
import { type CellReader, cellReader, type Value } from '../registry/values';
import type { Vocabulary } from '../registry/vocabulary';
import { hasMixedAlphabet } from '../text/alphabet';
import { foldKey } from '../text/fold';
import { splitValues } from '../text/multi-value';
import { cleanLines, cleanText } from '../text/spaces';
import { nameDashes, printedReferences, titleDashes, titleQuotes, titleSchoolYears } from './fix-text';
import type { FixKind } from './kinds';

export interface CellFix {
  readonly kind: FixKind;
  readonly after: Cell;
}

/** @param kinds the accepted kinds: the others are not applied */
export type CellFixer = (cell: Cell, kinds: ReadonlySet<FixKind>) => CellFix | null;

/** One way to write a text better; null where it has nothing to say. */
interface Step {
  readonly kind: FixKind;
  readonly write: (text: string) => Cell | null;
}

/** Longer texts are pasted documents, which a fix of spaces might spoil. */
const LONGEST = 5000;

/** Columns with names of organisations and titles of things: quotes and dashes as they are printed. */
const TITLES: Partial<Record<TabKey, readonly string[]>> = {
  organisations: ['fullName', 'shortName'],
  documents: ['name'],
  practices: ['name'],
  programmes: ['goal'],
  support: ['topic'],
  training: ['topic'],
};

/**
 * Makes the fixer of a column once; null for a column that is never fixed. It gives the same cell written as it should be,
 * or null when nothing is to be done. The reader of the registry has the last word: a fix that it would read otherwise, or
 * with a new problem, is not one. Applied again it gives null. A cell with spaces and old quotes is one fix, named after
 * the last of its steps.
 * @example cellFixer('documents', number, words)('№ 26/1 ', all) // { kind: 'order-number', after: '26/1' }
 */
export function cellFixer(
  tab: TabKey,
  column: Column,
  vocabularies: (key: EnumerationKey) => Vocabulary,
): CellFixer | null {
  if (column.owner === 'script') return null;
  const read = cellReader(column, vocabularies);
  const steps = stepsOf(tab, column, read, vocabularies);
  if (steps.length === 0) return null;
  return (cell, kinds) => {
    if (typeof cell !== 'string' || cell.length > LONGEST || cell.trim() === '') return null;
    let fix: CellFix | null = null;
    for (const { kind, write } of steps) {
      const now: Cell = fix?.after ?? cell;
      if (!kinds.has(kind) || typeof now !== 'string') continue;
      const after = write(now);
      if (after !== null && after !== '' && !sameCell(after, now) && saysTheSame(column, read, cell, after))
        fix = { kind, after };
    }
    return fix;
  };
}

function stepsOf(
  tab: TabKey,
  column: Column,
  read: CellReader,
  vocabularies: (key: EnumerationKey) => Vocabulary,
): readonly Step[] {
  /** A step for what the column's own reader reads without a doubt. */
  const typed = (kind: FixKind, write: (value: Value, text: string) => Cell | null): Step => ({
    kind,
    write(text) {
      let clear = true;
      const value = read(text, () => {
        clear = false;
      });
      return clear && value !== null && value !== '' ? write(value, text) : null;
    },
  });
  const own = (value: Value): Cell | null => (Array.isArray(value) ? null : (value as Cell));
  switch (column.type) {
    case 'date':
      // The number of an order or an hour beside the date would be lost.
      return [typed('date', (value, text) => (/[№:]/.test(text) ? null : { date: String(value) }))];
    case 'count':
    case 'number':
      return [typed('number', own)];
    case 'years':
      return [
        typed('number', (value, text) => (isWhole(text, value) ? own(value) : null)),
        typed('years', own),
      ];
    case 'birth':
      return [
        typed('number', (value) => (/^\d+$/.test(String(value)) ? own(value) : null)),
        typed('word', own),
      ];
    case 'yes-no':
      return [typed('yes-no', (value) => (value === true ? 'да' : 'нет'))];
    case 'school-year':
    case 'wave':
    case 'order-number':
      return [typed(column.type, own)];
    case 'enum':
      return [SPACES, { kind: 'word', write: wordsOf(column, vocabularies(column.values!)) }];
    case 'reference':
      return [SPACES, { kind: 'reference', write: printedReferences }];
    case 'email':
      return [SPACES];
    case 'text':
      if (column.personal === 'name') return [SPACES, { kind: 'dashes', write: nameDashes }];
      return TITLES[tab]?.includes(column.key) ? [SPACES, ...OF_TITLES] : [SPACES];
    default:
      return [];
  }
}

/** Most cells are one line: to split them would cost more than all the rest. */
const SPACES: Step = {
  kind: 'spaces',
  write: (text) => (/[\r\n\v\f\u0085\u2028\u2029]/.test(text) ? cleanLines(text) : cleanText(text)),
};
const OF_TITLES: readonly Step[] = [
  { kind: 'quotes', write: titleQuotes },
  { kind: 'school-year', write: titleSchoolYears },
  { kind: 'dashes', write: titleDashes },
];

/** «12 лет» loses nothing as 12; «3 года 5 мес.» does as 3. */
function isWhole(text: string, value: Value): boolean {
  const [number, ...more] = text.match(/\d+/g) ?? [];
  return more.length === 0 && Number(number) === value;
}

/** The words of a list as the list spells them. A word of two alphabets is told by R-45, never mended silently. */
function wordsOf({ multi }: Column, words: Vocabulary): Step['write'] {
  return (text) => {
    if (hasMixedAlphabet(text)) return null;
    if (!multi) return words.find(text);
    return splitValues(text, words.values)
      .map((piece) => words.find(piece) ?? piece)
      .join('; ');
  };
}

function saysTheSame(column: Column, read: CellReader, before: Cell, after: Cell): boolean {
  const codes = new Set<string>();
  const value = read(before, ({ code }) => codes.add(code));
  let worse = false;
  const fixed = read(after, ({ code }) => {
    worse = worse || !codes.has(code);
  });
  return !worse && meaning(column, value) === meaning(column, fixed);
}

/** Quotes, dashes and the form of a school year are no part of what a text says. */
function meaning({ type }: Column, value: Value): string {
  return type === 'text' && typeof value === 'string'
    ? foldKey(titleSchoolYears(value))
    : JSON.stringify(value);
}

/**
 * The number format that a cell needs to keep a fixed value, or null: any will do. A text with figures would become a
 * number or a date in a cell that has lost its text format.
 */
export function formatFor(column: Column, cell: Cell): 'dd.mm.yyyy' | '0' | 'General' | '@' | null {
  if (typeof cell === 'object') return 'dd.mm.yyyy';
  if (typeof cell === 'number') return column.type === 'number' ? 'General' : '0';
  return /\d|^(?:истина|ложь|true|false)$/i.test(cellText(cell)) ? '@' : null;
}
