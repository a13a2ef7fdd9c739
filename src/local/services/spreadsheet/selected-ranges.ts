import { RangeImpl } from './range';
import type { SheetImpl } from './sheet';
import { contains } from './write-guard';

/** What is selected on a sheet; every sheet remembers its own. */
interface Selected {
  ranges: readonly RangeImpl[];
  current: RangeImpl;
}

const selections = new WeakMap<SheetImpl, Selected>();

export function selectionOf(sheet: SheetImpl): Selected {
  const first = new RangeImpl(sheet, 0, 0, 1, 1);
  return selections.get(sheet) ?? { ranges: [first], current: first };
}

/**
 * Selects ranges and makes their sheet the active one.
 * @param ranges null = keep the selection if the current cell lies in it, else select the cell alone
 */
export function select(sheet: SheetImpl, ranges: readonly RangeImpl[] | null, current?: RangeImpl): void {
  const known = selectionOf(sheet);
  const kept =
    ranges ??
    (known.ranges.some((range) => current && contains(range, current))
      ? known.ranges
      : [current ?? known.current]);
  const last = kept.at(-1) ?? known.current;
  selections.set(sheet, {
    ranges: kept,
    current: current ?? new RangeImpl(sheet, last.row, last.column, 1, 1),
  });
  sheet.parent.model.activeSheetId = sheet.model.id;
}

export function activeRange(sheet: SheetImpl): RangeImpl {
  const { ranges, current } = selectionOf(sheet);
  return ranges.at(-1) ?? current;
}
