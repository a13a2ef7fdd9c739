import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import {
  allMetadata,
  type Found,
  type Location,
  locationOf,
  type MetadataModel,
  wholeLine,
} from './metadata-model';
import type { RangeRef, SheetModel } from './model';
import type { RangeImpl } from './range';
import { rangeOfRef } from './range-ref';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

const ARBITRARY =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

export class DeveloperMetadataImpl {
  static readonly api = 'Spreadsheet.DeveloperMetadata';
  constructor(
    readonly spreadsheet: SpreadsheetImpl,
    readonly model: MetadataModel,
  ) {}
  getId(): number {
    return this.model.id;
  }
  getKey(): string {
    return this.model.key;
  }
  getValue(): string | null {
    return this.model.value;
  }
  getVisibility(): EnumValue {
    return enumeration('Spreadsheet.DeveloperMetadataVisibility')[this.model.visibility];
  }
  getLocation(): DeveloperMetadataLocationImpl {
    return new DeveloperMetadataLocationImpl(this.spreadsheet, this.#found());
  }
  setKey(key: string): this {
    this.model.key = String(key);
    return this;
  }
  setValue(value: string): this {
    this.model.value = String(value);
    return this;
  }
  setVisibility(visibility: EnumValue): this {
    this.model.visibility = visibility.name();
    return this;
  }
  moveToColumn(range: RangeImpl): this {
    const ref = lineOf(range);
    if (ref.rows !== Infinity) fail(ARBITRARY);
    return this.#move(range.sheet.model, ref);
  }
  moveToRow(range: RangeImpl): this {
    const ref = lineOf(range);
    if (ref.columns !== Infinity) fail(ARBITRARY);
    return this.#move(range.sheet.model, ref);
  }
  moveToSheet(sheet: SheetImpl): this {
    return this.#move(sheet.model, null);
  }
  moveToSpreadsheet(): this {
    return this.#move(null, null);
  }
  remove(): void {
    const { sheet } = this.#found();
    const holder = sheet ?? this.spreadsheet.model;
    holder.metadata = holder.metadata.filter((m) => m !== this.model);
  }
  #move(sheet: SheetModel | null, range: RangeRef | null): this {
    this.remove();
    this.model.range = range;
    (sheet ?? this.spreadsheet.model).metadata.push(this.model);
    return this;
  }
  #found(): Found {
    return (
      allMetadata(this.spreadsheet).find((f) => f.model === this.model) ??
      fail('The developer metadata was deleted.')
    );
  }
}

export class DeveloperMetadataLocationImpl {
  static readonly api = 'Spreadsheet.DeveloperMetadataLocation';
  constructor(
    readonly spreadsheet: SpreadsheetImpl,
    readonly found: Found,
  ) {}
  getLocationType(): EnumValue {
    return enumeration('Spreadsheet.DeveloperMetadataLocationType')[locationOf(this.found)];
  }
  getSpreadsheet(): SpreadsheetImpl | null {
    return locationOf(this.found) === 'SPREADSHEET' ? this.spreadsheet : null;
  }
  getSheet(): SheetImpl | null {
    return locationOf(this.found) === 'SHEET' && this.found.sheet
      ? this.spreadsheet.sheetOf(this.found.sheet)
      : null;
  }
  getRow(): RangeImpl | null {
    return this.#line('ROW');
  }
  getColumn(): RangeImpl | null {
    return this.#line('COLUMN');
  }
  #line(type: Location): RangeImpl | null {
    const { range } = this.found.model;
    return locationOf(this.found) === type && range ? rangeOfRef(this.spreadsheet, range) : null;
  }
}

export function lineOf(range: RangeImpl): RangeRef {
  return wholeLine(range) ?? fail(ARBITRARY);
}

const made = new WeakMap<MetadataModel, DeveloperMetadataImpl>();

/** The one implementation object of an entry. */
export function shownMetadata(spreadsheet: SpreadsheetImpl, model: MetadataModel): DeveloperMetadataImpl {
  let known = made.get(model);
  if (!known) {
    known = new DeveloperMetadataImpl(spreadsheet, model);
    made.set(model, known);
  }
  return known;
}
