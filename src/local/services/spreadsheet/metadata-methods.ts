import type { EnumValue } from '../../host/enums';
import { type DeveloperMetadataImpl, lineOf, shownMetadata } from './metadata';
import { DeveloperMetadataFinderImpl, type Scope, spreadsheetOf } from './metadata-finder';
import { allMetadata, type MetadataModel } from './metadata-model';
import type { RangeRef } from './model';
import { RangeImpl } from './range';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

/** The overloads: (key), (key, visibility), (key, value), (key, value, visibility). */
function add(
  scope: Scope,
  range: RangeRef | null,
  key: string,
  rest: readonly (string | EnumValue | null | undefined)[],
): void {
  const spreadsheet = spreadsheetOf(scope);
  const visibility = rest.find((v): v is EnumValue => typeof v === 'object' && v !== null);
  const value = rest.find((v): v is string => typeof v === 'string') ?? null;
  const id = Math.max(0, ...allMetadata(spreadsheet).map((f) => f.model.id)) + 1;
  const holder = scope instanceof RangeImpl ? scope.sheet.model : scope.model;
  holder.metadata.push({
    id,
    key: String(key),
    value,
    visibility: visibility?.name() ?? 'DOCUMENT',
    range,
  } satisfies MetadataModel);
}

type Rest = readonly (string | EnumValue | null | undefined)[];

export const rangeMetadataMethods = {
  addDeveloperMetadata(this: RangeImpl, key: string, ...rest: Rest): RangeImpl {
    add(this, lineOf(this), key, rest);
    return this;
  },
  getDeveloperMetadata(this: RangeImpl): DeveloperMetadataImpl[] {
    return new DeveloperMetadataFinderImpl(this).find();
  },
  createDeveloperMetadataFinder(this: RangeImpl): DeveloperMetadataFinderImpl {
    return new DeveloperMetadataFinderImpl(this);
  },
};

export const sheetMetadataMethods = {
  addDeveloperMetadata(this: SheetImpl, key: string, ...rest: Rest): SheetImpl {
    add(this, null, key, rest);
    return this;
  },
  /** Of the sheet itself, not of its rows and columns. */
  getDeveloperMetadata(this: SheetImpl): DeveloperMetadataImpl[] {
    const own = (this.model.metadata as MetadataModel[]).filter((m) => m.range === null);
    return own.map((model) => shownMetadata(this.parent, model));
  },
  createDeveloperMetadataFinder(this: SheetImpl): DeveloperMetadataFinderImpl {
    return new DeveloperMetadataFinderImpl(this);
  },
};

export const spreadsheetMetadataMethods = {
  addDeveloperMetadata(this: SpreadsheetImpl, key: string, ...rest: Rest): SpreadsheetImpl {
    add(this, null, key, rest);
    return this;
  },
  getDeveloperMetadata(this: SpreadsheetImpl): DeveloperMetadataImpl[] {
    return (this.model.metadata as MetadataModel[]).map((model) => shownMetadata(this, model));
  },
  createDeveloperMetadataFinder(this: SpreadsheetImpl): DeveloperMetadataFinderImpl {
    return new DeveloperMetadataFinderImpl(this);
  },
};
