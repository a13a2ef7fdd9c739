import { countTrips } from '../../src/local/host/trips';
import { fillHost } from '../bench/fill-host';
import { loadOf } from '../bench/load';
import { type Bound, bound } from './bundle';

function tripsOf(book: Bound, command: string, args: Record<string, unknown> = {}): number {
  const before = { ...book.host.calls };
  book.rpc(command, args);
  const made = Object.entries(book.host.calls).map(([call, n]) => [call, n - (before[call] ?? 0)]);
  return countTrips(Object.fromEntries(made));
}

test('set-up takes no more than 8 trips a tab, a full check 2 a tab and 12, with 13 000 rows', () => {
  const book = bound();
  const made = tripsOf(book, 'setUp', { storageMode: 'Полный' });
  const tabs = book.titles().length;
  expect(made).toBeLessThanOrEqual(8 * tabs);
  fillHost(book.host, loadOf('S'));
  expect(tripsOf(book, 'check')).toBeLessThanOrEqual(2 * tabs + 12);
  // Nothing has changed: what is read is not written again.
  expect(tripsOf(book, 'check')).toBeLessThanOrEqual(tabs + 12);
});

test('what set-up keeps for the cell without reading its new tabs is what reading them gives', () => {
  const book = bound();
  const kept = () => [...book.host.properties.document].filter(([key]) => key.startsWith('edit-index'));
  book.rpc('setUp', { storageMode: 'Полный' });
  const made = kept();
  expect(made.length).toBeGreaterThan(1);
  book.rpc('setUp', { storageMode: 'Полный' });
  expect(kept()).toEqual(made);
});
