import type { Edit, EditPorts } from '../app/ports';
import { columnLetter } from '../domain/registry/headers';
import { cellConverter } from './cells';
import { documentCache, documentStore } from './stores';

/** The event of the simple trigger onEdit; `user` only where Google tells it. */
export interface EditEvent {
  readonly range: GoogleAppsScript.Spreadsheet.Range;
  readonly user?: { getEmail?(): string };
}

const LOCK_WAIT_MS = 10_000;

/** `B5:D9`, `B5`, `5:9`, `B:D` */
const ADDRESS = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/;

/** The ports of one edit: every question is a call to Google, so nothing is asked before it is needed. */
export function editPorts({ range, user }: EditEvent): EditPorts {
  const [, column, row, lastColumn, lastRow] = ADDRESS.exec(range.getA1Notation()) ?? ['', '', '', '', ''];
  let found: GoogleAppsScript.Spreadsheet.Sheet | null = null;
  const sheet = () => {
    found ??= range.getSheet();
    return found;
  };
  // The rows are looked at twice, before and after a write.
  const ranges = new Map<string, GoogleAppsScript.Spreadsheet.Range>();
  const wholeRows = (address: string) => {
    const known = ranges.get(address) ?? sheet().getRange(address);
    ranges.set(address, known);
    return known;
  };
  let converter: ReturnType<typeof cellConverter> | null = null;
  const cells = (zone: string) => {
    converter ??= cellConverter(zone);
    return converter;
  };
  const edit: Edit = {
    get tabId() {
      return sheet().getSheetId();
    },
    title: () => sheet().getName(),
    firstRow: row === '' ? 1 : Number(row),
    lastRow: lastRow ? Number(lastRow) : lastRow === '' ? Number.MAX_SAFE_INTEGER : Number(row || 1),
    columns: column === '' ? null : { first: positionOf(column), last: positionOf(lastColumn || column) },
    by: () => user?.getEmail?.() || 'неизвестно',
    zone: () => sheet().getParent().getSpreadsheetTimeZone(),
    today: (zone) => cells(zone).day(new Date()),
    rows: (first, last, zone) => cells(zone).toCells(wholeRows(`${first}:${last}`).getValues()),
    column(position) {
      const letter = columnLetter(position);
      return sheet().getRange(`${letter}:${letter}`).getDisplayValues();
    },
    write(blocks, zone) {
      for (const { row: r, column: c, values } of blocks)
        sheet()
          .getRange(r + 1, c + 1, values.length, values[0].length)
          .setValues(cells(zone).toValues(values));
    },
    notes(r, c, texts) {
      sheet()
        .getRange(r + 1, c + 1, texts.length, 1)
        .setNotes(texts.map((text) => [text]));
    },
  };
  return {
    edit,
    hold: () => LockService.getDocumentLock()?.tryLock(LOCK_WAIT_MS) ?? true,
    store: documentStore(),
    cache: documentCache(),
  };
}

/** A → 0, AA → 26. */
function positionOf(letters: string): number {
  let position = 0;
  for (const letter of letters) position = position * 26 + letter.charCodeAt(0) - 64;
  return position - 1;
}
