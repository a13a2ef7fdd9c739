import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the page of a folder is, so that a window that is open finds it again after a restart. */
interface PageAddress {
  readonly port: number;
  /** Whoever has it may open the book: a secret of this person on this machine. */
  readonly token: string;
}

const FILE = '.page.json';
const USUAL_PORT = 4780;

/** The address of the last time, or a new one with a random token. */
export async function pageAddress(folder: string, port: number | undefined): Promise<PageAddress> {
  const known = await readFile(join(folder, FILE), 'utf8').then(parsed, () => null);
  return {
    port: port ?? known?.port ?? USUAL_PORT,
    token: known?.token ?? randomBytes(24).toString('base64url'),
  };
}

export async function keepAddress(folder: string, address: PageAddress): Promise<void> {
  const file = join(folder, FILE);
  await writeFile(file, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}

/** A damaged file only costs the windows that are open their way back. */
function parsed(text: string): PageAddress | null {
  try {
    const { port, token } = JSON.parse(text) as Partial<PageAddress>;
    return typeof port === 'number' && typeof token === 'string' && token.length >= 16
      ? { port, token }
      : null;
  } catch {
    return null;
  }
}
