import type { FilterModel } from '../services/spreadsheet/filter-rows';
import type { RangeRef, SheetModel, SpreadsheetModel } from '../services/spreadsheet/model';
import { BookFileError } from './book-error';
import { dropBandingFills } from './xlsx-banding';
import { applyCellExtras } from './xlsx-cell-extras';
import { themeColours } from './xlsx-colour';
import { readDifferentialStyles } from './xlsx-conditional';
import { applyExtras, type HostExtras, parseExtras, type SheetExtras } from './xlsx-extras';
import { readFormats } from './xlsx-format';
import { LISTS_SHEET } from './xlsx-lists';
import { parseSheetArea } from './xlsx-reference';
import { renameSheets } from './xlsx-sheet-names';
import { readSheet, type SheetContext, type SheetSource } from './xlsx-sheet-read';
import { readSharedStrings } from './xlsx-strings';
import type { FileValidation, ValidationNames } from './xlsx-validation';
import { child, children, flag, relationId, type XmlElement } from './xml';
import { type OfficePackage, openPackage, type Relation } from './zip-package';

export interface ReadOptions {
  readonly id: string;
  /** Name of the spreadsheet; an extension is dropped. */
  readonly name: string;
  /** The file in messages; by default the name with `.xlsx`. */
  readonly fileName?: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly owner: string;
}

/**
 * Reads an .xlsx of any program into the model. The input is not changed.
 * @throws BookFileError one line in Russian: what the file is, what was expected, what to do
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<SpreadsheetModel> {
  const file =
    options.fileName ?? (/\.xls[xmb]?$/i.test(options.name) ? options.name : `${options.name}.xlsx`);
  const office = await openPackage(bytes, file);
  try {
    return await readBook(office, file, options);
  } catch (error) {
    if (error instanceof BookFileError) throw error;
    throw new BookFileError(
      `Файл «${file}» не читается как книга .xlsx: содержимое повреждено (${error instanceof Error ? error.message : String(error)}). Откройте его в Excel или LibreOffice, сохраните заново и повторите.`,
    );
  }
}

async function readBook(
  office: OfficePackage,
  file: string,
  options: ReadOptions,
): Promise<SpreadsheetModel> {
  const main =
    [...(await office.relations('')).values()].find((r) => r.type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  const workbook = await office.xml(main);
  if (workbook?.name !== 'workbook') throw notAWorkbook(office, file);
  const relations = await office.relations(main);
  const related = (type: string): string | undefined =>
    [...relations.values()].find((r) => r.type === type)?.target;
  const theme = themeColours(await xmlOf(office, related('theme')));
  const strings = related('sharedStrings');
  const extras = await findExtras(office, relations);
  const styles = await xmlOf(office, related('styles'));
  const context: SheetContext = {
    theme,
    strings: strings === undefined ? [] : readSharedStrings((await office.text(strings)) ?? '', theme),
    formats: readFormats(styles, theme, options.locale),
    conditionalStyles: readDifferentialStyles(styles, theme),
    date1904: flag(child(workbook, 'workbookPr')?.attributes.date1904),
  };

  const { sources, listsPart, extrasOf } = sheetSources(workbook, relations, extras);
  if (sources.length === 0)
    throw new BookFileError(
      `В книге «${file}» нет ни одного листа с ячейками. Добавьте лист в Excel или LibreOffice и повторите.`,
    );
  const fileNames = new Map(sources.map((s) => [s.fileName.toLowerCase(), s.id]));
  const named = readNamedRanges(workbook, (name) => fileNames.get(name.toLowerCase()));
  const lists = listsPart === undefined ? [] : await readLists(office, listsPart, context);
  const names: ValidationNames = {
    sheetId: (name) => fileNames.get(name.toLowerCase()),
    namedRange: (name) => named.find((n) => n.name.toLowerCase() === name.toLowerCase())?.range,
    hiddenList: (formula) => {
      const at = parseSheetArea(formula);
      if (at?.sheet !== LISTS_SHEET) return undefined;
      const list = lists[at.area.column] ?? [];
      return Array.from({ length: Math.min(at.area.rows, 100_000) }, (_, r) => list[r] ?? '');
    },
  };

  const sheets: SheetModel[] = [];
  const withExtras = new Map<SheetModel, { extras: SheetExtras; usedColumns: number }>();
  for (const source of sources) {
    const own = extrasOf.get(source.id);
    const exact = (validation: FileValidation): FileValidation => {
      const rule = own?.validations?.[validation.key];
      return rule ? { ...validation, rule } : validation;
    };
    const { model, extent, filterArea } = await readSheet(office, source, context, names, exact);
    if (filterArea)
      model.filter = { range: { sheetId: model.id, ...filterArea }, columns: [] } satisfies FilterModel;
    if (own) {
      withExtras.set(model, { extras: own, usedColumns: extent.columns });
      applyCellExtras(model, own.cells ?? {});
    }
    sheets.push(model);
  }
  const activeTab = Number(child(child(workbook, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
  const model: SpreadsheetModel = {
    id: options.id,
    name: options.name.replace(/\.xls[xmb]?$/i, ''),
    locale: options.locale,
    timeZone: options.timeZone,
    owner: options.owner,
    editors: [],
    viewers: [],
    sheets,
    activeSheetId: (sheets[activeTab] ?? sheets[0]).id,
    namedRanges: named,
    metadata: [],
  };
  if (extras) {
    applyExtras(model, extras, withExtras);
    model.namedRanges.push(...(extras.namedRanges ?? []));
  }
  for (const sheet of withExtras.keys()) dropBandingFills(sheet);
  restoreNames(model, sources);
  return model;
}

function notAWorkbook(office: OfficePackage, file: string): BookFileError {
  const has = (start: string) => office.names.some((name) => name.startsWith(start));
  const what = has('word/')
    ? 'это документ Word'
    : has('ppt/')
      ? 'это презентация'
      : has('content.xml')
        ? 'это файл OpenDocument (.ods, .odt)'
        : has('xl/workbook.bin')
          ? 'это двоичная книга .xlsb'
          : 'это архив zip, в нём нет книги';
  return new BookFileError(
    `Файл «${file}» не читается как книга .xlsx: ${what}. Укажите книгу .xlsx или сохраните файл как «Книга Excel (.xlsx)» и повторите.`,
  );
}

const xmlOf = (office: OfficePackage, part: string | undefined): Promise<XmlElement | null> =>
  part === undefined ? Promise.resolve(null) : office.xml(part);

async function findExtras(
  office: OfficePackage,
  relations: ReadonlyMap<string, Relation>,
): Promise<HostExtras | null> {
  for (const relation of relations.values()) {
    if (relation.type !== 'customXml') continue;
    const part = await office.xml(relation.target);
    const extras = part && parseExtras(part);
    if (extras) return extras;
  }
  return null;
}

type Source = SheetSource & { readonly fileName: string };

/** The worksheets in their order. An id that the extras know stays; others are made from the name, the first is 0. */
function sheetSources(
  workbook: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  extras: HostExtras | null,
) {
  const sources: Source[] = [];
  const extrasOf = new Map<number, SheetExtras>();
  const taken = new Set(Object.values(extras?.sheets ?? {}).map((s) => s.id));
  let listsPart: string | undefined;
  children(child(workbook, 'sheets'), 'sheet').forEach((element, i) => {
    const { name = '', state } = element.attributes;
    const relation = relations.get(relationId(element) ?? '');
    if (relation?.type !== 'worksheet') return; // a sheet that is one chart or a macro
    if (name === LISTS_SHEET && (state === 'veryHidden' || state === 'hidden')) {
      listsPart = relation.target;
      return;
    }
    const own = extras?.sheets[name];
    let id = own?.id ?? (i === 0 ? 0 : nameNumber(name));
    while (!own && taken.has(id)) id += 1;
    taken.add(id);
    if (own) extrasOf.set(id, own);
    sources.push({ id, name: own?.name ?? name, fileName: name, part: relation.target, state });
  });
  return { sources, listsPart, extrasOf };
}

