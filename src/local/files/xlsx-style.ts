import type ExcelJS from 'exceljs';
import { isValidFormat } from 'numfmt';
import { concreteColor } from '../services/spreadsheet/color';
import type { CellFormat } from '../services/spreadsheet/model';

/**
 * Cell formats → styles of exceljs. Two states of the model that exceljs cannot say travel as impossible indents and
 * are put into the finished styles.xml by finishStyles().
 */
const CLIP_MARK = 249;
const OVERFLOW_MARK = 248;

const BORDERS: Record<string, ExcelJS.BorderStyle> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

/** Absent = the format is the default one. */
export function excelStyle(format: CellFormat): Partial<ExcelJS.Style> {
  const { numberFormat, background, borders } = format;
  const font = excelFont(format);
  const alignment = excelAlignment(format);
  const side = (key: 'top' | 'left' | 'bottom' | 'right') => {
    const border = borders?.[key];
    return border && BORDERS[border.style]
      ? { [key]: { style: BORDERS[border.style], color: argb(border.color) } }
      : {};
  };
  return {
    ...(numberFormat && { numFmt: excelNumberFormat(numberFormat) }),
    ...(font && { font }),
    ...(background && {
      fill: {
        type: 'pattern' as const,
        pattern: 'solid' as const,
        fgColor: argb(background),
        bgColor: { indexed: 64 } as never,
      },
    }),
    ...(alignment && { alignment }),
    ...(borders && { border: { ...side('top'), ...side('left'), ...side('bottom'), ...side('right') } }),
  };
}

/** Excel repairs a file with a number format that it cannot read. */
function excelNumberFormat(format: string): string {
  if (/^general$/i.test(format) || format.length > 255 || !isValidFormat(format)) return 'General';
  return format;
}

export function argb(colour: string): { argb: string } {
  return { argb: `FF${concreteColor(colour).replace('#', '').toUpperCase()}` };
}

function excelFont(format: CellFormat): Partial<ExcelJS.Font> | null {
  const { fontColor, fontFamily, fontSize, bold, italic, underline, strikethrough } = format;
  if (!(fontColor || fontFamily || fontSize || bold || italic || underline || strikethrough)) return null;
  return {
    name: (fontFamily ?? 'Arial').slice(0, 31),
    size: fontSize ?? 10,
    ...(fontColor && { color: argb(fontColor) }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(strikethrough && { strike: true }),
  };
}

function excelAlignment(format: CellFormat): Partial<ExcelJS.Alignment> | null {
  const horizontal = /^(left|center|right)/.exec(format.horizontalAlignment ?? '')?.[0] as
    | 'left'
    | 'center'
    | 'right'
    | undefined;
  const vertical = /^(top|middle|bottom)$/.exec(format.verticalAlignment ?? '')?.[0] as
    | 'top'
    | 'middle'
    | 'bottom'
    | undefined;
  const alignment: Partial<ExcelJS.Alignment> = {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(format.wrap === 'WRAP' && { wrapText: true }),
    ...(format.wrap === 'CLIP' && { indent: CLIP_MARK }),
    ...(format.wrap === 'OVERFLOW' && { indent: OVERFLOW_MARK }),
    ...(format.rotation && { textRotation: format.rotation }),
    ...(format.verticalText && { textRotation: 'vertical' as const }),
    ...(format.textDirection && {
      readingOrder: (format.textDirection === 'RIGHT_TO_LEFT' ? 'rtl' : 'ltr') as unknown as 'rtl',
    }),
  };
  return Object.keys(alignment).length > 0 ? alignment : null;
}

/** Arial 10 as the book's own font (exceljs has Calibri 11), and the marked alignments. */
export function finishStyles(xml: string): string {
  return xml
    .replace(
      /(<fonts[^>]*>)<font>.*?<\/font>/s,
      '$1<font><sz val="10"/><name val="Arial"/><family val="2"/></font>',
    )
    .replaceAll(` indent="${CLIP_MARK}"`, ' wrapText="0"')
    .replaceAll(` indent="${OVERFLOW_MARK}"`, ' shrinkToFit="0"');
}
