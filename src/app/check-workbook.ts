import {
  type CheckCounts,
  type Checked,
  type CheckedFinding,
  checkBook,
  mostImportant,
} from '../domain/checks/check';
import {
  addressesOf,
  CHECK_HEADER,
  CHECK_LIMIT,
  CHECK_TITLE,
  checkRows,
  LINK_COLUMN,
  rememberedFindings,
} from '../domain/checks/check-sheet';
import type { RememberedFinding } from '../domain/checks/compare';
import type { Finding } from '../domain/checks/finding';
import { SUMMARY_TITLE, summaryRows } from '../domain/checks/summary-sheet';
import { renumberedFinding } from '../domain/identity/renumbered';
import { type Cell, cellText, type Grid } from '../domain/registry/cell';
import type { Fulfilment } from '../domain/roadmap/fulfilment-report';
import { MATRIX_TITLE, matrixRows } from '../domain/roadmap/matrix-sheet';
import { shortDate } from '../domain/text/print-date';
import { checkLayouts, matrixLayout } from '../domain/workbook/generated-layout';
import { LISTS_TITLE } from '../domain/workbook/layout';
import { listSheet } from '../domain/workbook/lists';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { refreshIndex } from './edit-index';
import { fulfilmentNow } from './fulfilment-now';
import { ownedParts } from './owned-parts';
import { LockedCellsError, type Ports, Refusal, TypedTableError, type Workbook } from './ports';
import { findTitle, type ReadWorkbook, readWorkbook } from './read-workbook';
import { recordJournal } from './record-journal';
import { giveIds } from './row-ids';
import { type OwnedPart, writeOwned } from './write-owned';

export interface CheckOutcome {
  /** Every finding, accepted ones at the end; the tab «Проверка» has room for the first {@link CHECK_LIMIT}. */
  readonly findings: readonly CheckedFinding[];
  readonly counts: CheckCounts;
  readonly organisations: Checked['organisations'];
  /** Rows on the tab «Проверка». */
  readonly shown: number;
  /** What could not be done, in words. */
  readonly notes: readonly string[];
}

/**
 * «Проверить записи»: every rule over the whole workbook; then the tabs «Проверка» and «Сводка проверки», the columns of
 * the script and the marks. One read a tab, all writing at the end; what people own is not touched.
 * @throws Refusal when another run is at work, or people have made a tab of the same name
 */
export function checkWorkbook(ports: Ports): CheckOutcome {
  const done = ports.locks.alone(() => checkAlone(ports));
  if (done === null) throw new Refusal('Записи уже проверяет другой запуск. Повторите через минуту.');
  return done.result;
}

function checkAlone(ports: Ports): CheckOutcome {
  const { workbook, clock } = ports;
  const present = workbook.titles();
  const before = ownGrid(workbook, CHECK_TITLE);
  const summaryBefore = ownGrid(workbook, SUMMARY_TITLE);
  const { read, renumbered } = giveIds(ports, readWorkbook(workbook));
  const { registry } = read;
  const doubled = renumbered.map((copy) => renumberedFinding(registry.tabs[copy.tab], copy));
  const remembered = rememberedFindings(before);
  const checked = checkBook(
    { ...registry, findings: [...registry.findings, ...doubled] },
    clock.today(),
    remembered,
  );
  const shown = mostImportant(checked.findings, CHECK_LIMIT);
  const standing = withoutHealed(checked, doubled);
  const fulfilment = fulfilmentNow(registry, standing.findings, clock.today());

  const notes = truncation(checked.findings.length, shown.length, remembered);
  notes.push(
    ...writeToPeoplesTabs(workbook, ownedParts(read, standing, shown, remembered, clock.today(), fulfilment)),
  );
  if (fulfilment !== null) notes.push(...fillMatrix(ports, fulfilment, present));
  const missing = checkLayouts().filter((l) => !present.includes(l.title));
  if (missing.length > 0) ports.layouts.create(missing, [...present, ...missing.map((l) => l.title)]);
  workbook.refill(CHECK_TITLE, [[...CHECK_HEADER], ...checkRows(shown, registry)], before);
  const addresses = addressesOf(shown, registry);
  workbook.links(
    CHECK_TITLE,
    LINK_COLUMN,
    shown.map((f, i) => ({
      text: addresses[i],
      tab: findTitle(present, f.tab) ?? f.tab,
      address: findTitle(present, f.tab) === null ? '' : addresses[i],
    })),
  );
  const [date, time] = clock.now().split(' ');
  workbook.refill(
    SUMMARY_TITLE,
    summaryRows(checked, registry, { at: `${shortDate(date)} ${time}`, by: ports.actor(), notes }),
    summaryBefore,
  );
  refreshLists(workbook, read);
  refreshIndex(ports, read);
  notes.push(...journalled(ports, read));
  const { findings, counts, organisations } = checked;
  return { findings, counts, organisations, shown: shown.length, notes };
}

