import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHost, type Host, type HostOptions, type Project } from '../../src/local/host/host';
import type { SheetModel, SpreadsheetModel } from '../../src/local/services/spreadsheet/model';

export const ROOT = join(__dirname, '../..');
export const DIST = join(ROOT, 'dist');

/** The built add-on in a fresh host, bound to a blank spreadsheet. */
export interface Bound {
  readonly host: Host;
  readonly project: Project;
  readonly model: SpreadsheetModel;
  /** The sheet of this title. @throws when there is none */
  sheet(title: string): SheetModel;
  titles(): string[];
  /** A command of the bundle through its public rpc. */
  rpc<T>(name: string, args?: Record<string, unknown>): T;
  /** The words of a command that is refused. @throws when it is not */
  refusal(name: string, args?: Record<string, unknown>): string;
  /** The façade that a script would hold for this tab. */
  tab(title: string): ScriptSheet;
}

/** What these tests use of Sheet. */
export interface ScriptSheet {
  getRange(row: number, column: number, rows?: number, columns?: number): ScriptRange;
  getRange(a1: string): ScriptRange;
  getDataRange(): ScriptRange;
  getLastRow(): number;
  getCharts(): unknown[];
  setName(name: string): unknown;
  insertColumnBefore(column: number): unknown;
  deleteColumn(column: number): unknown;
  moveColumns(range: ScriptRange, to: number): void;
  getPivotTables(): unknown[];
}

interface ScriptRange {
  getValues(): unknown[][];
  getDisplayValues(): string[][];
  setValues(values: unknown[][]): unknown;
  setValue(value: unknown): unknown;
  clearDataValidations(): unknown;
  clearNote(): unknown;
  setNumberFormat(format: string): unknown;
  merge(): unknown;
}

export function requireBuilt(): void {
  if (!existsSync(join(DIST, 'Code.js')))
    throw new Error('There is no dist/Code.js: run `node build.mjs` before these tests (npm test does).');
}

export function bound(options: HostOptions = {}, model?: SpreadsheetModel): Bound {
  requireBuilt();
  const host = createHost({ locale: 'ru_RU', now: '2024-04-20T07:00:00Z', ...options });
  const spreadsheet = model ? host.spreadsheets.add(model) : host.spreadsheets.create('Наставничество');
  host.spreadsheets.activeId = spreadsheet.model.id;
  const project = host.load(DIST);
  const app = host.globals.SpreadsheetApp as {
    getActiveSpreadsheet(): { getSheetByName(title: string): ScriptSheet | null };
  };
  const answer = (name: string, args: Record<string, unknown>) =>
    project.run('rpc', [name, args]) as { ok: boolean; value?: unknown; refused?: string };
  return {
    host,
    project,
    model: spreadsheet.model,
    sheet(title) {
      const found = spreadsheet.model.sheets.find((s) => s.name === title);
      if (!found) throw new Error(`No tab «${title}»`);
      return found;
    },
    titles: () => spreadsheet.model.sheets.map((s) => s.name),
    rpc<T>(name: string, args: Record<string, unknown> = {}): T {
      const { ok, value, refused } = answer(name, args);
      if (!ok) throw new Error(`refused: ${refused}`);
      return value as T;
    },
    refusal(name, args = {}) {
      const { ok, refused } = answer(name, args);
      if (ok) throw new Error(`${name} was not refused`);
      return refused ?? '';
    },
    tab(title) {
      const found = app.getActiveSpreadsheet().getSheetByName(title);
      if (!found) throw new Error(`No tab «${title}»`);
      return found;
    },
  };
}

/** Values of a tab as a script reads them, dates as dd.mm.yyyy texts of display. */
export function shown(book: Bound, title: string): string[][] {
  return book.tab(title).getDataRange().getDisplayValues();
}
