import type { HostContext } from '../../host/context';
import { fail } from '../../host/errors';
import type { UiState } from '../ui';
import { appBuilderMethods } from './app-builders';
import type { RangeImpl } from './range';
import type { RangeListImpl } from './range-list';
import { installRangeMethods } from './range-methods';
import { activeRange, select, selectionOf } from './selected-ranges';
import { activeRangeList, SelectionImpl } from './selection';
import type { SheetImpl } from './sheet';
import { installSheetMethods } from './sheet-methods';
import type { SpreadsheetImpl } from './spreadsheet';
import { installSpreadsheetMethods } from './spreadsheet-methods';
import type { SpreadsheetStore } from './store';

installRangeMethods();
installSheetMethods();
installSpreadsheetMethods();

/** The global SpreadsheetApp. */
export class SpreadsheetAppService {
  static readonly api = 'Spreadsheet.SpreadsheetApp';
  constructor(
    readonly context: HostContext,
    readonly store: SpreadsheetStore,
    readonly ui: UiState,
  ) {
    store.ui = ui;
  }

  create(name: string, rows?: number, columns?: number): SpreadsheetImpl {
    return this.store.create(name, rows, columns);
  }
  openById(id: string): SpreadsheetImpl {
    return (
      this.store.get(id) ??
      fail('Unexpected error while getting the method or property openById on object SpreadsheetApp.')
    );
  }
  openByKey(key: string): SpreadsheetImpl {
    return this.openById(key);
  }
  openByUrl(url: string): SpreadsheetImpl {
    const id = /\/d\/([^/?#]+)/.exec(url)?.[1] ?? fail('Invalid argument: url');
    return this.openById(id);
  }
  getActive(): SpreadsheetImpl | null {
    return this.store.active();
  }
  getActiveSpreadsheet(): SpreadsheetImpl | null {
    return this.store.active();
  }
  setActiveSpreadsheet(spreadsheet: SpreadsheetImpl): void {
    this.store.activeId = spreadsheet.model.id;
  }
  getActiveSheet(): SheetImpl | null {
    return this.store.active()?.activeSheet() ?? null;
  }
  setActiveSheet(sheet: SheetImpl): SheetImpl {
    sheet.parent.model.activeSheetId = sheet.model.id;
    return sheet;
  }

  getSelection(): SelectionImpl | null {
    const spreadsheet = this.store.active();
    return spreadsheet && new SelectionImpl(spreadsheet);
  }
  getActiveRange(): RangeImpl | null {
    const sheet = this.getActiveSheet();
    return sheet && activeRange(sheet);
  }
  getActiveRangeList(): RangeListImpl | null {
    const sheet = this.getActiveSheet();
    return sheet && activeRangeList(sheet);
  }
  getCurrentCell(): RangeImpl | null {
    const sheet = this.getActiveSheet();
    return sheet && selectionOf(sheet).current;
  }
  setActiveRange(range: RangeImpl): RangeImpl {
    select(range.sheet, [range]);
    return range;
  }
  setActiveRangeList(list: RangeListImpl): RangeListImpl {
    select(list.sheet, list.ranges);
    return list;
  }
  setCurrentCell(cell: RangeImpl): RangeImpl {
    select(cell.sheet, null, cell);
    return cell;
  }

  /** Writes are never kept back here, so there is nothing to do. */
  flush(): void {}

  getUi(): object {
    return this.ui.forContainer('SpreadsheetApp');
  }
}

Object.assign(SpreadsheetAppService.prototype, appBuilderMethods);
