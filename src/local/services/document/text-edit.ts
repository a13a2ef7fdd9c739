import { type Attributes, type DocNode, newParagraph, newText, type ParagraphNode } from './model';
import { joinRuns, mapRuns, runAt, spliceRuns } from './runs';
import { attach, cloneNode, detach, isParagraph, segmentsOf } from './tree';

/** Changes by character offsets in the text of a node (see `segmentsOf`). */

/** New characters look like the ones before them; a link is not carried on. */
export function insertCharacters(root: DocNode, offset: number, text: string): void {
  const segments = segmentsOf(root);
  const inside = segments.filter(({ start, length }) => start <= offset && offset <= start + length);
  const segment = inside.find(({ length, start }) => offset > start && length > 0) ?? inside[0];
  if (!segment || text === '') return;
  if (!segment.text) {
    attach(
      segment.paragraph,
      segment.paragraph.children.length,
      newText(text, segment.paragraph.textAttributes),
    );
    return;
  }
  const at = offset - segment.start;
  const look = {
    ...(runAt(segment.text.runs, Math.max(at - 1, 0))?.attributes ?? segment.paragraph.textAttributes),
  };
  const insideLink =
    at > 0 && at < segment.length && look.LINK_URL === runAt(segment.text.runs, at)?.attributes.LINK_URL;
  if (!insideLink) delete look.LINK_URL;
  segment.text.runs = spliceRuns(segment.text.runs, at, at, [{ text, attributes: look }]);
}

/** Deletes the characters [start, end). Line breaks between paragraphs stay: paragraphs are not joined. */
export function deleteCharacters(root: DocNode, start: number, end: number): void {
  for (const segment of segmentsOf(root)) {
    if (!segment.text || segment.start >= end || segment.start + segment.length <= start) continue;
    const look = segment.text.runs[0]?.attributes ?? {};
    segment.text.runs = spliceRuns(
      segment.text.runs,
      Math.max(start - segment.start, 0),
      end - segment.start,
      [],
    );
    if (segment.text.runs.length > 0) continue;
    segment.paragraph.textAttributes = { ...look };
    if (segment.text !== root) detach(segment.text);
  }
}

export function paintCharacters(
  root: DocNode,
  start: number,
  end: number,
  change: (look: Attributes) => void,
): void {
  for (const segment of segmentsOf(root)) {
    if (!segment.text || segment.start >= end || segment.start + segment.length <= start) continue;
    const from = Math.max(start - segment.start, 0);
    segment.text.runs = mapRuns(
      segment.text.runs,
      from,
      Math.min(end - segment.start, segment.length),
      change,
    );
  }
}

/** The look of one character. */
export function lookAt(root: DocNode, offset: number): Attributes | null {
  for (const { text, start, length } of segmentsOf(root))
    if (text && offset >= start && offset < start + length)
      return runAt(text.runs, offset - start)?.attributes ?? null;
  return null;
}

/**
 * Replaces the whole text. In a section or cell every line becomes a paragraph: in a cell these look like its first
 * paragraph did, in a section they have the look given.
 */
export function setTextOf(root: DocNode, text: string, look: Attributes = {}): void {
  if (root.type === 'TEXT')
    root.runs = joinRuns([{ text, attributes: { ...(root.runs[0]?.attributes ?? {}) } }]);
  else if (isParagraph(root)) setParagraphText(root, text);
  else if (root.type !== 'TABLE' && root.type !== 'TABLE_ROW') {
    const model =
      root.type === 'TABLE_CELL' ? root.children.find((child) => child.type === 'PARAGRAPH') : undefined;
    const first = root.children[0];
    const original = first?.type === 'PARAGRAPH' && first.original && text !== '';
    for (const child of [...root.children]) detach(child);
    for (const line of text.split('\n')) {
      const paragraph = model?.type === 'PARAGRAPH' ? cloneNode(model) : newParagraph('', look);
      setParagraphText(paragraph, line);
      if (root.children.length === 0) paragraph.original = original;
      attach(root, root.children.length, paragraph);
    }
  }
}

export function setParagraphText(paragraph: ParagraphNode, text: string): void {
  const first = paragraph.children.find((child) => child.type === 'TEXT');
  const look = first?.type === 'TEXT' ? { ...first.runs[0]?.attributes } : paragraph.textAttributes;
  for (const child of [...paragraph.children]) detach(child);
  paragraph.textAttributes = { ...look };
  if (text !== '') attach(paragraph, 0, newText(text, look));
}
