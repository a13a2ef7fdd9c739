/**
 * The tables of a page that was copied (Word and Excel put one on the clipboard), as texts. The page is parsed into a
 * document that runs nothing and loads nothing; only texts are taken from it. A merged cell says its text in every place.
 */
export function htmlTables(html: string): string[][][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('table')].filter((t) => !t.parentElement?.closest('table')).map(gridOf);
}

/** A cell that says to cover more is not believed. */
const WIDEST = 200;

function gridOf(table: HTMLTableElement): string[][] {
  const grid: string[][] = [];
  [...table.rows].forEach((row, r) => {
    grid[r] ??= [];
    let at = 0;
    for (const cell of row.cells) {
      while (grid[r][at] !== undefined) at++;
      const text = textOf(cell).trim();
      const [wide, high] = [
        Math.min(cell.colSpan, WIDEST),
        Math.min(cell.rowSpan || 1, table.rows.length - r),
      ];
      for (let down = 0; down < high; down++) {
        grid[r + down] ??= [];
        for (let right = 0; right < wide; right++) grid[r + down][at + right] = text;
      }
      at += wide;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR']);

/** Line breaks of the source mean nothing in HTML; paragraphs and breaks do. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const name = node.nodeName.toUpperCase();
  if (['DEL', 'STYLE', 'SCRIPT'].includes(name)) return '';
  if (name === 'BR') return '\n';
  const inside = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(name) ? `${inside}\n` : name === 'TD' || name === 'TH' ? `${inside} ` : inside;
}
