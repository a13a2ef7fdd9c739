import type { Merge, RangeRef, SheetModel, ValidationRule } from '../services/spreadsheet/model';
import { rowForWriting } from '../services/spreadsheet/model';
import { parseArea, parseSheetArea } from './xlsx-reference';
import { type Extent, keptColumns, keptRows } from './xlsx-rows';
import { child, decodeText, descendants, flag, type XmlElement } from './xml';

/** Names and lists of the workbook that a rule may point to. */
export interface ValidationNames {
  /** Sheet id by name; undefined when there is no such sheet. */
  sheetId(name: string): number | undefined;
  namedRange(name: string): RangeRef | undefined;
  /** Texts of a list that stands on our hidden sheet of long lists. */
  hiddenList(formula: string): string[] | undefined;
}

/** A rule as the file has it: key says the condition without the cells, so that extras can recognise it. */
export interface FileValidation {
  readonly key: string;
  readonly areas: Merge[];
  readonly rule: ValidationRule | null;
}

/**
 * `<dataValidations>` of a sheet, and those that newer Excel keeps in its extension list. Rules come with rectangles;
 * exceljs would make an object for every one of the million cells of `A2:A1048576`.
 */
export function readValidations(
  sheet: XmlElement,
  sheetId: number,
  names: ValidationNames,
): FileValidation[] {
  return descendants(sheet, 'dataValidation').map((element) => {
    const { attributes } = element;
    const sqref = attributes.sqref ?? child(element, 'sqref')?.text ?? '';
    const formula = (name: string): string => {
      const node = child(element, name);
      return (child(node, 'f')?.text ?? node?.text ?? '').trim();
    };
    const [first, second] = [formula('formula1'), formula('formula2')];
    const kind = attributes.type ?? 'none';
    const operator = attributes.operator ?? 'between';
    const areas = sqref
      .split(/\s+/)
      .map((text) => parseArea(text))
      .filter((area) => area !== null);
    const criterion = readCriterion(kind, operator, first, second, {
      sheetId,
      names,
      dropdown: !flag(attributes.showDropDown),
    });
    const isStrict = flag(attributes.showErrorMessage) && (attributes.errorStyle ?? 'stop') === 'stop';
    const helpText = attributes.prompt ? decodeText(attributes.prompt) : null;
    const rule: ValidationRule | null = criterion && { ...criterion, allowInvalid: !isStrict, helpText };
    return {
      key: validationKey({ kind, operator, first, second, allowInvalid: !isStrict, helpText }),
      areas,
      rule,
    };
  });
}

/** What a rule says in the file, without its cells. LibreOffice fills in operators and values that mean nothing. */
export function validationKey(said: {
  readonly kind: string;
  readonly operator: string;
  readonly first: string;
  readonly second: string;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}): string {
  const { kind, operator, first, second, allowInvalid, helpText } = said;
  const usesOperator = kind !== 'list' && kind !== 'custom';
  const usesSecond = usesOperator && (operator === 'between' || operator === 'notBetween');
  return JSON.stringify([
    kind,
    usesOperator ? operator : '',
    first,
    usesSecond ? second : '',
    allowInvalid,
    helpText,
  ]);
}

interface Scope {
  readonly sheetId: number;
  readonly names: ValidationNames;
  readonly dropdown: boolean;
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
const DATES: Record<string, string> = {
  between: 'DATE_BETWEEN',
  notBetween: 'DATE_NOT_BETWEEN',
  equal: 'DATE_EQUAL_TO',
  greaterThan: 'DATE_AFTER',
  greaterThanOrEqual: 'DATE_ON_OR_AFTER',
  lessThan: 'DATE_BEFORE',
  lessThanOrEqual: 'DATE_ON_OR_BEFORE',
};
const SIGNS: Record<string, string> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

function readCriterion(
  kind: string,
  operator: string,
  first: string,
  second: string,
  scope: Scope,
): Pick<ValidationRule, 'criteria' | 'values'> | null {
  const values = operator === 'between' || operator === 'notBetween' ? [first, second] : [first];
  switch (kind) {
    case 'list':
      return readList(first, scope);
    case 'whole':
    case 'decimal':
    case 'time':
      return NUMBERS[operator] ? { criteria: NUMBERS[operator], values: values.map(operand) } : null;
    case 'date': {
      if (operator === 'greaterThanOrEqual' && Number(first) <= 1)
        return { criteria: 'DATE_IS_VALID_DATE', values: [] };
      if (operator === 'notEqual')
        return { criteria: 'CUSTOM_FORMULA', values: [`=INDIRECT("RC",FALSE)<>${first}`] };
      return DATES[operator] ? { criteria: DATES[operator], values: values.map(operand) } : null;
    }
    case 'textLength': {
      const length = 'LEN(INDIRECT("RC",FALSE))';
      const [low, high] = [first, second];
      if (SIGNS[operator])
        return { criteria: 'CUSTOM_FORMULA', values: [`=${length}${SIGNS[operator]}${low}`] };
      const inside = `AND(${length}>=${low},${length}<=${high})`;
      return {
        criteria: 'CUSTOM_FORMULA',
        values: [operator === 'between' ? `=${inside}` : `=NOT(${inside})`],
      };
    }
    case 'custom':
      if (/^ISLOGICAL\(\$?[A-Z]+\$?\d+\)$/i.test(first)) return { criteria: 'CHECKBOX', values: [] };
      return first === '' ? null : { criteria: 'CUSTOM_FORMULA', values: [`=${first.replace(/^=/, '')}`] };
    default:
      // "Any value": only a prompt, which Google has no rule for.
      return null;
  }
}

/** A number, or a formula with its "=". */
function operand(text: string): number | string {
  const number = Number(text);
  return text !== '' && !Number.isNaN(number) ? number : `=${text.replace(/^=/, '')}`;
}

function readList(
  formula: string,
  { sheetId, names, dropdown }: Scope,
): Pick<ValidationRule, 'criteria' | 'values'> | null {
  const inline = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (inline) {
    const items = decodeText(inline[1].replaceAll('""', '"')).split(',');
    return { criteria: 'VALUE_IN_LIST', values: [items.map((item) => item.trim()), dropdown] };
  }
  const hidden = names.hiddenList(formula);
  if (hidden) return { criteria: 'VALUE_IN_LIST', values: [hidden, dropdown] };
  const area = parseSheetArea(formula);
  const onSheet = area && (area.sheet === null ? sheetId : names.sheetId(area.sheet));
  const range =
    area && onSheet !== undefined && onSheet !== null
      ? { sheetId: onSheet, ...area.area }
      : names.namedRange(formula);
  if (range) return { criteria: 'VALUE_IN_RANGE', values: [range, dropdown] };
  // INDIRECT(…), OFFSET(…): Google has no such list; as a condition it would refuse everything, so it is let go.
  return null;
}

/** Puts the rules on the cells, down to some blank rows below the data. A later rule wins, as in the file. */
export function applyValidations(
  sheet: SheetModel,
  validations: readonly FileValidation[],
  extent: Extent,
): void {
  const [rows, columns] = [keptRows(extent), keptColumns(extent)];
  for (const { areas, rule } of validations) {
    if (!rule) continue;
    for (const area of areas) {
      const bottom = Math.min(area.row + area.rows, rows);
      const right = Math.min(area.column + area.columns, columns);
      for (let row = area.row; row < bottom; row += 1) {
        const target = rowForWriting(sheet, row);
        target.validations ??= [];
        for (let column = area.column; column < right; column += 1) target.validations[column] = rule;
      }
    }
  }
}
