import { recall, remember } from './memory';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'page:theme';
const listeners = new Set<(next: Theme) => void>();

export function theme(): Theme {
  const kept = recall(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** The scheme of the page. */
export function applyTheme(next: Theme = theme()): void {
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

export function chooseTheme(next: Theme): void {
  remember(KEY, next === 'system' ? null : next);
  applyTheme(next);
  for (const listener of listeners) listener(next);
}

/** @returns what ends it */
export function onTheme(listener: (next: Theme) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function nextTheme(): Theme {
  const order: readonly Theme[] = ['system', 'light', 'dark'];
  return order[(order.indexOf(theme()) + 1) % order.length] ?? 'system';
}
