import { bandingFills } from '../files/xlsx-banding';
import { recalculate } from '../services/spreadsheet/calculation';
import { parseInput } from '../services/spreadsheet/cell-input';
import { conditionalLook } from '../services/spreadsheet/conditional-look';
import { type LocaleSettings, localeSettings } from '../services/spreadsheet/locale';
import type {
  BorderSide,
  CellFormat,
  CellValue,
  Row,
  TextRun,
  ValidationRule,
} from '../services/spreadsheet/model';
import { displayText, formatKind } from '../services/spreadsheet/number-format';
import type { SheetImpl } from '../services/spreadsheet/sheet';
import { wrappedHeight } from '../services/spreadsheet/wrapped-height';
import type { CellView, RowView, StylesView, StyleView } from './protocol';

/** Rows of a tab without a height of their own. */
export const USUAL_HEIGHT = 21;

/** All looks that cells of the book have had so far; the page knows them by number. */
export class StyleTable {
  readonly #list: StyleView[] = [{}];
  readonly #numbers = new Map<string, number>([['{}', 0]]);

  number(style: StyleView): number {
    const key = JSON.stringify(style);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#list.push(style) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  from(index: number): StylesView {
    return { from: index, list: this.#list.slice(index) };
  }

  get size(): number {
    return this.#list.length;
  }
}

/** Draws rows of one tab: made anew for each answer, for what it looks up may change. */
export function rowPainter(sheet: SheetImpl, styles: StyleTable): (row: number) => RowView {
  recalculate(sheet.parent);
  const { model, context } = sheet;
  const locale = localeSettings(sheet.parent.model.locale);
  const year = new Date(context.clock.now()).getUTCFullYear();
  const bands = bandingFills(model);
  const conditional = model.conditionalFormats.length > 0;
  const known = new Map<CellFormat | undefined, number[]>();
  const styleOf = (format: CellFormat | undefined, kind: number): number => {
    let numbers = known.get(format);
    if (!numbers) {
      numbers = [];
      known.set(format, numbers);
    }
    numbers[kind] ??= styles.number(styleView(format, kind));
    return numbers[kind];
  };
  const formatOf = (row: Row | undefined, r: number, c: number): CellFormat | undefined => {
    let format = row?.formats?.[c];
    const band = format?.background === undefined ? bands?.of(r, c) : undefined;
    if (band !== undefined) format = { ...format, background: band };
    const look = conditional ? conditionalLook(sheet, r, c) : null;
    return look ? { ...format, ...look } : format;
  };
  return (r) => {
    const row = model.rows[r];
    const cells: (CellView | null)[] = [];
    const columns = Math.min(model.maxColumns, Math.max(lengthOf(row), bands?.columns ?? 0));
    for (let c = 0; c < columns; c++) {
      const value = row?.values[c] ?? '';
      const style = styleOf(formatOf(row, r, c), kindOf(value));
      const view = cellView(value, row, c, locale, year, style);
      if (view) {
        while (cells.length < c) cells.push(null);
        cells.push(view);
      }
    }
    const height =
      model.rowHeights.get(r) ?? (row ? wrappedHeight(model, row, (c) => formatOf(row, r, c)) : null);
    return { r, c: cells, ...(height === null || height === USUAL_HEIGHT ? {} : { h: height }) };
  };
}

function lengthOf(row: Row | undefined): number {
  if (!row) return 0;
  const { values, formats, notes, validations } = row;
  return Math.max(values.length, formats?.length ?? 0, notes?.length ?? 0, validations?.length ?? 0);
}

/** Numbers stand at the right, TRUE and FALSE in the middle, where nobody said otherwise. */
function kindOf(value: CellValue): 0 | 1 | 2 {
  return typeof value === 'number' ? 1 : typeof value === 'boolean' ? 2 : 0;
}
const ACROSS = [undefined, 'right', 'center'] as const;

function cellView(
  value: CellValue,
  row: Row | undefined,
  c: number,
  locale: LocaleSettings,
  year: number,
  style: number,
): CellView | null {
  const pattern = row?.formats?.[c]?.numberFormat;
  const text = value === '' ? '' : displayText(value, pattern, locale);
  const formula = row?.formulas?.[c];
  const edited = formula ?? typed(value, pattern, text, locale, year);
  const note = row?.notes?.[c];
  const editor = editorOf(row?.validations?.[c]);
  const links = text === '' ? [] : linksOf(text, row?.runs?.[c]);
  if (text === '' && style === 0 && edited === '' && !note && !editor) return null;
  return {
    t: text,
    ...(style === 0 ? {} : { s: style }),
    ...(edited === text ? {} : { e: edited }),
    ...(note ? { n: note } : {}),
    ...(editor ? { v: editor } : {}),
    ...(links.length > 0 ? { l: links } : {}),
  };
}

/** What a person would have typed for the value: entered again unchanged, it changes nothing. */
function typed(
  value: CellValue,
  pattern: string | undefined,
  shown: string,
  locale: LocaleSettings,
  year: number,
): string {
  if (typeof value === 'string') {
    if (pattern === '@' || value === '') return value;
    const isRead = /^[='+@]/.test(value) || parseInput(value, locale, year) !== null;
    return isRead ? `'${value}` : value;
  }
  if (typeof value === 'boolean') return shown;
  if (formatKind(pattern) === 'date') {
    const [date, time] = Number.isInteger(value) ? ['dd.mm.yyyy', ''] : ['dd.mm.yyyy', ' h:mm:ss'];
    return displayText(value, value < 1 ? 'h:mm:ss' : `${date}${time}`, locale);
  }
  const isPercent = pattern?.includes('%') ?? false;
  const number = isPercent ? Number((value * 100).toPrecision(15)) : value;
  return `${String(number).replace('.', locale.decimal)}${isPercent ? '%' : ''}`;
}

function editorOf(rule: ValidationRule | undefined): CellView['v'] {
  if (!rule) return undefined;
  if (rule.criteria.startsWith('VALUE_IN_')) return 1;
  if (rule.criteria.startsWith('DATE_')) return 2;
  return rule.criteria === 'CHECKBOX' ? 3 : undefined;
}

const ADDRESS = /(?:https?|file):\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

function linksOf(text: string, runs: readonly TextRun[] | undefined): [number, number, string][] {
  const set = (runs ?? []).flatMap(({ start, end, link }): [number, number, string][] =>
    link ? [[start, end, link]] : [],
  );
  if (set.length > 0 || !text.includes('://')) return set;
  return [...text.matchAll(ADDRESS)].map((m) => [m.index, m.index + m[0].length, m[0]]);
}

function styleView(format: CellFormat | undefined, kind: number): StyleView {
  const across = acrossOf(format?.horizontalAlignment) ?? ACROSS[kind];
  if (!format) return across ? { across } : {};
  const { background, fontColor, fontFamily, fontSize, verticalAlignment, wrap, borders } = format;
  const down = verticalAlignment === 'top' || verticalAlignment === 'middle' ? verticalAlignment : undefined;
  return {
    ...(background && background !== '#ffffff' ? { background } : {}),
    ...(fontColor && fontColor !== '#000000' ? { color: fontColor } : {}),
    ...(format.bold ? { bold: true } : {}),
    ...(format.italic ? { italic: true } : {}),
    ...(format.underline ? { underline: true } : {}),
    ...(format.strikethrough ? { strike: true } : {}),
    ...(fontSize && fontSize !== 10 ? { size: fontSize } : {}),
    ...(fontFamily && fontFamily !== 'Arial' ? { family: fontFamily } : {}),
    ...(across ? { across } : {}),
    ...(down ? { down } : {}),
    ...(wrap === 'WRAP' || wrap === 'CLIP' ? { wrap } : {}),
    ...(borders ? { borders: bordersView(borders) } : {}),
  };
}

function acrossOf(alignment: string | undefined): 'left' | 'center' | 'right' | undefined {
  return alignment === 'left' || alignment === 'center' || alignment === 'right' ? alignment : undefined;
}

const LINES: Readonly<Record<string, string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

function bordersView(borders: NonNullable<CellFormat['borders']>): StyleView['borders'] {
  return Object.fromEntries(
    Object.entries(borders).map(([side, { style, color }]: [string, BorderSide]) => [
      side,
      `${LINES[style] ?? LINES.SOLID} ${color}`,
    ]),
  );
}
