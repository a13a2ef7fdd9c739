import JSZip from 'jszip';
import { BookFileError } from './book-error';
import { children, parseXml, type XmlElement } from './xml';

/** More than this unpacked is not a workbook but an attack on the memory. */
const UNPACKED_LIMIT = 512 * 1024 * 1024;

export interface Relation {
  readonly type: string; // last word of the type URI: "worksheet"
  readonly target: string; // part name in the package, or the address when external
  readonly external: boolean;
}

/** An OOXML package: parts by name, without the leading slash. */
export interface OfficePackage {
  readonly names: readonly string[];
  bytes(part: string): Promise<Uint8Array | null>;
  text(part: string): Promise<string | null>;
  xml(part: string): Promise<XmlElement | null>;
  /** Relations of a part by id; none when it has no .rels. */
  relations(part: string): Promise<Map<string, Relation>>;
}

/**
 * Opens the zip of an office file.
 * @param file name for the messages
 * @throws BookFileError empty, old .xls or password, cut off, not a zip, too large when unpacked
 */
export async function openPackage(
  data: Uint8Array,
  file: string,
  limit = UNPACKED_LIMIT,
): Promise<OfficePackage> {
  const refuse = (reason: string, advice: string): never => {
    throw new BookFileError(`Файл «${file}» не читается как книга .xlsx: ${reason}. ${advice}`);
  };
  const again = 'Возьмите целую копию файла (скачайте или скопируйте заново) и повторите.';
  if (data.length === 0) refuse('файл пуст (0 байт)', again);
  if (startsWith(data, [0xd0, 0xcf, 0x11, 0xe0])) {
    refuse(
      'похоже на старый формат .xls или книгу с паролем',
      'Сохраните её как «Книга Excel (.xlsx)» без пароля и повторите.',
    );
  }
  if (!startsWith(data, [0x50, 0x4b])) {
    refuse(
      'это другой формат',
      'Откройте файл в Excel или LibreOffice, сохраните как «Книга Excel (.xlsx)» и повторите.',
    );
  }
  const zip: JSZip = await JSZip.loadAsync(data).catch(() => refuse('файл обрезан или повреждён', again));
  const names = Object.keys(zip.files).filter((name) => !zip.files[name].dir);
  // Some writers store backslashes or another letter case.
  const index = new Map(names.map((name) => [partKey(name), name]));
  let unpacked = 0;

  const bytes = async (part: string): Promise<Uint8Array | null> => {
    const name = index.get(partKey(part));
    if (name === undefined) return null;
    return inflate(zip.files[name], (size) => {
      unpacked += size;
      if (unpacked > limit) {
        const size = `${Math.floor(limit / 1024 / 1024)} МБ`;
        refuse(
          `в распакованном виде она больше ${size}`,
          'Разделите книгу на части или удалите лишние листы и картинки.',
        );
      }
    }).catch((error: unknown) =>
      error instanceof BookFileError ? rethrow(error) : refuse(`часть ${name} повреждена`, again),
    );
  };
  const text = async (part: string): Promise<string | null> => {
    const data = await bytes(part);
    return data && decodeXmlBytes(data);
  };
  const xml = async (part: string): Promise<XmlElement | null> => {
    const source = await text(part);
    if (source === null) return null;
    try {
      return parseXml(source);
    } catch {
      return refuse(`часть ${part} повреждена`, again);
    }
  };
  const relations = async (part: string): Promise<Map<string, Relation>> => {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const source = await xml(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    const found = new Map<string, Relation>();
    for (const { attributes } of children(source ?? undefined, 'Relationship')) {
      const external = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      found.set(attributes.Id, {
        type: (attributes.Type ?? '').split('/').pop() ?? '',
        target: external ? target : resolvePart(folder, target),
        external,
      });
    }
    return found;
  };
  return { names, bytes, text, xml, relations };
}

function rethrow(error: Error): never {
  throw error;
}

const startsWith = (data: Uint8Array, head: number[]): boolean => head.every((byte, i) => data[i] === byte);

const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const parts: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** Office files are UTF-8; a byte order mark may say UTF-16. */
export function decodeXmlBytes(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data);
  return new TextDecoder('utf-8').decode(data);
}

/** Unpacks piece by piece, so that a part that lies about its size is stopped before it fills the memory. */
function inflate(entry: JSZip.JSZipObject, count: (size: number) => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    const stream = (entry as unknown as PieceSource).internalStream('uint8array');
    stream
      .on('data', (piece) => {
        try {
          count(piece.length);
          pieces.push(piece);
        } catch (error) {
          stream.pause();
          reject(error);
        }
      })
      .on('error', reject)
      .on('end', () => resolve(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)))
      .resume();
  });
}

/** JSZip documents internalStream, its type declarations leave it out. */
interface PieceStream {
  on(event: 'data', listener: (piece: Uint8Array) => void): PieceStream;
  on(event: 'error', listener: (error: Error) => void): PieceStream;
  on(event: 'end', listener: () => void): PieceStream;
  pause(): PieceStream;
  resume(): PieceStream;
}
interface PieceSource {
  internalStream(type: 'uint8array'): PieceStream;
}
