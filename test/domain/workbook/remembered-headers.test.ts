import { registryLayouts } from '../../../src/domain/workbook/registry-layout';
import { headerCode, parseHeaders, printHeaders } from '../../../src/domain/workbook/remembered-headers';

const layouts = registryLayouts('Полный');

test('headers of one tab have different codes', () => {
  for (const { title, columns } of layouts)
    expect([title, new Set(columns.map((c) => headerCode(c.title))).size]).toEqual([title, columns.length]);
});

test('all tabs fit into one property of 9 KB, with room for columns of people', () => {
  const all = new Map(
    layouts.map(({ title, columns }, i) => [
      title,
      { id: 1e9 + i, headers: columns.map((c) => headerCode(c.title)) },
    ]),
  );
  const text = printHeaders(all);
  expect(Buffer.byteLength(text)).toBeLessThan(4500);
  expect(parseHeaders(text)).toEqual(all);
});

test.each([null, '', '{', '5', '[5]', '[["a"]]'])('%p: as if nothing were remembered', (text) => {
  expect(parseHeaders(text)).toEqual(new Map());
});
