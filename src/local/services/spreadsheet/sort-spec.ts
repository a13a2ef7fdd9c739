import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';

/** How a filter sorts one of its columns. Of an unsorted column the live service cannot tell the order. */
export class SortSpecImpl {
  static readonly api = 'Spreadsheet.SortSpec';
  constructor(
    /** 1-based column of the sheet. */
    readonly column: number,
    /** null = not sorted. */
    readonly ascending: boolean | null,
  ) {}
  getDimensionIndex(): number {
    return this.column;
  }
  isAscending(): boolean {
    return this.ascending ?? false;
  }
  getSortOrder(): EnumValue {
    if (this.ascending === null)
      fail(
        'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
      );
    return enumeration('Spreadsheet.SortOrder')[this.ascending ? 'ASCENDING' : 'DESCENDING'];
  }
  /** Sorting by colour cannot be set by scripts. */
  getBackgroundColor(): null {
    return null;
  }
  getForegroundColor(): null {
    return null;
  }
  getDataSourceColumn(): null {
    return null;
  }
}
