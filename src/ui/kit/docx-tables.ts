import { unzip } from './zip';

/**
 * The tables of a .docx that a person chose, as texts: read in the browser, the file itself goes nowhere. A merged cell
 * says its text in every place that it covers. Deleted text is left out; a table inside a cell is part of the cell.
 * @throws when the file is no .docx
 */
export async function docxTables(file: File): Promise<string[][][]> {
  const parts = await unzip(await file.arrayBuffer());
  const name = [...parts.keys()].find((part) => /^word\/document\d*\.xml$/.test(part));
  const part = name === undefined ? undefined : parts.get(name);
  if (!part) throw new Error('not a .docx');
  const xml = new DOMParser().parseFromString(await part(), 'text/xml');
  if (xml.getElementsByTagName('parsererror').length > 0) throw new Error('not a .docx');
  return [...xml.getElementsByTagNameNS('*', 'tbl')]
    .filter((table) => !isInside(table, ['tbl', 'Fallback', 'del', 'moveFrom']))
    .map(gridOf);
}

/** Left out with all that stands in them: what was deleted, how things look, the second copy of a drawing. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'pPr', 'rPr', 'tcPr', 'Fallback']);
const MARKS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '\u00ad',
};

function gridOf(table: Element): string[][] {
  const grid: string[][] = [];
  for (const row of within(table, 'tr')) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) continue;
    const above = grid[grid.length - 1] ?? [];
    const cells: string[] = new Array(numberIn(properties, 'gridBefore', 0)).fill('');
    for (const cell of within(row, 'tc')) {
      const look = child(cell, 'tcPr');
      const [down, right] = [child(look, 'vMerge'), child(look, 'hMerge')];
      const at = cells.length;
      let text = textOf(cell);
      if (down && attribute(down) !== 'restart') text = above[at] ?? '';
      if (right && attribute(right) !== 'restart') text = cells[at - 1] ?? '';
      for (let n = numberIn(look, 'gridSpan', 1); n > 0; n--) cells.push(text);
    }
    grid.push(cells);
  }
  return grid;
}

function textOf(node: Element): string {
  if (LEFT_OUT.has(node.localName)) return '';
  if (node.localName === 't') return node.textContent ?? '';
  const mark = MARKS[node.localName];
  // A tab of the look of a paragraph stands in its properties, which are left out.
  if (mark !== undefined) return mark;
  const inside = [...node.children].map(textOf).join('');
  if (node.localName === 'p' || node.localName === 'tr') return `${inside}\n`;
  return node.localName === 'tc' ? `${inside.replace(/\n$/, '')} ` : inside;
}

/** Rows of a table or cells of a row, whatever wraps them (a content control, an insertion), none of a table inside. */
function within(parent: Element, name: string): Element[] {
  return [...parent.children].flatMap((each) => {
    if (each.localName === name) return [each];
    return ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml'].includes(each.localName)
      ? within(each, name)
      : [];
  });
}

function isInside(element: Element, names: readonly string[]): boolean {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (names.includes(at.localName)) return true;
  return false;
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return parent ? [...parent.children].find((each) => each.localName === name) : undefined;
}

/** `w:val`, whatever prefix the namespace got. */
function attribute(element: Element): string {
  return [...element.attributes].find((a) => a.localName === 'val')?.value ?? '';
}

function numberIn(parent: Element | undefined, name: string, absent: number): number {
  const found = child(parent, name);
  return found ? Math.min(Number(attribute(found)) || absent, 200) : absent;
}
