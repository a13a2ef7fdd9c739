import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RefusedError } from './command';
import { type Book, openBook, saveBook } from './files/book';
import { BookFileError } from './files/book-error';
import { readDocx } from './files/docx-read';
import { writeDocx } from './files/docx-write';
import { writeEml } from './files/eml';
import { freeFileName } from './files/file-name';
import type { ChartPicture } from './files/xlsx-write';
import { createHost, type Host, type Project } from './host/host';
import { chartPng } from './services/chart-image';
import type { DocumentMetadata } from './services/document/store';
import type { QuotaJson } from './services/mail';
import type { PropertyStoresJson } from './services/properties';
import { unsupportedFormulas } from './services/spreadsheet/calculation';
import { type ChartModel, chartDescription } from './services/spreadsheet/chart';
import type { TriggerRecord } from './services/trigger-store';

const LOCALE = 'ru_RU';

/** A book opened in a host with the bundle loaded. */
export interface Session {
  readonly host: Host;
  readonly project: Project;
  /** What a person should know of the book itself, in words. */
  warnings(): string[];
  /** Writes the book with what the bundle made: documents, letters, state. */
  save(folder: string): Promise<void>;
  /**
   * Takes out of the book the documents whose text says yes; the files of an input book stay where they are.
   * @returns their file names
   */
  leaveOut(says: (text: string) => boolean): string[];
}

export interface SessionOptions {
  /** A folder or an .xlsx; absent = a new book. */
  readonly book?: string;
  /** Where the book will be saved: links to documents point there. */
  readonly folder: string;
  readonly today?: string;
  readonly user?: string;
}

interface DocumentReader {
  openById(id: string): { getBody(): { getText(): string } };
}

interface DocumentRecord extends DocumentMetadata {
  file: string;
}

/** Opens a book (or a new one) and loads dist/ into the host. @throws RefusedError for a book that cannot be read */
export async function openSession(options: SessionOptions): Promise<Session> {
  const dist = builtBundle();
  const manifest = JSON.parse(await readFile(join(dist, 'appsscript.json'), 'utf8')) as {
    timeZone: string;
    oauthScopes: string[];
  };
  const files = new Map<string, string>();
  const taken = new Set<string>();
  const user = options.user ?? 'coordinator@example.ru';
  const host = createHost({
    locale: LOCALE,
    timeZone: manifest.timeZone,
    activeUser: user,
    scopes: manifest.oauthScopes,
    ...(options.today ? { now: noon(options.today) } : {}),
  });
  host.context.documentUrl = (id, name) => {
    if (!files.has(id)) files.set(id, freeFileName(`${name}.docx`, taken));
    return pathToFileURL(resolve(options.folder, 'documents', files.get(id)!)).href;
  };
  host.context.spreadsheetUrl = () => pathToFileURL(resolve(options.folder, 'workbook.xlsx')).href;
  const book = options.book === undefined ? null : await readBook(options.book, user);
  const spreadsheet = book
    ? host.spreadsheets.add(book.spreadsheet)
    : host.spreadsheets.create('Наставничество');
  host.spreadsheets.activeId = spreadsheet.model.id;
  if (book) await restore(host, book, files, taken);
  const asOpened = new Map(host.documents.list().map((d) => [d.id, d.modified]));
  const project = host.load(dist);
  return {
    host,
    project,
    warnings() {
      const left = unsupportedFormulas(spreadsheet);
      if (left.length === 0) return [];
      const first = left.slice(0, 3).map((f) => `«${f.sheet}»!${f.cell} ${f.formula}`);
      return [
        `Формулы, которые здесь не пересчитываются (взяты значения из файла): ${left.length}, например ${first.join('; ')}.`,
      ];
    },
    leaveOut(says) {
      const { DocumentApp } = host.globals as { DocumentApp: DocumentReader };
      const named = host.documents
        .list()
        .filter(({ id }) => says(DocumentApp.openById(id).getBody().getText()));
      for (const { id } of named) host.documents.remove(id);
      const names = named.map(({ id, name }) => files.get(id) ?? `${name}.docx`);
      for (const name of names) book?.documents.delete(name);
      return names;
    },
    async save(folder) {
      const documents = new Map(book?.documents);
      for (const model of host.documents.list()) {
        const file = files.get(model.id) ?? freeFileName(`${model.name}.docx`, taken);
        files.set(model.id, file);
        if (documents.has(file) && asOpened.get(model.id) === model.modified) continue;
        const dates = { created: new Date(model.created), modified: new Date(model.modified) };
        documents.set(file, await writeDocx(model, { title: model.name, ...dates }));
      }
      const outbox = new Map(book?.outbox);
      const letters = new Set([...outbox.keys()].map((name) => name.toLowerCase()));
      for (const message of host.outbox.messages) {
        const number = String(outbox.size + 1).padStart(4, '0');
        outbox.set(freeFileName(`${number} ${message.subject}.eml`, letters), await writeEml(message));
      }
      const records: DocumentRecord[] = host.documents
        .exportMetadata()
        .map((m) => ({ ...m, file: files.get(m.id)! }));
      const state = {
        ...book?.state,
        properties: host.properties.toJSON(),
        triggers: host.triggers.toJSON(),
        quota: host.outbox.quota(),
        documents: records,
        journal: host.calls,
      };
      await saveBook({ spreadsheet: spreadsheet.model, state, documents, outbox }, folder, {
        chartPicture: (chart): ChartPicture | null => pictureOf(chart as ChartModel),
      });
    },
  };

  function pictureOf(chart: ChartModel): ChartPicture | null {
    const description = chartDescription(spreadsheet, chart);
    return {
      data: chartPng(description),
      row: chart.anchor?.row ?? 0,
      column: chart.anchor?.column ?? 0,
      width: description.width,
      height: description.height,
    };
  }
}

