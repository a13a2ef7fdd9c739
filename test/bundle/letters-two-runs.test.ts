import { type Bound, bound } from './bundle';
import { BOSS, type LettersBook, lettersBook } from './letters-book';

/**
 * Two executions over one workbook: the second comes at every service call of the first, as when two people press at once
 * or a trigger fires twice. Each has services of its own; the cells and the lock are shared.
 */
test('whenever the second run comes, every letter leaves once', () => {
  const both = twoRuns();
  const { calls } = meet(both, Number.POSITIVE_INFINITY);
  expect(calls).toBeGreaterThan(40);
  for (let at = 0; at < calls; at++) {
    const { letters, refused } = meet(both, at);
    expect([at, letters.filter((to, i) => letters.indexOf(to) !== i)]).toEqual([at, []]);
    expect([at, letters.length]).toEqual([at, 5]);
    if (refused !== '') expect(refused).toMatch(/занята другим запуском/);
  }
}, 300_000);

interface Both {
  readonly first: LettersBook;
  readonly second: Bound;
}

function twoRuns(): Both {
  const first = lettersBook();
  const needed = ['Организации', 'Кураторы', 'Документы', 'Дорожная карта', 'Настройки', 'Письма'];
  first.model.sheets.splice(0, 99, ...first.model.sheets.filter(({ name }) => needed.includes(name)));
  return { first, second: bound({ user: BOSS, now: () => Date.parse('2024-04-23T03:00:00Z') }, first.model) };
}

/** @returns addresses of all letters, and the words with which one of the runs was refused */
function meet({ first, second }: Both, at: number): { calls: number; letters: string[]; refused: string } {
  const { LockService } = first.host.globals as {
    LockService: { getDocumentLock(): { hasLock(): boolean } };
  };
  first.sheet('Письма').rows.splice(1);
  first.host.outbox.messages.length = 0;
  second.host.outbox.messages.length = 0;
  let [calls, inside, refused] = [0, false, ''];
  const send = (book: Bound) => {
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
  first.host.outbox.dailyLimit = 1_000_000;
  second.host.outbox.dailyLimit = 1_000_000;
  send(first);
  const letters = [...first.host.outbox.messages, ...second.host.outbox.messages].flatMap(({ to }) => to);
  return { calls, letters, refused };
}
