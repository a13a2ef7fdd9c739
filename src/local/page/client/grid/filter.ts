import type { ColumnFilter } from './contract';
import type { Tab } from './tab';

/** Filters of this window: other windows and the book know nothing of them. */
export class Filters {
  readonly columns = new Map<number, ColumnFilter>();

  /** Looks all rows of the tab through. @returns those that are not let through */
  async look(tab: Tab): Promise<ReadonlySet<number>> {
    const hidden = new Set<number>();
    if (this.columns.size === 0) return hidden;
    const tests = [...this.columns].map(([column, filter]) => ({ column, passes: test(filter) }));
    await tab.blocks.scan(tab.sheet.frozenRows, tab.used, (row, view) => {
      if (!tests.every(({ column, passes }) => passes(view?.c[column]?.t ?? ''))) hidden.add(row);
      return true;
    });
    return hidden;
  }
}

function test(filter: ColumnFilter): (text: string) => boolean {
  if ('values' in filter) {
    const values = new Set(filter.values);
    return (text) => values.has(text);
  }
  const wanted = filter.text.trim().toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}

/** Different texts of a column, in order: numbers as numbers. */
export async function distinctTexts(tab: Tab, column: number): Promise<readonly string[]> {
  const texts = new Set<string>();
  await tab.blocks.scan(tab.sheet.frozenRows, tab.used, (_, view) => {
    texts.add(view?.c[column]?.t ?? '');
    return true;
  });
  const order = new Intl.Collator('ru', { numeric: true });
  return [...texts].sort(order.compare);
}
