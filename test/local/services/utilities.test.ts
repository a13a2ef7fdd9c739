import fc from 'fast-check';
import { createHost, type HostOptions } from '../../../src/local/host/host';

function utilities(options: HostOptions = { now: '2024-03-01T00:00:00Z' }) {
  const host = createHost(options);
  return { host, Utilities: host.globals.Utilities as GoogleAppsScript.Utilities.Utilities };
}
const { Utilities } = utilities();

describe('base64', () => {
  test('bytes, text and charsets', () => {
    expect(Utilities.base64Encode('Ж')).toBe('0JY=');
    expect(Utilities.base64Encode('Ж', Utilities.Charset.US_ASCII)).toBe('Pw==');
    expect(Utilities.base64Encode([-1, -2, -3])).toBe('//79');
    expect(Utilities.base64EncodeWebSafe([-1, -2, -5])).toBe('__77');
  });

  test('decoding is lenient about alphabet, padding and line ends', () => {
    for (const form of ['//77/w==', '__77_w==', '//77/w', '//77\n/w==']) {
      expect(Utilities.base64Decode(form)).toEqual([-1, -2, -5, -1]);
      expect(Utilities.base64DecodeWebSafe(form)).toEqual([-1, -2, -5, -1]);
    }
    expect(() => Utilities.base64Decode('не то')).toThrow('Could not decode string.');
  });
});

describe('digests', () => {
  // The first bytes of well-known digests: of "" and of "abc".
  test.each([
    ['MD5', '', [-44, 29, -116, -39]],
    ['SHA_1', 'abc', [-87, -103, 62, 54]],
    ['SHA_256', 'abc', [-70, 120, 22, -65]],
    ['SHA_384', 'abc', [-53, 0, 117, 63]],
    ['SHA_512', 'abc', [-35, -81, 53, -95]],
  ] as const)('%s of "%s"', (name, text, start) => {
    const digest = Utilities.computeDigest(Utilities.DigestAlgorithm[name], text);
    expect(digest.slice(0, 4)).toEqual(start);
  });

  test('text is ASCII unless asked otherwise, and a character beyond it is one "?"', () => {
    const md5 = (value: string, charset?: GoogleAppsScript.Utilities.Charset) =>
      charset
        ? Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, value, charset)
        : Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, value);
    expect(md5('Ж🙂')).toEqual(md5('??'));
    expect(md5('Ж', Utilities.Charset.UTF_8)).not.toEqual(md5('?'));
    const bytes = Utilities.newBlob('Ж').getBytes();
    expect(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, bytes)).toEqual(
      md5('Ж', Utilities.Charset.UTF_8),
    );
  });

  test('HMAC of the RFC 4231 case 2', () => {
    const start = [91, -36, -63, 70];
    expect(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe').slice(0, 4)).toEqual(
      start,
    );
    const { HMAC_SHA_256 } = Utilities.MacAlgorithm;
    const byAlgorithm = Utilities.computeHmacSignature(HMAC_SHA_256, 'what do ya want for nothing?', 'Jefe');
    expect(byAlgorithm.slice(0, 4)).toEqual(start);
  });

  test('wrong arguments', () => {
    const call = (...args: unknown[]) =>
      (Utilities as unknown as Record<string, (...a: unknown[]) => unknown>).computeHmacSha256Signature(
        ...args,
      );
    expect(() => call('x')).toThrow(/The parameters \(.*\) don't match the method signature/);
    expect(() => call([1], 'x')).toThrow(/The parameters \(.*\) don't match/);
    expect(() => call([1], [2], Utilities.Charset.UTF_8)).toThrow(/The parameters \(.*\) don't match/);
    expect(() => call(['1x'], [2])).toThrow(/Cannot convert/);
    expect(() => Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, 'x')).toThrow(
      'MD2 is not implemented',
    );
  });
});

describe('archives', () => {
  const blobs = [
    Utilities.newBlob('раз', 'text/plain', 'а/1.txt'),
    Utilities.newBlob('a,b', 'text/csv', '2.csv'),
  ];

  test('zip and back', () => {
    const zip = Utilities.zip(blobs);
    expect([zip.getName(), zip.getContentType()]).toEqual(['archive.zip', 'application/zip']);
    expect(Utilities.zip(blobs, 'y.zip').getName()).toBe('y.zip');
    expect(Utilities.unzip(zip).map((b) => [b.getName(), b.getContentType(), b.getDataAsString()])).toEqual([
      ['а/1.txt', 'text/plain', 'раз'],
      ['2.csv', 'text/csv', 'a,b'],
    ]);
    expect(() => Utilities.unzip(blobs[0])).toThrow('Invalid argument');
    expect(() => Utilities.zip([Utilities.newBlob('x')])).toThrow('non-null name');
  });

  test('other programs can read the zip', async () => {
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(Uint8Array.from(Utilities.zip(blobs).getBytes()));
    expect(await zip.file('а/1.txt')?.async('string')).toBe('раз');
  });

  test('gzip and back', () => {
    const gz = Utilities.gzip(blobs[1]);
    expect([gz.getName(), gz.getContentType()]).toEqual(['archive.gz', 'application/x-gzip']);
    const back = Utilities.ungzip(gz);
    expect([back.getName(), back.getContentType(), back.getDataAsString()]).toEqual(['archive', null, 'a,b']);
    expect(Utilities.ungzip(Utilities.gzip(blobs[1], 'named')).getName()).toBe('named');
    expect(() => Utilities.ungzip(blobs[0])).toThrow('Could not decompress gzip.');
  });
});

