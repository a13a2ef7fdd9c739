import { fireOnChange, fireOnEdit, fireOnOpen } from '../../../src/local/host/editor-events';
import { createHost } from '../../../src/local/host/host';
import { loadScript } from '../load-script';

function hostWith(code: string) {
  const host = createHost({ now: '2024-03-01T06:00:00Z', activeUser: 'owner@example.com' });
  const book = host.spreadsheets.create('Книга');
  host.spreadsheets.activeId = book.model.id;
  return { host, book, project: loadScript(host, code), log: () => host.log.map((e) => e.text) };
}

const REPORT = `
  function report(name, e) {
    console.log([name, e.authMode, e.user.getEmail(), Session.getActiveUser(), Session.getEffectiveUser(),
      e.triggerUid ? 'uid' : '', 'value' in e ? e.value : '-', 'oldValue' in e ? e.oldValue : '-', e.changeType || ''].join('|'));
  }`;

test('opening: the simple trigger without identity, the installable one as its owner', () => {
  const { host, book, project, log } = hostWith(`${REPORT}
    function onOpen(e) { report('simple', e); }
    function opened(e) { report('installed', e); }
    function install(id) { ScriptApp.newTrigger('opened').forSpreadsheet(id).onOpen().create(); }`);
  project.run('install', [book.model.id]);
  host.context.user = 'visitor@example.com';
  const fired = fireOnOpen(host);
  expect(fired.map((f) => [f.handler, f.error])).toEqual([
    ['onOpen', null],
    ['opened', null],
  ]);
  expect(log()).toEqual([
    'simple|LIMITED|||||-|-|',
    'installed|FULL|visitor@example.com|visitor@example.com|owner@example.com|uid|-|-|',
  ]);
  expect(host.context.effectiveUser).toBeUndefined();
});

test('an add-on that is not enabled here opens in mode NONE', () => {
  const { host } = hostWith(
    "function onOpen(e) { if (e.authMode !== ScriptApp.AuthMode.NONE) throw new Error('mode'); PropertiesService.getScriptProperties(); }",
  );
  const [{ error }] = fireOnOpen(host, 'NONE');
  expect(String(error)).toContain(
    'You do not have permission to call PropertiesService.getScriptProperties.',
  );
});

test('editing: values only where they are known', () => {
  const { host, log } = hostWith(
    `${REPORT} function onEdit(e) { report('edit', e); console.log(String(e.range === marker)); }`,
  );
  const range = {};
  host.globals.marker = range;
  fireOnEdit(host, { range, value: 'новое', oldValue: undefined });
  fireOnEdit(host, { range });
  expect(log()[0]).toMatch(/\|новое\|-\|$/);
  expect(log()[2]).toMatch(/\|-\|-\|$/);
});

test('simple triggers may not use services that need a person', () => {
  const { host } = hostWith("function onEdit() { MailApp.sendEmail('a@example.com', 's', 'b'); }");
  const [{ error }] = fireOnEdit(host, { range: {} });
  expect(String(error)).toBe(
    'Exception: You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
  );
  expect(host.outbox.messages).toEqual([]);
});

test('changes reach only installable triggers of this document', () => {
  const { host, book, project, log } = hostWith(`${REPORT}
    function onChange(e) { report('simple', e); }
    function changed(e) { report('installed', e); }
    function install(id) { ScriptApp.newTrigger('changed').forSpreadsheet(id).onChange().create(); }`);
  project.run('install', [book.model.id]);
  project.run('install', ['another-document']);
  expect(fireOnChange(host, 'INSERT_ROW')).toHaveLength(1);
  expect(log()).toHaveLength(1);
  expect(log()[0]).toMatch(/^installed\|FULL\|.*\|INSERT_ROW$/);
});

test('without handlers nothing happens', () => {
  const { host } = hostWith('function other() {}');
  expect([...fireOnOpen(host), ...fireOnEdit(host, { range: {} }), ...fireOnChange(host, 'EDIT')]).toEqual(
    [],
  );
});
