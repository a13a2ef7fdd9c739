import { NotImplementedError } from '../../../src/local/host/errors';
import { createHost } from '../../../src/local/host/host';
import { BlobImpl, bytesOf } from '../../../src/local/services/blob';

const text = (s: string, type: string | null = 'text/plain', name: string | null = null) =>
  new BlobImpl(new Uint8Array(Buffer.from(s)), type, name);

test('bytes are signed and come back as they went', () => {
  const blob = text('Ёж');
  expect(blob.getBytes()).toEqual([-48, -127, -48, -74]);
  expect(text('').setBytes(blob.getBytes()).getDataAsString()).toBe('Ёж');
  expect(bytesOf([208, 129])).toEqual(bytesOf([-48, -127]));
  expect(() => bytesOf([1, '2x'])).toThrow('Cannot convert 2x to int.');
});

test('charsets', () => {
  const blob = text('').setDataFromString('Привет', 'windows-1251');
  expect(blob.getBytes()).toEqual([-49, -16, -24, -30, -27, -14]);
  expect(blob.getDataAsString('windows-1251')).toBe('Привет');
  expect(text('').setDataFromString('é€', 'ISO-8859-1').getBytes()).toEqual([-23, 63]);
  expect(text('').setDataFromString('Я', 'UTF-16').getBytes()).toEqual([-2, -1, 4, 47]);
  expect(() => blob.getDataAsString('no-such')).toThrow('Invalid argument: no-such');
  // A byte order mark is part of the text.
  expect(text('\ufeffx').getDataAsString()).toBe('\ufeffx');
});

test('a copy does not follow its source', () => {
  const blob = text('a', 'text/csv', 'a.csv');
  const copy = blob.copyBlob();
  blob.setName('b.csv').setDataFromString('b');
  expect([copy.getName(), copy.getContentType(), copy.getDataAsString()]).toEqual(['a.csv', 'text/csv', 'a']);
});

test('content type from the extension', () => {
  const typeOf = (name: string | null) => text('', null, name).setContentTypeFromExtension().getContentType();
  expect(typeOf('Справка.DOCX')).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
  expect(typeOf('archive.tar')).toBe('application/octet-stream');
  expect(typeOf(null)).toBe('application/octet-stream');
});

test('getAs takes text as plain text and refuses what needs a converter', () => {
  expect(text('<b>', 'text/html', 'x.html').getAs('text/plain').getDataAsString()).toBe('<b>');
  expect(() => text('x').getAs('application/pdf')).toThrow(NotImplementedError);
  expect(() => text('x').getAs('text/csv')).toThrow(
    'Converting from text/plain to text/csv is not supported.',
  );
  expect(() => text('x', null).getAs('text/plain')).toThrow('Blob object must have non-null content type');
});

test('scripts see a Blob', () => {
  const { Utilities } = createHost().globals as { Utilities: GoogleAppsScript.Utilities.Utilities };
  const blob = Utilities.newBlob('x');
  expect(String(blob)).toBe('Blob');
  expect([blob.getName(), blob.getContentType(), blob.isGoogleType()]).toEqual([null, 'text/plain', false]);
  expect(Utilities.newBlob([120]).getContentType()).toBeNull();
  expect(blob.setName('y')).toBe(blob);
});
