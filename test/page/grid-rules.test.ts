/** What the grid of the page knows without a page. */
import fc from 'fast-check';
import { Axis } from '../../src/local/page/client/grid/axis';
import { contrast, darkColours, turned } from '../../src/local/page/client/grid/dark';
import { cellAddress, columnLetters } from '../../src/local/page/client/grid/letters';
import { type Merge, Merges } from '../../src/local/page/client/grid/merges';
import { content, Pending } from '../../src/local/page/client/grid/pending';
import { at, boxOf, extended, type Field, round, stepped } from '../../src/local/page/client/grid/selection';
import { parseTsv, printTable, printTsv, spread } from '../../src/local/page/client/grid/tsv';

describe('text of the clipboard', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'я', '"', '\t', '\n', ' ', '=', ';') });
  const block = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  test('what is printed is read as the same cells', () => {
    fc.assert(fc.property(block, (rows) => expect(parseTsv(printTsv(rows))).toEqual(rows)));
  });

  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"две\r\nстроки"\t1', [['две\nстроки', '1']]],
    ['ООО "Школа"\tда', [['ООО "Школа"', 'да']]],
    ['"Школа" № 3\tда', [['"Школа" № 3', 'да']]],
    ['"не закрыта\tда', [['"не закрыта', 'да']]],
    [
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['', [['']]],
  ])('%j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  test('reading ends where there are too many cells', () => {
    expect(parseTsv('x\n'.repeat(1_000), 10).length).toBe(11);
  });

  test('a table for Word is safe to show', () => {
    expect(printTable([['<b>&', 'а\nб']])).toBe(
      '<table><tr><td>&lt;b&gt;&amp;</td><td>а<br>б</td></tr></table>',
    );
  });

  test.each([
    [1, 1, 5, 3, 5, 3],
    [2, 1, 4, 2, 4, 2],
    [2, 2, 3, 2, 2, 2],
    [3, 3, 1, 1, 3, 3],
  ])('a block of %i × %i over %i × %i', (height, width, rows, columns, outRows, outColumns) => {
    const source = Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, c) => `${r}${c}`),
    );
    const spreadOut = spread(source, rows, columns);
    expect([spreadOut.rows, spreadOut.columns]).toEqual([outRows, outColumns]);
    expect(spreadOut.at(outRows - 1, outColumns - 1)).toBe(`${height - 1}${width - 1}`);
  });
});

describe('colours in the dark', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

  test('any text can be read on its fill', () => {
    fc.assert(
      fc.property(
        fc.option(colour, { nil: undefined }),
        fc.option(colour, { nil: undefined }),
        (background, color) => {
          const dark = darkColours({ ...(background && { background }), ...(color && { color }) });
          const ratio = contrast(dark.color ?? '#e6edf3', dark.background ?? '#1b2027');
          expect(ratio).toBeGreaterThanOrEqual(4.5);
        },
      ),
    );
  });

  test('pale fills become dark, black text becomes light, the hue stays', () => {
    expect(turned('#ffffff')).toBe('#1f1f1f');
    expect(contrast(turned('#fff2cc'), '#ffffff')).toBeGreaterThan(10);
    expect(contrast(turned('#000000'), '#ffffff')).toBeLessThan(1.3);
    const [r, g, b] = (turned('#ddebf7').match(/\w\w/g) ?? []).map((part) => Number.parseInt(part, 16));
    expect(b).toBeGreaterThan(g);
    expect(g).toBeGreaterThan(r);
    expect(darkColours({})).toEqual({});
  });
});

