import { fixRecords, isOwn, type RecordFix } from '../domain/fixes/fix-records';
import { formulaShield } from '../domain/fixes/formula-shield';
import { allFixKinds, type FixKind, fixKinds } from '../domain/fixes/kinds';
import { difference } from '../domain/fixes/shown-change';
import type { Fixed } from '../domain/fixes/undo-sheet';
import { cellText } from '../domain/registry/cell';
import { columnOf, type TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { accessOf } from './access';
import { beginBatch, endBatch, keepBatch, storedBatch } from './fix-batch';
import { placesIn, type Refused, writeInTime } from './fix-writing';
import { type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';
import { journalChanges } from './record-journal';
import type { CellChange } from './write-cells';

/** A cell as the preview shows it. */
export interface ShownFix {
  readonly tab: string;
  readonly row: number;
  readonly id: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface FixesPreview {
  readonly groups: readonly {
    readonly kind: FixKind;
    readonly title: string;
    readonly count: number;
    /** The first ones; all are fixed. */
    readonly cells: readonly ShownFix[];
    readonly hidden: number;
  }[];
  /** Organisations of a curator, whose rows alone are fixed; null: all rows. */
  readonly own: readonly string[] | null;
  /** Cells of the last batch that can be given back. */
  readonly undo: number;
}

export interface FixesOutcome {
  readonly written: number;
  /** Cells that people changed meanwhile, in words: left as they are. */
  readonly left: readonly string[];
  /** Such cells beyond those that are named. */
  readonly leftHidden: number;
  /** Cells for which the time was not enough: the same command goes on with them. */
  readonly rest: number;
}

/** So many of a kind are shown. */
const SHOWN = 100;
const BUSY = 'С книгой сейчас работает другой запуск. Повторите через минуту.';

/** What the safe fixes would change, cell by cell. Nothing is written. */
export function previewFixes(ports: Ports): FixesPreview {
  const read = readWorkbook(ports.workbook);
  const own = ownRows(ports, read.registry);
  const fixes = findFixes(ports, read, new Set(allFixKinds), own);
  const language = ports.screen.language();
  const names = new Map(
    read.registry.tabs.organisations.entries.map((e) => [e.id, String(e.values.shortName || e.id)]),
  );
  return {
    groups: allFixKinds.flatMap((kind) => {
      const of = fixes.filter((f) => f.kind === kind);
      if (of.length === 0) return [];
      const cells = of.slice(0, SHOWN).map(shown);
      return [
        { kind, title: fixKinds[kind][language], count: of.length, cells, hidden: of.length - cells.length },
      ];
    }),
    own: own === null ? null : own.map((id) => names.get(id) ?? id),
    undo: storedBatch(ports).filter(ownCell(read.registry, own)).length,
  };
}

/**
 * Fixes the cells of the accepted kinds; the batch can be undone until the next one.
 * @param kinds undefined: all
 */
export function applyFixes(ports: Ports, kinds: readonly string[] | undefined): FixesOutcome {
  const accepted = new Set(allFixKinds.filter((kind) => kinds?.includes(kind) ?? true));
  return alone(ports, () => {
    const read = readWorkbook(ports.workbook);
    const fixes = findFixes(ports, read, accepted, ownRows(ports, read.registry));
    if (fixes.length === 0) return NOTHING;
    beginBatch(ports, fixes);
    const outcome = writeInTime(ports, read.titles, fixes, (written) =>
      journalChanges(ports, written, 'исправления', read.registry),
    );
    if (outcome.rest.length === 0) endBatch(ports);
    return outcomeOf(outcome.written, outcome.refused, outcome.rest);
  });
}

/** Gives back what stood in the cells before the last batch; cells that were changed since are left and told. */
export function undoFixes(ports: Ports): FixesOutcome {
  return alone(ports, () => {
    const read = readWorkbook(ports.workbook);
    const { registry, titles } = read;
    const mine = ownCell(registry, ownRows(ports, registry));
    const stored = storedBatch(ports);
    const batch = stored.filter(mine);
    if (batch.length === 0)
      throw new Refusal('Отменять нечего: исправлений ещё не было или они уже отменены.');
    const byHand = formulasNow(ports, read, batch);
    const back = batch
      .filter((fix) => !byHand.includes(fix))
      .map((fix) => ({ ...fix, before: fix.after, after: fix.before }));
    const { written, refused, rest } = writeInTime(ports, titles, back, (cells) =>
      journalChanges(ports, cells, 'отмена', registry),
    );
    const undone = rest.map((fix) => ({ ...fix, before: fix.after, after: fix.before }));
    keepBatch(ports, [...stored.filter((fix) => !mine(fix)), ...undone]);
    endBatch(ports);
    const formulas = byHand.map((change) => ({ change, now: 'формула' }));
    return outcomeOf(written, [...refused, ...formulas], rest);
  });
}

const NOTHING: FixesOutcome = { written: 0, left: [], leftHidden: 0, rest: 0 };

function alone(ports: Ports, work: () => FixesOutcome): FixesOutcome {
  const done = ports.locks.alone(work);
  if (done === null) throw new Refusal(BUSY);
  return done.result;
}

/**
 * The organisations whose rows the person fixes; null: all of them. Somebody whom Google does not name is let through: this
 * is order, not protection.
 */
function ownRows(ports: Ports, registry: Registry): readonly string[] | null {
  const { role, organisations, actor } = accessOf(ports, registry);
  if (role === 'coordinator' || !actor.includes('@')) return null;
  if (role === 'curator') return organisations;
  throw new Refusal(
    'Исправляют координатор и кураторы организаций. Если вы куратор, впишите свой адрес на вкладке «Кураторы», столбец «Аккаунт доступа».',
  );
}

function ownCell(registry: Registry, own: readonly string[] | null): (fix: Fixed) => boolean {
  if (own === null) return () => true;
  const places = new Set<string>();
  for (const [key, { entries }] of Object.entries(registry.tabs))
    for (const entry of entries)
      if (isOwn(key as TabKey, entry, own)) places.add(`${key} ${entry.id || entry.row}`);
  return ({ tab, id, row }) => places.has(`${tab} ${id || row}`);
}

/** A formula gives its text anew: its cell is not fixed. Formulas are asked only of tabs that have something to fix. */
function findFixes(
  ports: Ports,
  { registry, allGrids, titles }: ReadWorkbook,
  kinds: ReadonlySet<FixKind>,
  own: readonly string[] | null,
): RecordFix[] {
  const fixes = fixRecords(registry, allGrids, kinds, own);
  const shields = shieldsOf(ports, titles, fixes);
  return fixes.filter(({ tab, row, position }) => !shields.get(tab)?.(row - 1, position));
}

/** Cells of the batch in which people have put formulas since. */
function formulasNow(ports: Ports, { grids, titles }: ReadWorkbook, batch: readonly Fixed[]): Fixed[] {
  const shields = shieldsOf(ports, titles, batch);
  const places = new Map([...shields.keys()].map((key) => [key, placesIn(key, grids.get(key) ?? [])]));
  return batch.filter((fix) => {
    const at = places.get(fix.tab)?.(fix);
    return at ? shields.get(fix.tab)?.(at.row, at.column) : false;
  });
}

function shieldsOf(ports: Ports, titles: ReadonlyMap<TabKey, string>, fixes: readonly { tab: TabKey }[]) {
  return new Map(
    [...new Set(fixes.map((f) => f.tab))]
      .filter((key) => titles.has(key))
      .map((key) => [key, formulaShield(ports.traces.formulas(titles.get(key)!))]),
  );
}

/** Cells left alone that are named. */
const NAMED = 50;

function outcomeOf(
  written: readonly CellChange[],
  refused: readonly Refused[],
  rest: readonly unknown[],
): FixesOutcome {
  return {
    written: written.length,
    left: refused.slice(0, NAMED).map(leftWords),
    leftHidden: Math.max(0, refused.length - NAMED),
    rest: rest.length,
  };
}

function leftWords({ change: { tab, row, id, column, before }, now }: Refused): string {
  const place = `«${tabs[tab].title}», строка ${row}${id === '' ? '' : ` (${id})`}, столбец «${columnOf(tabs[tab], column).title}»`;
  return now === null
    ? `${place}: записи или столбца больше нет на месте.`
    : `${place}: там уже другое значение («${difference(cellText(now), cellText(before))[0]}»), оно оставлено.`;
}

function shown({ tab, row, id, column, before, after }: RecordFix): ShownFix {
  const [was, is] = difference(cellText(before), cellText(after));
  return {
    tab: tabs[tab].title,
    row,
    id,
    column: columnOf(tabs[tab], column).title,
    before: was,
    after: is,
  };
}
