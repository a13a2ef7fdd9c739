import { SaxesParser } from 'saxes';

/** An element of a part of a .docx. Names keep their usual prefixes (`w:p`, `a:blip`). */
export interface Xml {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Xml | string)[];
}

/** @throws Error when the text is not well formed */
export function parseXml(text: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open: Xml[] = [root];
  const parser = new SaxesParser({});
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element: Xml = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
    };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value: string) => {
    open[open.length - 1].children.push(value);
  });
  parser.on('cdata', (value: string) => {
    open[open.length - 1].children.push(value);
  });
  parser.write(text).close();
  return elements(root)[0] ?? root;
}

export function elements(parent: Xml | undefined, name?: string): Xml[] {
  const found = (parent?.children ?? []).filter((child): child is Xml => typeof child !== 'string');
  return name === undefined ? found : found.filter((child) => child.name === name);
}

/** The first child at the end of a path of names. */
export function child(parent: Xml | undefined, ...path: string[]): Xml | undefined {
  let at: Xml | undefined = parent;
  for (const name of path) at = at && elements(at).find((each) => each.name === name);
  return at;
}

/** The first element of that name anywhere below. */
export function descendant(parent: Xml | undefined, name: string): Xml | undefined {
  for (const each of elements(parent)) {
    const found = each.name === name ? each : descendant(each, name);
    if (found) return found;
  }
  return undefined;
}

/** The w:val of a child, `undefined` when the child is missing. */
export function value(parent: Xml | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val'];
}

/** An on/off property: undefined when missing, on when it has no value. */
export function toggle(parent: Xml | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

export function textContent(element: Xml): string {
  return element.children.map((each) => (typeof each === 'string' ? each : textContent(each))).join('');
}
