import type { DocNode, RangeElementModel } from './model';
import { toRegExp } from './pattern';
import { runAt, spliceRuns } from './runs';
import { textOf, walk } from './tree';

/**
 * The next match inside one text node, after `from` when given. A match never crosses from one text node to another.
 * The end offset is inclusive.
 */
export function findTextIn(
  root: DocNode,
  pattern: string,
  from: RangeElementModel | null,
): RangeElementModel | null {
  const expression = toRegExp(pattern);
  let waiting = from !== null;
  for (const node of walk(root)) {
    if (node.type !== 'TEXT') {
      if (waiting && node === from?.node && node !== root) waiting = false;
      continue;
    }
    let offset = 0;
    if (waiting) {
      if (node !== from?.node) continue;
      waiting = false;
      if (from.end === null) continue;
      offset = from.end + 1;
    }
    expression.lastIndex = offset;
    const match = nonEmptyMatch(expression, textOf(node));
    if (match) return { node, start: match.index, end: match.index + match[0].length - 1 };
  }
  return null;
}

function nonEmptyMatch(expression: RegExp, text: string): RegExpExecArray | null {
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    if (match[0] !== '') return match;
    expression.lastIndex++;
  }
  return null;
}

/** The next node of a type under the root, after `from` when given. */
export function findElementNode(root: DocNode, type: string, from: DocNode | null): DocNode | null {
  let waiting = from !== null;
  for (const node of walk(root)) {
    if (node === root) continue;
    if (waiting) waiting = node !== from;
    else if (node.type === type) return node;
  }
  return null;
}

/** Replaces all matches; the replacement is taken literally and looks like the first character it replaces. */
export function replaceTextIn(root: DocNode, pattern: string, replacement: string): void {
  const expression = toRegExp(pattern);
  for (const node of [...walk(root)]) {
    if (node.type !== 'TEXT') continue;
    const matches = [...textOf(node).matchAll(expression)].filter((match) => match[0] !== '');
    for (const match of matches.reverse()) {
      const attributes = runAt(node.runs, match.index)?.attributes ?? {};
      const insert = [{ text: replacement, attributes: { ...attributes } }];
      node.runs = spliceRuns(node.runs, match.index, match.index + match[0].length, insert);
    }
    if (matches.length > 0 && node.runs.length === 0 && node.parent) {
      const siblings = node.parent.children;
      siblings.splice(siblings.indexOf(node), 1);
      node.parent = null;
    }
  }
}
