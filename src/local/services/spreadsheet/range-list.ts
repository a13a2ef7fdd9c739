import { NotImplementedError } from '../../host/errors';
import { reference } from '../../host/reference';
import { formulaText } from './formula-references';
import type { RangeImpl } from './range';
import { select } from './selected-ranges';
import type { SheetImpl } from './sheet';

/** Several ranges of one sheet; what is done to the list is done to each of them. */
export class RangeListImpl {
  static readonly api = 'Spreadsheet.RangeList';
  constructor(
    readonly sheet: SheetImpl,
    readonly ranges: readonly RangeImpl[],
  ) {}

  getRanges(): RangeImpl[] {
    return [...this.ranges];
  }
  /** The formula is the first cell's of each range. */
  setFormula(formula: string): this {
    return this.#each('setFormula', [formulaText(formula)]);
  }

  activate(): this {
    select(this.sheet, this.ranges);
    return this;
  }

  #each(method: string, args: readonly unknown[]): this {
    for (const range of this.ranges) {
      const implementation = (range as unknown as Record<string, unknown>)[method];
      if (typeof implementation !== 'function')
        throw new NotImplementedError(`SpreadsheetApp.RangeList.${method}`);
      implementation.apply(range, args);
    }
    return this;
  }

  static {
    // Everything else of the documented class is Range's method of the same name, done range by range.
    for (const method of Object.keys(reference.classes['Spreadsheet.RangeList']?.methods ?? {})) {
      if (method in RangeListImpl.prototype) continue;
      Object.defineProperty(RangeListImpl.prototype, method, {
        value(this: RangeListImpl, ...args: unknown[]) {
          return this.#each(method, args);
        },
        writable: true,
        configurable: true,
      });
    }
  }
}
