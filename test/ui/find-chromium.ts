/** Finds a Chromium that starts on this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'];
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** An ES module, which jest cannot load into a test: another Node asks it. It unpacks its browser into the temporary folder. */
const PACKED =
  "const { default: chromium } = await import('@sparticuz/chromium'); process.stdout.write(await chromium.executablePath());";
/** It unpacks the libraries that a bare machine lacks too, when it takes the machine for one of these. */
const BARE = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
const LIBRARIES = join(tmpdir(), 'al2023', 'lib');

type Environment = Record<string, string | undefined>;
type Found = { readonly path: string; readonly env: Environment } | { readonly none: string };

/** Asked in this order: CHROMIUM_PATH, the browser that npm installs, an installed Chrome or Chromium. */
export function findChromium(): Found {
  const refused: string[] = [];
  for (const where of [
    () => process.env.CHROMIUM_PATH ?? '',
    packed,
    ...INSTALLED.map((path) => () => path),
  ]) {
    for (const env of [process.env, { ...process.env, LD_LIBRARY_PATH: LIBRARIES }]) {
      try {
        const path = where();
        if (path === '' || !existsSync(path)) break;
        // Libraries that are missing show here already.
        const options = { timeout: 20_000, stdio: 'pipe', env } as const;
        execFileSync(path, ['--headless', '--no-sandbox', '--version'], options);
        return { path, env };
      } catch (error) {
        refused.push(String((error as Error).message).split('\n')[0]);
      }
    }
  }
  return { none: refused.join('; ') || 'none is installed' };
}

function packed(): string {
  const options = { cwd: process.cwd(), timeout: 60_000, stdio: 'pipe', env: BARE } as const;
  return execFileSync(process.execPath, ['--input-type=module', '-e', PACKED], options).toString();
}
