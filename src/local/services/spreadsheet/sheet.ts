import type { HostContext } from '../../host/context';
import type { SheetModel } from './model';
import type { SpreadsheetImpl } from './spreadsheet';

/** A sheet (tab). Methods by subject live in sheet-*.ts files, put on the prototype in sheet-methods.ts. */
export class SheetImpl {
  static readonly api = 'Spreadsheet.Sheet';
  constructor(
    readonly context: HostContext,
    readonly parent: SpreadsheetImpl,
    readonly model: SheetModel,
  ) {}
}
