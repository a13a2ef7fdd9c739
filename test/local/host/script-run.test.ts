import { createHost } from '../../../src/local/host/host';
import { callFromPage, PageCallError } from '../../../src/local/host/script-run';
import { loadScript } from '../load-script';

const host = createHost();
const project = loadScript(
  host,
  `function echo(x) { return x; }
   function count() { return arguments.length; }
   function kind(x) { return x === null ? 'null' : typeof x; }
   function nothing() {}
   function date() { return { rows: [{ at: new Date(0) }] }; }
   function fn() { return function () {}; }
   function service() { return Logger; }
   function loop() { var a = {}; a.a = a; return a; }
   function holes() { return { list: [1, undefined, 3], gone: undefined, nan: NaN }; }
   function fails() { throw new Error('не вышло'); }
   function secret_() { return 1; }`,
);
const call = (name: string, ...args: unknown[]) => callFromPage(project, name, args);

test('values that cross', () => {
  for (const value of ['x', 0, true, null, [1, [2, 'б']], { a: { b: [null] } }])
    expect(call('echo', value)).toEqual(value);
  expect(call('holes')).toEqual({ list: [1, null, 3], nan: null });
  expect(call('echo', [1, undefined])).toEqual([1, null]);
  expect(call('nothing')).toBeNull();
  expect(call('count', 1, 2, 3)).toBe(3);
  expect(call('kind', undefined)).toBe('null');
});

test('what the page gets is a copy', () => {
  const sent = { list: [1] };
  const got = call('echo', sent) as typeof sent;
  got.list.push(2);
  expect(sent.list).toEqual([1]);
});

test('arguments that do not cross', () => {
  expect(() => call('echo', new Date())).toThrow(
    new PageCallError('Failed due to illegal value in property: 0'),
  );
  expect(() => call('echo', 1, { when: [new Date()] })).toThrow(
    'Failed due to illegal value in property: 1.when[0]',
  );
  expect(() => call('echo', () => 1)).toThrow('illegal value in property: 0');
  expect(() => call('echo', new Map())).toThrow('illegal value in property: 0');
});

test.each(['date', 'fn', 'service', 'loop'])('a result that does not cross: %s', (name) => {
  expect(() => call(name)).toThrow(
    new RegExp(`^${name} returned a value that cannot cross to a page, at result`),
  );
});

test('private and unknown functions are not callable', () => {
  expect(() => call('secret_')).toThrow('Script function not found: secret_');
  expect(() => call('toString')).toThrow('Script function not found: toString');
});

test('an error of the function comes through', () => {
  expect(() => call('fails')).toThrow('не вышло');
});
