import { runDueTriggers } from '../../src/local/host/trigger-runner';
import { bound } from './bundle';
import { person } from './person';

const made = () => {
  const book = bound({ user: 'first@example.com' });
  book.rpc('setUp', { storageMode: 'Полный' });
  return book;
};
const toggle = (book: ReturnType<typeof made>, answer: string) => {
  book.host.ui.answer(...(answer === 'YES' ? ['YES', 'OK'] : [answer]));
  book.project.run('toggleNightlySweep');
};

test('switched on it runs at night, as the full check, and is remembered by its owner', () => {
  const book = made();
  toggle(book, 'YES');
  person(book).edit('Наставники', 2, 'ФИО наставника', [['Иванова Мария Петровна']], true);
  const fired = runDueTriggers(book.host, '2024-04-21T07:00:00Z');
  expect(fired.map((f) => [f.handler, f.error])).toEqual([['nightlySweep', null]]);
  expect(person(book).cell('Наставники', 2, 'ID')).toBe('NST-001');
  expect(person(book).cell('Наставники', 2, 'Ошибки')).toContain('R-01');
  toggle(book, 'YES');
  expect(book.host.triggers.all()).toEqual([]);
});

test('a living sweep of another owner changes hands only by an answer; the former trigger takes itself away', () => {
  const book = made();
  toggle(book, 'YES');
  book.host.context.user = 'second@example.com';
  toggle(book, 'NO');
  expect(book.host.triggers.all()).toHaveLength(1);
  toggle(book, 'YES');
  expect(book.host.triggers.all().map((t) => t.owner)).toEqual(['first@example.com', 'second@example.com']);
  runDueTriggers(book.host, '2024-04-21T07:00:00Z');
  expect(book.host.triggers.all().map((t) => t.owner)).toEqual(['second@example.com']);
});

test('a check that took too long leaves the journal for the next night, and says so', () => {
  let now = Date.parse('2024-04-20T07:00:00Z');
  let slow = false;
  const book = bound({
    user: 'first@example.com',
    now: () => now,
    // Google is slow tonight.
    onCall: () => {
      if (slow) now += 2_000;
    },
  });
  book.rpc('setUp', { storageMode: 'Полный' });
  toggle(book, 'YES');
  slow = true;
  const [{ uid }] = book.host.triggers.all();
  book.project.run('nightlySweep', [{ triggerUid: uid }]);
  slow = false;
  expect(kept(book)).toMatch(/на журнал не хватило времени$/);
});

test('a right that was taken away is remembered, and nothing is run', () => {
  const book = bound({
    user: 'first@example.com',
    scopes: [
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/script.container.ui',
    ],
  });
  book.rpc('setUp', { storageMode: 'Полный' });
  toggle(book, 'YES');
  person(book).edit('Наставники', 2, 'ФИО наставника', [['Иванова Мария Петровна']], true);
  const [{ uid }] = book.host.triggers.all();
  book.host.context.revokedScopes = new Set(['https://www.googleapis.com/auth/script.scriptapp']);
  book.project.run('nightlySweep', [{ triggerUid: uid }]);
  expect(kept(book)).toContain('заново разрешить доступ');
  expect(person(book).cell('Наставники', 2, 'ID')).toBe('');
});

function kept(book: ReturnType<typeof made>): string {
  const service = book.host.globals.PropertiesService as {
    getDocumentProperties(): { getProperty(key: string): string | null };
  };
  return service.getDocumentProperties().getProperty('sweep') ?? '';
}
