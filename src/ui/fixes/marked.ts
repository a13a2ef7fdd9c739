import { element } from '../kit/element';

/** Spaces that are no ordinary single ones, and characters that cannot be seen. */
const UNSEEN =
  /^\s+|\s+$|[^\S ]\s*| {2,}|[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;

/**
 * A text with marks where it holds what cannot be seen, so that «было» and «стало» do not look the same.
 * @param name what a mark is called
 */
export function marked(before: string, after: string, name: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const found of before.matchAll(UNSEEN)) {
    // A line break that stays is nothing to look at.
    if (found[0] === '\n' && after.includes('\n')) continue;
    parts.push(before.slice(at, found.index), element('mark', { title: name }, '␣'));
    at = found.index + found[0].length;
  }
  return [...parts, before.slice(at)].filter((part) => part !== '');
}
