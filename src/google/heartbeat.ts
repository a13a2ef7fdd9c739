import type { Heartbeat } from '../app/ports';
import type { OpenSpreadsheet } from './spreadsheet';

const RED = '#f4cccc';

/** The port Heartbeat: a formula tells dead from alive, so that nothing has to run for it. */
export function heartbeat(open: OpenSpreadsheet): Heartbeat {
  return {
    show(title, row, { alive, dead, seen, hours }) {
      const text = seen === '' ? alive : `=IF(${silent(row, hours)};${quoted(dead)};${quoted(alive)})`;
      open
        .sheet(title)
        .getRange(row, 2, 1, 2)
        .setValues([[text, seen === '' ? '' : serialOf(seen)]]);
    },
    dress(title, row, hours) {
      const sheet = open.sheet(title);
      const formula = `=${silent(row, hours)}`;
      const rules = sheet.getConditionalFormatRules();
      if (rules.some((rule) => rule.getBooleanCondition()?.getCriteriaValues()[0] === formula)) return;
      sheet.getRange(row, 3).setNumberFormat('dd.mm.yyyy hh:mm');
      const made = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBackground(RED)
        .setRanges([sheet.getRange(row, 1, 1, 3)])
        .build();
      sheet.setConditionalFormatRules([...rules, made]);
    },
  };
}

/** The moment in the third column is older than so many hours. Semicolons separate arguments in every locale. */
function silent(row: number, hours: number): string {
  return `AND($C$${row}<>"";NOW()-$C$${row}>${hours}/24)`;
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The number that a spreadsheet keeps for a moment of its own time zone: days since 30.12.1899. */
function serialOf(moment: string): number {
  const [year, month, day, hour, minute] = moment.split(/[-: ]/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 86_400_000 + 25_569;
}
