import { sheetBandingMethods } from './banding';
import { sheetChartMethods } from './chart';
import { sheetConditionalFormatMethods } from './conditional-format';
import { sheetFilterMethods } from './filter';
import { sheetGroupMethods } from './group-methods';
import { sheetMetadataMethods } from './metadata-methods';
import { sheetPictureMethods } from './picture';
import { sheetPivotMethods } from './pivot';
import { sheetProtectionMethods } from './protection';
import { SheetImpl } from './sheet';
import { sheetLineMethods } from './sheet-lines';
import { sheetMoveMethods } from './sheet-move';
import { sheetPropertyMethods } from './sheet-properties';
import { sheetRangeMethods } from './sheet-ranges';

/** Puts the methods of the sheet-*.ts files on SheetImpl; imported once by app.ts. */
export function installSheetMethods(): void {
  Object.assign(
    SheetImpl.prototype,
    sheetPropertyMethods,
    sheetRangeMethods,
    sheetLineMethods,
    sheetMoveMethods,
    sheetPictureMethods,
    sheetProtectionMethods,
    sheetFilterMethods,
    sheetGroupMethods,
    sheetBandingMethods,
    sheetConditionalFormatMethods,
    sheetMetadataMethods,
    sheetChartMethods,
    sheetPivotMethods,
  );
}
