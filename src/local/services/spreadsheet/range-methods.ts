import { rangeBandingMethods } from './banding';
import { rangeChartMethods } from './chart';
import { rangeFilterMethods } from './filter';
import { rangeGroupMethods } from './group-methods';
import { rangeMetadataMethods } from './metadata-methods';
import { rangePivotMethods } from './pivot';
import { rangeProtectionMethods } from './protection';
import { RangeImpl } from './range';
import { rangeAddressMethods } from './range-address';
import { rangeBorderMethods } from './range-border';
import { rangeCellMethods } from './range-cells';
import { rangeClearMethods } from './range-clear';
import { rangeCopyMethods } from './range-copy';
import { rangeFillMethods } from './range-fill';
import { rangeFormatMethods } from './range-format';
import { rangeMergeMethods } from './range-merge';
import { rangeOrderMethods } from './range-order';
import { rangeRegionMethods } from './range-region';
import { rangeTextMethods } from './range-text';
import { rangeValidationMethods } from './range-validation';
import { rangeValueMethods } from './range-values';
import { rangeRichTextMethods } from './rich-text';

/** Puts the methods of the range-*.ts files on RangeImpl; imported once by app.ts. Each helper adds its own object. */
export function installRangeMethods(): void {
  Object.assign(
    RangeImpl.prototype,
    rangeAddressMethods,
    rangeValueMethods,
    rangeClearMethods,
    rangeRegionMethods,
    rangeMergeMethods,
    rangeCopyMethods,
    rangeFillMethods,
    rangeOrderMethods,
    rangeTextMethods,
    rangeCellMethods,
    rangeFormatMethods,
    rangeBorderMethods,
    rangeRichTextMethods,
    rangeValidationMethods,
    rangeProtectionMethods,
    rangeFilterMethods,
    rangeGroupMethods,
    rangeBandingMethods,
    rangeMetadataMethods,
    rangePivotMethods,
    rangeChartMethods,
  );
}
