import { Clock, scriptDate } from '../../../src/local/host/clock';
import type { HostContext } from '../../../src/local/host/context';
import { Membrane } from '../../../src/local/host/membrane';
import { BlobImpl } from '../../../src/local/services/blob';
import { DocumentAppService } from '../../../src/local/services/document/app';
import { DocumentStore } from '../../../src/local/services/document/store';

export interface Opened {
  documents: DocumentStore;
  app: GoogleAppsScript.Document.DocumentApp;
  doc: GoogleAppsScript.Document.Document;
  body: GoogleAppsScript.Document.Body;
  /** A blob as a script would hold it. */
  blob(bytes: readonly number[], contentType?: string, name?: string): GoogleAppsScript.Base.Blob;
}

/** The document service alone, and a new document, as a script sees them. */
export function newDocument(): Opened {
  const clock = new Clock('2024-04-01T09:00:00Z');
  const context: HostContext = {
    clock,
    timeZone: 'Asia/Yekaterinburg',
    locale: 'ru_RU',
    user: 'owner@example.com',
    userLocale: 'ru',
    Date: scriptDate(clock, 'Asia/Yekaterinburg'),
    htmlFiles: new Map(),
    authMode: 'FULL',
    callFunction: null,
    evaluate: null,
  };
  const membrane = new Membrane(() => undefined);
  const documents = new DocumentStore(context);
  const app = membrane.wrap(
    new DocumentAppService(context, documents),
  ) as GoogleAppsScript.Document.DocumentApp;
  const doc = app.create('Справка');
  const blob: Opened['blob'] = (bytes, contentType = 'image/png', name) =>
    membrane.wrap(
      new BlobImpl(Uint8Array.from(bytes), contentType, name ?? null),
    ) as GoogleAppsScript.Base.Blob;
  return { documents, app, doc, body: doc.getBody(), blob };
}

/** A PNG header with a size; enough for a document to take it as a picture. */
export function png(width: number, height: number): number[] {
  const bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  for (const n of [width, height]) bytes.push((n >> 24) & 255, (n >> 16) & 255, (n >> 8) & 255, n & 255);
  return [...bytes, 8, 6, 0, 0, 0].map((b) => (b > 127 ? b - 256 : b));
}
