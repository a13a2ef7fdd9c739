import { spreadsheetBandingMethods } from './banding';
import { spreadsheetMetadataMethods } from './metadata-methods';
import { spreadsheetProtectionMethods } from './protection';
import { SpreadsheetImpl } from './spreadsheet';
import { spreadsheetActiveMethods } from './spreadsheet-active';
import { spreadsheetPropertyMethods } from './spreadsheet-properties';
import { spreadsheetSheetMethods } from './spreadsheet-sheets';

/** Puts the methods of the spreadsheet-*.ts files on SpreadsheetImpl; imported once by app.ts. */
export function installSpreadsheetMethods(): void {
  Object.assign(
    SpreadsheetImpl.prototype,
    spreadsheetActiveMethods,
    spreadsheetPropertyMethods,
    spreadsheetSheetMethods,
    spreadsheetProtectionMethods,
    spreadsheetBandingMethods,
    spreadsheetMetadataMethods,
  );
}
