import { menuTexts } from '../app/menu';

/** Builds the menu and does nothing else: it runs before any authorisation. */
export function showMenu(): void {
  const text = menuTexts[Session.getActiveUserLocale().toLowerCase().startsWith('ru') ? 'ru' : 'en'];
  const ui = SpreadsheetApp.getUi();
  ui.createMenu(text.title)
    .addItem(text.report, 'buildMonitoringReport')
    .addItem(text.otherWave, 'chooseMonitoringWave')
    .addSeparator()
    .addSubMenu(ui.createMenu(text.settings).addItem(text.setUp, 'setUpWorkbook'))
    .addToUi();
}
