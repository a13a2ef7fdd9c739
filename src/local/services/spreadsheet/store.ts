import type { HostContext } from '../../host/context';
import type { UiState } from '../ui';
import { blankSheet, type SpreadsheetModel } from './model';
import { SpreadsheetImpl } from './spreadsheet';
import { type EditEvent, editAsPerson } from './user-edit';

/** All spreadsheets of a host, and the one that scripts are bound to. */
export class SpreadsheetStore {
  readonly #open = new Map<string, SpreadsheetImpl>();
  /** The container of the script: SpreadsheetApp.getActiveSpreadsheet(). */
  activeId: string | null = null;
  /** Where toasts and menus go; null without an editor. */
  ui: UiState | null = null;
  constructor(readonly context: HostContext) {}

  /** Adds a spreadsheet (read from a file, or made anew). */
  add(model: SpreadsheetModel): SpreadsheetImpl {
    const made = new SpreadsheetImpl(this.context, model, this);
    this.#open.set(model.id, made);
    return made;
  }

  get(id: string): SpreadsheetImpl | null {
    return this.#open.get(id) ?? null;
  }

  active(): SpreadsheetImpl | null {
    return this.activeId === null ? null : this.get(this.activeId);
  }

  /** An id that no open spreadsheet has; it follows from what is open, so that runs repeat exactly. */
  newId(name: string): string {
    let n = this.#open.size;
    let id: string;
    do id = `local-${(++n).toString().padStart(4, '0')}-${name.length.toString(36)}`;
    while (this.#open.has(id));
    return id;
  }

  /** A new spreadsheet as Google makes it: one sheet, 1000 × 26. */
  create(name: string, rows = 1000, columns = 26): SpreadsheetImpl {
    const sheet = blankSheet(0, this.context.locale.startsWith('ru') ? 'Лист1' : 'Sheet1', rows, columns);
    return this.add({
      id: this.newId(name),
      name,
      locale: this.context.locale,
      timeZone: this.context.timeZone,
      owner: this.context.user,
      editors: [],
      viewers: [],
      sheets: [sheet],
      activeSheetId: 0,
      namedRanges: [],
      metadata: [],
    });
  }

  /**
   * What a person does who types or pastes into the active spreadsheet; gives the data of the edit event.
   * @param row 0-based, as is the column
   * @throws what the person would see: rules that reject, protections
   */
  userEdit(sheetId: number, row: number, column: number, values: readonly (readonly unknown[])[]): EditEvent {
    const sheet = this.active()?.getSheetById(sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId} in the active spreadsheet`);
    return editAsPerson(sheet, row, column, values);
  }
}
