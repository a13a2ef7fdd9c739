import type { Merge, RangeRef, SheetModel, ValidationRule } from '../services/spreadsheet/model';
import { toXlsxFormula } from './formula-text';
import { RectangleCollector } from './xlsx-rectangles';
import { areaName, cellName, sheetAreaName } from './xlsx-reference';
import { validationKey } from './xlsx-validation';
import { encodeText, escapeXml } from './xml';

/** Where long lists go, and what sheets are called in the file. */
export interface ValidationTargets {
  sheetName(sheetId: number): string | undefined;
  /** Puts a list on the hidden sheet; gives the formula that points to it. */
  hiddenList(items: readonly string[]): string;
}

export interface PrintedValidation {
  readonly xml: string;
  /** As readValidations gives it back. */
  readonly key: string;
  readonly rule: ValidationRule;
  /** The file cannot say this rule: what it says is close, the rule itself goes into the extras. */
  readonly isApproximate: boolean;
}

interface Group {
  readonly rule: ValidationRule;
  readonly cells: RectangleCollector;
}

/** All rules of a sheet, one `<dataValidation>` for equal rules. */
export function printValidations(sheet: SheetModel, targets: ValidationTargets): PrintedValidation[] {
  return groups(sheet)
    .flatMap(split)
    .map(({ rule, areas }, number) => {
      let printed = printCriterion(rule, areas, targets);
      // What Excel has no words for, or more than 255 characters: a rule that holds always, told apart by its number.
      if (!printed || (printed.kind === 'custom' && printed.first.length > 255)) {
        printed = { kind: 'custom', first: `${number}=${number}`, isApproximate: true };
      }
      const { kind, operator = 'between', first, second = '', isApproximate = false } = printed;
      const hidesArrow = kind === 'list' && rule.values[1] === false;
      const attributes = [
        `type="${kind}"`,
        kind === 'list' || kind === 'custom' || operator === 'between' ? '' : `operator="${operator}"`,
        'allowBlank="1"',
        hidesArrow ? 'showDropDown="1"' : '',
        rule.helpText ? 'showInputMessage="1"' : '',
        rule.allowInvalid ? 'errorStyle="warning"' : 'showErrorMessage="1"',
        rule.helpText ? `prompt="${escapeXml(shownHelp(rule) ?? '')}"` : '',
        `sqref="${areas.map(areaName).join(' ')}"`,
      ].filter((a) => a !== '');
      const formulas = `<formula1>${encodeText(first)}</formula1>${second === '' ? '' : `<formula2>${encodeText(second)}</formula2>`}`;
      return {
        xml: `<dataValidation ${attributes.join(' ')}>${formulas}</dataValidation>`,
        key: validationKey({
          kind,
          operator,
          first,
          second,
          allowInvalid: rule.allowInvalid,
          helpText: shownHelp(rule),
        }),
        rule,
        isApproximate: isApproximate || shownHelp(rule) !== rule.helpText,
      };
    });
}

/** Long lists of rectangles are cut, except where a formula is counted from the first of them. */
const AREAS_A_RULE = 400;

function split({ rule, cells }: Group): { rule: ValidationRule; areas: Merge[] }[] {
  const areas = cells.finish();
  const size = isRelative(rule) ? areas.length : AREAS_A_RULE;
  const count = Math.ceil(areas.length / size);
  return Array.from({ length: count }, (_, i) => ({ rule, areas: areas.slice(i * size, (i + 1) * size) }));
}

const isRelative = (rule: ValidationRule): boolean =>
  rule.values.some((v) => typeof v === 'string' && v.startsWith('='));

/** Excel repairs a file whose prompt is longer than 255 characters. */
const shownHelp = (rule: ValidationRule): string | null =>
  rule.helpText ? rule.helpText.replace(/\r\n?/g, '\n').slice(0, 255) : null;

/** Equal rules join, except where a formula is relative to the first cell of the rule's own range. */
function groups(sheet: SheetModel): Group[] {
  const byRule = new Map<ValidationRule, Group>();
  const byContent = new Map<string, Group>();
  sheet.rows.forEach((row, r) => {
    row?.validations?.forEach((rule, c) => {
      if (!rule) return;
      let group = byRule.get(rule);
      if (!group) {
        const key = isRelative(rule) ? `#${byRule.size}` : JSON.stringify(rule);
        group = byContent.get(key) ?? { rule, cells: new RectangleCollector() };
        byRule.set(rule, group);
        byContent.set(key, group);
      }
      group.cells.add(r, c);
    });
  });
  return [...byContent.values()];
}

