import type { RangeRef, SheetModel } from '../services/spreadsheet/model';

/** The colours of a banding as far as the file needs them; null = no colour. */
interface BandColours {
  readonly range: RangeRef;
  readonly header: string | null;
  readonly first: string | null;
  readonly second: string | null;
  readonly footer: string | null;
  readonly byColumns: boolean;
}

/** The fills that the bandings of a sheet give to cells without one of their own. */
export interface BandingFills {
  of(row: number, column: number): string | undefined;
  /** Columns up to which they reach. */
  readonly columns: number;
}

/**
 * .xlsx has no bandings: their colours are written as fills. White is left out: it would only hide the grid lines.
 * @returns null when the sheet has no banding
 */
export function bandingFills(sheet: SheetModel): BandingFills | null {
  const bandings = sheet.bandings.map(bandColours).filter((b) => b !== null);
  if (bandings.length === 0) return null;
  const of = (row: number, column: number): string | undefined => {
    for (const banding of bandings) {
      const { range, byColumns } = banding;
      const at = byColumns ? column - range.column : row - range.row;
      const length = byColumns ? range.columns : range.rows;
      const across = byColumns ? row - range.row : column - range.column;
      if (at < 0 || at >= length || across < 0 || across >= (byColumns ? range.rows : range.columns))
        continue;
      const band = (at - (banding.header ? 1 : 0)) % 2 === 0 ? banding.first : banding.second;
      const fill = (at === 0 && banding.header) || (at === length - 1 && banding.footer) || band;
      return fill === null || fill === '#ffffff' ? undefined : fill;
    }
    return undefined;
  };
  const right = Math.max(...bandings.map(({ range }) => range.column + range.columns));
  return { of, columns: Math.min(right, sheet.maxColumns) };
}

/** Takes the fills of the bandings off the cells again after reading. */
export function dropBandingFills(sheet: SheetModel): void {
  const fills = bandingFills(sheet);
  if (!fills) return;
  const plain = new Map<object, object | undefined>();
  sheet.rows.forEach((row, r) => {
    row?.formats?.forEach((format, c) => {
      if (!row.formats || !format?.background || format.background !== fills.of(r, c)) return;
      if (!plain.has(format)) {
        const { background: _, ...rest } = format;
        plain.set(format, Object.keys(rest).length > 0 ? rest : undefined);
      }
      row.formats[c] = plain.get(format);
    });
    if (row?.formats?.every((format) => format === undefined)) row.formats = undefined;
  });
}

/** Colours are kept by part and direction (banding.ts): `firstRow`, `headerColumn` … */
function bandColours(banding: unknown): BandColours | null {
  const { range, colors } = banding as { range?: RangeRef; colors?: Record<string, unknown> };
  if (typeof range?.row !== 'number' || !colors) return null;
  const byColumns = colors.firstRow === undefined && colors.secondRow === undefined;
  const part = (name: string) => colour(colors[`${name}${byColumns ? 'Column' : 'Row'}`]);
  return {
    range,
    header: part('header'),
    first: part('first'),
    second: part('second'),
    footer: part('footer'),
    byColumns,
  };
}

function colour(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;
}
