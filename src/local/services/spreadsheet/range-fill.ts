import { type EnumValue, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { type CellContent, placeCell, takeCells } from './cell-copy';
import { hasContent } from './cell-read';
import type { CellValue } from './model';
import { RangeImpl } from './range';
import { assertWritable, contains } from './write-guard';

const LISTS = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  'Sun Mon Tue Wed Thu Fri Sat',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'янв фев мар апр май июн июл авг сен окт ноя дек',
  'понедельник вторник среда четверг пятница суббота воскресенье',
  'пн вт ср чт пт сб вс',
].map((list) => list.split(' '));

/** Filling by the corner handle. */
export const rangeFillMethods = {
  autoFill(this: RangeImpl, target: RangeImpl, series: EnumValue): void {
    if (!contains(target, this)) fail('AutoFill destination range must contain the source range.');
    const vertical = target.rows !== this.rows;
    const bothEnds = vertical
      ? target.row < this.row && target.row + target.rows > this.row + this.rows
      : target.column < this.column && target.column + target.columns > this.column + this.columns;
    if ((vertical && target.columns !== this.columns) || bothEnds)
      fail('AutoFill destination range must extend the source range in only one direction.');
    fill(this, target, vertical, enumKey('Spreadsheet.AutoFillSeries', series) === 'ALTERNATE_SERIES');
  },
  /** Fills down as far as the column to the left (else to the right) has data. */
  autoFillToNeighbor(this: RangeImpl, series: EnumValue): void {
    const { model } = this.sheet;
    const end = this.row + this.rows;
    for (const column of [this.column - 1, this.column + this.columns]) {
      let last = end;
      while (column >= 0 && hasContent(model, last, column)) last++;
      if (last === end) continue;
      const target = new RangeImpl(this.sheet, this.row, this.column, last - this.row, this.columns);
      fill(this, target, true, enumKey('Spreadsheet.AutoFillSeries', series) === 'ALTERNATE_SERIES');
      return;
    }
  },
};

function fill(source: RangeImpl, target: RangeImpl, vertical: boolean, alternate: boolean): void {
  assertWritable(target.sheet, target);
  const { sheet } = source;
  const cells = takeCells(sheet, source.row, source.column, source.rows, source.columns);
  const lines = vertical ? cells[0].map((_, c) => cells.map((row) => row[c])) : cells;
  for (const [i, line] of lines.entries()) {
    const next = alternate ? null : continuation(line.map((cell) => (cell.formula ? '' : cell.value)));
    const offset = vertical ? target.row - source.row : target.column - source.column;
    const length = vertical ? target.rows : target.columns;
    for (let n = offset; n < offset + length; n++) {
      if (n >= 0 && n < line.length) continue;
      const like: CellContent = line[((n % line.length) + line.length) % line.length];
      const cell = next && !like.formula ? { ...like, value: next(n) } : like;
      const [row, column] = vertical
        ? [source.row + n, source.column + i]
        : [source.row + i, source.column + n];
      placeCell(sheet, row, column, cell, ['values', 'formulas', 'format', 'validation']);
    }
  }
}

/** The value at position n of the series that starts with these values; null = repeat them. */
function continuation(values: readonly CellValue[]): ((n: number) => CellValue) | null {
  if (values.length > 1 && values.every((v) => typeof v === 'number')) return trend(values as number[]);
  if (!values.every((v) => typeof v === 'string' && v !== '')) return null;
  const texts = values as string[];
  return named(texts) ?? numbered(texts);
}

/** The straight line through the values (least squares, exact for an even series). */
function trend(values: readonly number[]): (n: number) => number {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((a, b) => a + b, 0) / count;
  let [above, below] = [0, 0];
  for (let i = 0; i < count; i++) {
    above += (i - middle) * (values[i] - mean);
    below += (i - middle) ** 2;
  }
  const even = values.every((v, i) => i === 0 || v - values[i - 1] === values[1] - values[0]);
  return even ? (n) => values[0] + n * (values[1] - values[0]) : (n) => mean + (above / below) * (n - middle);
}

function named(texts: readonly string[]): ((n: number) => string) | null {
  for (const list of LISTS) {
    const places = texts.map((text) => list.findIndex((name) => name.toLowerCase() === text.toLowerCase()));
    if (places.includes(-1)) continue;
    const step = places.length > 1 ? places[1] - places[0] : 1;
    if (places.some((place, i) => (places[0] + i * step - place) % list.length !== 0)) return null;
    const capital = texts[0][0] === texts[0][0].toUpperCase();
    return (n) => {
      const name = list[(((places[0] + n * step) % list.length) + list.length) % list.length];
      return capital ? name[0].toUpperCase() + name.slice(1) : name;
    };
  }
  return null;
}

/** `Wave 1`, `Wave 2` → `Wave 3`. */
function numbered(texts: readonly string[]): ((n: number) => string) | null {
  const parts = texts.map((text) => /^(.*?)(\d+)$/.exec(text));
  const prefix = parts[0]?.[1];
  if (prefix === undefined || !parts.every((part) => part?.[1] === prefix)) return null;
  const numbers = parts.map((part) => Number(part?.[2]));
  const width = parts[0]?.[2].startsWith('0') ? parts[0][2].length : 0;
  const next = numbers.length > 1 ? trend(numbers) : (n: number) => numbers[0] + n;
  return (n) => prefix + String(Math.abs(Math.round(next(n)))).padStart(width, '0');
}
