import { createHost } from '../../../src/local/host/host';

function service() {
  const host = createHost({ now: '2024-03-01T00:00:00Z' });
  return { host, Cache: host.globals.CacheService as GoogleAppsScript.Cache.CacheService };
}

test('void methods give null, values are text', () => {
  const cache = service().Cache.getScriptCache();
  expect(cache.put('k', 5 as never)).toBeNull();
  expect(cache.get('k')).toBe('5');
  expect(cache.remove('k')).toBeNull();
  expect(cache.get('k')).toBeNull();
  expect(cache.putAll({ a: '1', b: '2' })).toBeNull();
  expect(cache.getAll(['a', 'b', 'c'])).toEqual({ a: '1', b: '2' });
  expect(cache.removeAll(['a'])).toBeNull();
  expect(cache.getAll(['a', 'b'])).toEqual({ b: '2' });
});

test.each([
  ['without a time', undefined, 600],
  ['with a time', 20, 20],
  ['below a second', 0, 1],
  ['over six hours', 100_000, 21_600],
])('lives %s for its seconds', (_, seconds, lifetime) => {
  const { host, Cache } = service();
  const cache = Cache.getScriptCache();
  if (seconds === undefined) cache.put('k', 'v');
  else cache.put('k', 'v', seconds);
  host.clock.advance(lifetime * 1000 - 1);
  expect(cache.get('k')).toBe('v');
  host.clock.advance(1);
  expect(cache.get('k')).toBeNull();
});

test('limits', () => {
  const cache = service().Cache.getScriptCache();
  cache.put('k'.repeat(250), 'x'.repeat(102_400));
  expect(() => cache.put('k'.repeat(251), 'v')).toThrow('Argument too large: key');
  expect(() => cache.put('k', 'x'.repeat(102_401))).toThrow('Argument too large: value');
});

test('beyond 1000 items those that would end first go', () => {
  const cache = service().Cache.getScriptCache();
  for (let i = 0; i <= 1000; i++) cache.put(`k${i}`, 'v', 100 + i);
  expect(cache.get('k0')).toBeNull();
  expect(cache.get('k100')).toBeNull();
  expect(cache.get('k101')).toBe('v');
});

test('the caches are apart, and a document cache needs a document', () => {
  const { host, Cache } = service();
  Cache.getScriptCache().put('k', 'script');
  expect(Cache.getUserCache().get('k')).toBeNull();
  expect(Cache.getDocumentCache()).toBeNull();
  host.spreadsheets.activeId = host.spreadsheets.create('Книга').model.id;
  expect(Cache.getDocumentCache()?.get('k')).toBeNull();
  Cache.getUserCache().put('u', '1');
  host.context.user = 'other@example.com';
  expect(Cache.getUserCache().get('u')).toBeNull();
});
