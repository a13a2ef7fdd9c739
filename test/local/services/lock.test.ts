import { createHost } from '../../../src/local/host/host';
import { loadScript } from '../load-script';

function service() {
  const host = createHost({ now: '2024-03-01T00:00:00Z' });
  return { host, Lock: host.globals.LockService as GoogleAppsScript.Lock.LockService };
}

test('a free lock', () => {
  const lock = service().Lock.getScriptLock();
  expect(lock.hasLock()).toBe(false);
  expect(lock.tryLock(10)).toBe(true);
  expect(lock.tryLock(10)).toBe(true);
  expect(lock.hasLock()).toBe(true);
  lock.releaseLock();
  expect(lock.hasLock()).toBe(false);
});

test('held by another execution', () => {
  const { host, Lock } = service();
  const lock = Lock.getScriptLock();
  const release = host.locks.holdElsewhere('script');
  const before = host.clock.now();
  expect(lock.tryLock(500)).toBe(false);
  expect(host.clock.now() - before).toBe(500);
  expect(() => lock.waitLock(1)).toThrow('Lock timeout: another process was holding the lock for too long.');
  expect(Lock.getUserLock().tryLock(0)).toBe(true);
  release();
  expect(lock.tryLock(0)).toBe(true);
});

test('with less than no time nothing is taken, and nothing that is held is lost', () => {
  const lock = service().Lock.getUserLock();
  expect(lock.tryLock(-1)).toBe(false);
  expect(() => lock.waitLock(-1)).toThrow('Lock timeout: another process was holding the lock for too long.');
  expect(lock.hasLock()).toBe(false);
  expect(lock.tryLock(0)).toBe(true);
  expect(lock.tryLock(-1)).toBe(true);
});

test('waits only until the other lets go', () => {
  const { host, Lock } = service();
  host.locks.holdElsewhere('script', 2000);
  const before = host.clock.now();
  expect(Lock.getScriptLock().tryLock(10_000)).toBe(true);
  expect(host.clock.now() - before).toBe(2000);
});

test('a document lock needs a document', () => {
  const { host, Lock } = service();
  expect(Lock.getDocumentLock()).toBeNull();
  host.spreadsheets.activeId = host.spreadsheets.create('Книга').model.id;
  expect(Lock.getDocumentLock()?.tryLock(1)).toBe(true);
});

test('locks end with the execution and while a question is on screen', () => {
  const { host, Lock } = service();
  host.globals.ui = host.wrap(host.ui.forContainer('SpreadsheetApp'));
  const project = loadScript(
    host,
    `function take() { LockService.getScriptLock().waitLock(1); return LockService.getScriptLock().hasLock(); }
     function ask() { take(); ui.alert('?'); return LockService.getScriptLock().hasLock(); }`,
  );
  expect(project.run('take')).toBe(true);
  expect(Lock.getScriptLock().hasLock()).toBe(false);
  expect(project.run('ask')).toBe(false);
});
