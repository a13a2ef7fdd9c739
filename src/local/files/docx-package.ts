import JSZip from 'jszip';
import { glyphOf } from './docx-lists';
import { child, descendant, elements, parseXml, value, type Xml } from './docx-xml';

/** A part of the file (the body, a header) with what its links and pictures point at. */
export interface Part {
  root: Xml;
  /** By relation id: an address outside, or the name of a part. */
  targets: ReadonlyMap<string, string>;
}

export interface StyleEntry {
  type: string;
  /** `heading 1`, `Title` … the same in every language of Word. */
  name: string;
  basedOn: string | undefined;
  paragraph: Xml | undefined;
  run: Xml | undefined;
}

interface NumberingEntry {
  /** The same for numbers that are counted through: those of one definition that do not start anew. */
  list: string;
  /** Glyph types by level. */
  glyphs: string[];
}

/** What a .docx holds, unpacked. */
export interface DocxPackage {
  document: Part;
  styles: ReadonlyMap<string, StyleEntry>;
  /** By number id. */
  numberings: ReadonlyMap<string, NumberingEntry>;
  footnotes: ReadonlyMap<string, Xml>;
  part(name: string): Part | null;
  media: ReadonlyMap<string, Uint8Array>;
}

/** @throws Error in words when the bytes are not a .docx */
export async function openPackage(bytes: Uint8Array): Promise<DocxPackage> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new Error('The file is not a .docx: it is not a ZIP archive (an old .doc or an encrypted file?)');
  });
  const texts = new Map<string, string>();
  const media = new Map<string, Uint8Array>();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir) continue;
    if (/\.(xml|rels)$/.test(name)) texts.set(name, await entry.async('string'));
    else media.set(name, await entry.async('uint8array'));
  }
  const main =
    [...relations('', '', texts)].find(([, target]) => /document\d*\.xml$/.test(target))?.[1] ??
    'word/document.xml';
  const part = (name: string): Part | null => {
    const text = texts.get(name);
    const [folder, file] = split(name);
    return text === undefined ? null : { root: parseXml(text), targets: relations(folder, file, texts) };
  };
  const document = part(main);
  if (!document) throw new Error(`The file is not a .docx: it has no part ${main}`);
  const folder = split(main)[0];
  const root = (name: string) => part(`${folder}${name}`)?.root;
  return {
    document,
    part,
    media,
    styles: readStyles(root('styles.xml')),
    numberings: readNumberings(root('numbering.xml')),
    footnotes: new Map(
      elements(root('footnotes.xml'), 'w:footnote').map((note) => [note.attributes['w:id'], note]),
    ),
  };
}

function split(name: string): [string, string] {
  const at = name.lastIndexOf('/') + 1;
  return [name.slice(0, at), name.slice(at)];
}

function relations(folder: string, file: string, texts: ReadonlyMap<string, string>): Map<string, string> {
  const text = texts.get(`${folder}_rels/${file}.rels`);
  const found = new Map<string, string>();
  for (const { attributes } of text ? elements(parseXml(text)) : []) {
    const { Id, Target, TargetMode } = attributes;
    found.set(
      Id,
      TargetMode === 'External' ? Target : Target.startsWith('/') ? Target.slice(1) : normal(folder + Target),
    );
  }
  return found;
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function readStyles(root: Xml | undefined): Map<string, StyleEntry> {
  const entries = elements(root, 'w:style').map((style): [string, StyleEntry] => [
    style.attributes['w:styleId'],
    {
      type: style.attributes['w:type'],
      name: value(style, 'w:name') ?? '',
      basedOn: value(style, 'w:basedOn'),
      paragraph: child(style, 'w:pPr'),
      run: child(style, 'w:rPr'),
    },
  ]);
  return new Map(entries);
}

function readNumberings(root: Xml | undefined): Map<string, NumberingEntry> {
  const abstract = new Map(
    elements(root, 'w:abstractNum').map((each) => [
      each.attributes['w:abstractNumId'],
      elements(each, 'w:lvl').map((level) =>
        glyphOf(
          value(level, 'w:numFmt') ?? 'decimal',
          descendant(level, 'w:lvlText')?.attributes['w:val'] ?? '',
        ),
      ),
    ]),
  );
  return new Map(
    elements(root, 'w:num').map((each) => {
      const [id, definition] = [each.attributes['w:numId'], value(each, 'w:abstractNumId') ?? ''];
      const startsAnew = descendant(each, 'w:startOverride') !== undefined;
      return [id, { list: startsAnew ? `number ${id}` : definition, glyphs: abstract.get(definition) ?? [] }];
    }),
  );
}
