import type { Entry } from '../registry/read';
import type { Registry } from '../registry/workbook';
import { foldKey, foldName } from '../text/fold';
import { isCode } from '../text/person-name';
import { parseReferences } from '../text/reference';
import { PEOPLE_TABS } from './person';

export const DECISIONS = ['одно лицо', 'разные люди'] as const;

type DecisionState = (typeof STATES)[keyof typeof STATES];

export const STATES = {
  /** In force: the pair is not asked about. */
  stands: 'учтено',
  changed: 'сведения изменились: решите заново',
  gone: 'записи нет',
  replaced: 'есть более позднее решение',
  /** A required cell is blank: no decision yet. */
  unfinished: '',
} as const;

/** A row of «Совпадения людей» as judged by the data of today. */
interface PairDecision {
  readonly entry: Entry;
  /** IDs as the row names them, '' when it names none. */
  readonly first: string;
  readonly second: string;
  readonly decision: string;
  readonly state: DecisionState;
  /** What should stand in «Отпечаток сведений». */
  readonly print: string;
}

/** The key of two records, the same in both orders. */
export function pairKey(first: string, second: string): string {
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

/** Every decision with its state, in the order of the rows. */
export function decisionsOf(registry: Registry): readonly PairDecision[] {
  const { entries } = registry.tabs.matches;
  if (entries.length === 0) return [];
  const records = recordsOf(registry);
  const latest = new Map<string, Entry>();
  const read = entries.map((entry) => {
    const [first, second] = [idIn(entry.values.first), idIn(entry.values.second)];
    const decision = String(entry.values.decision ?? '');
    const finished = first !== '' && second !== '' && first !== second && decision !== '';
    const key = pairKey(first, second);
    const before = latest.get(key);
    if (finished && (!before || String(before.values.decidedOn) <= String(entry.values.decidedOn)))
      latest.set(key, entry);
    return { entry, first, second, decision, finished, key };
  });
  return read.map(({ entry, first, second, decision, finished, key }): PairDecision => {
    const stored = String(entry.values.print ?? '');
    const made = { entry, first, second, decision };
    if (!finished) return { ...made, state: STATES.unfinished, print: stored };
    const [a, b] = [records.get(first), records.get(second)];
    if (!a || !b) return { ...made, state: STATES.gone, print: stored };
    if (latest.get(key) !== entry) return { ...made, state: STATES.replaced, print: stored };
    const print = printOf({ id: first, entry: a }, { id: second, entry: b });
    // A blank print is a decision typed by hand; another first letter means that names became codes or back.
    const stands = stored === '' || stored === print || stored[0] !== print[0];
    return { ...made, state: stands ? STATES.stands : STATES.changed, print: stands ? print : stored };
  });
}

/** What the script's columns of «Совпадения людей» should hold, in the order of the rows. */
export function decisionColumns(registry: Registry): {
  readonly state: readonly string[];
  readonly print: readonly string[];
} {
  const decisions = decisionsOf(registry);
  return { state: decisions.map((d) => d.state), print: decisions.map((d) => d.print) };
}

/** Answers whether a pair of records has a decision in force, and which. */
type Decided = (first: string, second: string) => string | undefined;

export function decided(registry: Registry): Decided {
  const inForce = new Map<string, string>();
  for (const { first, second, decision, state } of decisionsOf(registry))
    if (state === STATES.stands) inForce.set(pairKey(first, second), decision);
  if (inForce.size === 0) return () => undefined;
  return (first, second) => inForce.get(pairKey(first, second));
}

/** A record with the ID that a decision names. */
export interface Named {
  readonly id: string;
  readonly entry: Entry;
}

/**
 * A short mark of what a decision was about: names and years of birth of both records, the same in both orders. It
 * begins with «n» for names and «c» for codes, so it is never read as a number; in code mode no name goes into it.
 */
export function printOf(first: Named, second: Named): string {
  const [a, b] = first.id < second.id ? [first, second] : [second, first];
  const coded = isCoded(a) || isCoded(b);
  return (coded ? 'c' : 'n') + fnv(`${identity(a)}|${identity(b)}`);
}

const isCoded = ({ entry }: Named): boolean => isCode(String(entry.values.name ?? ''));

const identity = ({ entry: { values } }: Named): string =>
  `${foldName(String(values.name ?? ''))}|${foldKey(String(values.birth ?? ''))}`;

/** FNV-1a over the letters, 32 bits, eight hexadecimal digits. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The record's ID in a cell that may also show its label: «NST-001 · Иванова М. П.». */
export function idIn(value: unknown): string {
  return parseReferences(String(value ?? '')).ids[0] ?? '';
}

/** People's records by ID, archived ones too; the first holder of a doubled ID. */
export function recordsOf(registry: Registry): ReadonlyMap<string, Entry> {
  const records = new Map<string, Entry>();
  for (const tab of PEOPLE_TABS)
    for (const entry of registry.tabs[tab].entries)
      if (entry.id !== '' && !records.has(entry.id)) records.set(entry.id, entry);
  return records;
}