/** dist/ beside build/, where this program stands, whatever the current folder is. */
function builtBundle(): string {
  const dist = resolve(dirname(process.argv[1] ?? ''), '../dist');
  if (!existsSync(join(dist, 'appsscript.json')))
    throw new RefusedError(`Нет собранной надстройки «${dist}». Выполните npm run build и повторите.`);
  return dist;
}

/** The middle of the day in the script's zone whatever the machine's: Asia/Yekaterinburg is UTC+5. */
function noon(today: string): string {
  return `${today}T07:00:00Z`;
}

/** A table made by another program belongs to the person who opens it: protections must let them through. */
async function readBook(path: string, user: string): Promise<Book> {
  try {
    return await openBook(path, { locale: LOCALE, owner: user });
  } catch (error) {
    if (error instanceof BookFileError) throw new RefusedError(error.message);
    throw error;
  }
}

async function restore(
  host: Host,
  book: Book,
  files: Map<string, string>,
  taken: Set<string>,
): Promise<void> {
  const { properties, triggers, quota, documents } = book.state as {
    properties?: PropertyStoresJson;
    triggers?: TriggerRecord[];
    quota?: QuotaJson;
    documents?: DocumentRecord[];
  };
  if (properties) host.properties.restore(properties);
  if (triggers) host.triggers.restore(triggers);
  if (quota) host.outbox.restoreQuota(quota);
  for (const name of book.documents.keys()) taken.add(name.toLowerCase());
  for (const { file, ...metadata } of documents ?? []) {
    const bytes = book.documents.get(file);
    if (!bytes) continue;
    files.set(metadata.id, file);
    host.documents.restore(metadata, await readDocx(bytes));
  }
}

/** Where a command writes. @throws RefusedError when it would have to overwrite a file of another program */
export function outputFolder(book: string | undefined, out: string | undefined): string {
  if (out !== undefined) {
    if (existsSync(out) && !statSync(out).isDirectory())
      throw new RefusedError(`«${out}» — это файл, а для результата нужна папка: --out <папка>.`);
    if (book !== undefined && resolve(book) === resolve(out, 'workbook.xlsx'))
      throw new RefusedError(
        `Файл «${book}» не перезаписывается: результат лёг бы на его место. Укажите другую папку: --out <папка>.`,
      );
    return out;
  }
  if (book === undefined) throw new RefusedError('Укажите папку для результата: --out <папка>.');
  if (existsSync(book) && book.toLowerCase().endsWith('.xlsx'))
    throw new RefusedError(
      `Файл «${book}» не перезаписывается. Укажите папку для результата: --out <папка>.`,
    );
  return book;
}
