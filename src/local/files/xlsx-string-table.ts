import { concreteColor } from '../services/spreadsheet/color';
import type { CellFormat, TextRun } from '../services/spreadsheet/model';
import { encodeText, escapeXml } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The texts of a workbook, each written once. */
export class StringTable {
  readonly #index = new Map<string, number>();
  readonly #items: string[] = [];
  #uses = 0;

  /** @returns number of the text */
  plain(text: string): number {
    return this.#add(`=${text}`, () => textElement(text));
  }

  /** A text of which some pieces look different from the cell. */
  rich(text: string, runs: readonly TextRun[], cell: CellFormat | undefined): number {
    const xml = richPieces(text, runs, cell);
    return this.#add(`<${xml}`, () => xml);
  }

  #add(key: string, make: () => string): number {
    this.#uses += 1;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#items.push(make());
    this.#index.set(key, this.#items.length - 1);
    return this.#items.length - 1;
  }

  xml(): string {
    const items = this.#items.map((item) => `<si>${item}</si>`).join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#items.length}">${items}</sst>`;
  }
}

function textElement(text: string): string {
  const keepsSpace = /^\s|\s$|\n|\s\s/.test(text);
  return `<t${keepsSpace ? ' xml:space="preserve"' : ''}>${encodeText(text)}</t>`;
}

function richPieces(text: string, runs: readonly TextRun[], cell: CellFormat | undefined): string {
  let xml = '';
  let done = 0;
  const piece = (end: number, style: CellFormat): void => {
    if (end <= done) return;
    const font = Object.keys(style).length === 0 ? '' : runFont({ ...cell, ...style });
    xml += `<r>${font}${textElement(text.slice(done, end))}</r>`;
    done = end;
  };
  for (const run of runs) {
    piece(run.start, {});
    piece(Math.min(run.end, text.length), run.style);
  }
  piece(text.length, {});
  return xml;
}

function runFont(style: CellFormat): string {
  const colour = concreteColor(style.fontColor ?? '#000000')
    .slice(1)
    .toUpperCase();
  return [
    '<rPr>',
    style.bold ? '<b/>' : '',
    style.italic ? '<i/>' : '',
    style.strikethrough ? '<strike/>' : '',
    `<color rgb="FF${colour}"/><sz val="${style.fontSize ?? 10}"/>`,
    style.underline ? '<u/>' : '',
    `<rFont val="${escapeXml(style.fontFamily ?? 'Arial')}"/></rPr>`,
  ].join('');
}
