import type { Screen } from '../app/ports';

/** The port Screen over Ui and HtmlService. */
export function screen(): Screen {
  return {
    language,
    toast: (message, title) => SpreadsheetApp.getActiveSpreadsheet().toast(message, title, 8),
    alert(title, message) {
      const ui = SpreadsheetApp.getUi();
      ui.alert(title, message, ui.ButtonSet.OK);
    },
    ask(title, question) {
      const ui = SpreadsheetApp.getUi();
      const answer = ui.alert(title, question, ui.ButtonSet.YES_NO);
      return answer === ui.Button.YES ? true : answer === ui.Button.NO ? false : null;
    },
    panel(name, title, data, { width, height }) {
      SpreadsheetApp.getUi().showModalDialog(page(name, data).setWidth(width).setHeight(height), title);
    },
    selection() {
      const range = SpreadsheetApp.getActiveRange();
      return range ? { tab: range.getSheet().getName(), row: range.getRow() } : { tab: '', row: 0 };
    },
    select(tab, row, column) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      if (!sheet || row > sheet.getMaxRows() || column > sheet.getMaxColumns()) return false;
      sheet.getRange(row, column).activate();
      return true;
    },
    sidebar(name, title, data) {
      SpreadsheetApp.getUi().showSidebar(page(name, data).setTitle(title));
    },
  };
}

function language(): 'ru' | 'en' {
  return Session.getActiveUserLocale().toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Variables of every panel: `data` in an attribute, which the template escapes and the panel parses, and `lang`. */
function page(name: string, data: unknown): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(name);
  Object.assign(template, { data: JSON.stringify(data), lang: language() });
  return template.evaluate();
}
