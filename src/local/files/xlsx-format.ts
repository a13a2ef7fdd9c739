import { isDateFormat } from 'numfmt';
import type { BorderSide, CellFormat } from '../services/spreadsheet/model';
import { indexedPalette, readColour } from './xlsx-colour';
import { child, children, flag, type XmlElement } from './xml';

/** The cell formats of a workbook by style number (`s` of a cell). */
export interface FormatTable {
  readonly formats: readonly (CellFormat | undefined)[];
  /** The format is one of a date or time: matters for books that count days from 1904. */
  readonly dated: readonly boolean[];
}

const BORDER_STYLES: Record<string, string> = {
  thin: 'SOLID',
  hair: 'DOTTED',
  dotted: 'DOTTED',
  dashed: 'DASHED',
  dashDot: 'DASHED',
  dashDotDot: 'DASHED',
  medium: 'SOLID_MEDIUM',
  mediumDashed: 'DASHED',
  mediumDashDot: 'DASHED',
  mediumDashDotDot: 'DASHED',
  slantDashDot: 'DASHED',
  thick: 'SOLID_THICK',
  double: 'DOUBLE',
};

/** @param styles root of styles.xml; null when the file has none (every cell is plain) */
export function readFormats(
  styles: XmlElement | null,
  theme: readonly string[],
  locale: string,
): FormatTable {
  const palette = indexedPalette(styles);
  const list = (name: string, item: string) => children(child(styles ?? undefined, name), item);
  const numberFormats = new Map(
    list('numFmts', 'numFmt').map((f) => [f.attributes.numFmtId, f.attributes.formatCode]),
  );
  const fonts = list('fonts', 'font').map((font) => readFont(font, theme, palette));
  const fills = list('fills', 'fill').map((fill) => readFill(fill, theme, palette));
  const borders = list('borders', 'border').map((border) => readBorders(border, theme, palette));
  const known = new Map<string, CellFormat>();
  const formats: (CellFormat | undefined)[] = [];
  const dated: boolean[] = [];
  for (const xf of list('cellXfs', 'xf')) {
    const id = xf.attributes.numFmtId ?? '0';
    const numberFormat = modelNumberFormat(numberFormats.get(id) ?? builtInFormat(Number(id), locale));
    const background = fills[Number(xf.attributes.fillId ?? 0)];
    const format: CellFormat = {
      ...(numberFormat && { numberFormat }),
      ...(background && { background }),
      ...fonts[Number(xf.attributes.fontId ?? 0)],
      ...readAlignment(child(xf, 'alignment')),
      ...borders[Number(xf.attributes.borderId ?? 0)],
    };
    const key = JSON.stringify(format);
    if (key === '{}') formats.push(undefined);
    else {
      if (!known.has(key)) known.set(key, format);
      formats.push(known.get(key));
    }
    dated.push(numberFormat !== undefined && isDateFormat(numberFormat));
  }
  return { formats, dated };
}

/** Number formats that a file names by number only (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
/** 14–17 and 22 follow the language of the reader; a Russian book shows 31.12.2024. */
const BUILT_IN_RUSSIAN: Record<number, string> = {
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  22: 'dd.mm.yyyy h:mm',
};

function builtInFormat(id: number, locale: string): string {
  return (locale.startsWith('ru') ? BUILT_IN_RUSSIAN[id] : undefined) ?? BUILT_IN[id] ?? 'General';
}

/** Date formats lose what only Excel writes: `[$-419]dd\.mm\.yyyy;@` is `dd.mm.yyyy`. */
function modelNumberFormat(code: string): string | undefined {
  if (/^general$/i.test(code)) return undefined;
  if (!isDateFormat(code)) return code;
  return code
    .replace(/^\[\$-[0-9A-Fa-f]+\]/, '')
    .replace(/;@$/, '')
    .replace(/\\([-./, :])/g, '$1');
}

/** Font of a cell or of a piece of text; Arial 10 black is what Google shows without any format. */
export function readFont(
  font: XmlElement | undefined,
  theme: readonly string[],
  palette?: readonly string[],
): CellFormat {
  const value = (name: string) => child(font, name)?.attributes.val;
  const on = (name: string) => {
    const element = child(font, name);
    return element !== undefined && flag(element.attributes.val, true);
  };
  const family = value('name') ?? value('rFont') ?? 'Arial';
  const size = Number(value('sz') ?? 10);
  const color = readColour(child(font, 'color'), theme, palette) ?? '#000000';
  const underline = child(font, 'u');
  return {
    ...(color !== '#000000' && { fontColor: color }),
    ...(family !== 'Arial' && { fontFamily: family }),
    ...(size !== 10 && size > 0 && { fontSize: size }),
    ...(on('b') && { bold: true }),
    ...(on('i') && { italic: true }),
    ...(underline && underline.attributes.val !== 'none' && { underline: true }),
    ...(on('strike') && { strikethrough: true }),
  };
}

function readFill(
  fill: XmlElement,
  theme: readonly string[],
  palette: readonly string[],
): string | undefined {
  const pattern = child(fill, 'patternFill');
  const kind = pattern?.attributes.patternType;
  if (!pattern || !kind || kind === 'none') return undefined;
  const front = readColour(child(pattern, 'fgColor'), theme, palette);
  const back = readColour(child(pattern, 'bgColor'), theme, palette);
  return (kind === 'solid' ? front : (back ?? front)) ?? undefined;
}

function readBorders(border: XmlElement, theme: readonly string[], palette: readonly string[]): CellFormat {
  const borders: Partial<Record<'top' | 'left' | 'bottom' | 'right', BorderSide>> = {};
  for (const side of ['top', 'left', 'bottom', 'right'] as const) {
    const element =
      child(border, side) ?? child(border, side === 'left' ? 'start' : side === 'right' ? 'end' : side);
    const style = BORDER_STYLES[element?.attributes.style ?? ''];
    if (style)
      borders[side] = { style, color: readColour(child(element, 'color'), theme, palette) ?? '#000000' };
  }
  return Object.keys(borders).length > 0 ? { borders } : {};
}

const VERTICAL: Record<string, string> = {
  top: 'top',
  center: 'middle',
  justify: 'middle',
  distributed: 'middle',
};
const HORIZONTAL: Record<string, string> = {
  left: 'left',
  center: 'center',
  right: 'right',
  centerContinuous: 'center',
  justify: 'left',
  distributed: 'center',
};

function readAlignment(alignment: XmlElement | undefined): CellFormat {
  if (!alignment) return {};
  const { horizontal, vertical, wrapText, shrinkToFit, textRotation, readingOrder } = alignment.attributes;
  const rotation = Number(textRotation ?? 0);
  return {
    ...(HORIZONTAL[horizontal] && { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(VERTICAL[vertical] && { verticalAlignment: VERTICAL[vertical] }),
    ...(flag(wrapText) && { wrap: 'WRAP' as const }),
    // Marks of our own writing and of Google's: LibreOffice writes "false" everywhere, Excel writes neither.
    ...(wrapText === '0' && { wrap: 'CLIP' as const }),
    ...(shrinkToFit === '0' && !wrapText && { wrap: 'OVERFLOW' as const }),
    ...(rotation === 255 && { verticalText: true }),
    // 91…180 turn clockwise: 91 is −1°.
    ...(rotation !== 0 && rotation !== 255 && { rotation: rotation > 90 ? 90 - rotation : rotation }),
    ...(readingOrder === '1' && { textDirection: 'LEFT_TO_RIGHT' as const }),
    ...(readingOrder === '2' && { textDirection: 'RIGHT_TO_LEFT' as const }),
  };
}
