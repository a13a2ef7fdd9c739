import type { HostContext } from '../../host/context';
import { fail } from '../../host/errors';
import { changed, hasFormulas } from './calculation';
import { renameInFormula } from './formula-references';
import { blankSheet, type SheetModel, type SpreadsheetModel } from './model';
import { SheetImpl } from './sheet';
import { copySheet } from './sheet-copy';
import type { SpreadsheetStore } from './store';

/**
 * An open spreadsheet: its sheets and which one is active. Methods by subject live in spreadsheet-*.ts files, put on
 * the prototype in spreadsheet-methods.ts.
 */
export class SpreadsheetImpl {
  static readonly api = 'Spreadsheet.Spreadsheet';
  readonly #sheets = new WeakMap<SheetModel, SheetImpl>();
  constructor(
    readonly context: HostContext,
    readonly model: SpreadsheetModel,
    readonly store: SpreadsheetStore | null = null,
  ) {}

  /** The one implementation object of a sheet, so that façades keep their identity. */
  sheetOf(model: SheetModel): SheetImpl {
    let known = this.#sheets.get(model);
    if (!known) {
      known = new SheetImpl(this.context, this, model);
      this.#sheets.set(model, known);
    }
    return known;
  }

  getSheets(): SheetImpl[] {
    return this.model.sheets.map((sheet) => this.sheetOf(sheet));
  }
  getSheetByName(name: string): SheetImpl | null {
    const model = this.model.sheets.find((sheet) => sheet.name === name);
    return model ? this.sheetOf(model) : null;
  }
  getSheetById(id: number): SheetImpl | null {
    const model = this.model.sheets.find((sheet) => sheet.id === id);
    return model ? this.sheetOf(model) : null;
  }
  activeSheet(): SheetImpl {
    const { sheets, activeSheetId } = this.model;
    return this.sheetOf(sheets.find((sheet) => sheet.id === activeSheetId) ?? sheets[0]);
  }

  /** Throws when a sheet may not have this name. `own` is the sheet that is renamed. */
  checkSheetName(name: string, own?: SheetModel): void {
    if (name === '') fail('The sheet name cannot be empty.');
    if (name.length > 100) fail('The sheet name cannot be greater than 100 characters.');
    if (this.model.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase()))
      fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  /** Gives a sheet another name; formulas that name it follow. */
  renameSheet(own: SheetModel, name: string): void {
    this.checkSheetName(name, own);
    const old = own.name;
    own.name = name;
    if (!hasFormulas(this)) return;
    for (const row of this.model.sheets.flatMap((sheet) => sheet.rows)) {
      const { formulas } = row ?? {};
      for (const [column, formula] of formulas?.entries() ?? [])
        if (formulas && formula?.includes('!')) formulas[column] = renameInFormula(formula, old, name);
    }
    changed(this.sheetOf(own));
  }

  /** Puts a new blank sheet, or a copy of a template, at a 0-based place and makes it the active one. */
  addSheet(name: string, place: number, template: SheetModel | null): SheetImpl {
    this.checkSheetName(name);
    const id = this.#newId(name);
    return this.#place(template ? copySheet(template, id, name) : blankSheet(id, name), place);
  }

  /** Puts "Copy of …" of a sheet (of any spreadsheet) at a 0-based place, without activating it. */
  addCopy(source: SheetModel, place: number): SheetImpl {
    const first = `Copy of ${source.name}`;
    const taken = (name: string) =>
      this.model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    let name = first;
    for (let n = 2; taken(name); n++) name = `${first} ${n}`;
    const active = this.model.activeSheetId;
    const made = this.#place(copySheet(source, this.#newId(name), name), place);
    made.model.hidden = false;
    this.model.activeSheetId = active;
    return made;
  }

  #place(model: SheetModel, place: number): SheetImpl {
    this.model.sheets.splice(Math.max(0, Math.min(place, this.model.sheets.length)), 0, model);
    this.model.activeSheetId = model.id;
    return this.sheetOf(model);
  }

  /** Ids look random on Google; here they follow from the name, so that runs repeat exactly. */
  #newId(name: string): number {
    let hash = 2_166_136_261;
    for (const letter of `${this.model.id}/${name}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 16_777_619);
    let id = (hash >>> 1) % 2_147_483_647;
    while (id === 0 || this.model.sheets.some((sheet) => sheet.id === id)) id = (id + 1) % 2_147_483_647;
    return id;
  }
}
