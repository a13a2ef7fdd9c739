import { createHost } from '../../../src/local/host/host';
import { runDueTriggers } from '../../../src/local/host/trigger-runner';
import { loadScript } from '../load-script';

function hostWith(code: string) {
  const host = createHost({ now: '2024-03-01T06:00:00Z', activeUser: 'owner@example.com' });
  const project = loadScript(host, code);
  return { host, project, log: () => host.log.map((e) => e.text) };
}

test('the clock moves, handlers run in order as their owners, without a Ui', () => {
  const { host, project, log } = hostWith(`
    function install() {
      ScriptApp.newTrigger('hourly').timeBased().everyHours(12).create();
      ScriptApp.newTrigger('once').timeBased().at(new Date('2024-03-01T07:00:00Z')).create();
    }
    function hourly() { console.log('hourly'); }
    function once() {
      console.log(Session.getActiveUser() + ' ' + Session.getEffectiveUser() + ' ' + new Date().toISOString());
    }`);
  project.run('install');
  host.context.user = 'visitor@example.com';
  host.ui.available = true;
  const fired = runDueTriggers(host, '2024-03-02T06:00:00Z');
  expect(fired.map((f) => f.handler).sort()).toEqual(['hourly', 'hourly', 'once']);
  expect([...fired].sort((a, b) => a.at - b.at)).toEqual(fired);
  expect(log()).toContain('owner@example.com owner@example.com 2024-03-01T07:00:00.000Z');
  expect(new Date(host.clock.now()).toISOString()).toBe('2024-03-02T06:00:00.000Z');
  expect([host.context.user, host.ui.available]).toEqual(['visitor@example.com', true]);
  expect(runDueTriggers(host, '2024-03-02T06:00:00Z')).toEqual([]);
});

test('the event object', () => {
  const { host, project } = hostWith(`
    var seen;
    function install() { ScriptApp.newTrigger('tick').timeBased().at(new Date('2024-03-03T20:05:07Z')).create(); }
    function tick(e) { seen = e; }
    function full() { return seen.authMode === ScriptApp.AuthMode.FULL; }
    function event() { return JSON.stringify(seen); }`);
  project.run('install');
  const [{ uid }] = runDueTriggers(host, '2024-03-04T00:00:00Z');
  expect(project.run('full')).toBe(true);
  expect(JSON.parse(project.run('event') as string)).toEqual({
    authMode: 'FULL',
    'day-of-month': 3,
    'day-of-week': 7,
    hour: 20,
    minute: 5,
    month: 3,
    second: 7,
    timezone: 'UTC',
    triggerUid: uid,
    'week-of-year': 10,
    year: 2024,
  });
});

test('an error is reported and logged, and stops nothing', () => {
  const { host, project, log } = hostWith(`
    function install() {
      ScriptApp.newTrigger('bad').timeBased().after(1000).create();
      ScriptApp.newTrigger('missing').timeBased().after(2000).create();
      ScriptApp.newTrigger('good').timeBased().after(3000).create();
    }
    function bad() { throw new Error('сломалось'); }
    function good() {}`);
  project.run('install');
  const fired = runDueTriggers(host, '2024-03-01T07:00:00Z');
  expect(fired.map((f) => [f.handler, f.error === null ? null : String(f.error)])).toEqual([
    ['bad', 'Error: сломалось'],
    ['missing', 'Error: Script function not found: missing'],
    ['good', null],
  ]);
  expect(log()[0]).toContain('сломалось');
});

test('triggers made and deleted by handlers count at once', () => {
  const { host, project } = hostWith(`
    function install() { ScriptApp.newTrigger('chain').timeBased().after(60000).create(); }
    function chain(e) {
      ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); });
      ScriptApp.newTrigger('chain').timeBased().after(20 * 60000).create();
    }`);
  project.run('install');
  const times = runDueTriggers(host, '2024-03-01T07:00:00Z').map((f) =>
    new Date(f.at).toISOString().slice(11, 16),
  );
  expect(times).toEqual(['06:01', '06:21', '06:41']);
});

test('a Ui cannot be had', () => {
  const { host, project } = hostWith(`
    function install() { ScriptApp.newTrigger('ask').timeBased().after(1000).create(); }
    function ask() { getUi(); }`);
  host.globals.getUi = () => host.ui.forContainer('SpreadsheetApp');
  (project.functions as Record<string, unknown>).ask = host.globals.getUi;
  project.run('install');
  const [{ error }] = runDueTriggers(host, '2024-03-01T07:00:00Z');
  expect(String(error)).toContain('Cannot call SpreadsheetApp.getUi() from this context.');
});
