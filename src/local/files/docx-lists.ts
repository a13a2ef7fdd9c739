import { AlignmentType, LevelFormat, type NumberingDefinition } from 'docx';
import { glyphAt } from '../services/document/lists';
import type { DocNode, ListModel } from '../services/document/model';
import { walk } from '../services/document/tree';

const LEVELS = 9;

/** Number format of a glyph type, and its text where it is a bullet. */
const FORMATS: Readonly<
  Record<string, { format: (typeof LevelFormat)[keyof typeof LevelFormat]; bullet?: string }>
> = {
  BULLET: { format: LevelFormat.BULLET, bullet: '•' },
  HOLLOW_BULLET: { format: LevelFormat.BULLET, bullet: '○' },
  SQUARE_BULLET: { format: LevelFormat.BULLET, bullet: '■' },
  NUMBER: { format: LevelFormat.DECIMAL },
  LATIN_UPPER: { format: LevelFormat.UPPER_LETTER },
  LATIN_LOWER: { format: LevelFormat.LOWER_LETTER },
  ROMAN_UPPER: { format: LevelFormat.UPPER_ROMAN },
  ROMAN_LOWER: { format: LevelFormat.LOWER_ROMAN },
};

/** A numbering for every list in use: items of one list are numbered through, another list starts at 1. */
export function numberings(
  sections: readonly (DocNode | null)[],
  lists: Record<string, ListModel>,
): NumberingDefinition[] {
  const used = new Set<string>();
  for (const section of sections)
    if (section) for (const node of walk(section)) if (node.type === 'LIST_ITEM') used.add(node.listId);
  return [...used].map((reference) => ({
    reference,
    levels: Array.from({ length: LEVELS }, (_, level) => {
      const { format, bullet } = FORMATS[glyphAt(lists[reference], level)] ?? FORMATS.NUMBER;
      return {
        level,
        format,
        text: bullet ?? `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
      };
    }),
  }));
}

/** The glyph type of a number format read from a file. */
export function glyphOf(format: string, text: string): string {
  if (format !== 'bullet')
    return Object.keys(FORMATS).find((glyph) => FORMATS[glyph].format === format) ?? 'NUMBER';
  if (/^[○◦o]$/.test(text)) return 'HOLLOW_BULLET';
  return /^[■▪§\uf0a7]$/.test(text) ? 'SQUARE_BULLET' : 'BULLET';
}
