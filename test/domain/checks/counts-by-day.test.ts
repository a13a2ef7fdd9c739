import fc from 'fast-check';
import { checkBook } from '../../../src/domain/checks/check';
import { countsByDay, openCounts } from '../../../src/domain/checks/counts-by-day';
import { type Registry, readRegistry } from '../../../src/domain/registry/workbook';
import { addDays } from '../../../src/domain/text/calendar';
import { demoRecords } from '../../../src/local/demo/demo-records';
import { gridsOf } from '../book';

const FIRST = '2022-09-01';
const demo = readRegistry(gridsOf(demoRecords(), { storageMode: 'Полный' }));

function checked(registry: Registry, day: string) {
  return new Map(
    checkBook(registry, day).organisations.map(({ id, errors, warnings }) => [id, { errors, warnings }]),
  );
}

test('on any days in any order the counts are those of the full check of that day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1500), { minLength: 2, maxLength: 4 }), (days) => {
      const of = countsByDay(demo);
      for (const day of days.map((n) => addDays(FIRST, n))) {
        const right = checked(demo, day);
        expect(new Map(of(day))).toEqual(right);
        expect(new Map(openCounts(demo, day))).toEqual(right);
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('an exception that runs out counts until its last day', () => {
  const registry = readRegistry(
    gridsOf({
      organisations: [{ id: 'ORG-01', shortName: 'Школа', participates: 'да', recordStatus: 'Действует' }],
      documents: [
        {
          ...{ id: 'DOC-001', organisation: 'ORG-01', kind: 'Дорожная карта ОО', number: '1' },
          ...{ date: { date: '2022-10-22' }, name: 'Дорожная карта', recordStatus: 'Действует' },
        },
      ],
      exceptions: [
        {
          ...{
            id: 'EXC-001',
            code: 'R-36',
            record: 'DOC-001',
            reason: 'дежурство',
            acceptedBy: 'boss@example.ru',
          },
          ...{ acceptedOn: { date: '2024-01-10' }, until: { date: '2024-04-20' } },
        },
      ],
    }),
  );
  const of = countsByDay(registry);
  for (const day of ['2024-04-21', '2024-04-20', '2024-04-21'])
    expect(of(day).get('ORG-01')).toEqual(checked(registry, day).get('ORG-01'));
  expect(of('2024-04-21').get('ORG-01')!.warnings).toBeGreaterThan(of('2024-04-20').get('ORG-01')!.warnings);
});
