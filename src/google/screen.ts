import type { Screen } from '../app/ports';

/** The port Screen over Ui and HtmlService. */
export function screen(): Screen {
  return {
    language: () => (Session.getActiveUserLocale().toLowerCase().startsWith('ru') ? 'ru' : 'en'),
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
      const template = HtmlService.createTemplateFromFile(name);
      // Escaped by the template into an attribute; the panel reads it with JSON.parse.
      (template as unknown as { data: string }).data = JSON.stringify(data);
      SpreadsheetApp.getUi().showModalDialog(template.evaluate().setWidth(width).setHeight(height), title);
    },
  };
}
