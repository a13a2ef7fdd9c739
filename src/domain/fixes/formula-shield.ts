/** Formulas that fill cells beside their own: those cells show no formula, but a value written there breaks it. */
const SPILLING =
  /^=\s*\{|\b(?:ARRAYFORMULA|ARRAY_CONSTRAIN|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|EXPAND|FILTER|FLATTEN|GOOGLEFINANCE|HSTACK|IMPORT\w+|MAKEARRAY|MAP|MMULT|QUERY|SCAN|SEQUENCE|SORTN?|SPLIT|TOCOL|TOROW|TRANSPOSE|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS)\s*\(/i;

/**
 * Tells the cells that show what a formula gives: those are never written. All that stands right of and below a formula
 * which may spill is taken for its result: how far it reaches cannot be asked.
 * @param formulas of a tab from A1, '' where there is none
 */
export function formulaShield(
  formulas: readonly (readonly string[])[],
): (row: number, column: number) => boolean {
  const corners: { row: number; column: number }[] = [];
  formulas.forEach((cells, row) => {
    cells.forEach((formula, column) => {
      if (formula !== '' && SPILLING.test(formula)) corners.push({ row, column });
    });
  });
  return (row, column) =>
    (formulas[row]?.[column] ?? '') !== '' || corners.some((c) => row >= c.row && column >= c.column);
}
