import { accountsIn, curatorAccounts } from '../domain/access/role';
import { moved, planStrictRows, type RowOwner } from '../domain/access/strict-rows';
import { cellText, isBlank } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import type { Tab } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { foldOrganisation } from '../domain/text/fold';
import { parseReferences } from '../domain/text/reference';
import { coordinatorOnly } from './access';
import { type GuardedRows, type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';

export interface StrictOutcome {
  /** Calls that moved rows. */
  readonly moved: number;
  /** Blocks whose protection was made, changed or taken away. */
  readonly guarded: number;
  /** What is not done and why, for the coordinator. */
  readonly notes: readonly string[];
}

/** How the protections of the strict mode are told from those of people. */
export const STRICT_WORDS = 'Наставничество: строки ';
/** Moves in one run: a tab in great disorder is put in order by several. */
const MOST_MOVES = 150;

/** «Навести порядок в строках»: the strict mode at once, instead of waiting for the night. */
export function strictRowsNow(ports: Ports): StrictOutcome {
  const done = ports.locks.alone(() => {
    const read = readWorkbook(ports.workbook);
    coordinatorOnly(ports, read.registry);
    return keepStrictRows(ports, read);
  });
  if (done === null) throw new Refusal('С книгой сейчас работает другой запуск. Повторите через минуту.');
  return done.result;
}

/**
 * Keeps the rows of every organisation together, with spare rows, and lets only its curators and the coordinators edit
 * them. Rows are moved, never written, so that a row typed meanwhile is never lost: at worst it waits for the next run.
 * Where the mode is off it takes its own protections away and nothing else. Call it under the lock; as the owner of the
 * file or a coordinator.
 */
export function keepStrictRows(ports: Ports, { registry, titles }: ReadWorkbook): StrictOutcome {
  const { settings } = registry;
  const guarded = ports.rows.guarded(STRICT_WORDS);
  if (settings.text('strictRows') !== 'да') {
    for (const rows of guarded) rows.remove();
    return { moved: 0, guarded: guarded.length, notes: [] };
  }
  const spare = Math.min(100, Math.max(0, Math.round(settings.number('spareRows'))));
  const run = { ports, registry, spare, left: MOST_MOVES, changed: 0, notes: [] as string[] };
  for (const tab of Object.values(tabs)) {
    const title = titles.get(tab.key);
    if (title === undefined || !isStrict(tab)) continue;
    try {
      keepTab(
        run,
        tab,
        title,
        guarded.filter((g) => g.title === title),
      );
    } catch (error) {
      // One tab that somebody else protected or merged must not stop the others.
      run.notes.push(`«${title}»: порядок строк не наведён (${String((error as Error)?.message ?? error)}).`);
    }
  }
  run.notes.push(...withoutAccount(registry, ports.clock.today()));
  return { moved: MOST_MOVES - run.left, guarded: run.changed, notes: run.notes };
}

interface Run {
  readonly ports: Ports;
  readonly registry: Registry;
  readonly spare: number;
  left: number;
  changed: number;
  readonly notes: string[];
}

/** Tabs that curators fill, where a row names its organisation. */
export function isStrict(tab: Tab): boolean {
  return (
    tab.editor === 'curator' && tab.id !== undefined && tab.columns.some((c) => c.key === 'organisation')
  );
}

function keepTab(run: Run, tab: Tab, title: string, before: readonly GuardedRows[]): void {
  const { ports, registry, spare } = run;
  const order = registry.tabs.organisations.entries.map((e) => e.id).filter((id) => id !== '');
  const cells = organisationCells(run, tab, title);
  if (cells === null) return;
  const plan = planStrictRows(ownersOf(cells, registry, before), order, spare);
  if (plan.missing > 0) ports.rows.addRows(title, plan.missing);
  const moves = plan.moves.slice(0, run.left);
  for (const { from, count, before: to } of moves) ports.rows.move(title, from + 2, count, to + 2);
  run.left -= moves.length;
  if (moves.length < plan.moves.length) {
    run.notes.push(`«${title}»: строки ещё не все собраны, остальное — при следующем запуске.`);
    return;
  }
  let guarded = before;
  if (moves.length > 0) {
    // Somebody may have inserted or sorted rows meanwhile: then where the blocks stand is not known.
    const added = Array.from({ length: plan.missing }, () => null);
    const expected = moved([...cells, ...added], moves);
    if (JSON.stringify(organisationCells(run, tab, title)) !== JSON.stringify(expected)) {
      run.notes.push(`«${title}»: строки двигали во время работы, защита — при следующем запуске.`);
      return;
    }
    // Ranges move with their rows.
    guarded = ports.rows.guarded(STRICT_WORDS).filter((g) => g.title === title);
  }
  const curators = curatorAccounts(registry, ports.clock.today());
  const coordinators = accountsIn(registry.settings.text('coordinatorAccounts'));
  const kept = new Set<GuardedRows>();
  for (const { organisation, from, count } of plan.blocks) {
    const own = curators.get(organisation) ?? [];
    if (own.length === 0) continue;
    const accounts = [...new Set([...own, ...coordinators])];
    const wanted = {
      title,
      description: `${STRICT_WORDS}${organisation} · ${accounts.join('; ')}`,
      from: from + 2,
      count,
    };
    const known = guarded.find((g) => organisationOf(g) === organisation && !kept.has(g)) ?? null;
    if (known) kept.add(known);
    if (
      known &&
      known.description === wanted.description &&
      known.from === wanted.from &&
      known.count === wanted.count
    )
      continue;
    ports.rows.guard(wanted, accounts, known);
    run.changed++;
  }
  for (const rows of guarded) {
    if (kept.has(rows)) continue;
    rows.remove();
    run.changed++;
  }
}

/** Of each row below the header what names its organisation; null for a blank row. Null when there is no such column. */
function organisationCells({ ports, notes }: Run, tab: Tab, title: string): (string | null)[] | null {
  const grid = ports.workbook.read(title) ?? [];
  const at = mapHeaders(tab, grid[0] ?? []).at.get('organisation');
  if (at === undefined) {
    notes.push(`«${title}»: нет столбца «ОО (ID)», строки оставлены как есть.`);
    return null;
  }
  const height = Math.max(ports.rows.height(title), grid.length) - 1;
  return Array.from({ length: height }, (_, i) => {
    const cells = grid[i + 1] ?? [];
    return cells.every(isBlank) ? null : cellText(cells[at] ?? '');
  });
}

/** Whose each row is; a row without organisation inside a protected block belongs to the block. */
function ownersOf(
  cells: readonly (string | null)[],
  registry: Registry,
  guarded: readonly GuardedRows[],
): RowOwner[] {
  const names = new Map<string, string>();
  for (const { id, values } of registry.tabs.organisations.entries)
    for (const name of [values.fullName, values.shortName])
      if (typeof name === 'string' && name !== '') names.set(foldOrganisation(name), id);
  return cells.map((text, i): RowOwner => {
    if (text === null) return { organisation: '', blank: true };
    const named = parseReferences(text).ids[0] ?? names.get(foldOrganisation(text));
    const block = guarded.find((g) => i + 2 >= g.from && i + 2 < g.from + g.count);
    return { organisation: named ?? (block ? organisationOf(block) : ''), blank: false };
  });
}

function organisationOf({ description }: GuardedRows): string {
  return description.slice(STRICT_WORDS.length).split(' ')[0];
}

function withoutAccount(registry: Registry, today: string): string[] {
  const curators = curatorAccounts(registry, today);
  const lacking = registry.tabs.organisations.entries
    .filter((e) => e.values.participates !== false && (curators.get(e.id) ?? []).length === 0)
    .map((e) => String(e.values.shortName || e.id));
  return lacking.length === 0
    ? []
    : [`Строки не защищены, потому что на «Кураторах» нет «Аккаунта доступа»: ${lacking.join(', ')}.`];
}
