import { INDICATORS_TITLE } from '../../domain/monitoring/indicator-sheet';
import { tabs } from '../../domain/registry/tabs';
import { usedRows } from '../services/spreadsheet/cell-read';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import type { Session } from '../session';
import type { BookView } from './protocol';

/** How far the book is on the way from a blank one to its first report. */
export function stepsOf(spreadsheet: SpreadsheetImpl, session: Session): BookView['steps'] {
  const organisations = spreadsheet.getSheetByName(tabs.organisations.title);
  const indicators = spreadsheet.getSheetByName(INDICATORS_TITLE);
  return {
    tabs: organisations !== null,
    records: organisations !== null && usedRows(organisations.model) > 1,
    report: session.documentFiles().length > 0 || indicators !== null,
  };
}
