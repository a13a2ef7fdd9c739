import { fail } from '../../host/errors';
import type { RangeRef } from './model';
import type { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SpreadsheetImpl } from './spreadsheet';

interface Entry {
  name: string;
  range: RangeRef;
}

/** A named range; every change acts at once. */
export class NamedRangeImpl {
  static readonly api = 'Spreadsheet.NamedRange';
  constructor(
    readonly spreadsheet: SpreadsheetImpl,
    readonly entry: Entry,
  ) {}

  getName(): string {
    return this.entry.name;
  }
  getRange(): RangeImpl {
    const range = rangeOfRef(this.spreadsheet, this.entry.range);
    if (!range) fail('The range of this named range was deleted.');
    return range;
  }
  setName(name: string): this {
    const { namedRanges } = this.spreadsheet.model;
    if (namedRanges.some((other) => other !== this.entry && sameName(other.name, name)))
      fail(`A named range with the name "${name}" already exists.`);
    this.entry.name = checkedName(name);
    return this;
  }
  setRange(range: RangeImpl): this {
    this.entry.range = refOf(range);
    return this;
  }
  remove(): void {
    const { namedRanges } = this.spreadsheet.model;
    const at = namedRanges.indexOf(this.entry);
    if (at >= 0) namedRanges.splice(at, 1);
  }
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function checkedName(name: string): string {
  if (
    !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) ||
    /^[a-z]{1,3}\d+$/i.test(name) ||
    /^r\d+c\d+$/i.test(name)
  )
    fail(`The name "${name}" is not a valid named range name.`);
  return name;
}

/** Makes a named range, or gives an existing name another range. */
export function setNamedRange(spreadsheet: SpreadsheetImpl, name: string, range: RangeImpl): void {
  const known = findNamedRange(spreadsheet, name);
  if (known) known.range = refOf(range);
  else spreadsheet.model.namedRanges.push({ name: checkedName(name), range: refOf(range) });
}

export function findNamedRange(spreadsheet: SpreadsheetImpl, name: string): Entry | undefined {
  return spreadsheet.model.namedRanges.find((entry) => sameName(entry.name, name));
}
