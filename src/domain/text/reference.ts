import { isId, likelyId } from './id';
import { cleanLines, cleanText } from './spaces';

const DOT = '\u00b7';

/** A piece of a cell that names no record: its text, and the ID it was likely meant to be. */
export type WrongReference = { text: string; error: 'no-id' | 'misspelt-id'; likely: string | null };
export type References = { ids: string[]; wrong: WrongReference[] };

// A comma may be inside a label («МБОУ «СОШ, д/с»»): it separates only before something like an ID.
const SEPARATOR = /[;\n]|,(?=\s*[A-Za-zА-Яа-я]{2,3}\s?[-_\u2010-\u2015\u2212]\s?\d)/;
const FRONT = /^([^\s\u00b7,]+)(?=$|[\s\u00b7,])/;
/** One reference as the dropdown writes it, with nothing that could separate two: most cells. */
const SINGLE = /^([A-Z]{2,3}-\d+(?:\.\d+)*)(?: \u00b7 [ -+\--:<-~А-Яа-яЁё«»№–—]*)?$/;
const LIKE_ID = /^[A-Za-zА-Яа-я]{2,3}\s?[-_\u2010-\u2015\u2212]\s?\d[\d.]*/;

/**
 * The records that a reference cell names, read by the ID in front of each piece and in the order of the cell:
 * `NST-001 · Иванова М. П.; NST-002`. Pieces stand after `;`, a line break or a comma. An ID in lower case, with
 * another dash or with Cyrillic letters is reported with the likely one, never repaired.
 */
export function parseReferences(cell: string): References {
  const single = SINGLE.exec(cell);
  if (single) return { ids: [single[1]!], wrong: [] };
  const references: References = { ids: [], wrong: [] };
  for (const piece of cleanLines(cell).split(SEPARATOR)) {
    const text = piece.trim();
    if (text === '') continue;
    const front = FRONT.exec(text)?.[1];
    if (front && isId(front)) {
      references.ids.push(front);
      continue;
    }
    const likely = likelyId(LIKE_ID.exec(text)?.[0] ?? '');
    references.wrong.push({ text, error: likely ? 'misspelt-id' : 'no-id', likely });
  }
  return references;
}

/** A reference as a cell shows it: `NST-001 · Иванова М. П.`; what would separate pieces is taken out of the label. */
export function printReference(id: string, label = ''): string {
  const words = cleanText(label.replace(/;/g, ','));
  return words === '' ? id : `${id} ${DOT} ${words}`;
}

/** Several references in one cell; `parseReferences` gives the IDs back. */
export function printReferences(references: readonly { id: string; label?: string }[]): string {
  return references.map(({ id, label }) => printReference(id, label)).join('; ');
}
