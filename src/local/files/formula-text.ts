import { columnIndex, columnLetters, XLSX_COLUMNS, XLSX_ROWS } from './xlsx-reference';

/**
 * Formulas of Google Sheets and of .xlsx files differ in their text: open ranges (`A2:A`), prefixes of newer
 * functions (`_xlfn.`), functions that Excel does not have. In the model formulas start with "=".
 */

/** Outside strings and quoted sheet names: change(piece). */
function outsideQuotes(formula: string, change: (piece: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (piece) =>
    piece[0] === '"' || piece[0] === "'" ? piece : change(piece),
  );
}

const REFERENCE = /(?<![A-Za-z0-9_.\u0400-\u04ff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(.\u0400-\u04ff])/g;

/** A shared formula as it reads in another cell: relative references move by that many rows and columns. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return outsideQuotes(formula, (piece) =>
    piece.replace(REFERENCE, (whole, fixColumn: string, letters: string, fixRow: string, digits: string) => {
      const column = columnIndex(letters) + (fixColumn ? 0 : columns);
      const row = Number(digits) - 1 + (fixRow ? 0 : rows);
      if (columnIndex(letters) >= XLSX_COLUMNS) return whole;
      if (column < 0 || row < 0 || column >= XLSX_COLUMNS || row >= XLSX_ROWS) return '#REF!';
      return `${fixColumn}${columnLetters(column)}${fixRow}${row + 1}`;
    }),
  );
}

const PREFIXED: Record<string, string> = { FILTER: '_xlfn._xlws.', SORT: '_xlfn._xlws.' };
const NEWER =
  'BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DAYS FILTER FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE RANDARRAY REDUCE SCAN SEQUENCE SHEET SHEETS SORT SORTBY SWITCH TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR';
for (const name of NEWER.split(' ')) PREFIXED[name] ??= '_xlfn.';

/** Functions of Google Sheets that no other program knows. */
const ONLY_GOOGLE =
  /(?<![\w.])(ARRAYFORMULA|ARRAY_CONSTRAIN|QUERY|REGEXMATCH|REGEXEXTRACT|REGEXREPLACE|IMPORTRANGE|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTFEED|GOOGLEFINANCE|GOOGLETRANSLATE|DETECTLANGUAGE|SPARKLINE|SPLIT|JOIN|FLATTEN|COUNTUNIQUE|SORTN|IMAGE|AVERAGE\.WEIGHTED|ISEMAIL|ISURL|ISDATE|TO_DATE|TO_TEXT|TO_PURE_NUMBER|MINUS|ADD|MULTIPLY|DIVIDE|EQ|NE|GT|GTE|LT|LTE|ISBETWEEN|EPOCHTODATE)\s*\(/i;

/**
 * `=SUM(A2:A)` → `SUM(A2:A1048576)`; null when Excel would refuse the text (the caller then writes a stand-in that keeps
 * the formula and its value, as Google's own export does).
 */
export function toXlsxFormula(formula: string): string | null {
  const text = formula.replace(/^=/, '');
  let changed = outsideQuotes(text, (piece) =>
    piece
      .replace(/(\$?[A-Za-z]{1,3}\$?\d+):(\$?)([A-Za-z]{1,3})(?![\w$(.])/g, `$1:$2$3${XLSX_ROWS}`)
      .replace(/(\$?[A-Za-z]{1,3}\$?\d+):(\$?)(\d+)(?![\w$(.])/g, `$1:$2XFD$3`)
      .replace(/(?<![\w.])([A-Za-z]+)(?=\s*\()/g, (name) => `${PREFIXED[name.toUpperCase()] ?? ''}${name}`),
  );
  if (hasOuterSemicolon(changed)) changed = toCommas(changed);
  return ONLY_GOOGLE.test(withoutStrings(changed)) || !isBalanced(changed) ? null : changed;
}

/** What the file holds → the model's formula. */
export function fromXlsxFormula(text: string): string {
  const standIn = /^(?:IFERROR\()?_*xludf\.DUMMYFUNCTION\(((?:"(?:[^"]|"")*"&?)+)\)/i.exec(text);
  if (standIn) {
    const original = standIn[1].replace(/"&"/g, '').slice(1, -1).replaceAll('""', '"');
    if (original !== 'COMPUTED_VALUE') return original.startsWith('=') ? original : `=${original}`;
  }
  const plain = outsideQuotes(text.replace(/^=/, ''), (piece) =>
    piece
      .replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xludf\.|__xludf\./g, '')
      .replace(new RegExp(`(:\\$?[A-Za-z]{1,3})\\$?${XLSX_ROWS}(?!\\d)`, 'g'), '$1')
      .replace(/(\$?[A-Za-z]{1,3}\$?\d+:\$?)XFD\$?(\d+)/g, '$1$2'),
  );
  return `=${plain}`;
}

/** The way Google's export keeps a formula that Excel cannot read: the value shows, the text is not lost. */
export function standInFormula(formula: string, cached: string | number | boolean): string {
  // A text in a formula is at most 255 characters long; 120 leaves room for doubled quotes.
  const quote = (text: string) =>
    (text.match(/[\s\S]{1,120}/g) ?? ['']).map((part) => `"${part.replaceAll('"', '""')}"`).join('&');
  const value =
    typeof cached === 'number'
      ? String(cached)
      : typeof cached === 'boolean'
        ? cached
          ? 'TRUE'
          : 'FALSE'
        : quote(cached);
  return `IFERROR(__xludf.DUMMYFUNCTION(${quote(formula.replace(/^=/, ''))}),${value})`;
}

const withoutStrings = (text: string): string => text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '""');

function hasOuterSemicolon(text: string): boolean {
  return withoutStrings(text)
    .replace(/\{[^}]*\}/g, '')
    .includes(';');
}

/** Russian separators: `СУММ(1,5;2)` is `СУММ(1.5,2)` in the file. Array constants keep theirs. */
function toCommas(text: string): string {
  return outsideQuotes(text, (piece) =>
    piece.replace(/\{[^}]*\}|(\d),(\d)|;/g, (whole, left?: string, right?: string) =>
      whole === ';' ? ',' : left === undefined ? whole : `${left}.${right}`,
    ),
  );
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const c of withoutStrings(text)) {
    if (c === '(') depth += 1;
    else if (c === ')' && --depth < 0) return false;
  }
  return depth === 0 && text !== '' && (text.match(/"/g)?.length ?? 0) % 2 === 0;
}
