import fs from 'node:fs';
import { basename } from 'node:path';
import { openKeeper } from '../../../src/local/page/keeping/keeper';
import { bookOf } from './book-of';
import { onEachStep } from './counted-disk';

/** What the parent process asks for: `node child.cjs '{…}'`. */
export interface Task {
  readonly folder: string;
  /** Die at this step of the disk, or at the first with this name («rename workbook.xlsx»); absent = live. */
  readonly killAt?: number | string;
  /** Hold the book open for so many milliseconds; absent = edit it and save. */
  readonly hold?: number;
}

const { writeSync } = fs;
/** Reaches the parent even when the next step kills. */
const say = (text: string): void => void writeSync(1, `${text}\n`);

async function run({ folder, killAt, hold }: Task): Promise<void> {
  if (killAt !== undefined) await dieAt(killAt);
  const keeper = await openKeeper(folder, { address: 'http://127.0.0.1:4000' });
  say('open');
  if (hold !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, hold));
    await keeper.close();
    return;
  }
  for (const act of [1, 2]) {
    keeper.record(act);
    say(`recorded ${act}`);
  }
  await keeper.write(bookOf(folder, [1, 2]));
  say('saved');
  keeper.record(3);
  say('recorded 3');
  await keeper.close();
  say('closed');
}

async function dieAt(last: number | string): Promise<void> {
  let step = 0;
  await onEachStep(({ name, args, isWrite, self }) => {
    step += 1;
    if (last !== (typeof last === 'number' ? step : `${name} ${basename(String(args[1]))}`)) return undefined;
    // A write is broken off in its middle.
    if (isWrite) half(args, self);
    process.kill(process.pid, 'SIGKILL');
    return undefined;
  });
}

/** The first half of the bytes reaches the file: `writeSync(file, bytes, offset, length, position)` or `writeFile(bytes)`. */
function half(args: readonly unknown[], self: unknown): void {
  const [file, bytes, offset, length, position] = args as [number, Uint8Array, number, number, number];
  if (typeof file === 'number') writeSync(file, bytes, offset, Math.floor(length / 2), position);
  else {
    const data = args[0] as Uint8Array;
    writeSync((self as { fd: number }).fd, data, 0, Math.floor(data.length / 2), 0);
  }
}

run(JSON.parse(process.argv[2]) as Task).catch((error: Error) => {
  say(`${error.name}: ${error.message}`);
  process.exitCode = 2;
});
