import { type EnumValue, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { changed, recalculate } from './calculation';
import { put, writeValues } from './cell-write';
import type { RangeImpl } from './range';
import { TextFinderImpl } from './text-finder';
import { assertWritable } from './write-guard';

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** Work on the texts of cells: trimming, splitting, finding. */
export const rangeTextMethods = {
  /** Strips white space at both ends and makes runs of it inside one space; formulas stay. */
  trimWhitespace(this: RangeImpl): RangeImpl {
    assertWritable(this.sheet, this);
    for (let r = this.row; r < this.row + this.rows; r++) {
      const row = this.sheet.model.rows[r];
      for (let c = this.column; row && c < this.column + this.columns; c++) {
        const value = row.values[c];
        if (typeof value !== 'string' || row.formulas?.[c]) continue;
        const trimmed = value.trim().replace(/[ \t\u00a0]+/g, ' ');
        if (trimmed !== value) put(row, c, trimmed);
      }
    }
    changed(this.sheet);
    return this;
  },
  /** Splits one column of text into columns to the right; without a delimiter it is guessed. */
  splitTextToColumns(this: RangeImpl, delimiter?: string | EnumValue): void {
    if (this.columns !== 1) fail('The source range must be one column wide.');
    recalculate(this.sheet.parent);
    const texts = Array.from({ length: this.rows }, (_, r) =>
      String(this.sheet.model.rows[this.row + r]?.values[this.column] ?? ''),
    );
    const named =
      typeof delimiter === 'object'
        ? DELIMITERS[enumKey('Spreadsheet.TextToColumnsDelimiter', delimiter) ?? '']
        : delimiter;
    const by = named ?? guess(texts);
    for (const [r, text] of texts.entries()) {
      const parts = text.split(by).map((part) => part.trim());
      if (parts.length < 2) continue;
      const width = Math.min(parts.length, this.sheet.model.maxColumns - this.column);
      assertWritable(this.sheet, { row: this.row + r, column: this.column, rows: 1, columns: width });
      writeValues(this.sheet, this.row + r, this.column, [parts.slice(0, width)]);
    }
  },
  createTextFinder(this: RangeImpl, text: string): TextFinderImpl {
    return new TextFinderImpl([this], String(text));
  },
};

/** The delimiter that splits the most rows; the comma when none does. */
function guess(texts: readonly string[]): string {
  const scores = [',', ';', '.', ' '].map((by) => ({
    by,
    hits: texts.filter((text) => text.includes(by)).length,
  }));
  const best = scores.reduce((a, b) => (b.hits > a.hits ? b : a));
  return best.by;
}
