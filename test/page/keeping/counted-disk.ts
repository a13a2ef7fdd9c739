import fs from 'node:fs';

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Step = {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly isWrite: boolean;
  readonly self: unknown;
};

const PROMISES = ['open', 'mkdir', 'rename', 'rm', 'link', 'copyFile', 'utimes'];
const SYNC = ['openSync', 'writeSync', 'fsyncSync', 'ftruncateSync', 'renameSync'];
const HANDLE = ['writeFile', 'sync'];

/**
 * Has every call that changes the disk go through `before`, in this process. Works on code that names the functions of
 * `node:fs` at each call: bundled or compiled to CommonJS.
 */
export async function onEachStep(before: (step: Step, run: Call) => unknown): Promise<() => void> {
  const undo: (() => void)[] = [];
  const wrap = (owner: object, name: string): void => {
    const methods = owner as Record<string, Call>;
    const real = methods[name];
    const isWrite = name === 'writeFile' || name === 'writeSync';
    methods[name] = function (...args) {
      const run: Call = (...changed) => real.apply(this, changed);
      return before({ name, args, isWrite, self: this }, run) ?? real.apply(this, args);
    };
    undo.push(() => {
      methods[name] = real;
    });
  };
  const handle = await fs.promises.open(process.execPath, 'r');
  const prototype = Object.getPrototypeOf(handle) as object;
  await handle.close();
  for (const name of PROMISES) wrap(fs.promises, name);
  for (const name of SYNC) wrap(fs, name);
  for (const name of HANDLE) wrap(prototype, name);
  return () => {
    for (const one of undo) one();
  };
}
