/** Pixel size of a picture, read from the header of its file. */
interface ImageSize {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif';
  width: number;
  height: number;
}

/** null when the bytes are not a PNG, JPEG or GIF (the three that a document takes). */
export function imageSize(data: Uint8Array): ImageSize | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a)
    return { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  if (data.length >= 10 && view.getUint32(0) === 0x47494638)
    return { contentType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (data.length >= 4 && view.getUint16(0) === 0xffd8) return jpegSize(view);
  return null;
}

/** Walks the segments to the start of frame (SOF), whatever the kind of compression. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame)
      return { contentType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += standsAlone ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}
