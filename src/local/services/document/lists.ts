import type { DocNode, ListModel } from './model';
import { walk } from './tree';

/** Lists of a document: items with the same list id are numbered through, wherever they stand. */

const USUAL_GLYPHS = ['NUMBER', 'LATIN_LOWER', 'ROMAN_LOWER'];

/** Key of GlyphType at a nesting level. */
export function glyphAt(list: ListModel | undefined, nesting: number): string {
  return list?.glyphs[nesting] ?? USUAL_GLYPHS[nesting % USUAL_GLYPHS.length];
}

/** The list that a new item at this place belongs to: the one right before it, the one right after it, a new one. */
export function listIdAt(parent: DocNode, index: number, lists: Record<string, ListModel>): string {
  const neighbour = [parent.children[index - 1], parent.children[index]].find(
    (node) => node?.type === 'LIST_ITEM',
  );
  return neighbour?.type === 'LIST_ITEM' ? neighbour.listId : newListId(lists);
}

function newListId(lists: Record<string, ListModel>): string {
  let number = Object.keys(lists).length + 1;
  while (lists[`kix.list${number}`]) number++;
  const id = `kix.list${number}`;
  lists[id] = { glyphs: {} };
  return id;
}

/** Makes sure that the lists of items that came from another document exist here. */
export function adoptList(lists: Record<string, ListModel>, node: DocNode): void {
  for (const each of walk(node)) if (each.type === 'LIST_ITEM') lists[each.listId] ??= { glyphs: {} };
}
