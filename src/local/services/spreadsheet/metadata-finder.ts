import type { EnumValue } from '../../host/enums';
import { type DeveloperMetadataImpl, shownMetadata } from './metadata';
import { allMetadata, type Found, locationOf, wholeLine } from './metadata-model';
import type { RangeRef } from './model';
import { RangeImpl } from './range';
import { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

/** What a search starts from: everything, a sheet, or a row, column or range of a sheet. */
export type Scope = SpreadsheetImpl | SheetImpl | RangeImpl;

export class DeveloperMetadataFinderImpl {
  static readonly api = 'Spreadsheet.DeveloperMetadataFinder';
  readonly #wanted: ((found: Found) => boolean)[] = [];
  #intersecting = false;
  constructor(readonly scope: Scope) {}
  find(): DeveloperMetadataImpl[] {
    const spreadsheet = spreadsheetOf(this.scope);
    return allMetadata(spreadsheet)
      .filter((found) => this.#inScope(found) && this.#wanted.every((wanted) => wanted(found)))
      .map(({ model }) => shownMetadata(spreadsheet, model));
  }
  onIntersectingLocations(): this {
    this.#intersecting = true;
    return this;
  }
  withId(id: number): this {
    return this.#want(({ model }) => model.id === id);
  }
  withKey(key: string): this {
    return this.#want(({ model }) => model.key === key);
  }
  withValue(value: string): this {
    return this.#want(({ model }) => model.value === value);
  }
  withVisibility(visibility: EnumValue): this {
    return this.#want(({ model }) => model.visibility === visibility.name());
  }
  withLocationType(type: EnumValue): this {
    return this.#want((found) => locationOf(found) === type.name());
  }
  #want(wanted: (found: Found) => boolean): this {
    this.#wanted.push(wanted);
    return this;
  }
  /** A spreadsheet and a sheet look into what they hold; a range finds its exact row or column, or what crosses it. */
  #inScope({ sheet, model }: Found): boolean {
    const { scope } = this;
    if (scope instanceof RangeImpl) {
      if (sheet !== scope.sheet.model || !model.range)
        return this.#intersecting && sheet === scope.sheet.model;
      return this.#intersecting ? crosses(model.range, scope.ref()) : isSameLine(model.range, scope);
    }
    return scope instanceof SheetImpl ? sheet === scope.model : true;
  }
}

function crosses(line: RangeRef, area: RangeRef): boolean {
  return (
    line.row < area.row + area.rows &&
    area.row < line.row + line.rows &&
    line.column < area.column + area.columns &&
    area.column < line.column + line.columns
  );
}

function isSameLine(line: RangeRef, range: RangeImpl): boolean {
  const own = wholeLine(range);
  return (
    own !== null &&
    own.row === line.row &&
    own.column === line.column &&
    own.rows === line.rows &&
    own.columns === line.columns
  );
}

export function spreadsheetOf(scope: Scope): SpreadsheetImpl {
  if (scope instanceof RangeImpl) return scope.sheet.parent;
  return scope instanceof SheetImpl ? scope.parent : scope;
}
