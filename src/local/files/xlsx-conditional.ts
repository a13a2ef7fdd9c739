import type ExcelJS from 'exceljs';
import type {
  ConditionalFormatModel,
  ConditionalStyle,
  GradientPoint,
} from '../services/spreadsheet/conditional-format';
import type { SheetModel } from '../services/spreadsheet/model';
import { fromXlsxFormula, toXlsxFormula } from './formula-text';
import { readColour } from './xlsx-colour';
import { readFont } from './xlsx-format';
import { areaName, cellName, parseArea } from './xlsx-reference';
import { argb } from './xlsx-style';
import { child, children, type XmlElement } from './xml';

/**
 * Conditional formats that both sides know. The file carries them as formulas and colour scales, for people; the
 * exact rules are in the extras.
 */

/** Conditions as a formula about the cell; a and b are the values as formula text. */
const FORMULAS: Record<string, (cell: string, a: string, b: string) => string> = {
  CELL_EMPTY: (cell) => `LEN(TRIM(${cell}))=0`,
  CELL_NOT_EMPTY: (cell) => `LEN(TRIM(${cell}))>0`,
  NUMBER_BETWEEN: (cell, a, b) => `AND(ISNUMBER(${cell}),${cell}>=${a},${cell}<=${b})`,
  NUMBER_NOT_BETWEEN: (cell, a, b) => `AND(ISNUMBER(${cell}),OR(${cell}<${a},${cell}>${b}))`,
  NUMBER_EQUAL_TO: (cell, a) => `AND(ISNUMBER(${cell}),${cell}=${a})`,
  NUMBER_NOT_EQUAL_TO: (cell, a) => `AND(ISNUMBER(${cell}),${cell}<>${a})`,
  NUMBER_GREATER_THAN: (cell, a) => `AND(ISNUMBER(${cell}),${cell}>${a})`,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (cell, a) => `AND(ISNUMBER(${cell}),${cell}>=${a})`,
  NUMBER_LESS_THAN: (cell, a) => `AND(ISNUMBER(${cell}),${cell}<${a})`,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (cell, a) => `AND(ISNUMBER(${cell}),${cell}<=${a})`,
  DATE_AFTER: (cell, a) => `AND(ISNUMBER(${cell}),INT(${cell})>${a})`,
  DATE_BEFORE: (cell, a) => `AND(ISNUMBER(${cell}),INT(${cell})<${a})`,
  DATE_EQUAL_TO: (cell, a) => `AND(ISNUMBER(${cell}),INT(${cell})=${a})`,
  TEXT_CONTAINS: (cell, a) => `ISNUMBER(SEARCH(${a},${cell}))`,
  TEXT_DOES_NOT_CONTAIN: (cell, a) => `ISERROR(SEARCH(${a},${cell}))`,
  TEXT_EQUAL_TO: (cell, a) => `${cell}=${a}`,
  TEXT_STARTS_WITH: (cell, a) => `LEFT(${cell},LEN(${a}))=${a}`,
  TEXT_ENDS_WITH: (cell, a) => `RIGHT(${cell},LEN(${a}))=${a}`,
};

/** Puts the conditional formats of a sheet on a worksheet of exceljs; what Excel has no words for is left out. */
export function addConditionalFormats(worksheet: ExcelJS.Worksheet, sheet: SheetModel): void {
  sheet.conditionalFormats.forEach((rule, i) => {
    const { ranges = [], criterion, style, gradient } = rule as Partial<ConditionalFormatModel>;
    const areas = ranges
      .filter(
        (range) => range.sheetId === sheet.id && range.row < sheet.maxRows && range.column < sheet.maxColumns,
      )
      .map((r) => ({
        ...r,
        rows: Math.min(r.rows, sheet.maxRows - r.row),
        columns: Math.min(r.columns, sheet.maxColumns - r.column),
      }));
    if (areas.length === 0) return;
    const ref = areas.map(areaName).join(' ');
    const cell = cellName(Math.min(...areas.map((a) => a.row)), Math.min(...areas.map((a) => a.column)));
    if (gradient) {
      const points = [gradient.min, gradient.mid, gradient.max].filter((p) => p !== undefined);
      if (points.length < 2) return;
      const scale = {
        type: 'colorScale',
        priority: i + 1,
        cfvo: points.map(scalePoint),
        color: points.map((p) => argb(p.color)),
      };
      worksheet.addConditionalFormatting({
        ref,
        rules: [scale as unknown as ExcelJS.ConditionalFormattingRule],
      });
      return;
    }
    const formula = criterion && conditionFormula(criterion.type, criterion.values, cell);
    if (!formula || !style) return;
    worksheet.addConditionalFormatting({
      ref,
      rules: [{ type: 'expression', priority: i + 1, formulae: [formula], style: excelStyle(style) }],
    });
  });
}

