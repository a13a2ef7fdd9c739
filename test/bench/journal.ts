import { changesOf } from '../../src/domain/journal/compare';
import { JOURNAL_HEADER, journalCells, readJournal } from '../../src/domain/journal/journal-row';
import { replay } from '../../src/domain/journal/replay';
import type { Cell, Grid } from '../../src/domain/registry/cell';
import { tabs } from '../../src/domain/registry/tabs';
import { gridsOf } from '../domain/book';
import type { Load } from './load';
import { collect, times } from './measure';

/** Milliseconds to replay the journal of a load and to compare it with the tabs, after an edit in every hundredth record. */
export function journalTime(load: Load, rounds: number): { readonly ms: number; readonly rows: number } {
  const grids = gridsOf(load.book) as unknown as Record<string, Grid | null>;
  const record = (journal: Grid, previous: string) => {
    const rows = readJournal(journal);
    const known = replay(rows);
    return Object.values(tabs).flatMap((tab) =>
      changesOf(tab, grids[tab.key] ?? [[]], known, {
        now: '2024-04-20 03:00',
        previous,
        organisationOf: () => '',
      }),
    );
  };
  const first = record([JOURNAL_HEADER], '');
  const journal: Grid = [
    JOURNAL_HEADER,
    ...first.map((change, i) => journalCells({ ...change, number: i + 1, authorOrganisation: '' })),
  ];
  const mentors = grids.mentors as Cell[][];
  const at = tabs.mentors.columns.findIndex((c) => c.key === 'achievements');
  for (let r = 1; r < mentors.length; r += 100) mentors[r][at] = 'Победитель конкурса';
  collect();
  return { ms: times(rounds, () => record(journal, '2024-04-20')), rows: first.length };
}
