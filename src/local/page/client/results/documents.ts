import type { DocumentView } from '../../protocol';
import { openDialog } from '../dialogs/dialog';
import { button, element } from '../element';
import type { Connection } from '../link/connection';
import { momentOf } from '../words/when';
import { words } from '../words/words';
import { openListing } from './listing';

/** The documents of the book: the memo, its previous ones. */
export function openDocuments(connection: Connection, link: (href: string) => void): void {
  openListing(
    words.documents,
    () => connection.ask({ kind: 'documents' }),
    words.noDocuments,
    (documents: readonly DocumentView[]) =>
      element(
        'ul',
        { class: 'cards' },
        ...documents.map((one) =>
          element(
            'li',
            {},
            button(one.title, () => openDocument(one.file, one.title, link), { class: 'link' }),
            element('span', { class: 'muted' }, one.changed === null ? '' : momentOf(one.changed)),
            download(one.file),
          ),
        ),
      ),
  );
}

/** A document as pages; the library that draws them is loaded when it is needed. */
export function openDocument(file: string, title: string, link: (href: string) => void): void {
  const dialog = openDialog(title, { wide: true });
  const status = element('p', { class: 'muted', role: 'status' }, words.loading);
  const paper = element('div', { class: 'paper scroll', tabindex: 0, role: 'region', 'aria-label': title });
  dialog.body.append(element('div', { class: 'line' }, status, download(file)), paper);
  void (async () => {
    const [{ drawDocument }, response] = await Promise.all([
      import('./document-pages'),
      fetch(addressOf(file)),
    ]);
    if (!response.ok) throw new Error(`${response.status}`);
    await drawDocument(await response.blob(), paper, link);
    status.textContent = '';
  })().catch(() => {
    status.textContent = words.documentFailed;
  });
}

function download(file: string): HTMLElement {
  return element('a', { href: addressOf(file), download: file, class: 'button' }, words.downloadDocx);
}

function addressOf(file: string): string {
  return `/documents/${encodeURIComponent(file)}`;
}
