import { writeDocx } from './files/docx-write';
import { writeEml } from './files/eml';
import { freeFileName } from './files/file-name';
import type { ChartDescription } from './services/chart-description';
import { chartPng } from './services/chart-image';
import type { DocumentModel } from './services/document/model';
import type { MailMessage } from './services/mail';

/** Documents, letters and charts of a session as bytes. A book in a browser is saved every few seconds: nothing is encoded twice. */
export class EncodedFiles {
  readonly #documents = new Map<string, { readonly mark: string; readonly data: Uint8Array }>();
  readonly #letters = new Map<MailMessage, { readonly name: string; readonly data: Uint8Array }>();
  readonly #letterNames: Set<string>;
  /** Pictures of the last save, and of the one that goes on. */
  #pictures = new Map<string, Uint8Array>();
  #asked = new Map<string, Uint8Array>();

  /** @param outbox names of the letters that are there already */
  constructor(outbox: Iterable<string>) {
    this.#letterNames = new Set([...outbox].map((name) => name.toLowerCase()));
  }

  /** The file that a document was read from: it need not be written until the document changes. */
  opened(model: DocumentModel, data: Uint8Array): void {
    this.#documents.set(model.id, { mark: markOf(model), data });
  }

  /** A chart as a PNG. Of pictures that are not asked for in a whole save nothing is kept. */
  picture(chart: ChartDescription): Uint8Array {
    const mark = JSON.stringify(chart);
    const data = this.#asked.get(mark) ?? this.#pictures.get(mark) ?? chartPng(chart);
    this.#asked.set(mark, data);
    return data;
  }

  /** A save is over. */
  saved(): void {
    this.#pictures = this.#asked;
    this.#asked = new Map();
  }

  async document(model: DocumentModel): Promise<Uint8Array> {
    const mark = markOf(model);
    const last = this.#documents.get(model.id);
    if (last?.mark === mark) return last.data;
    const dates = { created: new Date(model.created), modified: new Date(model.modified) };
    const data = await writeDocx(model, { title: model.name, ...dates });
    this.#documents.set(model.id, { mark, data });
    return data;
  }

  /** @param number its place in the outbox; the first one stays in the name */
  async letter(message: MailMessage, number: number): Promise<readonly [name: string, data: Uint8Array]> {
    let letter = this.#letters.get(message);
    if (!letter) {
      const name = `${String(number).padStart(4, '0')} ${message.subject}.eml`;
      letter = { name: freeFileName(name, this.#letterNames), data: await writeEml(message) };
      this.#letters.set(message, letter);
    }
    return [letter.name, letter.data];
  }
}

/** Changes with all that goes into the file of a document. */
function markOf({ name, created, modified, edits }: DocumentModel): string {
  return JSON.stringify([name, created, modified, edits]);
}
