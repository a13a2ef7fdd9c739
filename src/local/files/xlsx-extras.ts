import type {
  ProtectionModel,
  RangeRef,
  SheetModel,
  SpreadsheetModel,
  TextRun,
  ValidationRule,
} from '../services/spreadsheet/model';
import { escapeXml, type XmlElement } from './xml';

/**
 * What .xlsx has no place for, kept as JSON in a custom XML part of the workbook: Excel leaves such parts alone.
 * Sheets are found again by name. Ranges inside refer to sheets by id, so the ids come back too.
 */
export interface HostExtras {
  readonly version: 1;
  readonly metadata: unknown[];
  /** Named ranges whose names Excel does not take. */
  readonly namedRanges?: SpreadsheetModel['namedRanges'];
  readonly sheets: Record<string, SheetExtras>;
}

export interface SheetExtras {
  readonly id: number;
  /** The name in the model, when Excel does not take it. */
  readonly name?: string;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly protections: ProtectionModel[];
  readonly filter: unknown;
  readonly bandings: unknown[];
  readonly conditionalFormats: unknown[];
  readonly pivots: unknown[];
  readonly charts: unknown[];
  readonly metadata: unknown[];
  readonly typedTable: SheetModel['typedTable'];
  /** Rules that the file says only nearly, by the key of what it says. */
  readonly validations?: Record<string, ValidationRule>;
  /** Cells that the file holds only in part, by A1 name. */
  readonly cells?: Record<string, CellExtras>;
}

export interface CellExtras {
  /** Text longer than the 32,767 characters of Excel; the cell holds its beginning. */
  readonly text?: string;
  /** Formula longer than Excel takes; the cell holds its value. */
  readonly formula?: string;
  /** Links inside a text: a cell of .xlsx has one link. Dropped when the text was changed elsewhere. */
  readonly runs?: { readonly of: string; readonly runs: readonly TextRun[] };
}

const EXTRAS_NAMESPACE = 'urn:nastavnichestvo:host:1';

/** The content of the part. Infinity (an open side of a range) is no JSON and gets a name. */
export function printExtras(extras: HostExtras): string {
  const json = JSON.stringify(extras, (_, value: unknown) =>
    value === Number.POSITIVE_INFINITY
      ? { $number: 'Infinity' }
      : value instanceof Map
        ? { $map: [...value] }
        : value instanceof Set
          ? { $set: [...value] }
          : value,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<host xmlns="${EXTRAS_NAMESPACE}">${escapeXml(json)}</host>`;
}

/** @returns null when the part is another program's */
export function parseExtras(part: XmlElement): HostExtras | null {
  if (part.name !== 'host' || part.attributes.xmlns !== EXTRAS_NAMESPACE) return null;
  return JSON.parse(part.text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$number' in value) return Number.POSITIVE_INFINITY;
    if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
    if ('$set' in value) return new Set(value.$set as unknown[]);
    return value;
  }) as HostExtras;
}

/** The extras of a sheet; the writer adds what it found the file could not hold. */
export function sheetExtras(
  sheet: SheetModel,
  found: Pick<SheetExtras, 'name' | 'validations' | 'cells'>,
): SheetExtras {
  return {
    id: sheet.id,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    protections: sheet.protections,
    filter: sheet.filter,
    bandings: sheet.bandings,
    conditionalFormats: sheet.conditionalFormats,
    pivots: sheet.pivots,
    charts: sheet.charts,
    metadata: sheet.metadata,
    typedTable: sheet.typedTable,
    ...found,
  };
}

/** Puts the extras back. The sheets have their final ids already; a range on a sheet that is gone goes too. */
export function applyExtras(
  model: SpreadsheetModel,
  extras: HostExtras,
  bySheet: ReadonlyMap<SheetModel, { extras: SheetExtras; usedColumns: number }>,
): void {
  model.metadata = extras.metadata;
  const lives = (range: RangeRef | null) =>
    range === null || model.sheets.some((s) => s.id === range.sheetId);
  for (const [sheet, { extras: own, usedColumns }] of bySheet) {
    sheet.maxRows = Math.max(own.maxRows, sheet.rows.length);
    sheet.maxColumns = Math.max(own.maxColumns, usedColumns);
    sheet.protections = own.protections.filter((p) => lives(p.range));
    // A filter that was taken off or put on in another program stays so; its conditions are ours.
    sheet.filter = sheet.filter ? (own.filter ?? sheet.filter) : null;
    sheet.bandings = own.bandings;
    sheet.conditionalFormats = own.conditionalFormats;
    sheet.pivots = own.pivots;
    sheet.charts = own.charts;
    sheet.metadata = own.metadata;
    sheet.typedTable = own.typedTable;
  }
}
