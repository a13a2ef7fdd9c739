import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { UserImpl } from '../user';
import { changed } from './calculation';
import { copySheet } from './sheet-copy';
import type { SpreadsheetImpl } from './spreadsheet';

type MenuItems = readonly ({ name: string; functionName: string } | null)[];

/** Adds or takes away people; the owner is in no list. */
function addPeople(
  spreadsheet: SpreadsheetImpl,
  role: 'editors' | 'viewers',
  people: readonly (string | UserImpl)[],
) {
  for (const email of people.map(String)) {
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) fail(`Invalid email: ${email}`);
    const list = spreadsheet.model[role];
    if (email !== spreadsheet.model.owner && !list.includes(email)) list.push(email);
  }
  return spreadsheet;
}

function removePerson(spreadsheet: SpreadsheetImpl, role: 'editors' | 'viewers', person: string | UserImpl) {
  spreadsheet.model[role] = spreadsheet.model[role].filter((email) => email !== String(person));
  return spreadsheet;
}

/** Name, settings and people of a spreadsheet, and what it shows in the editor. */
export const spreadsheetPropertyMethods = {
  getId(this: SpreadsheetImpl): string {
    return this.model.id;
  },
  getKey(this: SpreadsheetImpl): string {
    return this.model.id;
  },
  getUrl(this: SpreadsheetImpl): string {
    const own = this.context.spreadsheetUrl?.(this.model.id);
    return own ?? `https://docs.google.com/spreadsheets/d/${this.model.id}/edit`;
  },
  getName(this: SpreadsheetImpl): string {
    return this.model.name;
  },
  rename(this: SpreadsheetImpl, name: string): void {
    this.model.name = name;
  },
  getFormUrl(): null {
    return null;
  },
  getSpreadsheetLocale(this: SpreadsheetImpl): string {
    return this.model.locale;
  },
  setSpreadsheetLocale(this: SpreadsheetImpl, locale: string): void {
    if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) fail(`Invalid argument: ${locale}`);
    this.model.locale = locale;
  },
  getSpreadsheetTimeZone(this: SpreadsheetImpl): string {
    return this.model.timeZone;
  },
  setSpreadsheetTimeZone(this: SpreadsheetImpl, timeZone: string): void {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      fail(`Invalid argument: ${timeZone}`);
    }
    this.model.timeZone = timeZone;
    for (const sheet of this.getSheets()) changed(sheet);
  },
  /** Volatile formulas are computed anew when something changes, and when the day does. */
  getRecalculationInterval(): EnumValue {
    return enumeration('Spreadsheet.RecalculationInterval').ON_CHANGE;
  },

  getOwner(this: SpreadsheetImpl): UserImpl | null {
    return this.model.owner === '' ? null : new UserImpl(this.model.owner);
  },
  /** The owner is one of the editors, and editors are viewers too. */
  getEditors(this: SpreadsheetImpl): UserImpl[] {
    return people(this.model.owner, this.model.editors);
  },
  getViewers(this: SpreadsheetImpl): UserImpl[] {
    return people(this.model.owner, this.model.editors, this.model.viewers);
  },
  addEditor(this: SpreadsheetImpl, person: string | UserImpl): SpreadsheetImpl {
    return addPeople(this, 'editors', [person]);
  },
  addEditors(this: SpreadsheetImpl, emails: string[]): SpreadsheetImpl {
    return addPeople(this, 'editors', emails);
  },
  removeEditor(this: SpreadsheetImpl, person: string | UserImpl): SpreadsheetImpl {
    return removePerson(this, 'editors', person);
  },
  addViewer(this: SpreadsheetImpl, person: string | UserImpl): SpreadsheetImpl {
    return addPeople(this, 'viewers', [person]);
  },
  addViewers(this: SpreadsheetImpl, emails: string[]): SpreadsheetImpl {
    return addPeople(this, 'viewers', emails);
  },
  removeViewer(this: SpreadsheetImpl, person: string | UserImpl): SpreadsheetImpl {
    return removePerson(this, 'viewers', person);
  },

  toast(this: SpreadsheetImpl, message: string, title?: string | null, seconds?: number | null): void {
    this.store?.ui?.toast(message, title, seconds);
  },
  addMenu(this: SpreadsheetImpl, title: string, items: MenuItems): void {
    this.store?.ui?.addMenu(title, items);
  },
  updateMenu(this: SpreadsheetImpl, title: string, items: MenuItems): void {
    this.store?.ui?.addMenu(title, items);
  },
  removeMenu(this: SpreadsheetImpl, title: string): void {
    this.store?.ui?.removeMenu(title);
  },

  /** A copy owned by the acting person; the people of the original do not come along. */
  copy(this: SpreadsheetImpl, name: string): SpreadsheetImpl {
    const { model, store } = this;
    if (!store) throw new Error('This spreadsheet is in no store');
    return store.add({
      ...structuredClone({ ...model, sheets: [] }),
      id: store.newId(name),
      name,
      owner: this.context.user,
      editors: [],
      viewers: [],
      sheets: model.sheets.map((sheet) => copySheet(sheet, sheet.id, sheet.name)),
    });
  },
};

function people(...lists: (string | readonly string[])[]): UserImpl[] {
  const emails = new Set(lists.flat().filter((email) => email !== ''));
  return [...emails].map((email) => new UserImpl(email));
}
