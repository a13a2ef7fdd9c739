import type { TabKey } from '../../domain/registry/tab';
import { tabs } from '../../domain/registry/tabs';
import type { Host } from '../host/host';
import type { DemoBook, DemoCell, DemoRow } from './cells';
import { roadmapStatus } from './roadmap-status';

interface Sheet {
  getDataRange(): { getValues(): unknown[][] };
  getRange(
    row: number,
    column: number,
    rows: number,
    columns: number,
  ): { setValues(values: unknown[][]): void };
}

/** Settings that a coordinator would fill in first. */
const SETTINGS: Readonly<Record<string, string>> = {
  'ФИО утверждающего': 'Н. П. Берёзкина',
  'ФИО исполнителя справки': 'О. В. Луговая',
};

/**
 * Puts the demo's rows into a book that set-up has made, cell by cell as people would type them.
 * @param coordinator account that the settings name; '' = nobody yet
 */
export function typeDemo(host: Host, book: DemoBook, coordinator = ''): void {
  const app = host.globals.SpreadsheetApp as {
    getActiveSpreadsheet(): { getSheetByName(name: string): Sheet };
  };
  const spreadsheet = app.getActiveSpreadsheet();
  for (const [key, rows] of Object.entries(book) as [TabKey, readonly DemoRow[]][]) {
    const sheet = spreadsheet.getSheetByName(tabs[key].title);
    const header = sheet.getDataRange().getValues()[0].map(String);
    const at = tabs[key].columns.map((c) => ({ column: c, position: header.indexOf(c.title) }));
    const values = rows.map((row) => {
      const cells: unknown[] = new Array(header.length).fill('');
      for (const { column, position } of at)
        if (row[column.key] !== undefined) cells[position] = typed(host, row[column.key], column.type);
      return cells;
    });
    if (values.length > 0) sheet.getRange(2, 1, values.length, header.length).setValues(values);
  }
  fillRoadmap(host, spreadsheet.getSheetByName(tabs.roadmap.title));
  fillSettings(spreadsheet.getSheetByName(tabs.settings.title), coordinator);
}

/** Columns whose format would turn a text into a date or a number; the others are plain text. */
const FORMATTED: ReadonlySet<string> = new Set(['date', 'count', 'years', 'number']);

function typed(host: Host, cell: DemoCell, type: string): unknown {
  if (typeof cell === 'object') {
    const [y, m, d] = cell.date.split('-').map(Number);
    return new host.context.Date(y, m - 1, d);
  }
  // The apostrophe keeps a text that looks like a date a text, as it is in tables pasted from Word.
  return typeof cell === 'string' && FORMATTED.has(type) ? `'${cell}` : cell;
}

function fillRoadmap(host: Host, sheet: Sheet): void {
  const [header, ...rows] = sheet.getDataRange().getValues();
  const position = (key: string) =>
    header.map(String).indexOf(tabs.roadmap.columns.find((c) => c.key === key)!.title);
  const numberAt = position('number');
  rows.forEach((row, r) => {
    for (const [key, cell] of Object.entries(roadmapStatus[String(row[numberAt])] ?? {}))
      sheet.getRange(r + 2, position(key) + 1, 1, 1).setValues([[typed(host, cell as DemoCell, 'text')]]);
  });
}

function fillSettings(sheet: Sheet, coordinator: string): void {
  const values: Readonly<Record<string, string>> = {
    ...SETTINGS,
    'Учётные записи координаторов': coordinator,
  };
  const [header, ...rows] = sheet.getDataRange().getValues();
  const [nameAt, valueAt] = [header.indexOf('Параметр'), header.indexOf('Значение')];
  rows.forEach((row, r) => {
    const value = values[String(row[nameAt])];
    if (value !== undefined) sheet.getRange(r + 2, valueAt + 1, 1, 1).setValues([[value]]);
  });
}
