import type { Validation } from '../domain/workbook/layout';
import type { OpenSpreadsheet } from './spreadsheet';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rules of data validation from layouts; one rule object serves a whole column. */
export function ruleOf(
  validation: Validation,
  open: OpenSpreadsheet,
  columnOf: (tab: string, column: string) => number,
): Rule | null {
  const builder = SpreadsheetApp.newDataValidation().setHelpText(validation.help);
  switch (validation.kind) {
    case 'list':
      return builder
        .requireValueInList([...validation.values], true)
        .setAllowInvalid(!validation.strict)
        .build();
    case 'range': {
      const sheet = open.find(validation.tab);
      const at = columnOf(validation.tab, validation.column);
      if (!sheet || at < 0) return null;
      const source = sheet.getRange(2, at + 1, open.rows(validation.tab) - 1, 1);
      return builder.requireValueInRange(source, true).setAllowInvalid(!validation.strict).build();
    }
    case 'date':
      return builder.requireDate().setAllowInvalid(false).build();
    case 'number':
      return (
        validation.max === null
          ? builder.requireNumberGreaterThanOrEqualTo(validation.min)
          : builder.requireNumberBetween(validation.min, validation.max)
      )
        .setAllowInvalid(false)
        .build();
    case 'url':
      return builder.requireTextIsUrl().setAllowInvalid(true).build();
    case 'email':
      return builder.requireTextIsEmail().setAllowInvalid(true).build();
  }
}

/** Tells rules apart by what they accept: kind, arguments, strictness; ranges by sheet and column. '' = no rule. */
export function rulePrinter(): (rule: Rule | null) => string {
  // Cells often share one object; printing 30 000 rules anew would take seconds.
  const printed = new Map<Rule, string>();
  return (rule) => {
    if (rule === null) return '';
    let text = printed.get(rule);
    if (text === undefined) {
      text = printRule(rule);
      printed.set(rule, text);
    }
    return text;
  };
}

function printRule(rule: Rule): string {
  const values = (rule.getCriteriaValues() as unknown[]).map((value) => {
    const range = value as { getSheet?: () => GoogleAppsScript.Spreadsheet.Sheet; getColumn?: () => number };
    return typeof range?.getSheet === 'function' ? printSource(range) : value;
  });
  return JSON.stringify([String(rule.getCriteriaType()), values, rule.getAllowInvalid()]);
}

/** A range of a deleted tab cannot be asked. */
function printSource(range: {
  getSheet?: () => GoogleAppsScript.Spreadsheet.Sheet;
  getColumn?: () => number;
}): string {
  try {
    return `${range.getSheet!().getSheetId()}:${range.getColumn!()}`;
  } catch {
    return 'gone';
  }
}
