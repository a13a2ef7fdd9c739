import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const CLI = join(ROOT, 'build/cli.mjs');

export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Two at a time, however many tests wait: as many as there are cores to count on. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];

/** Runs the built command line as `npm run local --` does. */
export function cli(args: readonly string[], cwd = ROOT): Promise<Run> {
  const run = lanes.shift()!.then(() => start(args, cwd));
  lanes.push(run.catch(() => undefined));
  return run;
}

function start(args: readonly string[], cwd: string): Promise<Run> {
  for (const file of [CLI, join(ROOT, 'dist/Code.js')])
    if (!existsSync(file)) throw new Error(`There is no ${file}: run \`node build.mjs\` before these tests.`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, stdout, stderr }));
  });
}

const folders: string[] = [];

/** A folder that is removed after the file's tests. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nast-cli-'));
  folders.push(folder);
  return folder;
}

export function removeScratch(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function json<T = Record<string, unknown>>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

export const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
