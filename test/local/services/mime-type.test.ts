import { createHost } from '../../../src/local/host/host';
import { reference } from '../../../src/local/host/reference';

test('every documented constant is there, as text', () => {
  const types = createHost().globals.MimeType as Record<string, string>;
  expect(Object.keys(types)).toHaveLength(32);
  expect(types.GOOGLE_SHEETS).toBe('application/vnd.google-apps.spreadsheet');
  expect(types.MICROSOFT_WORD).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
  expect(types.PLAIN_TEXT).toBe('text/plain');
  expect(reference.globals.MimeType).toBe('Base.MimeType');
});