interface PrintedCriterion {
  readonly kind: string;
  readonly operator?: string;
  readonly first: string;
  readonly second?: string;
  readonly isApproximate?: boolean;
}

const OPERATORS: Record<string, string> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  DATE_BETWEEN: 'between',
  DATE_NOT_BETWEEN: 'notBetween',
  DATE_EQUAL_TO: 'equal',
  DATE_AFTER: 'greaterThan',
  DATE_BEFORE: 'lessThan',
  DATE_ON_OR_AFTER: 'greaterThanOrEqual',
  DATE_ON_OR_BEFORE: 'lessThanOrEqual',
};

function printCriterion(
  rule: ValidationRule,
  areas: readonly Merge[],
  targets: ValidationTargets,
): PrintedCriterion | null {
  const { criteria, values } = rule;
  const cell = topLeft(areas);
  const text = `"${String(values[0] ?? '').replaceAll('"', '""')}"`;
  const custom = (formula: string, isApproximate = true): PrintedCriterion => ({
    kind: 'custom',
    first: formula,
    isApproximate,
  });
  switch (criteria) {
    case 'VALUE_IN_LIST':
      return { kind: 'list', first: printList(values[0] as readonly unknown[], targets) };
    case 'VALUE_IN_RANGE': {
      const range = values[0] as RangeRef;
      const sheet = targets.sheetName(range.sheetId);
      return sheet === undefined ? null : { kind: 'list', first: sheetAreaName(sheet, range) };
    }
    case 'CHECKBOX':
      return values.length === 0
        ? custom(`ISLOGICAL(${cell})`, false)
        : custom(`OR(${values.map((v) => `${cell}=${literal(v)}`).join(',')})`);
    case 'CUSTOM_FORMULA': {
      const formula = toXlsxFormula(String(values[0] ?? ''));
      return formula === null ? null : custom(formula, `=${formula}` !== values[0]);
    }
    case 'TEXT_CONTAINS':
      return custom(`ISNUMBER(SEARCH(${text},${cell}))`);
    case 'TEXT_DOES_NOT_CONTAIN':
      return custom(`ISERROR(SEARCH(${text},${cell}))`);
    case 'TEXT_EQUAL_TO':
      return custom(`${cell}=${text}`);
    case 'TEXT_IS_VALID_EMAIL':
      return custom(`ISNUMBER(SEARCH("?@?*.?",${cell}))`);
    case 'TEXT_IS_VALID_URL':
      return custom(`ISNUMBER(SEARCH("?.?",${cell}))`);
    case 'DATE_IS_VALID_DATE':
      return { kind: 'date', operator: 'greaterThanOrEqual', first: '1' };
    default: {
      const operator = OPERATORS[criteria];
      if (!operator) return null;
      const [first, second] = values.map((v) => operandText(v));
      return { kind: criteria.startsWith('DATE_') ? 'date' : 'decimal', operator, first, second };
    }
  }
}

const literal = (value: unknown): string =>
  typeof value === 'number'
    ? String(value)
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : `"${String(value).replaceAll('"', '""')}"`;

const operandText = (value: unknown): string =>
  typeof value === 'string' && value.startsWith('=') ? (toXlsxFormula(value) ?? '0') : String(value);

/** The cell that relative references of a rule are counted from. */
function topLeft(areas: readonly Merge[]): string {
  return cellName(Math.min(...areas.map((a) => a.row)), Math.min(...areas.map((a) => a.column)));
}

/** Inline while Excel takes it: 255 characters, no commas inside the items, no spaces at their ends. */
function printList(items: readonly unknown[], targets: ValidationTargets): string {
  const texts = items.map(String);
  const inline = `"${texts.join(',').replaceAll('"', '""')}"`;
  const isPlain = texts.every(
    (t) => t !== '' && t === t.trim() && !/[,"\u0000-\u001f]|_x[0-9A-Fa-f]{4}_/.test(t),
  );
  return isPlain && inline.length <= 257 && texts.length > 0 ? inline : targets.hiddenList(texts);
}
