import { type Entry, hasColumn, type ReadTab } from '../registry/read';
import type { TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import { calendarOf } from '../roadmap/calendar-of';
import { addDays } from '../text/calendar';
import { bookRules } from './book-rules';
import { exceptionRules } from './exception-rules';
import type { Finding } from './finding';
import { rowRules } from './row-rules';
import { type BookCase, type BookRule, findingOf, type ReportRow, type RowCase, type RowRule } from './rule';

/** Every finding of the registry: what reading found, then the rules row by row, then the rules over the whole book. */
export function checkRegistry(registry: Registry, today: string): readonly Finding[] {
  const findings: Finding[] = [...registry.findings];
  runRules(registry, today, findings);
  return findings;
}

/** Told when a rule has asked for the day: what never does gives the same on every day. */
export interface Watched {
  readonly wanted: (rule: RowRule | BookRule) => boolean;
  readonly asked?: (rule: RowRule | BookRule) => void;
}

const ALL: Watched = { wanted: () => true };

/**
 * All rules, or those that are wanted, over the registry as read.
 * @param lasting the same for all days of a run over many days
 */
export function runRules(
  registry: Registry,
  today: string,
  findings: Finding[],
  watched: Watched = ALL,
  lasting: Lasting = lastingOf(registry),
): void {
  const judged: JudgedBy = { settings: registry.settings, today, calendar: lasting.calendar };
  for (const read of Object.values(registry.tabs)) checkRows(read, judged, findings, watched);
  const book = bookCase(registry, today, lasting);
  for (const rule of [...bookRules, ...exceptionRules]) {
    if (!watched.wanted(rule)) continue;
    if (rule.needs?.some(([tab, ...columns]) => !columns.every((c) => hasColumn(registry.tabs[tab], c))))
      continue;
    rule.check(book, (tab, entry, column, found) => {
      findings.push(findingOf(rule, registry.tabs[tab], entry, column, found));
    });
    if (book.wasAsked()) watched.asked?.(rule);
  }
}

/** What rows are judged by, beside what stands in them. */
type JudgedBy = Pick<RowCase, 'settings' | 'today' | 'calendar'>;

/** The rules of single rows over one tab as read: the whole tab, or the few rows that a person has just edited. */
export function checkRows(
  read: ReadTab,
  judged: JudgedBy,
  findings: Finding[],
  { wanted, asked }: Watched = ALL,
): void {
  const key = read.tab.key;
  const kept = read.entries.filter((entry) => entry.values.recordStatus !== 'Архив');
  if (kept.length === 0) return;
  // One object and one closure for all rows: they run for every row of the workbook.
  const row: { -readonly [K in keyof RowCase]: RowCase[K] } = {
    tab: key,
    entry: kept[0],
    settings: judged.settings,
    today: judged.today,
    calendar: judged.calendar,
    daysAgo: daysAgoOf(judged.today),
  };
  let running: RowRule | null = null;
  if (asked) tellOfDay(row, () => running && asked(running));
  for (const rule of rulesOf(key)) {
    if (!wanted(rule)) continue;
    running = rule;
    if (!rule.columns.every((column) => hasColumn(read, column) || !isColumn(read, column))) continue;
    const report: ReportRow = (column, found) => {
      findings.push(findingOf(rule, read, row.entry, column, found));
    };
    for (const entry of kept) {
      row.entry = entry;
      rule.check(row, report);
    }
  }
}

function tellOfDay(row: { -readonly [K in keyof RowCase]: RowCase[K] }, tell: () => void): void {
  const { today, daysAgo } = row;
  Object.defineProperty(row, 'today', {
    get() {
      tell();
      return today;
    },
  });
  row.daysAgo = (days) => {
    tell();
    return daysAgo(days);
  };
}

function daysAgoOf(today: string): (days: number) => string {
  const known = new Map<number, string>();
  return (days) => {
    let date = known.get(days);
    if (date === undefined) {
      date = addDays(today, -Math.round(days));
      known.set(days, date);
    }
    return date;
  };
}

const byTab = new Map<TabKey, readonly RowRule[]>();

function rulesOf(tab: TabKey): readonly RowRule[] {
  let known = byTab.get(tab);
  if (!known) {
    known = rowRules.filter((rule) => rule.tabs.includes(tab));
    byTab.set(tab, known);
  }
  return known;
}

/** A rule for several tabs names columns that only some of them have. */
function isColumn(read: ReadTab, column: string): boolean {
  return read.tab.columns.some((c) => c.key === column);
}

/** What a book gives on every day alike. */
export interface Lasting extends Pick<BookCase, 'calendar' | 'live' | 'find'> {
  /** What was made of the book and did not ask for the day. */
  readonly made: Map<unknown, unknown>;
}

export function lastingOf(registry: Registry): Lasting {
  const live = new Map<TabKey, readonly Entry[]>();
  let records: Map<string, { tab: TabKey; entry: Entry }> | null = null;
  return {
    calendar: calendarOf(registry),
    made: new Map(),
    live(tab) {
      let known = live.get(tab);
      if (!known) {
        known = liveOf(registry.tabs[tab]);
        live.set(tab, known);
      }
      return known;
    },
    find(id) {
      if (!records) {
        records = new Map();
        for (const read of Object.values(registry.tabs))
          for (const entry of read.entries)
            if (entry.id !== '' && !records.has(entry.id))
              records.set(entry.id, { tab: read.tab.key, entry });
      }
      return records.get(id);
    },
  };
}

/** A book that remembers whether somebody asked it for the day, directly or by something that was made of it. */
function bookCase(
  registry: Registry,
  today: string,
  { calendar, live, find, made }: Lasting,
): BookCase & { wasAsked(): boolean } {
  let asked = false;
  const madeToday = new Map<unknown, unknown>();
  const daysAgo = daysAgoOf(today);
  const book: BookCase & { wasAsked(): boolean } = {
    registry,
    settings: registry.settings,
    calendar,
    live,
    find,
    get today() {
      asked = true;
      return today;
    },
    daysAgo(days) {
      asked = true;
      return daysAgo(days);
    },
    once<T>(make: (book: BookCase) => T): T {
      if (made.has(make)) return made.get(make) as T;
      if (madeToday.has(make)) {
        asked = true;
        return madeToday.get(make) as T;
      }
      const before = asked;
      asked = false;
      const value = make(book);
      (asked ? madeToday : made).set(make, value);
      asked ||= before;
      return value;
    },
    wasAsked() {
      const was = asked;
      asked = false;
      return was;
    },
  };
  return book;
}

function liveOf(read: ReadTab): readonly Entry[] {
  const statusKnown = hasColumn(read, 'recordStatus');
  const seen = new Set<string>();
  return read.entries.filter(({ id, values }) => {
    if (id !== '' && seen.has(id)) return false;
    if (id !== '') seen.add(id);
    return !statusKnown || values.recordStatus === 'Действует';
  });
}
