import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { A4_HEIGHT, A4_WIDTH, type DocumentContent, type SectionNode } from '../services/document/model';
import { writeBlocks } from './docx-blocks';
import { xmlText } from './docx-inline';
import { numberings } from './docx-lists';
import { STYLE, styles, twips } from './docx-look';
import type { Place } from './docx-place';
import { settle } from './docx-settle';

export interface DocxOptions {
  /** Title in the file's properties. */
  title: string;
  /** Author in the file's properties. */
  author?: string;
  /** Moments of making and of the last change, written into the file; the same input gives the same bytes. */
  created: Date | number;
  modified?: Date | number;
}

/**
 * A document as the bytes of a .docx for Word and LibreOffice.
 *
 * What the script set is kept; where it set nothing the look is that of docx-look.ts. Apps Script has no element for
 * page numbers, so every file gets a centred page number at the foot of all pages but the first. Rows of tables do not
 * break across pages and the first row repeats; a table or picture wider than its place is shrunk to fit.
 */
export async function writeDocx(content: DocumentContent, options: DocxOptions): Promise<Uint8Array> {
  const page = pageOf(content);
  const footnotes: Place['footnotes'] = [];
  const place: Place = { width: page.textWidth, tableStyle: null, footnotes };
  const children = writeBlocks(content.body.children, place);
  const blocks = (section: SectionNode | null) =>
    section ? writeBlocks(section.children, place) : [new Paragraph({ style: STYLE.pageNumber })];
  const landscape = page.width > page.height;
  const document = new Document({
    title: xmlText(options.title),
    creator: xmlText(options.author ?? ''),
    lastModifiedBy: xmlText(options.author ?? ''),
    description: '',
    compatibility: { version: 15 },
    styles: styles(content),
    numbering: { config: numberings([content.body, content.header, content.footer], content.lists) },
    footnotes: Object.fromEntries(
      footnotes.map((section, i) => [
        String(i + 1),
        { children: writeBlocks(section.children, place).filter((block) => block instanceof Paragraph) },
      ]),
    ),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The package swaps the sides itself when the orientation is landscape.
            size: {
              width: twips(landscape ? page.height : page.width),
              height: twips(landscape ? page.width : page.height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { ...page.margins, header: 720, footer: Math.min(720, page.margins.bottom) },
          },
        },
        headers: {
          default: new Header({ children: blocks(content.header) }),
          first: new Header({ children: blocks(content.header) }),
        },
        footers: {
          default: new Footer({
            children: [...(content.footer ? blocks(content.footer) : []), pageNumber()],
          }),
          first: new Footer({ children: blocks(content.footer) }),
        },
        children: endWithParagraph(children),
      },
    ],
  });
  const created = new Date(options.created);
  return settle(await Packer.toBuffer(document), created, new Date(options.modified ?? created));
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: STYLE.pageNumber,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** Word wants a paragraph at the end. */
function endWithParagraph(children: (Paragraph | Table)[]): (Paragraph | Table)[] {
  return children.at(-1) instanceof Paragraph
    ? children
    : [...children, new Paragraph({ style: STYLE.afterTable })];
}

interface Page {
  width: number;
  height: number;
  textWidth: number;
  /** Twips. */
  margins: { top: number; bottom: number; left: number; right: number };
}

function pageOf({ body }: DocumentContent): Page {
  const read = (key: string, otherwise: number) => Number(body.attributes[key] ?? otherwise);
  const width = read('PAGE_WIDTH', A4_WIDTH);
  const [left, right] = [read('MARGIN_LEFT', 72), read('MARGIN_RIGHT', 72)];
  return {
    width,
    height: read('PAGE_HEIGHT', A4_HEIGHT),
    textWidth: Math.max(width - left - right, 36),
    margins: {
      top: twips(read('MARGIN_TOP', 72)),
      bottom: twips(read('MARGIN_BOTTOM', 72)),
      left: twips(left),
      right: twips(right),
    },
  };
}