test('parseCsv', () => {
  expect(Utilities.parseCsv('a,"b ""x"", y"\r\n"1\n2",\n')).toEqual([
    ['a', 'b "x", y'],
    ['1\n2', ''],
  ]);
  expect(Utilities.parseCsv('a;b', ';')).toEqual([['a', 'b']]);
  expect(() => Utilities.parseCsv('"a')).toThrow('Could not parse text.');
});

describe('formatString', () => {
  test.each([
    ['%s — %d из %d', ['Пермь', 3, 10], 'Пермь — 3 из 10'],
    ['%05d|%5d|%-5d|%+d', [42, 42, 42, 42], '00042|   42|42   |+42'],
    ['%.2f %8.3f %f', [2.34567, 2.34567, 2], '2.35    2.346 2.000000'],
    ['%x %X %o %#x', [255, 255, 8, 255], 'ff FF 10 0xff'],
    ['%e %.1e', [12345.678, 0.00012], '1.234568e+04 1.2e-04'],
    ['%,d %,.2f', [1234567, 1234.5], '1,234,567 1,234.50'],
    ['%2$s %1$s %%', ['a', 'b'], 'b a %'],
    ['%c%c %b', ['x', 1078, true], 'xж true'],
    ['%5s|%-5s|%.2s', ['ab', 'ab', 'abc'], '   ab|ab   |ab'],
    ['%d %05d', [-3.9, -42], '-3 -0042'],
  ])('%s', (template, values, expected) => {
    expect(Utilities.formatString(template, ...values)).toBe(expected);
  });

  test('too few values', () => {
    expect(() => Utilities.formatString('%s %s', 'a')).toThrow("Format specifier '%s'");
  });
});

describe('dates', () => {
  test('formatDate takes the Date of scripts and of the host', () => {
    const { host, Utilities: own } = utilities();
    const date = new host.context.Date(0);
    expect(own.formatDate(date as never, 'Asia/Yekaterinburg', "yyyy-MM-dd'T'HH:mm:ssXXX")).toBe(
      '1970-01-01T05:00:00+05:00',
    );
    expect(own.formatDate(new Date(0) as never, 'UTC', 'yyyy')).toBe('1970');
    expect(() => own.formatDate('2024' as never, 'UTC', 'yyyy')).toThrow(
      /The parameters \(String,String,String\)/,
    );
    expect(() => own.formatDate(null as never, 'UTC', 'yyyy')).toThrow(
      /The parameters \(null,String,String\)/,
    );
  });

  test('parseDate gives a Date of the script', () => {
    const { host, Utilities: own } = utilities({ timeZone: 'Europe/Moscow' });
    const date = own.parseDate('01.09.2024 08:30', 'Europe/Moscow', 'dd.MM.yyyy HH:mm') as unknown as Date;
    expect(date.toISOString()).toBe('2024-09-01T05:30:00.000Z');
    expect(date).toBeInstanceOf(host.context.Date);
    expect(date.getHours()).toBe(8);
  });
});

describe('sleep', () => {
  test('moves a clock that stands', () => {
    const { host, Utilities: own } = utilities();
    const started = Date.now();
    own.sleep(60_000);
    expect(host.clock.now()).toBe(Date.parse('2024-03-01T00:01:00Z'));
    expect(Date.now() - started).toBeLessThan(50_000);
  });

  test('really waits on a running clock', () => {
    const { Utilities: own } = utilities({});
    const started = Date.now();
    own.sleep(30);
    expect(Date.now() - started).toBeGreaterThanOrEqual(29);
  });

  test('takes numbers up to five minutes', () => {
    expect(() => Utilities.sleep('rubbish' as never)).toThrow(/Cannot convert/);
    expect(() => Utilities.sleep(300_001)).toThrow('Invalid argument');
  });
});

test('uuids differ', () => {
  expect(Utilities.getUuid()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(Utilities.getUuid()).not.toBe(Utilities.getUuid());
});

test('whatever is zipped comes out', () => {
  const files = fc.uniqueArray(
    fc.record({ name: fc.string({ minLength: 1, unit: 'grapheme' }), bytes: fc.uint8Array() }),
    {
      selector: (file) => file.name,
    },
  );
  fc.assert(
    fc.property(files, (entries) => {
      const plain = entries.filter((e) => !e.name.endsWith('/'));
      const blobs = plain.map((e) => Utilities.newBlob([...e.bytes], 'text/plain', e.name));
      const out = Utilities.unzip(Utilities.zip(blobs));
      expect(out.map((b) => [b.getName(), b.getBytes()])).toEqual(
        blobs.map((b) => [b.getName(), b.getBytes()]),
      );
    }),
    { numRuns: 30 },
  );
});
