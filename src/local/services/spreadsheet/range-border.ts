import { type EnumValue, enumKey } from '../../host/enums';
import { BordersImpl } from './borders';
import { changeFormats, firstFormat, mergeFormat } from './cell-formats';
import { parseColor } from './color';
import type { BorderSide, CellFormat } from './model';
import { RangeImpl } from './range';

type Side = 'top' | 'left' | 'bottom' | 'right';
/** true draws, false takes away, null leaves as it was. */
type Wish = boolean | null;
type Sides = Readonly<Partial<Record<Side, Wish>>>;

const DEFAULT_BORDER: BorderSide = { style: 'SOLID', color: '#000000' };

/**
 * Wishes for the cell at a place of the range: outer sides at the rim, inner ones between the cells.
 * Equal wishes are one object, so that cells share the resulting formats.
 */
function wishes(range: RangeImpl, outer: Sides, vertical: Wish, horizontal: Wish) {
  const known = new Map<string, Sides>();
  return (row: number, column: number): Sides => {
    const rim = [row === 0, column === 0, row === range.rows - 1, column === range.columns - 1];
    const key = rim.join();
    let sides = known.get(key);
    if (!sides) {
      sides = {
        top: rim[0] ? outer.top : horizontal,
        left: rim[1] ? outer.left : vertical,
        bottom: rim[2] ? outer.bottom : horizontal,
        right: rim[3] ? outer.right : vertical,
      };
      known.set(key, sides);
    }
    return sides;
  };
}

function withBorders(side: BorderSide) {
  return (old: CellFormat | undefined, wish: Sides): CellFormat | undefined => {
    const borders: Partial<Record<Side, BorderSide>> = { ...old?.borders };
    for (const [key, value] of Object.entries(wish) as [Side, Wish][]) {
      if (value === true) borders[key] = side;
      else if (value === false) delete borders[key];
    }
    return mergeFormat(old, { borders: Object.keys(borders).length ? borders : undefined });
  };
}

/** A border that is taken away must also go from the cell on its other side: both own the same line. */
function clearFacing(range: RangeImpl, outer: Sides): void {
  const { sheet, row, column, rows, columns } = range;
  const strips: readonly [Side, Side, number, number, number, number][] = [
    ['top', 'bottom', row - 1, column, 1, columns],
    ['bottom', 'top', row + rows, column, 1, columns],
    ['left', 'right', row, column - 1, rows, 1],
    ['right', 'left', row, column + columns, rows, 1],
  ];
  for (const [own, facing, r, c, height, width] of strips) {
    const { maxRows, maxColumns } = sheet.model;
    if (outer[own] !== false || r < 0 || c < 0 || r + height > maxRows || c + width > maxColumns) continue;
    const wish: Sides = { [facing]: false };
    changeFormats(new RangeImpl(sheet, r, c, height, width), () => wish, withBorders(DEFAULT_BORDER));
  }
}

export const rangeBorderMethods = {
  /** The borders of the first cell; null when it has none. */
  getBorder(this: RangeImpl): BordersImpl | null {
    const borders = firstFormat(this)?.borders;
    return borders ? new BordersImpl(borders) : null;
  },
  setBorder(
    this: RangeImpl,
    top: Wish,
    left: Wish,
    bottom: Wish,
    right: Wish,
    vertical: Wish,
    horizontal: Wish,
    color?: string | null,
    style?: EnumValue | null,
  ): RangeImpl {
    const side: BorderSide = {
      style: enumKey('Spreadsheet.BorderStyle', style) ?? DEFAULT_BORDER.style,
      color: (color && parseColor(color)) || DEFAULT_BORDER.color,
    };
    const outer: Sides = { top, left, bottom, right };
    changeFormats(this, wishes(this, outer, vertical, horizontal), withBorders(side));
    clearFacing(this, outer);
    return this;
  },
};
