import { readDisplay, usedRows } from '../services/spreadsheet/cell-read';
import { isRef } from '../services/spreadsheet/criteria';
import { localeSettings } from '../services/spreadsheet/locale';
import type { ValidationRule } from '../services/spreadsheet/model';
import { rangeOfRef } from '../services/spreadsheet/range-ref';
import { rowPainter } from './cell-views';
import { findText } from './find';
import type { LiveBook } from './live-book';
import { documentList, letterList, letterText } from './papers';
import { ActRefused, sheetOf } from './person-acts';
import type { Act, RowView } from './protocol';
import type { Seat } from './seats';
import { sheetView } from './sheet-views';

/** Rows that come with a tab: more than a window shows. */
const FIRST_ROWS = 120;
/** And in one answer. */
const MOST_ROWS = 2_000;

/** What only looks: the rest changes the book, its files or the window. */
export type Looking = Extract<
  Act,
  { readonly kind: 'sheet' | 'rows' | 'choices' | 'find' | 'documents' | 'outbox' | 'runs' | 'letter' }
>;

/** What a window asks to see. Nothing changes. */
export async function look(live: LiveBook, seat: Seat, act: Looking): Promise<unknown> {
  const { host } = live.session;
  switch (act.kind) {
    case 'sheet': {
      const sheet = sheetOf(host, act.sheetId);
      host.context.user = seat.user;
      live.shadow.watch(sheet);
      const view = sheetView(sheet, live.styles);
      const rows = rowsOf(live, act.sheetId, 0, Math.min(FIRST_ROWS, view.rows));
      return { sheet: view, rows, styles: live.styles.from(0), seq: live.telling.seq };
    }
    case 'rows': {
      const { maxRows } = sheetOf(host, act.sheetId).model;
      const from = Math.max(0, act.from);
      const to = Math.min(act.to, maxRows, from + MOST_ROWS);
      const rows = rowsOf(live, act.sheetId, from, to);
      return { rows, styles: live.styles.from(0), seq: live.telling.seq };
    }
    case 'choices':
      return choices(live, act.sheetId, act.row, act.column);
    case 'find':
      return findText(live.spreadsheet, act.text, act.sheetId);
    case 'documents':
      return documentList(live.session);
    case 'outbox':
      return letterList(live.session);
    case 'letter': {
      const letter = await letterText(live.session, act.file);
      if (!letter) throw new ActRefused(`Письма «${act.file}» нет.`);
      return letter;
    }
    case 'runs':
      return live.runs.list();
  }
}

function rowsOf(live: LiveBook, sheetId: number, from: number, to: number): RowView[] {
  const sheet = sheetOf(live.session.host, sheetId);
  const paint = rowPainter(sheet, live.styles);
  const end = Math.min(to, sheet.model.rows.length);
  return Array.from({ length: Math.max(0, end - from) }, (_, i) => paint(from + i));
}

/** What the list of a cell offers now. */
function choices(live: LiveBook, sheetId: number, row: number, column: number): readonly string[] {
  const { model } = sheetOf(live.session.host, sheetId);
  const rule: ValidationRule | undefined = model.rows[row]?.validations?.[column];
  if (rule?.criteria === 'VALUE_IN_LIST') return rule.values[0] as readonly string[];
  if (rule?.criteria === 'CHECKBOX') return localeSettings(live.spreadsheet.model.locale).booleans;
  const ref = rule?.criteria === 'VALUE_IN_RANGE' ? rule.values[0] : null;
  const range = isRef(ref) ? rangeOfRef(live.spreadsheet, ref) : null;
  if (!range) return [];
  const end = Math.min(range.row + range.rows, usedRows(range.sheet.model));
  const texts = readDisplay(
    range.sheet,
    range.row,
    range.column,
    Math.max(0, end - range.row),
    range.columns,
  );
  return [...new Set(texts.flat().filter((text) => text !== ''))];
}
