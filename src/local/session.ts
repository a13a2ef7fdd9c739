import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RefusedError } from './command';
import { EncodedFiles } from './encoded-files';
import { type Book, type BookState, openBook, type SaveOptions, saveBook } from './files/book';
import { BookFileError } from './files/book-error';
import { readDocx } from './files/docx-read';
import { freeFileName } from './files/file-name';
import { holderOf } from './files/folder-lock';
import type { ChartPicture } from './files/xlsx-write';
import { createHost, type Host, type Project } from './host/host';
import type { CallObserver } from './host/membrane';
import { unsavedCount } from './page/keeping/unsaved-log';
import type { DocumentModel } from './services/document/model';
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
  /** What state.json keeps beside what the services keep: to be changed in place. */
  readonly state: BookState;
  /** What a person should know of the book itself, in words. */
  warnings(): string[];
  /**
   * Writes the book with what the bundle made: documents, letters, state. It reads the cells between awaits: nothing may be
   * run in the book until it has ended. What has not changed since the last time is not encoded again.
   * @param write what puts the files on the disk; its errors come through. Absent: the folder must be nobody else's
   * @throws RefusedError when the files cannot be written
   */
  save(folder: string, write?: SaveOptions['write']): Promise<void>;
  /**
   * Takes out of the book the documents whose text says yes; the files of an input book stay where they are.
   * @returns their file names
   */
  leaveOut(says: (text: string) => boolean): string[];
  /** What would be in documents/ if the book was saved now. */
  documentFiles(): DocumentFile[];
  /** The bytes of one of them; null = there is none of this name. */
  documentBytes(file: string): Promise<Uint8Array | null>;
  /** What would be in outbox/, in the order of sending. */
  letterFiles(): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface SessionOptions {
  /** A folder or an .xlsx; absent = a new book. */
  readonly book?: string;
  /** Where the book will be saved: links to documents point there. */
  readonly folder: string;
  readonly today?: string;
  readonly user?: string;
  /** Called before every service call of the script. */
  readonly onCall?: CallObserver;
}

/** A document as it lies in documents/. */
export interface DocumentFile {
  readonly file: string;
  readonly title: string;
  /** Milliseconds on the host's clock; null = not made by the script. */
  readonly changed: number | null;
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
    ...(options.onCall ? { onCall: options.onCall } : {}),
  });
  host.context.documentUrl = (id, name) =>
    pathToFileURL(resolve(options.folder, 'documents', fileOf({ id, name }))).href;
  host.context.spreadsheetUrl = () => pathToFileURL(resolve(options.folder, 'workbook.xlsx')).href;
  const book = options.book === undefined ? null : await readBook(options.book, user);
  const spreadsheet = book
    ? host.spreadsheets.add(book.spreadsheet)
    : host.spreadsheets.create('Наставничество');
  host.spreadsheets.activeId = spreadsheet.model.id;
  if (book) await restore(host, book, files, taken);
  const encoded = new EncodedFiles(book?.outbox.keys() ?? []);
  for (const model of host.documents.list()) {
    const data = book?.documents.get(files.get(model.id)!);
    if (data) encoded.opened(model, data);
  }
  const project = host.load(dist);
  const state: BookState = { ...book?.state };
  return {
    host,
    project,
    state,
    warnings() {
      const isElsewhere = options.book !== undefined && resolve(options.book) !== resolve(options.folder);
      const unsaved = isElsewhere ? unsavedCount(options.book) : 0;
      const waiting =
        unsaved === 0
          ? []
          : [
              `В книге «${options.book}» есть правки из браузера, которых нет в её файлах: ${unsaved}. Здесь их нет.`,
            ];
      const left = unsupportedFormulas(spreadsheet);
      if (left.length === 0) return waiting;
      const first = left.slice(0, 3).map((f) => `«${f.sheet}»!${f.cell} ${f.formula}`);
      return [
        ...waiting,
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
    documentFiles() {
      const made = host.documents.list().map(({ id, name, modified }) => ({
        file: fileOf({ id, name }),
        title: name,
        changed: modified,
      }));
      const known = new Set(made.map(({ file }) => file));
      const others = [...(book?.documents.keys() ?? [])].filter((file) => !known.has(file));
      return [
        ...made,
        ...others.map((file) => ({ file, title: file.replace(/\.docx$/, ''), changed: null })),
      ];
    },
    async documentBytes(file) {
      const model = host.documents.list().find((m) => fileOf(m) === file);
      return model ? encoded.document(model) : (book?.documents.get(file) ?? null);
    },
    letterFiles,
    async save(folder, write) {
      const documents = new Map(book?.documents);
      for (const model of host.documents.list()) documents.set(fileOf(model), await encoded.document(model));
      const outbox = await letterFiles();
      const records: DocumentRecord[] = host.documents
        .exportMetadata()
        .map((m) => ({ ...m, file: files.get(m.id)! }));
      const saved = {
        ...state,
        properties: host.properties.toJSON(),
        triggers: host.triggers.toJSON(),
        quota: host.outbox.quota(),
        documents: records,
        journal: host.calls,
      };
      try {
        await saveBook({ spreadsheet: spreadsheet.model, state: saved, documents, outbox }, folder, {
          chartPicture: (chart): ChartPicture | null => pictureOf(chart as ChartModel),
          ...(write && { write }),
        });
        encoded.saved();
      } catch (error) {
        throw error instanceof BookFileError && !write ? new RefusedError(error.message) : error;
      }
    },
  };

  function fileOf({ id, name }: Pick<DocumentModel, 'id' | 'name'>): string {
    const file = files.get(id) ?? freeFileName(`${name}.docx`, taken);
    files.set(id, file);
    return file;
  }

  async function letterFiles(): Promise<Map<string, Uint8Array>> {
    const outbox = new Map(book?.outbox);
    for (const message of host.outbox.messages)
      outbox.set(...(await encoded.letter(message, outbox.size + 1)));
    return outbox;
  }

  function pictureOf(chart: ChartModel): ChartPicture | null {
    const description = chartDescription(spreadsheet, chart);
    return {
      data: encoded.picture(description),
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

/** Where a command writes. @throws RefusedError when it would have to write over what is another program's */
export function outputFolder(book: string | undefined, out: string | undefined): string {
  const folder = namedFolder(book, out);
  const refused = notFreeWords(folder);
  if (refused !== null) throw new RefusedError(refused);
  return folder;
}

/** Why nothing may be written into this folder now; null = it is free. A command that is writing there will have ended. */
function notFreeWords(folder: string): string | null {
  const holder = holderOf(folder);
  if (holder?.kind === 'page') {
    const where = holder.address === '' ? '' : ` (${holder.address})`;
    return `Книга открыта в браузере${where}: закройте её там или укажите другую папку: --out <папка>.`;
  }
  const unsaved = holder ? 0 : unsavedCount(folder);
  return unsaved === 0
    ? null
    : `В папке «${folder}» есть правки из браузера, которые не успели попасть в файлы (${unsaved}). Откройте книгу командой serve и закройте её или укажите другую папку: --out <папка>.`;
}

function namedFolder(book: string | undefined, out: string | undefined): string {
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
