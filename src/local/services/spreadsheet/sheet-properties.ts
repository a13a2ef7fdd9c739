import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { ColorImpl, concreteColor, parseColor } from './color';
import type { RangeImpl } from './range';
import type { RangeListImpl } from './range-list';
import { activeRange, select, selectionOf } from './selected-ranges';
import { activeRangeList, SelectionImpl } from './selection';
import type { SheetImpl } from './sheet';
import { rangeByNotation } from './sheet-ranges';
import type { SpreadsheetImpl } from './spreadsheet';

/** Name, place and look of a sheet, and what is selected on it. */
export const sheetPropertyMethods = {
  getName(this: SheetImpl): string {
    return this.model.name;
  },
  getSheetName(this: SheetImpl): string {
    return this.model.name;
  },
  setName(this: SheetImpl, name: string): SheetImpl {
    this.parent.renameSheet(this.model, name);
    return this;
  },
  getSheetId(this: SheetImpl): number {
    return this.model.id;
  },
  /** 1-based. */
  getIndex(this: SheetImpl): number {
    return this.parent.model.sheets.indexOf(this.model) + 1;
  },
  getParent(this: SheetImpl): SpreadsheetImpl {
    return this.parent;
  },
  getType(): EnumValue {
    return enumeration('Spreadsheet.SheetType').GRID;
  },
  getFormUrl(): null {
    return null;
  },
  isSheetHidden(this: SheetImpl): boolean {
    return this.model.hidden;
  },
  hideSheet(this: SheetImpl): SheetImpl {
    const visible = this.parent.model.sheets.filter((sheet) => !sheet.hidden && sheet !== this.model);
    if (visible.length === 0) fail("You can't hide all the sheets in a document.");
    this.model.hidden = true;
    if (this.parent.model.activeSheetId === this.model.id) this.parent.model.activeSheetId = visible[0].id;
    return this;
  },
  showSheet(this: SheetImpl): SheetImpl {
    this.model.hidden = false;
    return this;
  },
  getTabColor(this: SheetImpl): string | null {
    return this.model.tabColor && concreteColor(this.model.tabColor);
  },
  /** A CSS name or hex; null takes the colour away. */
  setTabColor(this: SheetImpl, color: string | null): SheetImpl {
    this.model.tabColor = color === null ? null : (parseColor(color) ?? this.model.tabColor);
    return this;
  },
  getTabColorObject(this: SheetImpl): ColorImpl | null {
    return this.model.tabColor === null ? null : new ColorImpl(this.model.tabColor);
  },
  setTabColorObject(this: SheetImpl, color: ColorImpl | null): SheetImpl {
    this.model.tabColor = color?.color ?? null;
    return this;
  },
  hasHiddenGridlines(this: SheetImpl): boolean {
    return this.model.hiddenGridlines;
  },
  setHiddenGridlines(this: SheetImpl, hidden: boolean): SheetImpl {
    this.model.hiddenGridlines = hidden;
    return this;
  },
  isRightToLeft(this: SheetImpl): boolean {
    return this.model.rightToLeft;
  },
  setRightToLeft(this: SheetImpl, rightToLeft: boolean): SheetImpl {
    this.model.rightToLeft = rightToLeft;
    return this;
  },
  /** The copy goes to the end of the other (or the same) spreadsheet, as "Copy of …". */
  copyTo(this: SheetImpl, spreadsheet: SpreadsheetImpl): SheetImpl {
    return spreadsheet.addCopy(this.model, spreadsheet.model.sheets.length);
  },

  activate(this: SheetImpl): SheetImpl {
    this.parent.model.activeSheetId = this.model.id;
    return this;
  },
  getSelection(this: SheetImpl): SelectionImpl {
    return new SelectionImpl(this.parent);
  },
  getActiveRange(this: SheetImpl): RangeImpl {
    return activeRange(this);
  },
  getActiveRangeList(this: SheetImpl): RangeListImpl {
    return activeRangeList(this);
  },
  getCurrentCell(this: SheetImpl): RangeImpl {
    return selectionOf(this).current;
  },
  getActiveCell(this: SheetImpl): RangeImpl {
    return selectionOf(this).current;
  },
  setActiveRange(this: SheetImpl, range: RangeImpl): RangeImpl {
    select(this, [range]);
    return range;
  },
  setActiveSelection(this: SheetImpl, range: RangeImpl | string): RangeImpl {
    const chosen = typeof range === 'string' ? rangeByNotation(this, range) : range;
    select(this, [chosen]);
    return chosen;
  },
  setActiveRangeList(this: SheetImpl, list: RangeListImpl): RangeListImpl {
    select(this, list.ranges);
    return list;
  },
  setCurrentCell(this: SheetImpl, cell: RangeImpl): RangeImpl {
    select(this, null, cell);
    return cell;
  },
};
