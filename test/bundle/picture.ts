import type { SheetModel, SpreadsheetModel } from '../../src/local/services/spreadsheet/model';

/** A workbook as comparable data: what a person could see or a script could read, without blank places. */
export type WorkbookPicture = Readonly<Record<string, SheetPicture>>;

export interface SheetPicture {
  readonly frame: string;
  /** `row: cell | cell …` for rows with anything in them; each cell with its value, formula, format, note and rule. */
  readonly rows: readonly string[];
}

export function picture(model: SpreadsheetModel): WorkbookPicture {
  return Object.fromEntries(model.sheets.map((sheet) => [sheet.name, sheetPicture(sheet)]));
}

/** Formats and rules are shared objects that never change in place: each is printed once. */
const printed = new WeakMap<object, string>();

function print(thing: unknown): string {
  if (thing === undefined || thing === null || thing === '') return '';
  if (typeof thing !== 'object') return String(thing);
  let text = printed.get(thing);
  if (text === undefined) {
    text = JSON.stringify(thing);
    printed.set(thing, text);
  }
  return text;
}

type Parts = readonly (readonly unknown[])[];

/** What stands in a row besides its values, one text a cell. Rows below each other are mostly alike. */
function look(parts: Parts, above: { readonly parts: Parts; readonly text: string } | null): string {
  if (above && parts.every((part, i) => sameItems(part, above.parts[i]))) return above.text;
  const width = Math.max(0, ...parts.map((p) => p.length));
  const cells = Array.from({ length: width }, (_, c) => parts.map((part) => print(part[c])).join('¦'));
  while (cells.length > 0 && /^¦*$/.test(cells.at(-1)!)) cells.pop();
  return cells.join(' | ');
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sheetPicture(sheet: SheetModel): SheetPicture {
  const { rows, ...frame } = sheet;
  const lines: string[] = [];
  let above: { parts: Parts; text: string } | null = null;
  rows.forEach((row, r) => {
    if (!row) return;
    const parts = [row.formulas, row.formats, row.notes, row.validations, row.runs].map((p) => p ?? []);
    above = { parts, text: look(parts, above) };
    const values = [...row.values];
    while (values.length > 0 && (values.at(-1) ?? '') === '') values.pop();
    if (values.length > 0 || above.text !== '')
      lines.push(`${r + 1}: ${JSON.stringify(values)} ${above.text}`);
  });
  return {
    frame: JSON.stringify(frame, (_, value: unknown) =>
      value instanceof Map || value instanceof Set
        ? [...value].sort()
        : value instanceof Uint8Array
          ? value.length
          : value,
    ),
    rows: lines,
  };
}

/** Titles of the tabs that differ, for a failure that names them. */
export function differingTabs(a: WorkbookPicture, b: WorkbookPicture): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (title) =>
      a[title]?.frame !== b[title]?.frame ||
      a[title]?.rows.length !== b[title]?.rows.length ||
      a[title]?.rows.some((row, i) => row !== b[title]?.rows[i]),
  );
}
