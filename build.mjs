/**
 * Builds everything: dist/ (pushed to Google as it is) and build/ (the local host and its commands for Node).
 * `node build.mjs` prints to stderr only, so that `npm run local -- … --json` keeps stdout clean.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
      .replace('/* css */', () => readFileSync(from('panel.css'), 'utf8'))
      .replace('/* js */', () => code);
    writeFileSync(at('dist', `${folder.name}.html`), html);
  }
}

/**
 * src/main.ts → dist/Code.js: one function that holds the whole bundle, and a forwarding function for each export.
 * Loading the file only declares functions; the modules are evaluated by the first call of a public name, so that a
 * start of the script costs no more than parsing.
 */
async function bundle() {
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'));
  const common = {
    entryPoints: [at('src/main.ts')],
    bundle: true,
    write: false,
    target: 'es2019',
    charset: 'utf8',
  };
  const names = await build({ ...common, format: 'esm', metafile: true, outfile: 'Code.js' });
  const exported = Object.values(names.metafile.outputs)[0].exports.sort();
  const code = await build({
    ...common,
    format: 'iife',
    globalName: 'Modules',
    minify: true,
    legalComments: 'none',
  });
  const lazy = [
    `function modules_() {\n${code.outputFiles[0].text.replace(/^"use strict";/, '').trim()}\nreturn Modules;\n}`,
    'function app_() { return app_.made || (app_.made = modules_()); }',
    ...exported.map((name) => `function ${name}() { return app_().${name}.apply(this, arguments); }`),
  ];
  writeFileSync(at('dist/Code.js'), `"use strict";\n${lazy.join('\n')}\n`);
  writeFileSync(at('dist/appsscript.json'), readFileSync(at('appsscript.json')));
  await panels();
}

/** The local host and its commands; packages stay in node_modules. */
async function local() {
  const entry = {
    host: 'src/local/index.ts',
    cli: 'src/local/cli.ts',
    bench: 'test/bench/bench.ts',
    docs: 'src/local/docs/generate.ts',
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

await reference();
rmSync(at('build/chunks'), { recursive: true, force: true });
await Promise.all([existsSync(at('src/main.ts')) ? bundle() : null, local()]);
