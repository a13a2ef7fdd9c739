import type { SheetModel } from '../services/spreadsheet/model';

export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** A formula in which sheets have other names. */
export function renameSheets(formula: string, renamed: readonly Renamed[]): string {
  return renamed.reduce((text, { from, to }) => {
    const quoted = (name: string) => `'${name.replaceAll("'", "''")}'!`;
    return text.replaceAll(quoted(from), () => quoted(to));
  }, formula);
}

/** Sheet names as Excel takes them: 31 characters, none of `[]:*?/\`, no apostrophe at an end, no two alike. */
export class SheetNames {
  readonly #names = new Map<number, string>();
  readonly #renamed: Renamed[] = [];

  constructor(sheets: readonly SheetModel[], reserved: readonly string[]) {
    const taken = new Set(reserved.map((name) => name.toLowerCase()));
    // Names that are fine keep themselves, whatever the others become.
    const isFine = (name: string) => name === cleaned(name) && name.length <= 31 && !/^history$/i.test(name);
    for (const sheet of [...sheets].sort((a, b) => Number(isFine(b.name)) - Number(isFine(a.name)))) {
      let name = cleaned(sheet.name).slice(0, 31);
      for (let n = 2; taken.has(name.toLowerCase()) || /^history$/i.test(name); n += 1) {
        name = `${cleaned(sheet.name).slice(0, 28)}~${n}`;
      }
      taken.add(name.toLowerCase());
      this.#names.set(sheet.id, name);
      if (name !== sheet.name) this.#renamed.push({ from: sheet.name, to: name });
    }
  }

  of(sheetId: number): string | undefined {
    return this.#names.get(sheetId);
  }

  /** A formula with the file's names of sheets. */
  renamed(formula: string): string {
    return renameSheets(formula, this.#renamed);
  }
}

function cleaned(name: string): string {
  return name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '_').replace(/^'|'$/g, '_') || 'Лист';
}
