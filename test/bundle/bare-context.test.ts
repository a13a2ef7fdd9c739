import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { transformSync } from 'esbuild';
import { type MenuItem, menu } from '../../src/app/menu';
import { DIST, ROOT, requireBuilt } from './bundle';

requireBuilt();
const code = readFileSync(join(DIST, 'Code.js'), 'utf8');

/** The names that src/main.ts exports, read from its text. */
const exported = [
  ...readFileSync(join(ROOT, 'src/main.ts'), 'utf8').matchAll(/^export (?:function|\{) ?(\w+)/gm),
]
  .map((m) => m[1])
  .sort();

test('it loads in an empty context: no global is needed, nothing is done', () => {
  const context = createContext(Object.create(null));
  expect(() => new Script(code).runInContext(context)).not.toThrow();
  const made = Object.keys(context);
  expect(made.filter((name) => typeof context[name] !== 'function')).toEqual([]);
  expect(made.filter((name) => !name.endsWith('_')).sort()).toEqual(exported);
});

test('evaluating all its modules needs no service either', () => {
  const context = createContext(Object.create(null));
  new Script(code).runInContext(context);
  const modules = new Script('app_()').runInContext(context) as Record<string, unknown>;
  expect(Object.keys(modules).sort()).toEqual(exported);
});

test('loading touches no service, even when all services are there', () => {
  const touched: string[] = [];
  const trap = (name: string) =>
    new Proxy(function service() {}, {
      get: (_, key) => {
        touched.push(`${name}.${String(key)}`);
        return undefined;
      },
      apply: () => {
        touched.push(`${name}()`);
      },
    });
  const names = [
    'SpreadsheetApp',
    'DocumentApp',
    'MailApp',
    'Session',
    'Utilities',
    'ScriptApp',
    'HtmlService',
  ];
  const more = [
    'PropertiesService',
    'CacheService',
    'LockService',
    'Charts',
    'Logger',
    'UrlFetchApp',
    'console',
  ];
  new Script(code).runInContext(
    createContext(Object.fromEntries([...names, ...more].map((name) => [name, trap(name)]))),
  );
  expect(touched).toEqual([]);
});

test('every menu item, trigger and page call has a public function, and nothing else is public', () => {
  const commands = (items: readonly MenuItem[]): string[] =>
    items.flatMap((item) => (item === 'line' ? [] : 'run' in item ? [item.run] : commands(item.items)));
  const triggers = ['onOpen', 'onInstall', 'onEdit', 'nightlySweep', 'dailyRun', 'continueLetters'];
  expect(exported).toEqual([...commands(menu.items), ...triggers, 'rpc'].sort());
});

describe('the syntax is ES2019', () => {
  const print = (target: string, text = code) =>
    transformSync(text, { target, charset: 'utf8', minifyWhitespace: true, legalComments: 'none' }).code;

  test('lowering to ES2019 finds nothing to lower', () => {
    expect(print('es2019') === print('esnext')).toBe(true);
  });

  test.each([
    'a?.b',
    'a ?? b',
    'class A { #b = 1 }',
    'class A { static { f() } }',
    'a ||= b',
    '1n',
    '10_000n',
  ])('and it would find %s', (sample) => {
    let lowered = '';
    try {
      lowered = print('es2019', `x = ${sample}`);
    } catch {
      return;
    }
    expect(lowered).not.toBe(print('esnext', `x = ${sample}`));
  });
});

describe('dist/ is what is pushed', () => {
  const files = readdirSync(DIST).sort();

  test('Code.js, the manifest and one page a panel, nothing else', () => {
    const panels = readdirSync(join(ROOT, 'src/ui'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'src/ui', entry.name, 'index.html')))
      .map((entry) => `${entry.name}.html`);
    expect(files).toEqual(['Code.js', 'appsscript.json', ...panels].sort());
  });

  test('a page is one file: no link to a script, a style or a picture elsewhere', () => {
    for (const file of files.filter((f) => f.endsWith('.html'))) {
      const html = readFileSync(join(DIST, file), 'utf8');
      expect(html).not.toMatch(/<script[^>]+src=|<link|<img|url\(|@import|\/\* (css|js) \*\//);
      expect(html).toMatch(/<script>[\s\S]+<\/script>/);
    }
  });

  test('the manifest: V8, the time zone, the fewest scopes', () => {
    const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8'));
    expect(manifest).toMatchObject({ runtimeVersion: 'V8', timeZone: 'Asia/Yekaterinburg' });
    expect(manifest.oauthScopes.map((s: string) => s.split('/auth/')[1]).sort()).toEqual([
      'documents',
      'script.container.ui',
      'script.scriptapp',
      'script.send_mail',
      'spreadsheets.currentonly',
      'userinfo.email',
    ]);
  });

  test('clasp would push exactly these files', () => {
    const clasp = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
    const out = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const { filesToPush, untrackedFiles } = JSON.parse(out) as Record<string, string[]>;
    expect(filesToPush.sort()).toEqual(files.map((file) => `dist/${file}`).sort());
    expect(untrackedFiles).toEqual([]);
  }, 30_000);
});
