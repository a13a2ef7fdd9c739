import {
  LEDGER_HEADER,
  LEDGER_TITLE,
  type LedgerEntry,
  ledgerCells,
  type Outcome,
  readLedger,
} from '../domain/letters/ledger';
import { cellText, type Grid } from '../domain/registry/cell';
import { foldHeader } from '../domain/text/fold';
import { shortMoment } from '../domain/text/print-date';
import { ledgerLayout } from '../domain/workbook/generated-layout';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { blocksOf, type PlacedCell } from './cell-blocks';
import { type Ports, Refusal } from './ports';

/** The ledger «Письма» as it stands. */
export interface Ledger {
  readonly grid: Grid;
  readonly entries: readonly LedgerEntry[];
}

/** What became of one row. */
export interface Settled {
  readonly result: Outcome;
  readonly note: string;
  /** `yyyy-mm-dd hh:mm` */
  readonly when: string;
}

const NOTHING: Ledger = { grid: [], entries: [] };

/**
 * The tab as it stands; without rows where there is none.
 * @throws Refusal for a tab that people made under its name, or one without the columns that tell what was sent
 */
export function readLedgerTab({ workbook }: Pick<Ports, 'workbook'>): Ledger {
  const grid = workbook.titles().includes(LEDGER_TITLE) ? workbook.read(LEDGER_TITLE) : null;
  if (grid === null) return NOTHING;
  const header = (grid[0] ?? []).map(cellText);
  if (!isOwnTab(LEDGER_TITLE, header))
    throw new Refusal(
      `Вкладка «${LEDGER_TITLE}» занята вашими данными, а в ней программа ведёт учёт писем. Переименуйте свою вкладку и повторите; ничего не отправлено.`,
    );
  const columns = header.map(foldHeader);
  const lost = LEDGER_HEADER.filter((title) => columns.filter((c) => c === foldHeader(title)).length !== 1);
  if (grid.length > 1 && lost.length > 0)
    throw new Refusal(
      `На вкладке «${LEDGER_TITLE}» заголовок «${lost[0]}» должен стоять один раз: без него не видно, что уже отправлено. Верните заголовок и повторите; ничего не отправлено.`,
    );
  return { grid, entries: readLedger(grid) };
}

/** Makes the tab in a workbook that has none. */
export function makeLedgerTab({ workbook, layouts }: Pick<Ports, 'workbook' | 'layouts'>): void {
  const titles = workbook.titles();
  if (!titles.includes(LEDGER_TITLE)) layouts.create([ledgerLayout()], [...titles, LEDGER_TITLE]);
}

/** Adds rows below the others, cells under their headers: one trip. Call it under the lock, with the ledger just read. */
export function addLedgerRows({ workbook }: Ports, { grid }: Ledger, rows: readonly LedgerEntry[]): void {
  const header = grid.length > 1 ? grid[0].map((cell) => foldHeader(cellText(cell))) : [];
  const order = header.length > 0 ? header : LEDGER_HEADER.map(foldHeader);
  const titles = LEDGER_HEADER.map(foldHeader);
  workbook.appendAfter(
    LEDGER_TITLE,
    Math.max(1, grid.length),
    rows.map((row) => {
      const cells = ledgerCells(row);
      return order.map((title) => cells[titles.indexOf(title)] ?? '');
    }),
  );
}

/**
 * Writes what became of rows into «Результат», «Когда» and «Пояснение»: the tab is read anew, because people may have
 * sorted it. A row that says something else than an intent is left as it is.
 * @param of what became of the row; undefined = not to be changed
 */
export function settleRows(ports: Ports, of: (entry: LedgerEntry) => Settled | undefined): void {
  const ledger = readLedgerTab(ports);
  const header = (ledger.grid[0] ?? []).map((cell) => foldHeader(cellText(cell)));
  const at = (title: string) => header.indexOf(foldHeader(title));
  const cells: PlacedCell[] = ledger.entries.flatMap((entry) => {
    const settled = of(entry);
    if (!settled) return [];
    const row = entry.row - 1;
    return [
      { row, column: at('Результат'), value: settled.result },
      { row, column: at('Когда'), value: shortMoment(settled.when) },
      { row, column: at('Пояснение'), value: settled.note },
    ];
  });
  if (cells.length > 0) ports.workbook.writeBlocks(LEDGER_TITLE, blocksOf(cells));
}
