import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Task } from './child';

const scratch: string[] = [];

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'nast-keep-'));
  scratch.push(made);
  return made;
}

export function removeFolders(): void {
  for (const made of scratch.splice(0)) rmSync(made, { recursive: true, force: true });
}

let program = '';

export interface Ended {
  readonly signal: string | null;
  readonly said: readonly string[];
}

/** Runs child.ts as a process of its own. `said` resolves at its first line. */
export function child(task: Task): {
  readonly ended: Promise<Ended>;
  readonly opened: Promise<string>;
  kill(): void;
} {
  if (program === '' || !existsSync(program)) {
    program = join(folder(), 'child.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'child.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
  }
  const process_ = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let first: (line: string) => void = () => undefined;
  const opened = new Promise<string>((resolve) => {
    first = resolve;
  });
  process_.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (text.includes('\n')) first(text.slice(0, text.indexOf('\n')));
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    process_.on('error', reject);
    process_.on('close', (_, signal) => {
      first('');
      resolve({ signal, said: text.split('\n').slice(0, -1) });
    });
  });
  return { ended, opened, kill: () => void process_.kill('SIGKILL') };
}
