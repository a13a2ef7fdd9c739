import type { Attributes, TableCellNode, TableNode } from '../services/document/model';
import { hex, points } from './docx-read-look';
import { CELL_PADDING } from './docx-table';
import { child, elements, value, type Xml } from './docx-xml';

export function rowCells(row: Xml): Xml[] {
  return elements(row).flatMap((each) => {
    if (each.name === 'w:sdt') return elements(child(each, 'w:sdtContent'), 'w:tc');
    return each.name === 'w:tc' ? [each] : [];
  });
}

/** Counts how many cells go on under each cell. */
export function spanRows(table: TableNode): void {
  const starts = new Map<number, TableCellNode>();
  for (const row of table.children) {
    let column = 0;
    for (const cell of row.children) {
      if (cell.type !== 'TABLE_CELL') continue;
      const start = starts.get(column);
      if (cell.rowSpan === 0 && start) start.rowSpan++;
      else {
        cell.rowSpan = 1;
        starts.set(column, cell);
      }
      column += cell.colSpan;
    }
  }
}

export function borderAttributes(border: Xml | undefined): Attributes {
  if (!border) return {};
  const { 'w:sz': size = '4', 'w:color': color, 'w:val': kind } = border.attributes;
  const width = kind === 'none' || kind === 'nil' ? 0 : Number(size) / 8;
  const shade = hex(color);
  return {
    ...(width === 0.5 ? {} : { BORDER_WIDTH: width }),
    ...(shade === undefined || shade === '#000000' ? {} : { BORDER_COLOR: shade }),
  };
}

export function cellAttributes(properties: Xml | undefined): Attributes {
  const found: Attributes = {};
  const background = hex(child(properties, 'w:shd')?.attributes['w:fill']);
  if (background) found.BACKGROUND_COLOR = background;
  const vertical = value(properties, 'w:vAlign');
  if (vertical && ['top', 'center', 'bottom'].includes(vertical))
    found.VERTICAL_ALIGNMENT = vertical.toUpperCase();
  const margins = child(properties, 'w:tcMar');
  for (const [side, names] of Object.entries(SIDES)) {
    const width = names
      .map((name) => child(margins, name)?.attributes['w:w'])
      .find((text) => text !== undefined);
    if (width !== undefined && points(width) !== CELL_PADDING[side as keyof typeof SIDES])
      found[`PADDING_${side}`] = points(width);
  }
  return found;
}

const SIDES = {
  TOP: ['w:top'],
  BOTTOM: ['w:bottom'],
  LEFT: ['w:left', 'w:start'],
  RIGHT: ['w:right', 'w:end'],
};
