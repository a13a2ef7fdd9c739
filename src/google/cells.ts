import type { Cell } from '../domain/registry/cell';
import { asPlainText, withoutApostrophe } from '../domain/text/escape';

/** Turns what the Spreadsheet service gives and takes into cells of the domain and back. */
export interface CellConverter {
  toCells(values: unknown[][]): Cell[][];
  toValues(rows: readonly (readonly Cell[])[]): unknown[][];
  /** The day of a moment in the spreadsheet's time zone, `yyyy-mm-dd`. */
  day(date: Date): string;
}

/**
 * Dates keep their day only in the spreadsheet's own time zone. Formatting every date by the service would be a call a
 * cell: where script and spreadsheet agree the parts of Date are right, elsewhere each distinct moment is formatted once.
 */
export function cellConverter(spreadsheetTimeZone: string): CellConverter {
  const sameZone = Session.getScriptTimeZone() === spreadsheetTimeZone;
  const texts = new Map<number, string>();
  const moments = new Map<string, unknown>();
  const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
  const dayOf = (date: Date): string => {
    const moment = date.getTime();
    let text = texts.get(moment);
    if (text === undefined) {
      text = sameZone
        ? `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
        : Utilities.formatDate(date, spreadsheetTimeZone, 'yyyy-MM-dd');
      texts.set(moment, text);
    }
    return text;
  };
  const momentOf = (day: string): unknown => {
    let moment = moments.get(day);
    if (moment === undefined) {
      moment = sameZone
        ? new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
        : Utilities.parseDate(day, spreadsheetTimeZone, 'yyyy-MM-dd');
      moments.set(day, moment);
    }
    return moment;
  };
  return {
    day: dayOf,
    // The array is a fresh copy, so it is changed in place: a second grid of the same size would double the memory.
    toCells(values) {
      for (const row of values) {
        for (let i = 0; i < row.length; i++) {
          const value = row[i];
          if (typeof value === 'string') {
            if (value.charCodeAt(0) === 39) row[i] = withoutApostrophe(value);
            continue;
          }
          if (typeof value !== 'object' || value === null) continue;
          row[i] = isDate(value) ? { date: dayOf(value) } : '';
        }
      }
      return values as Cell[][];
    },
    toValues: (rows) =>
      rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'string'
            ? asPlainText(cell)
            : typeof cell === 'object'
              ? momentOf(cell.date)
              : cell,
        ),
      ),
  };
}

/** Dates from another V8 context fail `instanceof`. */
function isDate(value: object): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
