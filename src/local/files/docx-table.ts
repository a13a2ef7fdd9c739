import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Attributes, DocNode, TableCellNode, TableNode } from '../services/document/model';
import { cellsOf, layOut } from './docx-columns';
import { STYLE, twips } from './docx-look';
import type { Place } from './docx-place';

/** Writes the blocks of a cell. */
type WriteBlocks = (blocks: readonly DocNode[], place: Place) => (Paragraph | Table)[];

/** Padding of cells, points, where the script set none. */
export const CELL_PADDING = { TOP: 2, BOTTOM: 2, LEFT: 5, RIGHT: 5 };

/** A table that fills no more than its place; its cells are written by `write`. */
export function writeTable(table: TableNode, place: Place, write: WriteBlocks): Table {
  const { widths, size } = layOut(table, place.width);
  const inside = { ...place, tableStyle: `${STYLE.tableText}${size}` };
  const rows = table.children.map((_, i) => cellsOf(table, i));
  const points = Number(table.attributes.BORDER_WIDTH ?? 0.5);
  const side = {
    style: points > 0 ? BorderStyle.SINGLE : BorderStyle.NONE,
    size: Math.max(points > 0 ? 2 : 0, Math.round(points * 8)),
    color: String(table.attributes.BORDER_COLOR ?? '#000000')
      .slice(1)
      .toUpperCase(),
  };
  const borders = {
    top: side,
    bottom: side,
    left: side,
    right: side,
    insideHorizontal: side,
    insideVertical: side,
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders,
    rows: rows.map((cells, i) => {
      const height = table.children[i].attributes.MINIMUM_HEIGHT;
      return new TableRow({
        tableHeader: i === 0 && rows.length > 1,
        cantSplit: true,
        ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
        // The head of a table does not stay alone at the foot of a page.
        keepNext: i === 0 && rows.length > 1,
        children: writeCells(cells, widths, inside, write),
      });
    }),
  });
}

/** The cells of a row; a row that is too short is filled up with empty ones. */
function writeCells(
  cells: readonly { cell: TableCellNode; column: number }[],
  widths: readonly number[],
  place: Place,
  write: WriteBlocks,
): TableCell[] {
  const written = cells.map(({ cell, column }) => {
    const width = widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0);
    return writeCell(cell, width, place, write);
  });
  const last = cells.at(-1);
  for (let column = last ? last.column + last.cell.colSpan : 0; column < widths.length; column++)
    written.push(
      new TableCell({
        width: dxa(widths[column]),
        children: [new Paragraph({ style: place.tableStyle ?? undefined })],
      }),
    );
  return written;
}

const VERTICAL = {
  TOP: VerticalAlignTable.TOP,
  CENTER: VerticalAlignTable.CENTER,
  BOTTOM: VerticalAlignTable.BOTTOM,
};

function writeCell(cell: TableCellNode, width: number, place: Place, write: WriteBlocks): TableCell {
  const set: Attributes = cell.attributes;
  const padding = (side: keyof typeof CELL_PADDING) => Number(set[`PADDING_${side}`] ?? CELL_PADDING[side]);
  const vertical = VERTICAL[set.VERTICAL_ALIGNMENT as keyof typeof VERTICAL];
  const inside = { ...place, width: Math.max(width - padding('LEFT') - padding('RIGHT'), 10) };
  return new TableCell({
    width: dxa(width),
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    ...(cell.rowSpan === 0 ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
    ...(set.BACKGROUND_COLOR === undefined
      ? {}
      : {
          shading: {
            type: ShadingType.CLEAR,
            color: 'auto',
            fill: String(set.BACKGROUND_COLOR).slice(1).toUpperCase(),
          },
        }),
    ...(vertical ? { verticalAlign: vertical } : {}),
    margins: {
      top: twips(padding('TOP')),
      bottom: twips(padding('BOTTOM')),
      left: twips(padding('LEFT')),
      right: twips(padding('RIGHT')),
    },
    children: write(cell.children, inside),
  });
}

function dxa(points: number): { size: number; type: typeof WidthType.DXA } {
  return { size: twips(points), type: WidthType.DXA };
}
