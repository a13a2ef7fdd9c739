import type { RangeRef } from './model';
import type { SheetImpl } from './sheet';

/**
 * A rectangle of a sheet. The class holds the rectangle; its many methods live by subject in range-*.ts files, each
 * an object of functions with `this: RangeImpl`, put on the prototype in range-methods.ts.
 */
export class RangeImpl {
  static readonly api = 'Spreadsheet.Range';
  /** setValue(undefined) blanks the cell; the signature check would take it for a missing argument. */
  static readonly loose = ['setValue'];
  constructor(
    readonly sheet: SheetImpl,
    /** 0-based first row and column; sizes are always finite here (clipped to the grid only when used). */
    readonly row: number,
    readonly column: number,
    readonly rows: number,
    readonly columns: number,
    /** The notation as it was asked for when a side is open (`D:F`, `5:7`), otherwise null. */
    readonly openNotation: string | null = null,
  ) {}

  ref(): RangeRef {
    return {
      sheetId: this.sheet.model.id,
      row: this.row,
      column: this.column,
      rows: this.rows,
      columns: this.columns,
    };
  }
}
