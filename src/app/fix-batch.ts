import { type Fixed, joinBatches, readUndo, UNDO_TITLE, undoRows } from '../domain/fixes/undo-sheet';
import { undoLayout } from '../domain/workbook/generated-layout';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';

/** Stands while a batch is being written: one that was cut short is gone on with, not replaced. */
const OPEN = 'fixes';

/** The last batch, as it can be undone. @throws Refusal where people's own tab bears the title */
export function storedBatch({ workbook }: Ports): Fixed[] {
  const title = findTitle(workbook.titles(), UNDO_TITLE);
  if (title === null) return [];
  if (!isOwnTab(UNDO_TITLE, workbook.firstRow(title)))
    throw new Refusal(
      `На вкладке «${UNDO_TITLE}» ваши данные, а программе нужна вкладка с этим названием. Переименуйте свою вкладку и повторите.`,
    );
  return readUndo(workbook.read(title));
}

/** Stores what is to be written, before it is written: also a run that breaks off can be undone. */
export function beginBatch(ports: Ports, fixes: readonly Fixed[]): void {
  const stored = storedBatch(ports);
  keepBatch(ports, ports.store.get(OPEN) === null ? fixes : joinBatches(stored, fixes));
  ports.store.set(OPEN, 'да');
}

/** The batch is written to its end: the next one begins anew. */
export function endBatch({ store }: Ports): void {
  store.set(OPEN, null);
}

export function keepBatch({ workbook, layouts }: Ports, batch: readonly Fixed[]): void {
  const title = findTitle(workbook.titles(), UNDO_TITLE);
  if (title === null) layouts.create([undoLayout()], [...workbook.titles(), UNDO_TITLE]);
  workbook.refill(title ?? UNDO_TITLE, undoRows(batch));
}
