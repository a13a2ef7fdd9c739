import { type EnumValue, enumeration } from '../../host/enums';
import { ColorImpl } from './color';
import type { BorderSide, CellFormat } from './model';

/** One side of a cell's borders. Of a side without a border the style is null and the colour UNSUPPORTED. */
export class BorderImpl {
  static readonly api = 'Spreadsheet.Border';
  constructor(readonly side: BorderSide | undefined) {}
  getColor(): ColorImpl {
    return new ColorImpl(this.side?.color ?? null);
  }
  getBorderStyle(): EnumValue | null {
    return this.side ? enumeration('Spreadsheet.BorderStyle')[this.side.style] : null;
  }
}

/** Result of Range.getBorder(), which the live service has and its reference does not name. */
export class BordersImpl {
  static readonly api = 'Spreadsheet.Borders';
  constructor(readonly sides: NonNullable<CellFormat['borders']>) {}
  getTop(): BorderImpl {
    return new BorderImpl(this.sides.top);
  }
  getLeft(): BorderImpl {
    return new BorderImpl(this.sides.left);
  }
  getBottom(): BorderImpl {
    return new BorderImpl(this.sides.bottom);
  }
  getRight(): BorderImpl {
    return new BorderImpl(this.sides.right);
  }
}
