import { curatorAccounts, homeOf, roleOf } from '../../../src/domain/access/role';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf } from '../book';

const TODAY = '2024-04-20';
const curator = (organisation: string, account: string, more = {}) => ({
  id: 'CUR-001',
  organisation,
  account,
  from: '2022-09-01',
  recordStatus: 'Действует',
  ...more,
});
const registry = (values = {}) =>
  readRegistry(
    gridsOf(
      {
        organisations: [{ id: 'ORG-01' }, { id: 'ORG-02' }],
        curators: [
          curator('ORG-01', 'One@Example.org; both@example.org'),
          curator('ORG-02', 'both@example.org', { id: 'CUR-002' }),
          curator('ORG-02', 'former@example.org', { id: 'CUR-003', to: '2024-04-19' }),
          curator('ORG-02', 'next@example.org', { id: 'CUR-004', from: '2024-04-21' }),
          curator('ORG-02', 'archived@example.org', { id: 'CUR-005', recordStatus: 'Архив' }),
        ],
      },
      {
        coordinatorAccounts: 'chief@example.org, one@example.org',
        observerAccounts: 'see@example.org',
        ...values,
      },
    ),
  );

test.each([
  ['chief@example.org', 'coordinator', []],
  [' ONE@example.org ', 'coordinator', ['ORG-01']],
  ['both@example.org', 'curator', ['ORG-01', 'ORG-02']],
  ['former@example.org', 'unknown', []],
  ['next@example.org', 'unknown', []],
  ['archived@example.org', 'unknown', []],
  ['see@example.org', 'observer', []],
  ['', 'unknown', []],
  ['неизвестно', 'unknown', []],
])('«%s» is %s of %p', (email, role, organisations) => {
  expect(roleOf(registry(), email, TODAY)).toEqual({ role, organisations, coordinatorNamed: true });
});

test('where no coordinator is named everyone is one, and a curator still has an organisation', () => {
  const open = registry({ coordinatorAccounts: '' });
  expect(roleOf(open, 'both@example.org', TODAY)).toMatchObject({
    role: 'coordinator',
    coordinatorNamed: false,
  });
  expect(roleOf(open, '', TODAY).role).toBe('coordinator');
  expect(homeOf(open, 'both@example.org', TODAY)).toEqual(['ORG-01', 'ORG-02']);
});

test('a coordinator who is a curator too has no home: every row may be changed', () => {
  expect(homeOf(registry(), 'one@example.org', TODAY)).toEqual([]);
});

test('the term counts on the day of the change', () => {
  expect(homeOf(registry(), 'former@example.org', '2024-04-19')).toEqual(['ORG-02']);
  expect(curatorAccounts(registry(), '2024-04-21').get('ORG-02')).toEqual([
    'both@example.org',
    'next@example.org',
  ]);
});
