/** The parts of a zip file that a person chose, unpacked by the browser itself. */
export async function unzip(data: ArrayBuffer): Promise<ReadonlyMap<string, () => Promise<string>>> {
  const view = new DataView(data);
  const end = endOfDirectory(view);
  if (end < 0) throw new Error('not a zip file');
  const parts = new Map<string, () => Promise<string>>();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(new Uint8Array(data, at + 46, nameLength));
    parts.set(name, () => unpack(data, view, local, packed, method));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

const END = 0x06054b50;

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_600; at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

async function unpack(
  data: ArrayBuffer,
  view: DataView,
  local: number,
  packed: number,
  method: number,
): Promise<string> {
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const bytes = new Blob([new Uint8Array(data, from, packed)]);
  if (method === 0) return bytes.text();
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
