import type { Attributes } from '../services/document/model';
import type { StyleEntry } from './docx-package';
import { child, toggle, value, type Xml } from './docx-xml';

/** Properties of paragraphs and runs of a .docx as attributes of the model. The inverse of docx-look.ts. */

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: 'LEFT',
  start: 'LEFT',
  center: 'CENTER',
  right: 'RIGHT',
  end: 'RIGHT',
  both: 'JUSTIFY',
  distribute: 'JUSTIFY',
};

/** Attributes that are set on the paragraph itself. */
export function paragraphAttributes(properties: Xml | undefined, isListItem: boolean): Attributes {
  const found: Attributes = {};
  const aligned = ALIGNMENTS[value(properties, 'w:jc') ?? ''];
  if (aligned) found.HORIZONTAL_ALIGNMENT = aligned;
  if (toggle(properties, 'w:bidi')) found.LEFT_TO_RIGHT = false;
  const spacing = child(properties, 'w:spacing')?.attributes ?? {};
  if (spacing['w:before'] !== undefined) found.SPACING_BEFORE = points(spacing['w:before']);
  if (spacing['w:after'] !== undefined) found.SPACING_AFTER = points(spacing['w:after']);
  const rule = spacing['w:lineRule'] ?? 'auto';
  if (spacing['w:line'] !== undefined && rule === 'auto')
    found.LINE_SPACING = round(Number(spacing['w:line']) / 240);
  return { ...found, ...indents(child(properties, 'w:ind'), isListItem) };
}

/** A .docx counts the first line from the start indent, the model from the margin. */
function indents(indent: Xml | undefined, isListItem: boolean): Attributes {
  if (!indent) return {};
  const read = (...names: string[]) =>
    names.map((name) => indent.attributes[name]).find((text) => text !== undefined);
  const start = points(read('w:start', 'w:left') ?? '0');
  const end = read('w:end', 'w:right');
  const hanging = points(read('w:hanging') ?? '0');
  const first = round(start + (hanging > 0 ? -hanging : points(read('w:firstLine') ?? '0')));
  return {
    ...(start !== 0 || isListItem ? { INDENT_START: start } : {}),
    ...(first !== 0 || isListItem ? { INDENT_FIRST_LINE: first } : {}),
    ...(end === undefined || Number(end) === 0 ? {} : { INDENT_END: points(end) }),
  };
}

/** Looks of a run: those of its character style, over them its own. */
export function runAttributes(
  properties: Xml | undefined,
  styles: ReadonlyMap<string, StyleEntry>,
): Attributes {
  const style = styles.get(value(properties, 'w:rStyle') ?? '');
  const inherited = style && !/hyperlink|footnote/i.test(style.name) ? runAttributes(style.run, styles) : {};
  const found: Attributes = { ...inherited };
  const set = (key: string, read: Attributes[string] | undefined) => {
    if (read !== undefined) found[key] = read;
  };
  set('BOLD', toggle(properties, 'w:b'));
  set('ITALIC', toggle(properties, 'w:i'));
  set('STRIKETHROUGH', toggle(properties, 'w:strike'));
  set('UNDERLINE', toggle(properties, 'w:u'));
  set('FONT_FAMILY', fontOf(child(properties, 'w:rFonts')));
  const size = Number(value(properties, 'w:sz'));
  if (size > 0) found.FONT_SIZE = size / 2;
  set('FOREGROUND_COLOR', hex(value(properties, 'w:color')));
  set('BACKGROUND_COLOR', hex(child(properties, 'w:shd')?.attributes['w:fill']));
  const vertical = value(properties, 'w:vertAlign');
  if (vertical === 'superscript' || vertical === 'subscript') found.TEXT_ALIGNMENT = vertical.toUpperCase();
  return found;
}

function fontOf(fonts: Xml | undefined): string | undefined {
  return fonts?.attributes['w:ascii'] ?? fonts?.attributes['w:hAnsi'] ?? fonts?.attributes['w:cs'];
}

/** Key of ParagraphHeading for a paragraph style, looked for up the styles it is based on. */
export function headingOf(
  styleId: string | undefined,
  styles: ReadonlyMap<string, StyleEntry>,
): string | null {
  const seen = new Set<string>();
  for (let id = styleId; id !== undefined && !seen.has(id); id = styles.get(id)?.basedOn) {
    seen.add(id);
    const name = (styles.get(id)?.name ?? id).toLowerCase();
    const level = /^heading ?([1-6])$/.exec(name)?.[1];
    if (level) return `HEADING${level}`;
    if (name === 'title' || name === 'subtitle') return name.toUpperCase();
  }
  return null;
}

export function hex(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{6}$/i.test(text) ? `#${text.toLowerCase()}` : undefined;
}

/** Twips as points. */
export function points(twips: string): number {
  return round(Number(twips) / 20);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
