import { fail, NotImplementedError } from '../host/errors';
import { decodeText, encodeText } from './charset';
import { contentTypeOf } from './media-type';

/** A file in memory. */
export class BlobImpl {
  static readonly api = 'Base.Blob';
  #data: Uint8Array;
  #contentType: string | null;
  #name: string | null;

  constructor(data: Uint8Array, contentType: string | null, name: string | null) {
    this.#data = data;
    this.#contentType = contentType;
    this.#name = name;
  }

  /** The bytes for other services of the host; not to be changed. */
  get data(): Uint8Array {
    return this.#data;
  }

  /** Signed, -128…127, as Java's bytes are. */
  getBytes(): number[] {
    return signedBytes(this.#data);
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  getName(): string | null {
    return this.#name;
  }

  getDataAsString(charset?: string | null): string {
    return decodeText(this.#data, charset ?? undefined);
  }

  getBlob(): this {
    return this;
  }

  copyBlob(): BlobImpl {
    return new BlobImpl(this.#data.slice(), this.#contentType, this.#name);
  }

  getAllBlobs(): BlobImpl[] {
    return [this];
  }

  isGoogleType(): boolean {
    return this.#contentType?.startsWith('application/vnd.google-apps.') ?? false;
  }

  /** Text may be taken as plain text or as itself; making PDF or images of a blob needs Google's converters. */
  getAs(contentType: string): BlobImpl {
    if (this.#contentType === null) fail('Blob object must have non-null content type for this operation.');
    if (contentType === this.#contentType) return this.copyBlob();
    if (contentType === 'text/plain' && this.#contentType.startsWith('text/'))
      return new BlobImpl(this.#data.slice(), contentType, this.#name);
    if (contentType === 'application/pdf' || /^image\/(bmp|gif|jpeg|png)$/.test(contentType))
      throw new NotImplementedError(`Blob.getAs from ${this.#contentType} to ${contentType}`);
    return fail(`Converting from ${this.#contentType} to ${contentType} is not supported.`);
  }

  setBytes(data: readonly unknown[]): this {
    this.#data = bytesOf(data);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.#contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    this.#contentType = contentTypeOf(this.#name);
    return this;
  }

  setDataFromString(text: string, charset?: string | null): this {
    this.#data = encodeText(String(text), charset ?? undefined);
    return this;
  }

  setName(name: string): this {
    this.#name = name;
    return this;
  }
}

export function signedBytes(data: Uint8Array): number[] {
  return Array.from(data, (b) => (b > 127 ? b - 256 : b));
}

/** Bytes from a script's array, signed or not. @throws `Cannot convert … to int.` */
export function bytesOf(values: readonly unknown[]): Uint8Array {
  return Uint8Array.from(values, (value) => {
    if (typeof value !== 'number') return fail(`Cannot convert ${String(value)} to int.`);
    return value & 0xff;
  });
}

/** The blob of anything that scripts may pass as a BlobSource: a blob, a document, a chart, an HTML page. */
export function blobOf(source: unknown): BlobImpl {
  if (source instanceof BlobImpl) return source;
  const get = (source as { getBlob?: () => unknown } | null)?.getBlob;
  const blob = typeof get === 'function' ? get.call(source) : null;
  return blob instanceof BlobImpl ? blob : fail('Cannot convert the value to BlobSource.');
}
