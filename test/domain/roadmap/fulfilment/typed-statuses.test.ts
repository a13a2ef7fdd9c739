import { readRegistry } from '../../../../src/domain/registry/workbook';
import { fulfilmentOn, prepareFulfilment } from '../../../../src/domain/roadmap/fulfilment';
import { type Book, gridsOf, type Row } from '../../book';
import { measure, school, TODAY, weekends } from './case';

/** A workbook where people type «Статус» themselves: the roadmap has no column for it beside the computed one. */
function older(roadmap: readonly Row[], more: Book = {}, today = TODAY) {
  const grids = gridsOf({ organisations: [school('ORG-01'), school('ORG-02')], roadmap, ...more });
  const at = grids.roadmap![0]!.indexOf('Статус вручную');
  const without = { ...grids, roadmap: grids.roadmap!.map((row) => row.filter((_, i) => i !== at)) };
  const prepared = prepareFulfilment(readRegistry(without), null);
  return fulfilmentOn(prepared, today, weekends)
    .obligations.filter((o) => o.open)
    .map((o) => `${o.number} ${o.organisation}`);
}

test('what people typed as done is not reminded of, in any organisation', () => {
  expect(older([measure('2.1'), measure('1.1')])).toEqual(['2.1 ORG-01', '2.1 ORG-02', '1.1 ']);
  expect(older([measure('2.1', { status: 'Выполнено' }), measure('1.1', { status: 'Выполнено' })])).toEqual(
    [],
  );
  expect(older([measure('2.1', { status: 'Не применимо' })])).toEqual([]);
  expect(older([measure('2.1', { status: 'Не выполнено (просрочено)' })])).toHaveLength(2);
});

test('the matrix of organisations says it for one of them, and for one wave', () => {
  const fulfilment = [{ organisation: 'ORG-01', '2.1': 'Выполнено', '3.3 2023-04': 'Выполнено' }];
  expect(older([measure('2.1')], { fulfilment })).toEqual(['2.1 ORG-02']);
  const left = older([measure('3.3')], { fulfilment });
  expect(left.filter((one) => one === '3.3 ORG-02').length).toBe(
    left.filter((one) => one === '3.3 ORG-01').length + 1,
  );
});
