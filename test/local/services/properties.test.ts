import { createHost, type HostOptions } from '../../../src/local/host/host';

function service(options: HostOptions = {}) {
  const host = createHost(options);
  return {
    host,
    Properties: host.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService,
  };
}

test('values are text, absent ones are null, setters chain', () => {
  const store = service().Properties.getScriptProperties();
  expect(store.setProperty('a', 1 as never)).toBe(store);
  expect(store.setProperties({ b: true as never, c: null as never })).toBe(store);
  expect(store.getProperties()).toEqual({ a: '1', b: 'true', c: 'null' });
  expect(store.deleteProperty('a').getProperty('a')).toBeNull();
  expect(store.setProperties({ d: 'x' }, true).getKeys()).toEqual(['d']);
  expect(store.deleteAllProperties().getKeys()).toEqual([]);
  expect(String(store)).toBe('Properties');
});

test('what getProperties gives is a copy', () => {
  const store = service().Properties.getScriptProperties();
  (store.getProperties() as Record<string, string>).x = '1';
  expect(store.getProperty('x')).toBeNull();
});

test('document properties need a document', () => {
  const { host, Properties } = service();
  expect(Properties.getDocumentProperties()).toBeNull();
  host.spreadsheets.activeId = host.spreadsheets.create('Книга').model.id;
  Properties.getDocumentProperties().setProperty('k', 'v');
  expect(host.properties.toJSON().document).toEqual({ k: 'v' });
});

test('each person has an own user store', () => {
  const { host, Properties } = service({ activeUser: 'a@example.com' });
  Properties.getUserProperties().setProperty('k', 'of a');
  host.context.user = 'b@example.com';
  expect(Properties.getUserProperties().getProperty('k')).toBeNull();
});

test('limits: 9 KB a value with its key, 500 KB a store', () => {
  const store = service().Properties.getScriptProperties();
  store.setProperty('k', 'x'.repeat(9215));
  expect(() => store.setProperty('k', 'x'.repeat(9216))).toThrow('Argument too large: value');
  expect(() => store.setProperty('k', 'я'.repeat(4700))).toThrow('Argument too large: value');
  expect(() => store.setProperty('k'.repeat(10_000), '')).toThrow('Argument too large: key');
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, 'x'.repeat(9000)]));
  expect(() => store.setProperties(many)).toThrow('You have exceeded the property storage quota.');
  expect(store.getKeys()).toEqual(['k']);
});

test('stores go into a file and come back', () => {
  const { host, Properties } = service({ activeUser: 'a@example.com' });
  Properties.getScriptProperties().setProperty('s', '1');
  Properties.getUserProperties().setProperty('u', '2');
  const saved = JSON.parse(JSON.stringify(host.properties));
  expect(saved).toEqual({ script: { s: '1' }, document: {}, users: { 'a@example.com': { u: '2' } } });
  const other = service({ activeUser: 'a@example.com' });
  other.Properties.getScriptProperties().setProperty('old', '1');
  other.host.properties.restore(saved);
  expect(other.Properties.getUserProperties().getProperty('u')).toBe('2');
  expect(other.Properties.getScriptProperties().getKeys()).toEqual(['s']);
});
