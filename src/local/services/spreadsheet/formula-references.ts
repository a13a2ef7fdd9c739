import { columnIndex, columnName, quotedSheetName } from './notation';
import { type Change, shiftSpan } from './shift-range';

/**
 * References inside the text of a formula. Texts in double quotes are left alone, so are names of functions.
 */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!'])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_(.!])/gu;
const R1C1 =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.\]])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_([])/giu;
const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** One corner of a reference. A missing row or column is null (`A:A`). */
export interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export function parseCorner(text: string): Corner {
  const match = CORNER.exec(text);
  if (!match) throw new Error(`Not a reference: ${text}`);
  const [, dollar1, letters, dollar2, digits] = match;
  return {
    column: letters ? columnIndex(letters) : null,
    row: digits ? Number(digits) - 1 : null,
    columnFixed: letters !== '' && dollar1 === '$',
    rowFixed: dollar2 === '$' || (letters === '' && dollar1 === '$'),
  };
}

function cornerText(corner: Corner): string {
  if ((corner.row ?? 0) < 0 || (corner.column ?? 0) < 0) return '#REF!';
  const column = corner.column === null ? '' : (corner.columnFixed ? '$' : '') + columnName(corner.column);
  return column + (corner.row === null ? '' : (corner.rowFixed ? '$' : '') + (corner.row + 1));
}

/** Rewrites every reference; `rewrite` gets the sheet prefix (with `!`, or '') and the corners. */
function mapReferences(formula: string, rewrite: (prefix: string, corners: Corner[]) => string): string {
  return formula.replace(REFERENCE, (whole, prefix: string | undefined, cells: string | undefined) =>
    cells === undefined ? whole : rewrite(prefix ?? '', cells.split(':').map(parseCorner)),
  );
}

/** The formula as it reads after being copied `rows` down and `columns` right: relative references move along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (prefix, corners) => {
    const moved = corners.map((corner) => ({
      ...corner,
      row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
      column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
    }));
    const texts = moved.map(cornerText);
    return texts.includes('#REF!') ? '#REF!' : prefix + texts.join(':');
  });
}

/** The formula after rows or columns came or went on the changed sheet. */
export function adjustFormula(formula: string, own: string, changed: string, change: Change): string {
  return mapReferences(formula, (prefix, corners) => {
    const original = prefix + corners.map(cornerText).join(':');
    const sheet = prefix === '' ? own : prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    if (sheet !== changed || change.within) return original;
    const key = change.dimension === 'ROWS' ? 'row' : 'column';
    const [first, last] = [corners[0], corners.at(-1) as Corner];
    const [from, to] = [first[key], last[key]];
    if (from === null || to === null) return original;
    const span = shiftSpan(Math.min(from, to), Math.abs(to - from) + 1, change);
    if (!span) return '#REF!';
    const texts = [cornerText({ ...first, [key]: span.start })];
    if (corners.length > 1) texts.push(cornerText({ ...last, [key]: span.start + span.size - 1 }));
    return prefix + texts.join(':');
  });
}

/** The formula after a sheet got another name. */
export function renameInFormula(formula: string, old: string, name: string): string {
  return mapReferences(formula, (prefix, corners) => {
    const sheet = prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    const kept =
      prefix !== '' && sheet.toLowerCase() === old.toLowerCase() ? `${quotedSheetName(name)}!` : prefix;
    return kept + corners.map(cornerText).join(':');
  });
}

/** `=B2` in A1 → `=R[1]C[1]`; canonical form with explicit `[0]`. */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, at: number | null, fixed: boolean, own: number) =>
    at === null ? '' : letter + (fixed ? at + 1 : `[${at - own}]`);
  return mapReferences(
    formula,
    (prefix, corners) =>
      prefix +
      corners
        .map((c) => part('R', c.row, c.rowFixed, row) + part('C', c.column, c.columnFixed, column))
        .join(':'),
  );
}

/** `=R[1]C[1]` in A1 → `=B2`. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const at = (part: string | undefined, own: number) =>
    part === undefined ? own : part.startsWith('[') ? own + Number(part.slice(1, -1)) : Number(part) - 1;
  return formula.replace(
    R1C1,
    (whole, prefix: string | undefined, r: string | undefined, c: string | undefined) => {
      if (whole.startsWith('"')) return whole;
      const text = cornerText({
        row: at(r, row),
        column: at(c, column),
        rowFixed: r !== undefined && !r.startsWith('['),
        columnFixed: c !== undefined && !c.startsWith('['),
      });
      return text === '#REF!' ? text : (prefix ?? '') + text;
    },
  );
}

/** What a script or a person wrote, as a formula: the text gets its `=`. '' stays ''. */
export function formulaText(text: string): string {
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}
