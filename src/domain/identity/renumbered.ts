import type { Finding } from '../checks/finding';
import { organisationOf } from '../checks/rule';
import type { ReadTab } from '../registry/read';

/** A row that bore the ID of another one and has just got its own. */
export interface Renumbered {
  /** 1-based. */
  readonly row: number;
  readonly id: string;
  readonly copyOf: string;
}

/**
 * R-04 for a doubled ID that the program has put right: it is told once, because the program cannot know which of the
 * two records the references mean.
 */
export function renumberedFinding(read: ReadTab, { row, id, copyOf }: Renumbered): Finding {
  const entry = read.entries.find((e) => e.row === row);
  return {
    code: 'R-04',
    severity: 'error',
    tab: read.tab.title,
    row,
    recordId: id,
    column: 'ID',
    found: copyOf,
    expected: 'номер, которого нет в других строках',
    message: `Повторяющийся ID ${copyOf}.`,
    instruction: `Строке ${row} уже выдан номер ${id}: проверьте, что ссылки на ${copyOf} относятся к первой записи.`,
    organisation: entry ? organisationOf(read.tab.key, entry) : '',
  };
}
