import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IFloating,
  ImageRun,
  PageBreak,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { DocNode, ImageNode, PositionedModel, Run } from '../services/document/model';
import { writeAnchor } from './docx-anchor';
import { runOptions } from './docx-look';
import type { Place } from './docx-place';

/** Children of a paragraph as parts of the docx package. */
export function writeInline(node: DocNode, place: Place): ParagraphChild[] {
  switch (node.type) {
    case 'TEXT':
      return node.runs.flatMap(writeRun);
    case 'INLINE_IMAGE':
      return [writeImage(node, place)];
    case 'PAGE_BREAK':
      return [new PageBreak()];
    case 'FOOTNOTE':
      place.footnotes.push(node.contents);
      return [new FootnoteReferenceRun(place.footnotes.length)];
    default:
      return [];
  }
}

function writeRun(run: Run): ParagraphChild[] {
  const link = run.attributes.LINK_URL;
  const options = { ...(link ? { style: 'Hyperlink' } : {}), ...runOptions(run.attributes) };
  const lines = xmlText(run.text).split(/\r\n|[\n\r\v]/);
  const runs = lines.map((line, i) => {
    const parts = line.split('\t').flatMap((part, j) => (j === 0 ? [part] : [new Tab(), part]));
    return new TextRun({
      ...options,
      ...(i > 0 ? { break: 1 } : {}),
      children: parts.filter((part) => part !== ''),
    });
  });
  return link ? [new ExternalHyperlink({ link: String(link), children: runs })] : runs;
}

/** Without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return text.replace(/[\x00-\x08\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(lone, '\ufffd');
}

const IMAGE_TYPES: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** A picture anchored to the paragraph that it is written into. */
export function writePositioned(image: PositionedModel, place: Place): ParagraphChild {
  return writeImage(image.picture, place, writeAnchor(image));
}

/** A picture wider than its place is made smaller, keeping its shape. */
function writeImage(node: ImageNode, place: Place, floating?: IFloating): ParagraphChild {
  const most = (place.width * 96) / 72;
  const scale = Math.min(1, most / node.width);
  const image = new ImageRun({
    type: IMAGE_TYPES[node.contentType] ?? 'png',
    data: node.data,
    transformation: { width: Math.round(node.width * scale), height: Math.round(node.height * scale) },
    ...(floating ? { floating } : {}),
    altText: {
      name: xmlText(node.name ?? ''),
      ...(node.altTitle === null ? {} : { title: xmlText(node.altTitle) }),
      ...(node.altDescription === null ? {} : { description: xmlText(node.altDescription) }),
    },
  });
  const link = node.attributes.LINK_URL;
  return link ? new ExternalHyperlink({ link: String(link), children: [image] }) : image;
}
