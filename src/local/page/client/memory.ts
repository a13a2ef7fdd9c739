/** What the browser remembers for the page. Storage may be off (private windows, policies): then nothing is remembered. */
export function recall(key: string, where: Storage | null = storage('localStorage')): string | null {
  try {
    return where?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** @returns false when it could not be kept */
export function remember(
  key: string,
  value: string | null,
  where: Storage | null = storage('localStorage'),
): boolean {
  try {
    if (value === null) where?.removeItem(key);
    else where?.setItem(key, value);
    return where !== null;
  } catch {
    return false;
  }
}

/** Of this window alone: it outlives a reload. */
export const ofWindow = storage('sessionStorage');

function storage(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}
