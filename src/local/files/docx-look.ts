import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { Attributes, DocumentContent } from '../services/document/model';

/**
 * How a document looks where its script set nothing: the look of Russian official papers (ГОСТ Р 7.0.97-2016 names
 * Times New Roman of 12–14 points), headings in bold black, tables a size smaller.
 */
const BODY_FONT = 'Times New Roman';
const BODY_POINTS = 12;
/** Paragraph styles of our own; docx-read.ts knows them by these ids. */
export const STYLE = {
  tableText: 'TableText',
  afterTable: 'AfterTable',
  pageNumber: 'HostPageNumber',
  subtitle: 'Subtitle',
} as const;

interface Heading {
  points: number;
  italics?: boolean;
  before: number;
  after: number;
  centred?: boolean;
}

/** By key of ParagraphHeading. */
const HEADINGS: Readonly<Record<string, Heading>> = {
  TITLE: { points: 16, before: 0, after: 12, centred: true },
  SUBTITLE: { points: 13, before: 0, after: 12, centred: true },
  HEADING1: { points: 14, before: 18, after: 8 },
  HEADING2: { points: 13, before: 14, after: 6 },
  HEADING3: { points: 12, before: 12, after: 6 },
  HEADING4: { points: 12, italics: true, before: 10, after: 4 },
  HEADING5: { points: 12, italics: true, before: 8, after: 4 },
  HEADING6: { points: 12, italics: true, before: 8, after: 4 },
};

export function styles(content: DocumentContent): IStylesOptions {
  const heading = (key: string) => headingStyle(HEADINGS[key], content.headingAttributes[key] ?? {});
  const normal = content.headingAttributes.NORMAL ?? {};
  return {
    default: {
      document: {
        run: {
          font: BODY_FONT,
          size: BODY_POINTS * 2,
          language: { value: 'ru-RU', eastAsia: 'ru-RU' },
          ...runOptions(normal),
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO, ...spacing(normal) } },
      },
      title: heading('TITLE'),
      heading1: heading('HEADING1'),
      heading2: heading('HEADING2'),
      heading3: heading('HEADING3'),
      heading4: heading('HEADING4'),
      heading5: heading('HEADING5'),
      heading6: heading('HEADING6'),
      hyperlink: { run: { color: '1155CC', underline: { type: 'single' } } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      {
        id: STYLE.subtitle,
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        ...heading('SUBTITLE'),
      },
      ...[11, 10, 9, 8].map((points) => ({
        id: `${STYLE.tableText}${points}`,
        name: `Table Text ${points}`,
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: points * 2 },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      })),
      {
        id: STYLE.afterTable,
        name: 'After Table',
        basedOn: 'Normal',
        run: { size: 16 },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: STYLE.pageNumber,
        name: 'Page Number Line',
        basedOn: 'Normal',
        run: { size: 22 },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        },
      },
    ],
  };
}

function headingStyle(look: Heading, set: Attributes): IBaseParagraphStyleOptions {
  const own = {
    size: look.points * 2,
    bold: true,
    italics: look.italics ?? false,
    color: '000000',
    font: BODY_FONT,
  };
  return {
    run: { ...own, ...runOptions(set) },
    paragraph: {
      keepNext: true,
      keepLines: true,
      alignment: alignment(set) ?? (look.centred ? AlignmentType.CENTER : AlignmentType.LEFT),
      spacing: {
        before: look.before * 20,
        after: look.after * 20,
        line: 240,
        lineRule: LineRuleType.AUTO,
        ...spacing(set),
      },
    },
  };
}

/** Looks of text as run properties. Sizes in a .docx are half-points. */
export function runOptions(look: Attributes): IRunStylePropertiesOptions {
  const hex = (key: string) => String(look[key]).slice(1).toUpperCase();
  return {
    ...(look.BOLD === undefined ? {} : { bold: look.BOLD === true }),
    ...(look.ITALIC === undefined ? {} : { italics: look.ITALIC === true }),
    ...(look.UNDERLINE === undefined ? {} : { underline: { type: look.UNDERLINE ? 'single' : 'none' } }),
    ...(look.STRIKETHROUGH === undefined ? {} : { strike: look.STRIKETHROUGH === true }),
    ...(look.FONT_FAMILY === undefined ? {} : { font: String(look.FONT_FAMILY) }),
    ...(look.FONT_SIZE === undefined ? {} : { size: Math.round(Number(look.FONT_SIZE) * 2) }),
    ...(look.FOREGROUND_COLOR === undefined ? {} : { color: hex('FOREGROUND_COLOR') }),
    ...(look.BACKGROUND_COLOR === undefined
      ? {}
      : { shading: { type: 'clear', color: 'auto', fill: hex('BACKGROUND_COLOR') } }),
    ...(look.TEXT_ALIGNMENT === 'SUPERSCRIPT' ? { superScript: true } : {}),
    ...(look.TEXT_ALIGNMENT === 'SUBSCRIPT' ? { subScript: true } : {}),
  };
}

const ALIGNMENTS = {
  LEFT: AlignmentType.LEFT,
  CENTER: AlignmentType.CENTER,
  RIGHT: AlignmentType.RIGHT,
  JUSTIFY: AlignmentType.JUSTIFIED,
};

export function alignment(set: Attributes): (typeof AlignmentType)[keyof typeof AlignmentType] | undefined {
  return ALIGNMENTS[set.HORIZONTAL_ALIGNMENT as keyof typeof ALIGNMENTS];
}

/** Spacing in twips (twentieths of a point); line spacing in 240ths of a line. */
export function spacing(set: Attributes): ISpacingProperties {
  return {
    ...(set.SPACING_BEFORE === undefined ? {} : { before: twips(set.SPACING_BEFORE) }),
    ...(set.SPACING_AFTER === undefined ? {} : { after: twips(set.SPACING_AFTER) }),
    ...(set.LINE_SPACING === undefined
      ? {}
      : { line: Math.round(Number(set.LINE_SPACING) * 240), lineRule: LineRuleType.AUTO }),
  };
}

export function twips(points: unknown): number {
  return Math.round(Number(points) * 20);
}
