import { type Place, parsePlace, placeName } from './place';

/** Where a link of a panel, of a letter or of a cell leads. */
export type Target =
  | { readonly kind: 'place'; readonly sheetId: number; readonly place: Place | null }
  | { readonly kind: 'document'; readonly file: string }
  | { readonly kind: 'web'; readonly url: string };

/** As Google writes it: `#gid=12&range=B7`. */
export function hashOf(sheetId: number, place: Place): string {
  return `#gid=${sheetId}&range=${placeName(place)}`;
}

/** @returns null for a hash that names no place of the book */
export function parseHash(hash: string): { sheetId: number; place: Place | null } | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const gid = parts.get('gid');
  if (gid === null || !/^\d+$/.test(gid)) return null;
  return { sheetId: Number(gid), place: parsePlace(parts.get('range') ?? '') };
}

/**
 * The script of a book in files writes addresses of files, as a mail reader would open them: `file:///…/workbook.xlsx#gid=…`
 * and `file:///…/documents/x.docx`. On the page both are at hand. null: nothing the page would open.
 */
export function targetOf(href: string): Target | null {
  const hash = href.includes('#') ? href.slice(href.indexOf('#')) : '';
  const path = href.slice(0, href.length - hash.length);
  if (path === '' || /^file:.*\.xlsx$/i.test(path)) {
    const at = parseHash(hash);
    return at && { kind: 'place', ...at };
  }
  const file = /^file:.*\/documents\/([^/]+\.docx)$/i.exec(path)?.[1];
  if (file !== undefined) return { kind: 'document', file: decoded(file) };
  return /^https?:/i.test(href) ? { kind: 'web', url: href } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
