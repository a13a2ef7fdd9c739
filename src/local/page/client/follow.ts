import type { BookView } from '../protocol';
import { closeWide } from './dialogs/dialog';
import { attempt } from './notices';
import { targetOf } from './places/address';
import { openDocument } from './results/documents';
import type { Table } from './table';
import { words } from './words/words';

/** Goes where a link of a cell, of a panel or of a document leads: in the book, to a document, or to a window of its own. */
export async function follow(
  href: string,
  view: BookView | null,
  table: Table,
  said: (words: string) => void,
): Promise<void> {
  const target = targetOf(href);
  if (target?.kind === 'place') {
    closeWide();
    if (view?.sheets.some((sheet) => sheet.id === target.sheetId))
      await attempt(() => table.go(target.sheetId, target.place));
    else said(words.noSuchTab);
  } else if (target?.kind === 'document')
    openDocument(
      target.file,
      target.file.replace(/\.docx$/i, ''),
      (inside) => void follow(inside, view, table, said),
    );
  else if (target?.kind === 'web') window.open(target.url, '_blank', 'noopener,noreferrer');
}
