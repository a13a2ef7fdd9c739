import { type Attributes, adopt, type DocNode, type ParagraphNode, type TextNode } from './model';

/** Puts a detached node among the children of another. */
export function attach(parent: DocNode, index: number, node: DocNode): void {
  parent.children.splice(index, 0, node);
  node.parent = parent;
}

export function detach(node: DocNode): void {
  const siblings = node.parent?.children;
  if (siblings) siblings.splice(siblings.indexOf(node), 1);
  node.parent = null;
}

/** A deep copy without a parent. Bytes of pictures are shared: nobody changes them in place. */
export function cloneNode<T extends DocNode>(node: T): T {
  const copy = {
    ...node,
    parent: null,
    attributes: { ...node.attributes },
    children: node.children.map(cloneNode),
  } as T;
  if (copy.type === 'TEXT')
    copy.runs = copy.runs.map((run) => ({ text: run.text, attributes: { ...run.attributes } }));
  if (copy.type === 'PARAGRAPH' || copy.type === 'LIST_ITEM') {
    copy.textAttributes = { ...copy.textAttributes };
    copy.original = false;
    copy.positioned = copy.positioned.map((each) => ({ ...each, picture: cloneNode(each.picture) }));
  }
  if (copy.type === 'TABLE') copy.columnWidths = [...copy.columnWidths];
  if (copy.type === 'FOOTNOTE') copy.contents = cloneNode(copy.contents);
  return adopt(copy);
}

/** The node and everything under it, in reading order. */
export function* walk(node: DocNode): Generator<DocNode> {
  // A stack instead of recursion: nested generators cost a call per level for every node.
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i]);
  }
}

export function isParagraph(node: DocNode): node is ParagraphNode {
  return node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM';
}

/** The text as the service reads it: inside a paragraph joined, between blocks, rows and cells by a line break. */
export function textOf(node: DocNode): string {
  if (node.type === 'TEXT') return node.runs.map((run) => run.text).join('');
  if (isParagraph(node)) return node.children.map(textOf).join('');
  return node.children.map(textOf).join('\n');
}

/** A text node of a paragraph and where its first character stands in the text of the element searched. */
interface Segment {
  paragraph: ParagraphNode;
  /** null: the paragraph holds no text yet. */
  text: TextNode | null;
  start: number;
  length: number;
}

/** The pieces of text under a node with their offsets in `textOf(node)`. */
export function segmentsOf(node: DocNode): Segment[] {
  const found: Segment[] = [];
  let offset = 0;
  const visit = (current: DocNode): void => {
    if (isParagraph(current)) {
      const texts = current.children.filter((child) => child.type === 'TEXT');
      for (const text of texts) {
        const length = textOf(text).length;
        found.push({ paragraph: current, text, start: offset, length });
        offset += length;
      }
      if (texts.length === 0) found.push({ paragraph: current, text: null, start: offset, length: 0 });
      return;
    }
    current.children.forEach((child, i) => {
      if (i > 0) offset++;
      visit(child);
    });
  };
  if (node.type === 'TEXT') {
    const paragraph = node.parent as ParagraphNode;
    return [{ paragraph, text: node, start: 0, length: textOf(node).length }];
  }
  visit(node);
  return found;
}

/** Sets looks on all text under a node and on what is typed into its empty paragraphs; null takes them off. */
export function paintText(node: DocNode, changes: Readonly<Record<string, Attributes[string] | null>>): void {
  for (const each of walk(node)) {
    if (isParagraph(each)) applyChanges(each.textAttributes, changes);
    if (each.type === 'TEXT') for (const run of each.runs) applyChanges(run.attributes, changes);
  }
}

export function applyChanges(
  target: Attributes,
  changes: Readonly<Record<string, Attributes[string] | null>>,
): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete target[key];
    else target[key] = value;
  }
}
