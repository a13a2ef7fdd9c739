import { CHECK_HEADER, CHECK_TITLE } from '../checks/check-sheet';
import { SUMMARY_HEADING, SUMMARY_TITLE } from '../checks/summary-sheet';
import { UNDO_HEADER, UNDO_TITLE } from '../fixes/undo-sheet';
import { JOURNAL_HEADER, JOURNAL_TITLE } from '../journal/journal-row';
import { REGISTER_SIGN, REGISTER_TITLE } from '../journal/register';
import { LEDGER_HEADER, LEDGER_TITLE } from '../letters/ledger';
import { FACTS_HEADER, FACTS_TITLE } from '../monitoring/facts-sheet';
import { INDICATORS_TITLE } from '../monitoring/indicator-sheet';
import { SNAPSHOT_HEADER, SNAPSHOT_TITLE } from '../monitoring/snapshot';
import { tabs } from '../registry/tabs';
import { MATRIX_SIGN, MATRIX_TITLE } from '../roadmap/matrix-sheet';
import { CHARTS_TITLE, PIVOT_TITLE } from './generated-layout';
import { LISTED, LISTS_TITLE } from './layout';
import { MOVED_HEADER, MOVED_TITLE } from './moved-rows';
import { START_HEADING, START_TITLE } from './start-page';

/** How the first row of each generated tab begins; the pivot and the charts are told by a heading somewhere in it. */
const SIGNS: Readonly<Record<string, (row: readonly string[]) => boolean>> = {
  [START_TITLE]: (row) => row[0] === START_HEADING,
  [INDICATORS_TITLE]: (row) => row[0] === 'Код' && (row[1] ?? '').startsWith('Показатель'),
  [PIVOT_TITLE]: (row) => (row[0] ?? '').startsWith('Участники на отчётную дату'),
  [CHARTS_TITLE]: (row) => row.some((text) => /^Д1\./.test(text)),
  [FACTS_TITLE]: (row) => FACTS_HEADER.slice(0, 4).every((title, i) => row[i] === title),
  [SNAPSHOT_TITLE]: (row) => SNAPSHOT_HEADER.slice(0, 4).every((title, i) => row[i] === title),
  [UNDO_TITLE]: (row) => UNDO_HEADER.every((title, i) => row[i] === title),
  [MOVED_TITLE]: (row) => MOVED_HEADER.every((title, i) => row[i] === title),
  [JOURNAL_TITLE]: (row) => JOURNAL_HEADER.slice(0, 4).every((title, i) => row[i] === title),
  // People may move its columns: two of its own words are enough.
  [LEDGER_TITLE]: (row) =>
    row.includes('Ключ') && LEDGER_HEADER.filter((title) => row.includes(title)).length > 4,
  [REGISTER_TITLE]: (row) => row[0] === REGISTER_SIGN,
  [CHECK_TITLE]: (row) => CHECK_HEADER.slice(0, 4).every((title, i) => row[i] === title),
  [SUMMARY_TITLE]: (row) => row[0] === SUMMARY_HEADING,
  [MATRIX_TITLE]: (row) => (row[0] ?? '').startsWith(MATRIX_SIGN),
  [LISTS_TITLE]: (row) => LISTED.slice(0, 4).every((key, i) => row[i] === tabs[key].title),
};

/**
 * Whether a tab with the title of a generated one is the script's: blank, or begun as the script begins it. A tab that
 * people made under the same name must not be refilled.
 */
export function isOwnTab(title: string, firstRow: readonly string[]): boolean {
  return firstRow.every((text) => text.trim() === '') || (SIGNS[title]?.(firstRow) ?? false);
}