/** Formulas name the sheets as Excel had to call them; here they get the sheets' own names back. */
function restoreNames(model: SpreadsheetModel, sources: readonly Source[]): void {
  const renamed = sources.filter((s) => s.name !== s.fileName).map((s) => ({ from: s.fileName, to: s.name }));
  if (renamed.length === 0) return;
  for (const sheet of model.sheets) {
    for (const row of sheet.rows) {
      if (row?.formulas)
        row.formulas = row.formulas.map((formula) => formula && renameSheets(formula, renamed));
    }
  }
}

/** Ids of Google's sheets look random; ours are the same every time the file is read (FNV-1a of the name). */
function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash & 0x7fffffff;
}

/** Names of one rectangle. Names of Excel's own (print areas), of constants and of formulas have no place in the model. */
function readNamedRanges(
  workbook: XmlElement,
  sheetId: (name: string) => number | undefined,
): { name: string; range: RangeRef }[] {
  return children(child(workbook, 'definedNames'), 'definedName').flatMap(({ attributes, text }) => {
    const name = attributes.name ?? '';
    const at = name.startsWith('_xlnm.') || flag(attributes.hidden) ? null : parseSheetArea(text);
    const id = at?.sheet ? sheetId(at.sheet) : undefined;
    return at && id !== undefined ? [{ name, range: { sheetId: id, ...at.area } }] : [];
  });
}

/** Our hidden sheet of long lists: a list a column. */
async function readLists(office: OfficePackage, part: string, context: SheetContext): Promise<string[][]> {
  const none: ValidationNames = {
    sheetId: () => undefined,
    namedRange: () => undefined,
    hiddenList: () => undefined,
  };
  const source = { id: -1, name: LISTS_SHEET, part, state: 'veryHidden' };
  const { model } = await readSheet(office, source, context, none, (validation) => validation);
  const lists: string[][] = [];
  model.rows.forEach((row, r) => {
    row?.values.forEach((value, c) => {
      lists[c] ??= [];
      lists[c][r] = String(value);
    });
  });
  return lists;
}
