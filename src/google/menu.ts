import { type Menu, menu } from '../app/menu';

/** Builds the menu and does nothing else: it runs before any authorisation. */
export function showMenu(): void {
  const language = Session.getActiveUserLocale().toLowerCase().startsWith('ru') ? 'ru' : 'en';
  built(SpreadsheetApp.getUi(), menu, language).addToUi();
}

function built(
  ui: GoogleAppsScript.Base.Ui,
  { items, ...title }: Menu,
  language: 'ru' | 'en',
): GoogleAppsScript.Base.Menu {
  const made = ui.createMenu(title[language]);
  for (const item of items) {
    if (item === 'line') made.addSeparator();
    else if ('run' in item) made.addItem(item[language], item.run);
    else made.addSubMenu(built(ui, item, language));
  }
  return made;
}
