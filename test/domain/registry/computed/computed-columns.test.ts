import { computedColumns } from '../../../../src/domain/registry/computed/computed-columns';
import { readRegistry } from '../../../../src/domain/registry/workbook';
import { type Book, gridsOf } from '../../book';

const TODAY = '2024-04-20';
const inForce = { recordStatus: 'Действует' };
const pair = { type: 'пара', status: 'Действует', from: '2023-10-02', ...inForce };

const computed = (book: Book) => computedColumns(readRegistry(gridsOf(book)), TODAY);

const people: Book = {
  mentors: [
    { id: 'NST-001', organisation: 'ORG-01', ...inForce },
    { id: 'NST-002', organisation: 'ORG-02', ...inForce },
    { id: 'NST-003', organisation: 'ORG-01', recordStatus: 'Архив' },
  ],
  mentees: [
    { id: 'MNT-001', organisation: 'ORG-01', ...inForce },
    { id: 'MNT-002', organisation: 'ORG-01', ...inForce },
    { id: 'MNT-003', organisation: '', ...inForce },
    { organisation: 'ORG-01', name: 'П-017', ...inForce },
  ],
};

test('«Сетевое»: «да» across organisations, «нет» inside one, blank where an organisation is not known', () => {
  const rows = [
    { mentors: 'NST-002', mentees: 'MNT-001' },
    { mentors: 'NST-001', mentees: 'MNT-001' },
    { mentors: 'NST-001; NST-002', mentees: 'MNT-001' },
    { mentors: 'NST-001', mentees: 'MNT-003' },
    { mentors: 'NST-001', mentees: '' },
  ];
  const pairs = rows.map((row, i) => ({ id: `PAR-00${i + 1}`, ...pair, ...row }));
  expect(computed({ ...people, pairs }).pairs!.crossOrganisation).toEqual(['да', 'нет', 'да', '', '']);
});

test('the school year begins on 1 September', () => {
  const pairs = ['2023-08-31', '2023-09-01', ''].map((from, i) => ({ id: `PAR-00${i + 1}`, ...pair, from }));
  expect(computed({ pairs }).pairs!.schoolYear).toEqual(['2022/2023', '2023/2024', '']);
});

test('load and «Состоит в паре» count pairs that work today; archived people and rows without ID stay blank', () => {
  const both = { mentors: 'NST-001' };
  const pairs = [
    { id: 'PAR-001', ...pair, ...both, mentees: 'MNT-001' },
    { id: 'PAR-002', ...pair, ...both, type: 'группа', mentees: 'MNT-001; MNT-003' },
    { id: 'PAR-003', ...pair, ...both, mentees: 'MNT-002', status: 'Завершена', ended: '2024-03-01' },
    { id: 'PAR-004', ...pair, ...both, mentees: 'MNT-002', from: '2024-09-02', status: 'Планируется' },
  ];
  const columns = computed({ ...people, pairs });
  expect(columns.mentors!.load).toEqual(['2 / 2 чел.', 'нет', '']);
  expect(columns.mentees!.inPair).toEqual(['да', 'нет', 'да', '']);
});

test('without the tab of pairs nothing is said of load', () => {
  const columns = computed({ ...people, pairs: null });
  expect(columns.mentors).toBeUndefined();
  expect(columns.mentees).toBeUndefined();
});

test('«Форма, вид» of a programme are those of its pair', () => {
  const pairs = [{ id: 'PAR-001', ...pair, form: 'учитель – учитель', kind: 'реверсивное' }];
  const { form, kind } = readRegistry(gridsOf({ pairs })).tabs.pairs.entries[0]!.values;
  const words = [form, kind].filter((word) => word !== '').join('; ');
  const programmes = [
    { id: 'PRG-001', pair: 'PAR-001', ...inForce },
    { id: 'PRG-002', pair: 'PAR-009', ...inForce },
  ];
  expect(computed({ pairs, programmes }).programmes!.formAndKind).toEqual([words, '']);
  expect(words).toContain('реверсивное');
});

test('«Прошёл обучение»: training that took place in the last years', () => {
  const curators = ['CUR-001', 'CUR-002', 'CUR-003'].map((id) => ({
    id,
    organisation: 'ORG-01',
    ...inForce,
  }));
  const training = [
    { id: 'TRN-001', participants: 'CUR-001', state: 'факт', to: '2024-03-01', ...inForce },
    { id: 'TRN-002', participants: 'CUR-002', state: 'план', to: '2024-03-01', ...inForce },
    { id: 'TRN-003', participants: 'CUR-003', state: 'факт', to: '2010-03-01', ...inForce },
  ];
  expect(computed({ curators, training }).curators!.trained).toEqual(['да', 'нет', 'нет']);
});
