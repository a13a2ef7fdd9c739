import type { Place } from './contract';
import type { Tab } from './tab';

/** Ctrl+arrow: to the edge of the data, over rows that are not here yet too. */
export async function jumped(tab: Tab, from: Place, down: number, across: number): Promise<Place> {
  const axis = down === 0 ? tab.columns : tab.rows;
  const by = down + across;
  const start = axis.order(down === 0 ? from.column : from.row);
  const end = by > 0 ? axis.count - 1 : 0;
  if (start === end) return from;
  const has = async (order: number): Promise<boolean> => {
    const index = axis.index(order);
    if (down === 0) return tab.text(from.row, index) !== '';
    if (index >= tab.used) return false;
    if (tab.blocks.row(index) === undefined) await tab.blocks.scan(index, index + 1, () => false);
    return tab.text(index, from.column) !== '';
  };
  let order = start + by;
  // From inside a run to its end, else to the next cell that holds something.
  if ((await has(start)) && (await has(order))) {
    while (order !== end && (await has(order + by))) order += by;
  } else {
    while (order !== end && !(await has(order))) {
      if (down > 0 && axis.index(order) >= tab.used) order = end - by;
      order += by;
    }
  }
  const index = axis.index(order);
  return down === 0 ? { row: from.row, column: index } : { row: index, column: from.column };
}
