import { withNames } from './key-file';

let known: ReadonlyMap<string, string> = new Map();
const waiting: (() => void)[] = [];

/** The text with names beside its codes; as it is until a key file is loaded. For showing only, never for `call`. */
export function named(text: string): string {
  return withNames(text, known);
}

/** Names of a key file by code: they stay in this page and are sent nowhere. */
export function learnNames(names: ReadonlyMap<string, string>): void {
  known = names;
  for (const show of waiting) show();
}

/** Runs when a key file is loaded, to show the names. */
export function whenNamesCome(show: () => void): void {
  waiting.push(show);
}
