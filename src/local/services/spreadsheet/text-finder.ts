import { NotImplementedError } from '../../host/errors';
import { recalculate } from './calculation';
import { writeValues } from './cell-write';
import { localeSettings } from './locale';
import { displayText } from './number-format';
import { RangeImpl } from './range';
import { assertWritable } from './write-guard';

/**
 * Finds text in cells as the Find dialog does: in what the cells show, without regard to case but with regard to
 * diacritics; formulas are looked at only when asked. Cells are walked sheet by sheet, row by row.
 */
export class TextFinderImpl {
  static readonly api = 'Spreadsheet.TextFinder';
  #case = false;
  #entire = false;
  #formulas = false;
  #foldDiacritics = false;
  #regular = false;
  #current: RangeImpl | null = null;
  #start: RangeImpl | null = null;
  constructor(
    readonly scope: readonly RangeImpl[],
    readonly text: string,
  ) {}

  matchCase(on: boolean): this {
    this.#case = on;
    return this;
  }
  matchEntireCell(on: boolean): this {
    this.#entire = on;
    return this;
  }
  matchFormulaText(on: boolean): this {
    this.#formulas = on;
    return this;
  }
  ignoreDiacritics(on: boolean): this {
    this.#foldDiacritics = on;
    return this;
  }
  useRegularExpression(on: boolean): this {
    this.#regular = on;
    return this;
  }
  startFrom(range: RangeImpl): this {
    this.#start = range;
    this.#current = null;
    return this;
  }
  getCurrentMatch(): RangeImpl | null {
    return this.#current;
  }

  findAll(): RangeImpl[] {
    const pattern = this.#pattern();
    const found: RangeImpl[] = [];
    for (const range of this.scope) {
      const { sheet } = range;
      recalculate(sheet.parent);
      const lastRow = Math.min(range.row + range.rows, sheet.model.rows.length);
      for (let row = range.row; row < lastRow; row++) {
        const cells = sheet.model.rows[row];
        const length = Math.max(cells?.values.length ?? 0, cells?.formulas?.length ?? 0);
        for (let column = range.column; column < Math.min(range.column + range.columns, length); column++)
          if (pattern.test(this.#searched(range, row, column)))
            found.push(new RangeImpl(sheet, row, column, 1, 1));
      }
    }
    return found;
  }

  findNext(): RangeImpl | null {
    return this.#step(1);
  }
  findPrevious(): RangeImpl | null {
    return this.#step(-1);
  }

  /** Replaces in the current match; returns the number of occurrences replaced. */
  replaceWith(replacement: string): number {
    return this.#current ? this.#replace(this.#current, replacement) : 0;
  }
  replaceAllWith(replacement: string): number {
    return this.findAll().reduce((count, cell) => count + this.#replace(cell, replacement), 0);
  }

  #step(direction: 1 | -1): RangeImpl | null {
    const all = this.findAll();
    const from = this.#current ?? this.#start;
    const ordered = direction === 1 ? all : all.reverse();
    const position = (cell: RangeImpl) =>
      this.scope.findIndex((range) => range.sheet === cell.sheet) * 1e12 + cell.row * 1e5 + cell.column;
    const next = from
      ? ordered.find((cell) => (position(cell) - position(from)) * direction > 0)
      : ordered[0];
    this.#current = next ?? null;
    return this.#current;
  }

  /** The text that is searched: what the cell shows, or its formula when formulas are to be matched. */
  #searched(range: RangeImpl, row: number, column: number): string {
    const cells = range.sheet.model.rows[row];
    const formula = this.#formulas ? cells?.formulas?.[column] : undefined;
    const locale = localeSettings(range.sheet.parent.model.locale);
    const text =
      formula ?? displayText(cells?.values[column] ?? '', cells?.formats?.[column]?.numberFormat, locale);
    return this.#foldDiacritics ? fold(text) : text;
  }

  #pattern(flags = ''): RegExp {
    const wanted = this.#foldDiacritics ? fold(this.text) : this.text;
    if (this.#regular && /\(\?[imsU-]+\)|\\[AzQE]/.test(wanted))
      throw new NotImplementedError('RE2 syntax in TextFinder');
    const source = this.#regular ? wanted : wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(
      this.#entire ? `^(?:${source})$` : source,
      `${this.#regular ? '' : 'u'}${this.#case ? '' : 'i'}${flags}`,
    );
  }

  #replace(cell: RangeImpl, replacement: string): number {
    const row = cell.sheet.model.rows[cell.row];
    const formula = row?.formulas?.[cell.column];
    if (formula && !this.#formulas) return 0;
    const text = this.#searched(cell, cell.row, cell.column);
    let count = 0;
    const insert = this.#regular ? replacement : replacement.replaceAll('$', '$$$$');
    const pattern = this.#pattern('g');
    const replaced = text.replace(pattern, (match) => {
      count++;
      return match.replace(this.#pattern(), insert);
    });
    if (count === 0) return 0;
    assertWritable(cell.sheet, cell);
    writeValues(cell.sheet, cell.row, cell.column, [[replaced]]);
    return count;
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
