import { createHash, createHmac, createSign, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HostContext } from '../host/context';
import { type EnumValue, enumKey } from '../host/enums';
import { fail, NotImplementedError } from '../host/errors';
import { BlobImpl, blobOf, bytesOf, signedBytes } from './blob';
import { encodeText } from './charset';
import { parseCsv } from './csv';
import { formatString } from './format-string';
import { contentTypeOf } from './media-type';
import { formatDate } from './simple-date-format';
import { parseDate } from './simple-date-parse';
import { unzipEntries, type ZipEntry, zipEntries } from './zip';

type Input = string | readonly unknown[];

const LONGEST_SLEEP = 300_000;

export class UtilitiesService {
  static readonly api = 'Utilities.Utilities';
  constructor(readonly context: HostContext) {}

  base64Encode(data: Input, charset?: EnumValue | null): string {
    return Buffer.from(this.#bytes(data, charset, 'UTF_8')).toString('base64');
  }

  base64EncodeWebSafe(data: Input, charset?: EnumValue | null): string {
    return this.base64Encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }

  /** Both alphabets are accepted by both methods, and missing padding is no error. */
  base64Decode(text: string): number[] {
    const clean = String(text).replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(clean) || clean.replace(/=/g, '').length % 4 === 1)
      fail('Could not decode string.');
    return signedBytes(Buffer.from(clean, 'base64'));
  }

  base64DecodeWebSafe(text: string): number[] {
    return this.base64Decode(text);
  }

  computeDigest(algorithm: EnumValue, value: Input, charset?: EnumValue | null): number[] {
    const name = algorithm.name();
    if (name === 'MD2') throw new NotImplementedError('Utilities.computeDigest with MD2');
    return signedBytes(
      createHash(hashName(name))
        .update(this.#bytes(value, charset, 'US_ASCII'))
        .digest(),
    );
  }

  computeHmacSignature(algorithm: EnumValue, value: Input, key: Input, charset?: EnumValue | null): number[] {
    const secret = this.#bytes(key, charset, 'US_ASCII');
    const hmac = createHmac(hashName(algorithm.name().replace('HMAC_', '')), secret);
    return signedBytes(hmac.update(this.#bytes(value, charset, 'US_ASCII')).digest());
  }

  computeHmacSha256Signature(value: Input, key: Input, charset?: EnumValue | null): number[] {
    const hmac = createHmac('sha256', this.#bytes(key, charset, 'US_ASCII'));
    return signedBytes(hmac.update(this.#bytes(value, charset, 'US_ASCII')).digest());
  }

  computeRsaSignature(
    algorithm: EnumValue,
    value: string,
    key: string,
    charset?: EnumValue | null,
  ): number[] {
    return this.#sign(algorithm.name() === 'RSA_SHA_1' ? 'sha1' : 'sha256', value, key, charset);
  }

  computeRsaSha1Signature(value: string, key: string, charset?: EnumValue | null): number[] {
    return this.#sign('sha1', value, key, charset);
  }

  computeRsaSha256Signature(value: string, key: string, charset?: EnumValue | null): number[] {
    return this.#sign('sha256', value, key, charset);
  }

  formatDate(date: Date | null, timeZone: string, format: string): string {
    if (date === null)
      fail("The parameters (null,String,String) don't match the method signature for Utilities.formatDate.");
    const moment = date.getTime();
    if (Number.isNaN(moment)) fail('Invalid argument: date');
    return formatDate(moment, String(timeZone), String(format));
  }

  formatString(template: string, ...values: unknown[]): string {
    return formatString(String(template), values);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    const moment = parseDate(String(date), String(timeZone), String(format), this.context.clock.now());
    return new this.context.Date(moment);
  }

  getUuid(): string {
    return randomUUID();
  }

  sleep(milliseconds: number): void {
    if (!(milliseconds >= 0 && milliseconds <= LONGEST_SLEEP)) fail('Invalid argument: milliseconds');
    this.context.clock.sleep(milliseconds);
  }

  newBlob(data: Input, contentType?: string | null, name?: string | null): BlobImpl {
    const type = contentType ?? (Array.isArray(data) ? null : 'text/plain');
    return new BlobImpl(this.#bytes(data, null, 'UTF_8'), type, name ?? null);
  }

  zip(sources: readonly unknown[], name?: string): BlobImpl {
    const entries = sources.map((source): ZipEntry => {
      const blob = blobOf(source);
      return {
        name: blob.getName() ?? fail('Blob object must have non-null name for this operation.'),
        data: blob.data,
      };
    });
    if (new Set(entries.map((e) => e.name)).size < entries.length) fail('Invalid argument');
    const data = zipEntries(entries, new this.context.Date(this.context.clock.now()));
    return new BlobImpl(data, 'application/zip', name ?? 'archive.zip');
  }

  unzip(source: unknown): BlobImpl[] {
    const entries = attempt(() => unzipEntries(blobOf(source).data)) ?? fail('Invalid argument');
    return entries.map(({ name, data }) => new BlobImpl(data, contentTypeOf(name), name));
  }

  gzip(source: unknown, name?: string): BlobImpl {
    return new BlobImpl(
      new Uint8Array(gzipSync(blobOf(source).data)),
      'application/x-gzip',
      name ?? 'archive.gz',
    );
  }

  ungzip(source: unknown): BlobImpl {
    const blob = blobOf(source);
    const data = attempt(() => gunzipSync(blob.data)) ?? fail('Could not decompress gzip.');
    return new BlobImpl(new Uint8Array(data), null, (blob.getName() ?? 'archive').replace(/\.gz$/i, ''));
  }

  parseCsv(text: string, delimiter?: string): string[][] {
    return parseCsv(String(text), delimiter ?? ',');
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  #bytes(value: Input, charset: EnumValue | null | undefined, byDefault: string): Uint8Array {
    if (Array.isArray(value)) return bytesOf(value);
    const name = charset ? enumKey('Utilities.Charset', charset) : byDefault;
    return encodeText(String(value), name ?? byDefault);
  }

  #sign(hash: string, value: string, key: string, charset?: EnumValue | null): number[] {
    const signer = createSign(hash).update(this.#bytes(value, charset, 'US_ASCII'));
    return signedBytes(attempt(() => signer.sign(key)) ?? fail('Invalid argument: key'));
  }
}

/** `SHA_256` → `sha256` */
function hashName(key: string): string {
  return key.replace('_', '').toLowerCase();
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
