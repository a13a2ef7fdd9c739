import { checkRegistry } from '../../../src/domain/checks/run';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf, type Row } from '../book';

const exception: Row = {
  id: 'EXC-001',
  code: 'R-21',
  record: 'PAR-001',
  reason: 'приказ о продлении в пути',
  acceptedBy: 'methodist@example.ru',
  acceptedOn: '2024-04-01',
  recordStatus: 'Действует',
};

/** Codes and columns of what is said about one row of «Исключения». */
function said(changes: Row): string[] {
  const { recordStatus: _, ...row } = { ...exception, ...changes };
  const registry = readRegistry(gridsOf({ exceptions: [row] }, { storageMode: 'Полный' }));
  return checkRegistry(registry, '2024-04-20')
    .filter((f) => f.tab === 'Исключения' && ['R-63', 'R-64'].includes(f.code))
    .map((f) => `${f.code} ${f.column}`);
}

describe('R-63: an exception cannot accept an error', () => {
  test('a code of an error', () => expect(said({ code: 'R-19' })).toEqual(['R-63 Код замечания']));
  test('written with a Cyrillic letter', () => expect(said({ code: 'р-19' })).toHaveLength(1));
  test('a code of a warning, of a hint, of no rule', () => {
    for (const code of ['R-21', 'R-48', 'R-99']) expect(said({ code })).toEqual([]);
  });
});

describe('R-64: an exception without grounds is not in force', () => {
  test('without a reason, a name, a date', () => {
    expect(said({ reason: '' })).toHaveLength(1);
    expect(said({ acceptedBy: '' })).toHaveLength(1);
    expect(said({ acceptedOn: '' })).toHaveLength(1);
    expect(said({ reason: ' ', acceptedBy: '' })).toHaveLength(1);
  });
  test('a short reason is one, and no last day is needed', () => expect(said({ reason: 'да' })).toEqual([]));
});
