import JSZip from 'jszip';
import { readDocx } from '../../../src/local/files/docx-read';
import { writeDocx } from '../../../src/local/files/docx-write';
import type { DocNode, DocumentContent } from '../../../src/local/services/document/model';
import { newDocument, type Opened } from '../document/open-document';

export const CREATED = Date.UTC(2024, 3, 1, 9);

/** Lets a script fill a new document and gives its contents. */
export function made(fill: (opened: Opened) => void): DocumentContent {
  const opened = newDocument();
  fill(opened);
  return opened.documents.require(opened.doc.getId());
}

/** The parts of the .docx of a document, by name. */
export async function parts(content: DocumentContent, title = 'Справка'): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(await writeDocx(content, { title, created: CREATED }));
  const texts = Object.keys(zip.files).map(async (name) => [name, await zip.files[name].async('string')]);
  return Object.fromEntries(await Promise.all(texts));
}

export async function writtenAndRead(content: DocumentContent): Promise<DocumentContent> {
  return readDocx(await writeDocx(content, { title: 'Справка', created: CREATED }));
}

/** A node as data without parents, for comparing. */
export function outline(node: DocNode | null): unknown {
  if (!node) return null;
  const { parent: _parent, children, ...rest } = node;
  if (node.type === 'INLINE_IMAGE') return { ...rest, data: [...node.data] };
  if (node.type === 'FOOTNOTE') return { type: node.type, contents: outline(node.contents) };
  return { ...rest, children: children.map(outline) };
}
