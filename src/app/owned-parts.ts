import type { Checked, CheckedFinding } from '../domain/checks/check';
import type { RememberedFinding } from '../domain/checks/compare';
import { verdictOf } from '../domain/checks/verdict';
import { decisionColumns, decisionsOf } from '../domain/matching/decisions';
import { computedColumns } from '../domain/registry/computed/computed-columns';
import type { ReadTab } from '../domain/registry/read';
import type { Fulfilment } from '../domain/roadmap/fulfilment-report';
import { roadmapColumns } from '../domain/roadmap/roadmap-columns';
import type { ReadWorkbook } from './read-workbook';
import type { MarkedCell, OwnedPart } from './write-owned';

/** Never colour alone: the words stand in the column «Ошибки». Hints are not marked. */
const COLOURS = { error: '#f4cccc', warning: '#fff2cc' } as const;

/**
 * What the check writes into the tabs that people fill: verdicts, computed columns, states of exceptions, marks. A tab
 * with a doubled header is left alone: which of the two columns is meant is not guessed.
 * @param shown the findings that get a mark: those that the next run will remember
 * @param fulfilment null: the statuses of the roadmap are people's own
 */
export function ownedParts(
  { registry, grids, titles }: ReadWorkbook,
  { findings, exceptions }: Checked,
  shown: readonly CheckedFinding[],
  remembered: readonly RememberedFinding[],
  today: string,
  fulfilment: Fulfilment | null,
): OwnedPart[] {
  const verdicts = findingsByTab(findings);
  const marked = marksByTab(shown.map((f) => ({ ...f, marked: markOf(f) })));
  const earlier = marksByTab(remembered);
  const computed = computedColumns(registry, today);
  return Object.values(registry.tabs).flatMap((read) => {
    const { key, title: tabTitle, columns: all } = read.tab;
    const [grid, title] = [grids.get(key), titles.get(key)];
    if (!grid || title === undefined || !read.headers || read.headers.doubled.length > 0) return [];
    const columns = new Map<string, readonly string[]>();
    if (all.some((c) => c.key === 'errors'))
      columns.set(
        'errors',
        read.entries.map((e) => verdictOf(verdicts.get(tabTitle)?.get(e.row) ?? [])),
      );
    for (const [column, texts] of Object.entries(computed[key] ?? {})) columns.set(column, texts);
    if (key === 'roadmap' && fulfilment)
      for (const [column, texts] of Object.entries(roadmapColumns(registry, fulfilment)))
        columns.set(column, texts);
    if (key === 'exceptions') columns.set('state', exceptions.states);
    if (key === 'matches') {
      const decisions = decisionsOf(registry);
      columns.set(
        'state',
        decisions.map((d) => d.state),
      );
      columns.set(
        'print',
        decisions.map((d) => d.print),
      );
    }
    if (key === 'matches')
      for (const [column, texts] of Object.entries(decisionColumns(registry))) columns.set(column, texts);
    const marks = changedMarks(read, marked.get(tabTitle) ?? new Map(), earlier.get(tabTitle) ?? new Map());
    return [{ tab: key, title, grid, rows: read.entries, columns, marks }];
  });
}

function findingsByTab(
  findings: readonly CheckedFinding[],
): ReadonlyMap<string, ReadonlyMap<number, CheckedFinding[]>> {
  const byTab = new Map<string, Map<number, CheckedFinding[]>>();
  for (const finding of findings) {
    if (finding.row === null || finding.accepted !== null || finding.severity === 'hint') continue;
    const rows = byTab.get(finding.tab) ?? new Map<number, CheckedFinding[]>();
    byTab.set(finding.tab, rows);
    const known = rows.get(finding.row);
    if (known) known.push(finding);
    else rows.set(finding.row, [finding]);
  }
  return byTab;
}

function markOf({ accepted, severity }: CheckedFinding): 'error' | 'warning' | null {
  return accepted !== null || severity === 'hint' ? null : severity;
}

interface Mark {
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly severity: 'error' | 'warning';
}

type Marks = ReadonlyMap<string, Mark>;

/** Tab → cells by their record and column; an error outweighs a warning. */
function marksByTab(
  findings: readonly Pick<RememberedFinding, 'tab' | 'row' | 'recordId' | 'column' | 'marked'>[],
): ReadonlyMap<string, Marks> {
  const byTab = new Map<string, Map<string, Mark>>();
  for (const { tab, row, recordId, column, marked } of findings) {
    if (marked === null || row === null || row < 2) continue;
    const cells = byTab.get(tab) ?? new Map<string, Mark>();
    byTab.set(tab, cells);
    const key = `${recordId || row}|${column}`;
    if (cells.get(key)?.severity !== 'error') cells.set(key, { id: recordId, row, column, severity: marked });
  }
  return byTab;
}

/** Only what changed since the last run: a cell that people coloured themselves is never asked for. */
function changedMarks({ tab }: ReadTab, now: Marks, before: Marks): OwnedPart['marks'] {
  const keys = new Map(tab.columns.map((c) => [c.title, c.key]));
  const cell = ({ id, row, column }: Mark): MarkedCell => ({ id, row, column: keys.get(column) ?? 'id' });
  const fresh = [...now]
    .filter(([key, mark]) => before.get(key)?.severity !== mark.severity)
    .map(([, m]) => m);
  const of = (severity: Mark['severity']) => fresh.filter((m) => m.severity === severity).map(cell);
  return [
    { colour: null, cells: [...before].filter(([key]) => !now.has(key)).map(([, mark]) => cell(mark)) },
    { colour: COLOURS.error, cells: of('error') },
    { colour: COLOURS.warning, cells: of('warning') },
  ];
}
