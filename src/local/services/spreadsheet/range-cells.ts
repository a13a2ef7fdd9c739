import { type EnumValue, enumKey } from '../../host/enums';
import { RangeImpl } from './range';
import { select } from './selected-ranges';
import { deleteCells, insertCells } from './structure';
import { assertWritable } from './write-guard';

/** Insertion and deletion of cells, and the selection. */
export const rangeCellMethods = {
  insertCells(this: RangeImpl, dimension: EnumValue): RangeImpl {
    assertWritable(this.sheet, this);
    insertCells(this.sheet, dimensionKey(dimension), this.ref());
    return this;
  },
  deleteCells(this: RangeImpl, dimension: EnumValue): void {
    assertWritable(this.sheet, this);
    deleteCells(this.sheet, dimensionKey(dimension), this.ref());
  },
  activate(this: RangeImpl): RangeImpl {
    select(this.sheet, [this]);
    return this;
  },
  /** Moves the cursor; inside the selection the selection stays. */
  activateAsCurrentCell(this: RangeImpl): RangeImpl {
    const cell = new RangeImpl(this.sheet, this.row, this.column, 1, 1);
    select(this.sheet, null, cell);
    return this;
  },
};

function dimensionKey(dimension: EnumValue): 'ROWS' | 'COLUMNS' {
  return enumKey('Spreadsheet.Dimension', dimension) === 'ROWS' ? 'ROWS' : 'COLUMNS';
}
