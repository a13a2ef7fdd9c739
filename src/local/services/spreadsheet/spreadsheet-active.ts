import { NotImplementedError } from '../../host/errors';
import type { SpreadsheetImpl } from './spreadsheet';

/** Methods that Spreadsheet shares with Sheet: done on the active sheet. */
const OF_THE_ACTIVE_SHEET = [
  'appendRow',
  'autoResizeColumn',
  'deleteColumn',
  'deleteColumns',
  'deleteRow',
  'deleteRows',
  'getColumnWidth',
  'getDataRange',
  'getFrozenColumns',
  'getFrozenRows',
  'getImages',
  'getLastColumn',
  'getLastRow',
  'getRowHeight',
  'getSheetId',
  'getSheetName',
  'getSheetValues',
  'hideColumn',
  'hideRow',
  'insertColumnAfter',
  'insertColumnBefore',
  'insertColumnsAfter',
  'insertColumnsBefore',
  'insertImage',
  'insertRowAfter',
  'insertRowBefore',
  'insertRowsAfter',
  'insertRowsBefore',
  'isColumnHiddenByUser',
  'isRowHiddenByFilter',
  'isRowHiddenByUser',
  'setColumnWidth',
  'setFrozenColumns',
  'setFrozenRows',
  'setRowHeight',
  'sort',
  'unhideColumn',
  'unhideRow',
] as const;

export const spreadsheetActiveMethods = Object.fromEntries(
  OF_THE_ACTIVE_SHEET.map((name) => [
    name,
    function onActiveSheet(this: SpreadsheetImpl, ...args: unknown[]): unknown {
      const sheet = this.activeSheet();
      const method = (sheet as unknown as Record<string, unknown>)[name];
      if (typeof method !== 'function') throw new NotImplementedError(`SpreadsheetApp.Spreadsheet.${name}`);
      const result: unknown = method.apply(sheet, args);
      // Setters return what they were called on.
      return result === sheet ? this : result;
    },
  ]),
);
