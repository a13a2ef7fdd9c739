import { createHost } from '../../../src/local/host/host';

function service() {
  const host = createHost({ now: '2024-03-01T00:00:00Z', timeZone: 'Europe/Moscow' });
  return {
    host,
    Logger: host.globals.Logger as GoogleAppsScript.Base.Logger,
    console: host.globals.console as Console,
  };
}

test('Logger keeps lines with their time and clears its own text only', () => {
  const { host, Logger } = service();
  expect(Logger.log('Проверено: %s из %s', 'три', 'пяти')).toBe(Logger);
  expect(Logger.getLog()).toBe('Fri Mar 01 03:00:00 MSK 2024 INFO: Проверено: три из пяти\n');
  Logger.clear();
  expect(Logger.getLog()).toBe('');
  expect(host.log).toEqual([
    { level: 'info', text: 'Проверено: три из пяти', time: Date.parse('2024-03-01T00:00:00Z') },
  ]);
});

test('Logger shows values as Java does', () => {
  const { host, Logger } = service();
  for (const value of [1, 1.5, [1, 'a'], { a: 1, b: [null] }, null, new Date('2024-03-01T00:00:00Z'), Logger])
    Logger.log(value);
  expect(host.log.map((entry) => entry.text)).toEqual([
    '1.0',
    '1.5',
    '[1.0, a]',
    '{a=1.0, b=[null]}',
    'null',
    'Fri Mar 01 03:00:00 GMT+03:00 2024',
    'Logger',
  ]);
});

test('console writes levels, values as JavaScript shows them, and façades by class', () => {
  const { host, console: own } = service();
  own.log('a', { b: 1 }, 2);
  own.info('%s и %d', 'раз', 2);
  own.warn('осторожно');
  own.error(host.globals.Logger);
  expect(host.log.map((e) => [e.level, e.text])).toEqual([
    ['debug', 'a { b: 1 } 2'],
    ['info', 'раз и 2'],
    ['warning', 'осторожно'],
    ['error', 'Logger'],
  ]);
});

test('console.time measures on the host clock', () => {
  const { host, console: own } = service();
  own.time('обход');
  host.clock.advance(1500);
  own.timeEnd('обход');
  own.timeEnd('обход');
  expect(host.log.map((e) => e.text)).toEqual(['обход: 1500ms']);
});
