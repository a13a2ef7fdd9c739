import { ofWindow, recall, remember } from '../memory';

const KEY = 'page:window';
/** A reload frees the lock of the page before it within this time. */
const PATIENCE_MS = 400;

/**
 * The name of this window for the server; it outlives a reload. A browser copies the storage of a tab into its duplicate:
 * the name is held by a lock, and the duplicate, which does not get it, takes another name. Otherwise both would send the
 * same pending edits.
 */
export async function windowId(): Promise<string> {
  const kept = recall(KEY, ofWindow);
  if (kept !== null && (await held(kept))) return kept;
  const fresh = freshId();
  remember(KEY, fresh, ofWindow);
  await held(fresh);
  return fresh;
}

export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(36).padStart(2, '0'),
  ).join('');
}

function held(name: string): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    // The lock is kept until the page is gone: its promise never ends.
    locks
      .request(`page:${name}`, { signal }, () => {
        resolve(true);
        return new Promise<never>(() => {});
      })
      .catch(() => resolve(false));
  });
}
