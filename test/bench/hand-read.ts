import type { Cell, Grid } from '../../src/domain/registry/cell';
import { enumerations } from '../../src/domain/registry/enumerations';
import { tabs } from '../../src/domain/registry/tabs';

/**
 * The yardstick of reading: what a programmer writes by hand for these four tabs alone. One loop a tab; it finds the
 * columns by header, cleans texts, reads dates, numbers, lists, references and dictionary words, and notes blank
 * required cells, doubled IDs and references that lead nowhere. No messages, no aliases, no other tabs.
 */
export interface HandProblem {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

type Kind = 'text' | 'date' | 'number' | 'word' | 'words' | 'ids' | 'yes-no';

interface Wanted {
  readonly key: string;
  readonly at: number;
  readonly kind: Kind;
  readonly required: boolean;
  readonly words: ReadonlySet<string> | null;
}

const CASE_TABS = ['organisations', 'mentors', 'mentees', 'pairs'] as const;
const KINDS: Readonly<Record<string, Kind>> = {
  date: 'date',
  count: 'number',
  number: 'number',
  years: 'number',
  'yes-no': 'yes-no',
  reference: 'ids',
};

export function handRead(grids: Readonly<Record<string, Grid | null>>): {
  records: Record<string, unknown>[][];
  problems: HandProblem[];
} {
  const problems: HandProblem[] = [];
  const known = new Set<string>();
  const records = CASE_TABS.map((tab) =>
    readRows(grids[tab]!, wanted(tab, grids[tab]![0]!), known, problems),
  );
  for (const rows of records)
    for (let r = 0; r < rows.length; r++)
      for (const key of ['organisation', 'mentors', 'mentees'])
        for (const id of (rows[r]![key] as string[] | undefined) ?? [])
          if (!known.has(id)) problems.push({ row: r + 2, column: key, text: id });
  return { records, problems };
}

function wanted(tab: (typeof CASE_TABS)[number], header: readonly Cell[]): Wanted[] {
  const position = new Map(header.map((title, i) => [String(title).trim().toLowerCase(), i]));
  return tabs[tab].columns.flatMap((c) => {
    const at = position.get(c.title.toLowerCase());
    const kind: Kind = c.type === 'enum' ? (c.multi ? 'words' : 'word') : (KINDS[c.type] ?? 'text');
    const words = c.values ? new Set<string>(enumerations[c.values].values) : null;
    return at === undefined ? [] : [{ key: c.key, at, kind, required: c.required === 'always', words }];
  });
}

function readRows(
  grid: Grid,
  columns: readonly Wanted[],
  known: Set<string>,
  problems: HandProblem[],
): Record<string, unknown>[] {
  const records: Record<string, unknown>[] = [];
  for (let r = 1; r < grid.length; r++) {
    const cells = grid[r]!;
    const record: Record<string, unknown> = {};
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c]!;
      const cell = cells[column.at]!;
      const add = (text: string) => problems.push({ row: r + 1, column: column.key, text });
      if (cell === '') {
        if (column.required) add('');
        record[column.key] = null;
        continue;
      }
      record[column.key] = readCell(cell, column, add);
    }
    const id = record.id as string;
    if (known.has(id)) problems.push({ row: r + 1, column: 'id', text: id });
    known.add(id);
    records.push(record);
  }
  return records;
}

function readCell(cell: Cell, column: Wanted, add: (text: string) => void): unknown {
  switch (column.kind) {
    case 'date':
      if (typeof cell === 'object') return cell.date;
      add(String(cell));
      return null;
    case 'number':
      if (typeof cell === 'number') return cell;
      add(String(cell));
      return null;
    case 'yes-no':
      return clean(String(cell)).toLowerCase() === 'да';
    case 'ids':
      return clean(String(cell))
        .split('; ')
        .map((piece) => /^[A-Z]{3}-\d+/.exec(piece)?.[0] ?? '');
    case 'words': {
      const words = clean(String(cell)).split('; ');
      for (const word of words) if (!column.words!.has(word)) add(word);
      return words;
    }
    case 'word': {
      const word = clean(String(cell));
      if (column.words && !column.words.has(word)) add(word);
      return word;
    }
    default:
      return clean(String(cell));
  }
}

function clean(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
