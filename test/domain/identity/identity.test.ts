import fc from 'fast-check';
import { printHighWater, raised, readHighWater } from '../../../src/domain/identity/high-water';
import { NumberSet, packNumbers } from '../../../src/domain/identity/number-set';
import { wantedIds } from '../../../src/domain/identity/wanted-ids';

const NST = { prefix: 'NST', digits: 3 };
const rowsOf = (...ids: string[]) => ids.map((id, i) => ({ row: i + 2, id }));

describe('which rows need an ID', () => {
  test('a new row gets the number after the mark, not the first free one', () => {
    expect(wantedIds(NST, rowsOf('NST-001', ''), 7)).toEqual([{ row: 3, was: '', id: 'NST-008', among: [] }]);
  });
  test('of two rows the one in the order of its neighbours is the record, wherever the copy was pasted', () => {
    const above = rowsOf('NST-003', 'NST-001', 'NST-002', 'NST-003', 'NST-004');
    expect(wantedIds(NST, above, 4)).toEqual([{ row: 2, was: 'NST-003', id: 'NST-005', among: [2, 5] }]);
  });
  test('a row that was seen being pasted is the copy', () => {
    expect(wantedIds(NST, rowsOf('NST-001', 'NST-001'), 1, (row) => row === 2)).toEqual([
      { row: 2, was: 'NST-001', id: 'NST-002', among: [2, 3] },
    ]);
  });
  test('a cleared row gives its number up to the record that was copied from it, and gets no other', () => {
    const [first, ...others] = rowsOf('NST-001', 'NST-001', 'NST-001');
    expect(wantedIds(NST, [{ ...first, isCleared: true }, ...others], 1)).toEqual([
      { row: 2, was: 'NST-001', id: '', among: [2, 3, 4] },
      { row: 4, was: 'NST-001', id: 'NST-002', among: [2, 3, 4] },
    ]);
    expect(wantedIds(NST, [{ ...first, isCleared: true }], 1)).toEqual([]);
  });
  test('an ID of another registry or one that cannot be read is left to the check', () => {
    expect(wantedIds(NST, rowsOf('MNT-001', 'MNT-001', 'nst-1', 'nst-1'), 1)).toEqual([]);
  });
  test('afterwards every number stands once, none below the mark was given, and nothing more is wanted', () => {
    const id = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 12 }).map((n) => `NST-${String(n).padStart(3, '0')}`),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 20 }), fc.nat(20), (ids, given) => {
        const rows = rowsOf(...ids);
        const mark = raised({ NST: given }, ids).NST;
        const wanted = new Map(wantedIds(NST, rows, mark).map((w) => [w.row, w.id]));
        const after = rows.map((r) => ({ ...r, id: wanted.get(r.row) ?? r.id }));
        expect(new Set(after.map((r) => r.id)).size).toBe(after.length);
        for (const held of new Set(ids)) if (held) expect(after.map((r) => r.id)).toContain(held);
        for (const made of wanted.values()) expect(Number(made.slice(4))).toBeGreaterThan(mark);
        expect(wantedIds(NST, after, mark + wanted.size)).toEqual([]);
      }),
    );
  });
});

describe('the greatest numbers', () => {
  test('are raised and never lowered; an absurd number does not use them up', () => {
    expect(raised({ NST: 5 }, ['NST-003', 'ORG-02', 'RM-1.1', 'NST-999999999'])).toEqual({ NST: 5, ORG: 2 });
  });
  test('survive being kept', () => {
    expect(readHighWater(printHighWater({ ORG: 6, NST: 41 }))).toEqual({ ORG: 6, NST: 41 });
    expect(readHighWater(null)).toEqual({});
  });
});

test('a packed set of numbers is the same set, small for runs', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 300 })),
      fc.integer({ min: 1, max: 300 }),
      (numbers, more) => {
        const set = new NumberSet(packNumbers([...numbers].sort((a, b) => a - b)));
        for (let n = 1; n <= 300; n++) expect(set.has(n)).toBe(numbers.includes(n));
        set.set(more, true);
        const again = new NumberSet(set.packed());
        for (let n = 1; n <= 300; n++) expect(again.has(n)).toBe(numbers.includes(n) || n === more);
      },
    ),
  );
  expect(packNumbers([...Array.from({ length: 40 }, (_, i) => i + 1), 42])).toBe('1+13.2');
});