describe('places', () => {
  test('columns are lettered as in spreadsheets', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
    expect(cellAddress(9, 27)).toBe('AB10');
  });

  const seen = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 })
    .map((l) => l.sort((a, b) => a - b));

  test('the pixel where a row begins belongs to that row', () => {
    fc.assert(
      fc.property(seen, (rows) => {
        const axis = new Axis(rows, 0, (index) => 10 + (index % 3));
        for (const row of rows) {
          expect(axis.at(axis.start(row))).toBe(row);
          expect(axis.at(axis.start(row) + axis.size(row) - 1)).toBe(row);
          expect(axis.step(row, 1)).toBeGreaterThanOrEqual(row);
        }
      }),
    );
  });

  const field = (merges: readonly Merge[], hidden: readonly number[] = []): Field => {
    const rows = Array.from({ length: 12 }, (_, i) => i).filter((row) => !hidden.includes(row));
    return {
      rows: new Axis(rows, 0, () => 21),
      columns: new Axis([0, 1, 2, 3, 4, 5], 0, () => 100),
      merges: new Merges(merges),
    };
  };

  test('steps go over hidden rows and out of merges', () => {
    const merged = field([{ row: 2, column: 1, rows: 3, columns: 2 }], [6]);
    expect(stepped(merged, { row: 2, column: 1 }, 1, 0)).toEqual({ row: 5, column: 1 });
    expect(stepped(merged, { row: 2, column: 1 }, 0, 1)).toEqual({ row: 2, column: 3 });
    expect(stepped(merged, { row: 5, column: 0 }, 1, 0)).toEqual({ row: 7, column: 0 });
    expect(at(merged, { row: 4, column: 2 }).active).toEqual({ row: 2, column: 1 });
  });

  test('a selection cuts no merge', () => {
    const merged = field([
      { row: 2, column: 1, rows: 3, columns: 2 },
      { row: 4, column: 3, rows: 4, columns: 1 },
    ]);
    const selection = extended(at(merged, { row: 1, column: 0 }), { row: 2, column: 3 });
    expect(boxOf(merged, selection)).toEqual({ row: 1, column: 0, rows: 7, columns: 4 });
    const beside = extended(at(merged, { row: 1, column: 3 }), { row: 3, column: 5 });
    expect(boxOf(merged, beside)).toEqual({ row: 1, column: 3, rows: 3, columns: 3 });
  });

  test('Tab goes round a selection and comes back', () => {
    const merged = field([{ row: 2, column: 1, rows: 2, columns: 1 }], [1]);
    const box = { row: 0, column: 0, rows: 4, columns: 2 };
    const places = [{ row: 0, column: 0 }];
    do places.push(round(merged, box, places[places.length - 1], 1, true));
    while (
      places.length < 20 &&
      (places[places.length - 1].row !== 0 || places[places.length - 1].column !== 0)
    );
    expect(places.map(({ row, column }) => `${row}${column}`)).toEqual(['00', '01', '20', '21', '30', '00']);
    expect(round(merged, box, places[1], -1, true)).toEqual(places[0]);
  });
});

describe('what was typed and is on its way', () => {
  test('it is drawn until a change answers it or the operation is over', () => {
    const pending = new Pending();
    pending.add('1', { row: 2, column: 0 }, 'новое', { t: 'старое' });
    pending.add('1', { row: 2, column: 1 }, 'ещё', null);
    // The row came for another reason: its cells are as they were.
    pending.applied([{ r: 2, c: [{ t: 'старое' }, null] }]);
    expect([pending.get(2, 0), pending.get(2, 1)]).toEqual(['новое', 'ещё']);
    pending.applied([{ r: 2, c: [{ t: 'НОВОЕ' }, null] }]);
    expect([pending.get(2, 0), pending.get(2, 1)]).toEqual([undefined, 'ещё']);
    expect([...pending.settle('1')]).toEqual([2]);
    expect(pending.get(2, 1)).toBeUndefined();
  });

  test('an older operation does not take away what a later one typed', () => {
    const pending = new Pending();
    pending.add('1', { row: 0, column: 0 }, 'a', null);
    pending.add('2', { row: 0, column: 0 }, 'b', null);
    expect([...pending.settle('1')]).toEqual([]);
    expect(pending.get(0, 0)).toBe('b');
    expect(content({ t: '3', e: '3,125' })).toBe('3,125');
  });
});