/** The verdict beside a row says what is wrong with it now: its ID is right already. */
function withoutHealed(checked: Checked, doubled: readonly Finding[]): Checked {
  if (doubled.length === 0) return checked;
  const healed = new Set(doubled.map((f) => f.recordId));
  return {
    ...checked,
    findings: checked.findings.filter((f) => f.code !== 'R-04' || !healed.has(f.recordId)),
  };
}

/** What people changed since the last recording goes into the journal; that it cannot must not stop the check. */
function journalled(ports: Ports, read: ReadWorkbook): string[] {
  try {
    recordJournal(ports, read);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.message];
  }
}

/**
 * A tab of the script as it stands; null when there is none.
 * @throws Refusal for one that people made under its name: it is not refilled
 */
function ownGrid(workbook: Workbook, title: string): Grid | null {
  const grid = workbook.titles().includes(title) ? workbook.read(title) : null;
  if (grid === null || isOwnTab(title, (grid[0] ?? []).map(cellText))) return grid;
  throw new Refusal(
    `Вкладка «${title}» занята вашими данными, а проверка пишет на вкладку с этим названием. Переименуйте свою вкладку и повторите; ничего не изменено.`,
  );
}

function truncation(all: number, shown: number, remembered: readonly RememberedFinding[]): string[] {
  const notes: string[] = [];
  if (shown < all)
    notes.push(
      `Показано ${shown} из ${all}, сначала ошибки. Исправьте показанное и повторите; полный список даёт команда check (findings.json).`,
    );
  if (remembered.length >= CHECK_LIMIT)
    notes.push('В прошлый раз показаны не все замечания, поэтому счёт новых и исправленных приблизительный.');
  return notes;
}

/** One tab that cannot be written does not stop the others; what was left, in words. */
function writeToPeoplesTabs(workbook: Workbook, parts: readonly OwnedPart[]): string[] {
  const notes: string[] = [];
  for (const part of parts) {
    try {
      if (!writeOwned(workbook, part))
        notes.push(
          `Вкладку «${part.title}» меняли во время проверки: её столбец «Ошибки» обновит следующая проверка.`,
        );
    } catch (error) {
      if (error instanceof LockedCellsError) {
        notes.push(
          `На вкладке «${part.title}» вам открыты не все строки (строгий режим): столбец «Ошибки» обновит проверка координатора или ночная сверка.`,
        );
        continue;
      }
      if (!(error instanceof TypedTableError)) throw error;
      notes.push(
        `Вкладка «${part.title}» превращена в «Таблицу» с типами столбцов, пометить в ней ничего нельзя. Откройте меню таблицы (стрелка у её названия) и выберите «Преобразовать в обычный диапазон».`,
      );
    }
  }
  return notes;
}

/** «Исполнение»: a matrix that has not changed is not written; a tab of people with its title is left to them. */
function fillMatrix(
  { workbook, layouts }: Ports,
  fulfilment: Fulfilment,
  present: readonly string[],
): string[] {
  const standing = present.includes(MATRIX_TITLE) ? workbook.read(MATRIX_TITLE) : null;
  if (standing !== null && !isOwnTab(MATRIX_TITLE, (standing[0] ?? []).map(cellText)))
    return [
      `Вкладка «${MATRIX_TITLE}» занята вашими данными: исполнение по ОО не показано. Переименуйте свою вкладку и повторите.`,
    ];
  const rows = matrixRows(fulfilment);
  if (standing === null) layouts.create([matrixLayout()], [...present, MATRIX_TITLE]);
  if (standing === null || !sameRows(standing, rows)) workbook.refill(MATRIX_TITLE, rows, standing);
  return [];
}

/** Blanks at the end of rows aside: a sheet may be wider than what stands in it. */
function sameRows(standing: Grid, rows: readonly (readonly string[])[]): boolean {
  const line = (row: readonly Cell[]) => row.map(cellText).join('\t').trimEnd();
  const lines = (grid: readonly (readonly Cell[])[]) => grid.map(line).join('\n').trimEnd();
  return lines(standing) === lines(rows);
}

/** The dropdowns of references follow the registries; a list that has not changed is not written. */
function refreshLists(workbook: Workbook, { registry }: ReadWorkbook): void {
  const grid = workbook.titles().includes(LISTS_TITLE) ? workbook.read(LISTS_TITLE) : null;
  if (grid === null || !isOwnTab(LISTS_TITLE, (grid[0] ?? []).map(cellText))) return;
  const rows = listSheet(registry);
  if (JSON.stringify(rows) !== JSON.stringify(grid)) workbook.refill(LISTS_TITLE, rows, grid);
}
