import { enumeration, enumKey, isEnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import type { Attributes, AttributeValue } from './model';

/** Which attributes live on which level, and how they pass between scripts and the model. */

export const TEXT_KEYS = [
  'FONT_SIZE',
  'ITALIC',
  'STRIKETHROUGH',
  'FOREGROUND_COLOR',
  'BOLD',
  'LINK_URL',
  'UNDERLINE',
  'FONT_FAMILY',
  'BACKGROUND_COLOR',
] as const;
export const PARAGRAPH_KEYS = [
  'HORIZONTAL_ALIGNMENT',
  'INDENT_END',
  'INDENT_START',
  'LINE_SPACING',
  'INDENT_FIRST_LINE',
  'LEFT_TO_RIGHT',
  'SPACING_BEFORE',
  'HEADING',
  'SPACING_AFTER',
] as const;
export const LIST_KEYS = ['GLYPH_TYPE', 'LIST_ID', 'NESTING_LEVEL'] as const;
export const BODY_KEYS = [
  'PAGE_WIDTH',
  'PAGE_HEIGHT',
  'MARGIN_TOP',
  'MARGIN_BOTTOM',
  'MARGIN_LEFT',
  'MARGIN_RIGHT',
] as const;
export const TABLE_KEYS = ['BORDER_COLOR', 'BORDER_WIDTH'] as const;
export const ROW_KEYS = ['MINIMUM_HEIGHT'] as const;
export const CELL_KEYS = [
  'BACKGROUND_COLOR',
  'VERTICAL_ALIGNMENT',
  'WIDTH',
  'PADDING_TOP',
  'PADDING_BOTTOM',
  'PADDING_LEFT',
  'PADDING_RIGHT',
] as const;
export const IMAGE_KEYS = ['WIDTH', 'HEIGHT', 'LINK_URL'] as const;

const ENUM_OF: Readonly<Record<string, string>> = {
  HORIZONTAL_ALIGNMENT: 'Document.HorizontalAlignment',
  HEADING: 'Document.ParagraphHeading',
  GLYPH_TYPE: 'Document.GlyphType',
  VERTICAL_ALIGNMENT: 'Document.VerticalAlignment',
  TEXT_ALIGNMENT: 'Document.TextAlignment',
};
const COLOURS = new Set(['FOREGROUND_COLOR', 'BACKGROUND_COLOR', 'BORDER_COLOR']);

/** What getAlignment() and the like read on a plain paragraph where nothing was set. */
export const NORMAL_PARAGRAPH: Attributes = {
  HORIZONTAL_ALIGNMENT: 'LEFT',
  INDENT_END: 0,
  INDENT_START: 0,
  INDENT_FIRST_LINE: 0,
  LINE_SPACING: 1.15,
  LEFT_TO_RIGHT: true,
  SPACING_BEFORE: 0,
  SPACING_AFTER: 0,
};

/** A stored value as scripts see it: enum keys become constants, nothing stored reads null. */
export function toScript(key: string, value: AttributeValue | null | undefined): unknown {
  if (value === undefined || value === null) return null;
  const name = ENUM_OF[key];
  return name ? (enumeration(name)[String(value)] ?? null) : value;
}

/** A script's value as it is stored; null takes the attribute off. */
export function fromScript(key: string, value: unknown): AttributeValue | null {
  if (value === null || value === undefined) return null;
  const name = ENUM_OF[key];
  if (name) {
    const constant =
      enumKey(name, value) ?? (typeof value === 'string' && enumeration(name)[value] ? value : null);
    return constant ?? fail(`Unexpected value ${String(value)} for the attribute ${key}.`);
  }
  if (COLOURS.has(key)) return colour(String(value));
  if (isEnumValue(value)) return value.name();
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** CSS hexadecimal colour in lower case, `#abc` written out. */
export function colour(text: string): string {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1].toLowerCase();
  if (!hex) fail(`Invalid color: ${text}`);
  return `#${hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex}`;
}

/** The known ones of a script's attribute table, as stored values; null = take off. */
export function readTable(table: unknown, keys: readonly string[]): Record<string, AttributeValue | null> {
  const found: Record<string, AttributeValue | null> = {};
  for (const [key, value] of Object.entries((table ?? {}) as Record<string, unknown>))
    if (keys.includes(key)) found[key] = fromScript(key, value);
  return found;
}

/** A table for getAttributes(): every key, null where nothing is set. */
export function writeTable(keys: readonly string[], values: Readonly<Attributes>): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, toScript(key, values[key])]));
}
