import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { CELL_KEYS, colour, ROW_KEYS, TABLE_KEYS } from './attributes';
import { BlockContainerImpl } from './blocks';
import { ContainerImpl } from './container';
import { checkDetached, checkInsertIndex, ElementImpl } from './element';
import { adoptList } from './lists';
import {
  type Attributes,
  type AttributeValue,
  newCell,
  newRow,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from './model';
import { attach } from './tree';

export class TableImpl extends ContainerImpl<TableNode> {
  static readonly api = 'Document.Table';
  protected override readonly ownKeys: readonly string[] = TABLE_KEYS;

  getNumRows(): number {
    return this.node.children.length;
  }
  getRow(index: number): ElementImpl {
    return this.getChild(index);
  }
  getCell(row: number, column: number): ElementImpl {
    return (this.getChild(row) as TableRowImpl).getCell(column);
  }
  appendTableRow(row?: ElementImpl | null): ElementImpl {
    return this.insertTableRow(this.getNumRows(), row);
  }
  insertTableRow(index: number, row?: ElementImpl | null): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumRows());
    const node = row ? row.node : newRow();
    checkDetached(node);
    attach(this.node, index, node);
    adoptList(this.session.document.lists, node);
    return this.session.element(node);
  }
  removeRow(index: number): ElementImpl {
    const row = this.getChild(index);
    this.removeChild(row);
    return row;
  }
  getColumnWidth(column: number): number | null {
    return this.node.columnWidths[this.#checkColumn(column)] ?? null;
  }
  setColumnWidth(column: number, points: number): this {
    this.session.change();
    setColumnWidth(this.node, this.#checkColumn(column), points);
    return this;
  }
  getBorderColor(): unknown {
    return this.read('BORDER_COLOR');
  }
  setBorderColor(hex: string): this {
    return this.write('BORDER_COLOR', hex);
  }
  getBorderWidth(): unknown {
    return this.read('BORDER_WIDTH');
  }
  setBorderWidth(points: number): this {
    return this.write('BORDER_WIDTH', points);
  }

  #checkColumn(column: number): number {
    const count = Math.max(0, ...this.node.children.map((row) => row.children.length));
    if (column < 0 || column >= count)
      fail(`Column index (${column}) must be less than the number of columns (${count}).`);
    return column;
  }
}

function setColumnWidth(table: TableNode, column: number, points: number | null): void {
  while (table.columnWidths.length <= column) table.columnWidths.push(null);
  table.columnWidths[column] = points;
}

export class TableRowImpl extends ContainerImpl<TableRowNode> {
  static readonly api = 'Document.TableRow';
  protected override readonly ownKeys: readonly string[] = ROW_KEYS;

  getNumCells(): number {
    return this.node.children.length;
  }
  getCell(index: number): ElementImpl {
    return this.getChild(index);
  }
  appendTableCell(content?: string | ElementImpl | null): ElementImpl {
    return this.insertTableCell(this.getNumCells(), content);
  }
  insertTableCell(index: number, content?: string | ElementImpl | null): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumCells());
    const text = content === undefined || content === null ? '' : String(content);
    const node =
      content instanceof ElementImpl ? content.node : newCell(text, this.session.document.textDefaults);
    checkDetached(node);
    attach(this.node, index, node);
    adoptList(this.session.document.lists, node);
    return this.session.element(node);
  }
  removeCell(index: number): ElementImpl {
    const cell = this.getChild(index);
    this.removeChild(cell);
    return cell;
  }
  getParentTable(): ElementImpl | null {
    return this.getParent();
  }
  getMinimumHeight(): unknown {
    return this.read('MINIMUM_HEIGHT');
  }
  setMinimumHeight(points: number): this {
    return this.write('MINIMUM_HEIGHT', points);
  }
}

export class TableCellImpl extends BlockContainerImpl<TableCellNode> {
  static readonly api = 'Document.TableCell';
  protected override readonly ownKeys: readonly string[] = CELL_KEYS;

  getParentRow(): ElementImpl | null {
    return this.getParent();
  }
  getParentTable(): ElementImpl | null {
    return this.getParent()?.getParent() ?? null;
  }
  getColSpan(): number {
    return this.node.colSpan;
  }
  getRowSpan(): number {
    return this.node.rowSpan;
  }
  getBackgroundColor(): unknown {
    return this.read('BACKGROUND_COLOR');
  }
  setBackgroundColor(hex: string): this {
    return this.write('BACKGROUND_COLOR', hex === null ? null : colour(hex));
  }
  getVerticalAlignment(): unknown {
    return this.read('VERTICAL_ALIGNMENT');
  }
  setVerticalAlignment(alignment: EnumValue | null): this {
    return this.write('VERTICAL_ALIGNMENT', alignment);
  }
  getWidth(): unknown {
    return this.read('WIDTH');
  }
  /** The width of the whole column. */
  setWidth(points: number): this {
    return this.write('WIDTH', points);
  }
  getPaddingTop(): unknown {
    return this.read('PADDING_TOP');
  }
  setPaddingTop(points: number): this {
    return this.write('PADDING_TOP', points);
  }
  getPaddingBottom(): unknown {
    return this.read('PADDING_BOTTOM');
  }
  setPaddingBottom(points: number): this {
    return this.write('PADDING_BOTTOM', points);
  }
  getPaddingLeft(): unknown {
    return this.read('PADDING_LEFT');
  }
  setPaddingLeft(points: number): this {
    return this.write('PADDING_LEFT', points);
  }
  getPaddingRight(): unknown {
    return this.read('PADDING_RIGHT');
  }
  setPaddingRight(points: number): this {
    return this.write('PADDING_RIGHT', points);
  }

  protected override ownAttributes(): Attributes {
    const width = this.#table()?.columnWidths[this.#column()];
    return typeof width === 'number' ? { ...this.node.attributes, WIDTH: width } : this.node.attributes;
  }

  protected override setOwn(changes: Readonly<Record<string, AttributeValue | null>>): void {
    const { WIDTH: width, ...rest } = changes;
    const table = this.#table();
    if (width !== undefined && table) setColumnWidth(table, this.#column(), width as number | null);
    super.setOwn(rest);
  }

  #table(): TableNode | null {
    return (this.node.parent?.parent as TableNode | null | undefined) ?? null;
  }

  #column(): number {
    const before = this.node.parent?.children ?? [];
    let column = 0;
    for (const cell of before.slice(0, before.indexOf(this.node)))
      if (cell.type === 'TABLE_CELL') column += cell.colSpan;
    return column;
  }
}
