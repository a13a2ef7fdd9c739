/**
 * Builds everything: dist/ (pushed to Google as it is) and build/ (the local host and its commands for Node).
 * `node build.mjs` prints to stderr only, so that `npm run local -- … --json` keeps stdout clean.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const at = (...parts) => join(root, ...parts);
mkdirSync(at('build'), { recursive: true });

/** The official reference as data for the local host; made once for an installed version of the types. */
async function reference() {
  const types = at('node_modules/@types/google-apps-script');
  const extractor = at('src/local/host/reference-extract.mjs');
  const target = at('build/reference.json');
  const newest = Math.max(statSync(join(types, 'package.json')).mtimeMs, statSync(extractor).mtimeMs);
  if (existsSync(target) && statSync(target).mtimeMs > newest) return;
  const { extractReference } = await import(extractor);
  writeFileSync(target, JSON.stringify(extractReference(types)));
}

/** The look that all panels share, then the panel's own. */
function styles(own) {
  const files = [at('src/ui/kit/base.css'), own].filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** src/ui/<panel>/: index.html with the css and the compiled ts inlined → dist/<panel>.html */
async function panels() {
  const folders = existsSync(at('src/ui')) ? readdirSync(at('src/ui'), { withFileTypes: true }) : [];
  for (const folder of folders.filter(
    (f) => f.isDirectory() && existsSync(at('src/ui', f.name, 'index.html')),
  )) {
    const from = (file) => at('src/ui', folder.name, file);
    const script = await build({
      entryPoints: [from('panel.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2019',
      minify: true,
      legalComments: 'none',
    });
    const code = script.outputFiles[0].text.replaceAll('</script', '<\\/script');
    const html = readFileSync(from('index.html'), 'utf8')
      .replace('/* css */', () => styles(from('panel.css')))
      .replace('/* js */', () => code);
    writeFileSync(at('dist', `${folder.name}.html`), html);
  }
}

/**
 * src/main.ts → dist/Code.js: a function for each part of the bundle, and a forwarding function for each export. Loading
 * the file only declares functions; the modules are evaluated by the first call of a public name, so that a start of the
 * script costs no more than parsing. What an edit needs is a part of its own: it evaluates half as much as a command.
 */
async function bundle() {
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  const { outputFiles, metafile } = await build({
    entryPoints: { app: at('src/main.ts'), edit: at('src/edit.ts') },
    entryNames: '[name]',
    chunkNames: 'shared',
    outdir: at('dist'),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    target: 'es2019',
    charset: 'utf8',
    format: 'esm',
    minify: true,
    legalComments: 'none',
  });
  const exportsOf = (name) =>
    Object.entries(metafile.outputs).find(([file]) => basename(file) === `${name}.js`)[1].exports;
  const edit = exportsOf('edit');
  const parts = [
    ...outputFiles.map((file) => partOf(basename(file.path, '.js'), file.text)),
    ...exportsOf('app')
      .sort()
      .map((name) => {
        const part = edit.includes(name) ? 'edit_' : 'app_';
        return `function ${name}() { return ${part}().${name}.apply(this, arguments); }`;
      }),
  ];
  writeFileSync(at('dist/Code.js'), `"use strict";\n${parts.join('\n')}\n`);
  writeFileSync(at('dist/appsscript.json'), readFileSync(at('appsscript.json')));
  await panels();
}

/** A module as a function that evaluates it once and returns its exports: Apps Script knows no modules. */
function partOf(name, text) {
  const bindings = (list, turned) =>
    list
      .split(',')
      .map((one) => one.trim().split(' as '))
      .map(([from, to = from]) => (turned ? `${to}:${from}` : `${from}:${to}`))
      .join(',');
  const body = text
    .trim()
    .replace(/^(?:import\{([^}]*)\}from"\.\/(\w+)\.js";)+/, (imports) =>
      imports.replace(
        /import\{([^}]*)\}from"\.\/(\w+)\.js";/g,
        (_, list, from) => `const{${bindings(list)}}=${from}_();`,
      ),
    )
    .replace(/export\{([^}]*)\};?$/, (_, list) => `return{${bindings(list, true)}};`);
  return `function ${name}_(){return ${name}_.made||(${name}_.made=(()=>{${body}})())}`;
}

/** The local host and its commands; packages stay in node_modules. */
async function local() {
  const entry = {
    host: 'src/local/index.ts',
    cli: 'src/local/cli.ts',
    bench: 'test/bench/bench.ts',
    docs: 'src/local/docs/generate.ts',
    'book-worker': 'src/local/page/book-worker.ts',
  };
  const present = Object.entries(entry).filter(([, file]) => existsSync(at(file)));
  await build({
    entryPoints: Object.fromEntries(present.map(([name, file]) => [name, at(file)])),
    outdir: at('build'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    sourcemap: 'inline',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // Some packages are loaded only when they are needed, by `require`, which an ES module does not have.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
  });
}

/** The page of `serve`: src/local/page/client → build/page/, as the server sends it; prelude.js goes into pages of the script. */
async function page() {
  await build({
    entryPoints: { page: at('src/local/page/client/page.ts') },
    outdir: at('build/page'),
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'chunks/[name]-[hash]',
    loader: { '.ttf': 'file' },
  });
  await build({
    entryPoints: [at('src/local/page/client/prelude.ts')],
    outdir: at('build/page'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  copyFileSync(at('src/local/page/client/index.html'), at('build/page/index.html'));
}

await reference();
rmSync(at('build/page'), { recursive: true, force: true });
rmSync(at('build/chunks'), { recursive: true, force: true });
await Promise.all([existsSync(at('src/main.ts')) ? bundle() : null, local(), page()]);
