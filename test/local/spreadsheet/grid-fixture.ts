import { createHost, type HostOptions } from '../../../src/local/host/host';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** A fresh host with one new spreadsheet that is the active one. */
export function newBook(options: HostOptions = {}) {
  const host = createHost({
    locale: 'en_US',
    timeZone: 'Europe/Moscow',
    now: '2024-06-15T09:30:00Z',
    ...options,
  });
  const app = host.globals.SpreadsheetApp as App;
  const book = app.create('Book');
  host.spreadsheets.activeId = book.getId();
  const date = host.globals.Date as DateConstructor;
  return { host, app, book, sheet: book.getSheets()[0], Date: date };
}

/** The message of what the work throws; null when it does not throw. */
export function refusal(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** An object of a service seen with the methods that the live service has and the types leave out. */
export interface Untyped {
  [method: string]: (...args: unknown[]) => Untyped;
}

export function untyped(object: unknown): Untyped {
  return object as Untyped;
}
