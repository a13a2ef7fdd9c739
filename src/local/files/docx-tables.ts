import { openPackage } from './docx-package';
import { child, elements, textContent, value, type Xml } from './docx-xml';

/**
 * The tables of a .docx as texts, for what is read out of somebody's document. A merged cell says its text in every place
 * that it covers; deleted text is left out; a table inside a cell is part of the cell.
 * @throws Error in words when the bytes are not a .docx
 */
export async function docxTables(bytes: Uint8Array): Promise<string[][][]> {
  const { document } = await openPackage(bytes);
  return tablesIn(document.root).map(gridOf);
}

/** Left out with all that stands in them: what was deleted, how things look, the second copy of a drawing. */
const LEFT_OUT: readonly string[] = ['del', 'moveFrom', 'pPr', 'rPr', 'tcPr', 'delText', 'instrText'].map(
  (name) => `w:${name}`,
);
const WRAPPERS: readonly string[] = ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml'].map((n) => `w:${n}`);
const MARKS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '\u00ad',
};

const isLeftOut = ({ name }: Xml): boolean => LEFT_OUT.includes(name) || name === 'mc:Fallback';

function tablesIn(parent: Xml): Xml[] {
  return elements(parent).flatMap((each) => {
    if (each.name === 'w:tbl') return [each];
    return isLeftOut(each) ? [] : tablesIn(each);
  });
}

function gridOf(table: Xml): string[][] {
  const grid: string[][] = [];
  for (const row of within(table, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) continue;
    const above = grid.at(-1) ?? [];
    const cells: string[] = new Array(numberIn(properties, 'w:gridBefore', 0)).fill('');
    for (const cell of within(row, 'w:tc')) {
      const look = child(cell, 'w:tcPr');
      const at = cells.length;
      let text = textOf(cell);
      if (goesOn(look, 'w:vMerge')) text = above[at] ?? '';
      if (goesOn(look, 'w:hMerge')) text = cells[at - 1] ?? '';
      for (let n = numberIn(look, 'w:gridSpan', 1); n > 0; n--) cells.push(text);
    }
    grid.push(cells);
  }
  return grid;
}

function goesOn(look: Xml | undefined, name: string): boolean {
  return child(look, name) !== undefined && value(look, name) !== 'restart';
}

function textOf(node: Xml): string {
  if (isLeftOut(node)) return '';
  if (node.name === 'w:t') return textContent(node);
  const mark = MARKS[node.name];
  if (mark !== undefined) return mark;
  const inside = elements(node).map(textOf).join('');
  if (node.name === 'w:p' || node.name === 'w:tr') return `${inside}\n`;
  return node.name === 'w:tc' ? `${inside.replace(/\n$/, '')} ` : inside;
}

/** Rows of a table or cells of a row, whatever wraps them, none of a table inside. */
function within(parent: Xml, name: string): Xml[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return WRAPPERS.includes(each.name) ? within(each, name) : [];
  });
}

function numberIn(parent: Xml | undefined, name: string, absent: number): number {
  return Math.min(Number(value(parent, name) ?? absent) || absent, 200);
}
