import { bound } from './bundle';
import { BOSS, lettersBook } from './letters-book';

/**
 * Two executions over one workbook: the second comes at every service call of the first, as when two people press at once
 * or a trigger fires twice. Each has services of its own; the cells and the lock are shared.
 */
test('whenever the second run comes, every letter leaves once', () => {
  const calls = meet(Number.POSITIVE_INFINITY).calls;
  expect(calls).toBeGreaterThan(40);
  for (let at = 0; at < calls; at++) {
    const { letters, refused } = meet(at);
    expect([at, letters.filter((to, i) => letters.indexOf(to) !== i)]).toEqual([at, []]);
    expect([at, letters.length]).toEqual([at, 5]);
    if (refused !== '') expect(refused).toMatch(/занята другим запуском/);
  }
}, 300_000);

/** @returns addresses of all letters, and the words with which one of the runs was refused */
function meet(at: number): { calls: number; letters: string[]; refused: string } {
  const first = lettersBook();
  const NEEDED = ['Организации', 'Кураторы', 'Документы', 'Дорожная карта', 'Настройки', 'Письма'];
  first.model.sheets.splice(0, 99, ...first.model.sheets.filter(({ name }) => NEEDED.includes(name)));
  const second = bound({ user: BOSS, now: () => Date.parse('2024-04-23T03:00:00Z') }, first.model);
  const { LockService } = first.host.globals as {
    LockService: { getDocumentLock(): { hasLock(): boolean } };
  };
  let [calls, inside, refused] = [0, false, ''];
  const send = (book: typeof second) => {
    const { ok, refused: words } = book.project.run('rpc', ['lettersSendNow']) as {
      ok: boolean;
      refused?: string;
    };
    if (!ok) refused = words ?? '';
  };
  first.watch(() => {
    if (inside) return;
    if (calls++ !== at) return;
    inside = true;
    const release = LockService.getDocumentLock().hasLock()
      ? second.host.locks.holdElsewhere('document')
      : null;
    send(second);
    release?.();
    inside = false;
  });
  send(first);
  const letters = [...first.host.outbox.messages, ...second.host.outbox.messages].flatMap(({ to }) => to);
  return { calls, letters, refused };
}