function conditionFormula(type: string, values: readonly unknown[], cell: string): string | null {
  const [a, b] = [0, 1].map((i) => operand(values[i]));
  if (a === null || b === null) return null;
  return type === 'CUSTOM_FORMULA' ? a : (FORMULAS[type]?.(cell, a, b) ?? null);
}

function operand(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const text = String(value ?? '');
  return text.startsWith('=') ? toXlsxFormula(text) : `"${text.replaceAll('"', '""').slice(0, 250)}"`;
}

const SCALE: Record<string, string> = {
  MIN: 'min',
  MAX: 'max',
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
};
const scalePoint = ({ type, value }: GradientPoint): object => {
  const kind = SCALE[type] ?? 'num';
  return kind === 'min' || kind === 'max' ? { type: kind } : { type: kind, value: Number(value) || 0 };
};

function excelStyle(style: ConditionalStyle): Partial<ExcelJS.Style> {
  const { background, fontColor, bold, italic, underline, strikethrough } = style;
  const font = {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline }),
    ...(strikethrough !== undefined && { strike: strikethrough }),
    ...(fontColor && { color: argb(fontColor) }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(background && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: argb(background), bgColor: argb(background) },
    }),
  };
}

const NUMBERS: Record<string, string> = {
  between: 'NUMBER_BETWEEN',
  notBetween: 'NUMBER_NOT_BETWEEN',
  equal: 'NUMBER_EQUAL_TO',
  notEqual: 'NUMBER_NOT_EQUAL_TO',
  greaterThan: 'NUMBER_GREATER_THAN',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'NUMBER_LESS_THAN',
  lessThanOrEqual: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
};
const TEXTS: Record<string, string> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

/** The differential styles of a workbook, by number. */
export function readDifferentialStyles(
  styles: XmlElement | null,
  theme: readonly string[],
): ConditionalStyle[] {
  return children(child(styles ?? undefined, 'dxfs'), 'dxf').map((dxf) => {
    const pattern = child(child(dxf, 'fill'), 'patternFill');
    const background =
      readColour(child(pattern, 'bgColor'), theme) ?? readColour(child(pattern, 'fgColor'), theme);
    const { bold, italic, underline, strikethrough } = readFont(child(dxf, 'font'), theme);
    const fontColor = readColour(child(child(dxf, 'font'), 'color'), theme);
    return {
      ...(background && { background }),
      ...(fontColor && { fontColor }),
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(strikethrough && { strikethrough }),
    };
  });
}

/** The rules of another program that the model has words for, the most important first. */
export function readConditionalFormats(
  frame: XmlElement,
  sheetId: number,
  styles: readonly ConditionalStyle[],
): ConditionalFormatModel[] {
  const found: { priority: number; rule: ConditionalFormatModel }[] = [];
  for (const block of children(frame, 'conditionalFormatting')) {
    const areas = (block.attributes.sqref ?? '').split(/\s+/).map(parseArea);
    const ranges = areas.filter((area) => area !== null).map((area) => ({ sheetId, ...area }));
    for (const element of children(block, 'cfRule')) {
      const criterion = readCriterion(element);
      const style = styles[Number(element.attributes.dxfId)];
      if (!criterion || !style || ranges.length === 0) continue;
      found.push({
        priority: Number(element.attributes.priority ?? 0),
        rule: { ranges, criterion, style, gradient: null },
      });
    }
  }
  return found.sort((a, b) => a.priority - b.priority).map(({ rule }) => rule);
}

function readCriterion(element: XmlElement): ConditionalFormatModel['criterion'] {
  const { type = '', operator = '', text } = element.attributes;
  const formulas = children(element, 'formula').map((f) => f.text.trim());
  const value = (formula: string) =>
    formula !== '' && Number.isFinite(Number(formula)) ? Number(formula) : fromXlsxFormula(formula);
  if (type === 'expression' && formulas[0])
    return { type: 'CUSTOM_FORMULA', values: [fromXlsxFormula(formulas[0])] };
  if (type === 'containsBlanks') return { type: 'CELL_EMPTY', values: [] };
  if (type === 'notContainsBlanks') return { type: 'CELL_NOT_EMPTY', values: [] };
  if (TEXTS[type] && text !== undefined) return { type: TEXTS[type], values: [text] };
  if (type !== 'cellIs' || !NUMBERS[operator] || formulas.length === 0) return null;
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formulas[0]);
  if (quoted)
    return operator === 'equal' ? { type: 'TEXT_EQUAL_TO', values: [quoted[1].replaceAll('""', '"')] } : null;
  return { type: NUMBERS[operator], values: formulas.map(value) };
}
