import fc from 'fast-check';
import { moved, planStrictRows, type RowOwner } from '../../../src/domain/access/strict-rows';

const ORDER = ['ORG-01', 'ORG-02', 'ORG-03'];

interface Row extends RowOwner {
  readonly name: number;
}

const rows = fc
  .array(fc.constantFrom('ORG-01', 'ORG-02', 'ORG-03', '', 'ORG-99', 'blank'), { maxLength: 40 })
  .map((list) =>
    list.map((o, name): Row => ({ name, organisation: o === 'blank' ? '' : o, blank: o === 'blank' })),
  );

function kept(all: readonly Row[], spare: number): { rows: Row[]; plan: ReturnType<typeof planStrictRows> } {
  const plan = planStrictRows(all, ORDER, spare);
  const added = Array.from(
    { length: plan.missing },
    (_, i): Row => ({ name: 1000 + i, organisation: '', blank: true }),
  );
  return { rows: moved([...all, ...added], plan.moves), plan };
}

test('every row is there once; each block holds its organisation’s rows in their order and the spare rows', () => {
  fc.assert(
    fc.property(rows, fc.nat(4), (all, spare) => {
      const { rows: after, plan } = kept(all, spare);
      const entered = (list: readonly Row[]) => list.filter((r) => !r.blank);
      expect(
        entered(after)
          .map((r) => r.name)
          .sort((a, b) => a - b),
      ).toEqual(entered(all).map((r) => r.name));
      for (const { organisation, from, count } of plan.blocks) {
        const block = after.slice(from, from + count);
        const own = all.filter((r) => !r.blank && r.organisation === organisation);
        expect(entered(block)).toEqual(own);
        expect(block.slice(own.length).every((r) => r.blank)).toBe(true);
        expect(count - own.length).toBe(spare);
      }
      const last = plan.blocks.at(-1);
      const rest = after.slice(last ? last.from + last.count : 0);
      expect(entered(rest)).toEqual(all.filter((r) => !r.blank && !ORDER.includes(r.organisation)));
    }),
    { numRuns: 500 },
  );
});

test('a second plan moves nothing and adds nothing', () => {
  fc.assert(
    fc.property(rows, fc.nat(4), (all, spare) => {
      const first = kept(all, spare);
      const second = planStrictRows(first.rows, ORDER, spare);
      expect(second.moves).toEqual([]);
      expect(second.missing).toBe(0);
      expect(second.blocks).toEqual(first.plan.blocks);
    }),
    { numRuns: 500 },
  );
});

test('one row that was typed at the end moves by one call', () => {
  const block = (organisation: string): RowOwner[] => [
    ...Array.from({ length: 3 }, () => ({ organisation, blank: false })),
    { organisation: '', blank: true },
  ];
  const all = [...block('ORG-01'), ...block('ORG-02'), { organisation: 'ORG-01', blank: false }];
  expect(planStrictRows(all, ORDER, 1).moves).toEqual([{ from: 8, count: 1, before: 3 }]);
});

test('20 000 rows are planned at once', () => {
  const all = Array.from({ length: 20_000 }, (_, i) => ({ organisation: ORDER[(i >> 5) % 3], blank: false }));
  const from = performance.now();
  planStrictRows(all, ORDER, 5);
  expect(performance.now() - from).toBeLessThan(20_000);
});
