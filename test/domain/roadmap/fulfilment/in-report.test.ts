import { buildReport } from '../../../../src/domain/monitoring/build';
import { waveOf } from '../../../../src/domain/monitoring/wave';
import { readRegistry } from '../../../../src/domain/registry/workbook';
import { fulfilmentOn, prepareFulfilment } from '../../../../src/domain/roadmap/fulfilment';
import { computesStatuses } from '../../../../src/domain/roadmap/measures';
import { type Book, gridsOf } from '../../book';
import { document, measure, record, school, TODAY, weekends } from './case';

const book: Book = {
  organisations: [school('ORG-01'), school('ORG-02')],
  roadmap: [
    // What people typed grew old: the registries say otherwise.
    measure('2.1', { status: 'Не выполнено (просрочено)' }),
    measure('2.2', { status: 'Выполнено' }),
    measure('2.5'),
  ],
  documents: [
    document('DOC-001', 'Приказ о назначении куратора'),
    document('DOC-002', 'Приказ о назначении куратора', { organisation: 'ORG-02', date: '2022-11-01' }),
  ],
  forms: ['ORG-01', 'ORG-02'].map((organisation, i) =>
    record(`MON-00${i + 1}`, { organisation, wave: '2024-04', status: 'Принято', submittedOn: '2024-04-10' }),
  ),
};
const registry = readRegistry(gridsOf(book));
const wave = waveOf('2024-04', registry.settings);
const figures = (report: ReturnType<typeof buildReport>['report']) =>
  Object.fromEntries(
    report.indicators.filter((i) => i.code === 'И-28').map((i) => [i.scope, [i.numerator, i.denominator]]),
  );

test('И-28 and table 8 count what the registries show on the day of the report', () => {
  const fulfilment = fulfilmentOn(prepareFulfilment(registry, null), TODAY, weekends);
  const { report } = buildReport(registry, wave, TODAY, [], fulfilment);
  expect(report.roadmap.map((l) => [l.number, l.status, l.due])).toEqual([
    ['2.1', 'Выполнено с нарушением срока', true],
    ['2.2', 'Не выполнено (просрочено)', true],
    ['2.5', 'Ждём срок', false],
  ]);
  expect(report.roadmap[0]!.evidence).toBe('исполнили 2 из 2\u00a0ОО');
  expect(figures(report)).toEqual({ municipality: [1, 2], 'ORG-01': [1, 2], 'ORG-02': [1, 2] });
});

test('without them what people typed is counted, as before', () => {
  const { report } = buildReport(registry, wave, TODAY, []);
  expect(report.roadmap.map((l) => l.status)).toEqual(['Не выполнено (просрочено)', 'Выполнено', '']);
  expect(figures(report).municipality).toEqual([1, 2]);
});

test('statuses are computed only where people have a column for their own word', () => {
  const grids = gridsOf(book);
  const at = grids.roadmap![0]!.indexOf('Статус вручную');
  const older = { ...grids, roadmap: grids.roadmap!.map((row) => row.filter((_, i) => i !== at)) };
  expect([computesStatuses(registry), computesStatuses(readRegistry(older))]).toEqual([true, false]);
  expect(computesStatuses(readRegistry({ ...grids, roadmap: null }))).toBe(false);
});
