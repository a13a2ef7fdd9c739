import { CellImageBuilderImpl } from './cell-image';
import { ColorBuilderImpl } from './color';
import { ConditionalFormatRuleBuilderImpl } from './conditional-format';
import { DataValidationBuilderImpl } from './data-validation';
import { FilterCriteriaBuilderImpl } from './filter-criteria';
import { RichTextValueBuilderImpl } from './rich-text';
import { TextStyleBuilderImpl } from './text-style';

/** SpreadsheetApp.newX(): for the prototype of SpreadsheetAppService. */
export const appBuilderMethods = {
  newCellImage: (): CellImageBuilderImpl => new CellImageBuilderImpl(),
  newColor: (): ColorBuilderImpl => new ColorBuilderImpl(),
  newConditionalFormatRule: (): ConditionalFormatRuleBuilderImpl => new ConditionalFormatRuleBuilderImpl(),
  newDataValidation: (): DataValidationBuilderImpl => new DataValidationBuilderImpl(),
  newFilterCriteria: (): FilterCriteriaBuilderImpl => new FilterCriteriaBuilderImpl(),
  newRichTextValue: (): RichTextValueBuilderImpl => new RichTextValueBuilderImpl(),
  newTextStyle: (): TextStyleBuilderImpl => new TextStyleBuilderImpl(),
};
