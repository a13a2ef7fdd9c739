import JSZip from 'jszip';

/**
 * Makes a packed .docx depend on its input only: the package stamps the time of packing and gives links random ids.
 * Here the moments are the given ones, ids are counted, and all entries of the archive carry the moment of change.
 */
export async function settle(packed: Uint8Array, created: Date, modified: Date): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(packed);
  const parts = new Map<string, string | Uint8Array>();
  for (const name of Object.keys(source.files)) {
    const entry = source.files[name];
    if (entry.dir) continue;
    const isText = /\.(xml|rels)$/.test(name);
    parts.set(name, isText ? await entry.async('string') : await entry.async('uint8array'));
  }
  for (const [name, text] of parts) {
    const owner = /^(.*)_rels\/([^/]+)\.rels$/.exec(name);
    if (!owner || typeof text !== 'string') continue;
    const part = `${owner[1]}${owner[2]}`;
    const renamed = countIds(text, String(parts.get(part) ?? ''));
    parts.set(name, renamed.relations);
    if (parts.has(part)) parts.set(part, renamed.part);
  }
  let drawings = 0;
  for (const name of [...parts.keys()].sort()) {
    const text = parts.get(name);
    if (typeof text !== 'string' || !name.startsWith('word/')) continue;
    // The package counts pictures over the life of the process.
    parts.set(
      name,
      text.replace(/(<wp:docPr id=")\d+"/g, (_, head) => `${head}${++drawings}"`),
    );
  }
  const core = parts.get('docProps/core.xml');
  if (typeof core === 'string') parts.set('docProps/core.xml', stamp(core, created, modified));
  const target = new JSZip();
  for (const name of [...parts.keys()].sort(contentTypesFirst))
    target.file(name, parts.get(name) as string, { date: modified, createFolders: false });
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function countIds(relations: string, part: string): { relations: string; part: string } {
  const random = [...relations.matchAll(/ Id="([^"]+)"/g)]
    .map((match) => match[1])
    .filter((id) => !/^rId\d+$/.test(id));
  const order = random.sort((a, b) => part.indexOf(`"${a}"`) - part.indexOf(`"${b}"`));
  const names = new Map(order.map((id, i) => [id, `rIdL${i + 1}`]));
  const rename = (text: string) =>
    text.replace(/"([^"<>]*)"/g, (whole, id) => (names.has(id) ? `"${names.get(id)}"` : whole));
  return { relations: rename(relations), part: rename(part) };
}

function stamp(core: string, created: Date, modified: Date): string {
  const moment = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
  return core
    .replace(/(<dcterms:created[^>]*>)[^<]*/, `$1${moment(created)}`)
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${moment(modified)}`);
}
