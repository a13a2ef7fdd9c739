import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from './files/atomic-write';

/** A JSON file of a command, written whole or not at all. */
export async function writeJson(folder: string, name: string, data: unknown): Promise<void> {
  await writeText(folder, name, `${JSON.stringify(data, null, 2)}\n`);
}

/** A text file of a command, in the same way. */
export async function writeText(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFiles(new Map([[join(folder, name), Buffer.from(text)]]));
}
