import { accountsIn } from '../access/role';
import type { CheckedFinding } from '../checks/check';
import { JOURNAL_TITLE } from '../journal/journal-row';
import { LEDGER_TITLE } from '../letters/ledger';
import type { Entry } from '../registry/read';
import type { TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import type { Registry } from '../registry/workbook';
import { daysBetween } from '../text/calendar';
import { parseId } from '../text/id';
import { isOpenFileLink } from '../text/url';
import { type Area, errorIf, type HealthCheck, known, type Verdict, warnIf } from './check';
import type { SlowFacts } from './facts';
import { structureChecks, where } from './structure-checks';

const CELLS = 10_000_000;
const CELL_TEXT = 50_000;
const NEARLY = 0.9;
/** The largest load that the program is measured with (performance.md, L). */
const ROWS = 60_000;
const JOURNAL_ROWS = 50_000;
const REPORT_DAYS = 366;
/** Places that are named in a verdict; the count tells of the rest. */
const NAMED = 5;

type Book = Extract<SlowFacts['book'], { value: unknown }>['value'];

const check = (area: Area, judge: HealthCheck<SlowFacts>['judge']): HealthCheck<SlowFacts> => ({
  area,
  judge,
});
const ofBook = (area: Area, judge: (book: Book, today: string) => Verdict) =>
  check(area, ({ book, today }) => known(book, (b) => judge(b, today)));

/** The open findings of a rule; the button leads to the first. */
const ofRules = (area: Area, codes: readonly string[], verdict = errorIf) =>
  ofBook(area, ({ checked }) => {
    const found = checked.findings.filter((f) => codes.includes(f.code) && f.state !== 'accepted');
    return verdict(found.length > 0, {
      count: found.length,
      ...where(found.map((f) => f.tab)),
      place: placeOf(found[0]),
    });
  });

const placeOf = (finding: CheckedFinding | undefined) =>
  finding && { tab: finding.tab, id: finding.recordId, row: finding.row ?? 1 };

/** Records of a tab that are not as they should be, named by their IDs. */
const records = (key: TabKey, bad: readonly Entry[], verdict = warnIf): Verdict =>
  verdict(bad.length > 0, {
    count: bad.length,
    tabs: [tabs[key].title],
    // A person may type anything into an ID cell, a name too.
    values: bad.slice(0, NAMED).flatMap((e) => (parseId(e.id) ? [e.id] : [])),
    place: bad[0] && { tab: tabs[key].title, id: bad[0].id, row: bad[0].row },
  });

const live = (registry: Registry, key: TabKey): readonly Entry[] =>
  registry.tabs[key].entries.filter((e) => e.values.recordStatus !== 'Архив');
const active = (registry: Registry, today: string) =>
  live(registry, 'curators').filter(
    ({ values: { to } }) => typeof to !== 'string' || to === '' || to >= today,
  );
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const PEOPLE = ['mentors', 'mentees', 'curators'] as const;

/** Named checks over the whole workbook, read once. */
export const slowChecks = {
  ...structureChecks,
  ids: ofBook('records', ({ registry }) => {
    const blank = Object.values(registry.tabs).flatMap((t) =>
      t.tab.id && !t.tab.optional
        ? t.entries.filter((e) => e.id === '').map((e) => ({ tab: t.tab.title, id: '', row: e.row }))
        : [],
    );
    return errorIf(blank.length > 0, {
      count: blank.length,
      ...where(blank.map((b) => b.tab)),
      place: blank[0],
    });
  }),
  doubledIds: ofRules('records', ['R-04']),
  lowMarks: check('records', ({ lowMarks }) =>
    known(lowMarks, (low) => warnIf(low.length > 0, { count: low.length, tabs: low })),
  ),
  references: ofRules('records', ['R-03']),
  blanks: ofRules('records', ['R-01']),
  formulas: ofRules('records', ['R-51']),
  orderDates: ofRules('records', ['R-52']),
  openErrors: ofBook('records', ({ checked }) =>
    errorIf(checked.counts.errors > 0, { count: checked.counts.errors }),
  ),
  openWarnings: ofBook('records', ({ checked }) =>
    warnIf(checked.counts.warnings > 0, { count: checked.counts.warnings }),
  ),
  noRecords: ofBook('records', ({ registry }) =>
    warnIf(live(registry, 'organisations').length === 0, { tabs: [tabs.organisations.title] }),
  ),
  exceptions: ofBook('records', ({ registry }, today) =>
    records(
      'exceptions',
      registry.tabs.exceptions.entries.filter(
        ({ values: { until } }) => text(until) !== '' && text(until) < today,
      ),
    ),
  ),
  exceptionsVoid: ofBook('records', ({ registry, checked }) =>
    records(
      'exceptions',
      registry.tabs.exceptions.entries.filter((_, i) =>
        /^(?:не действует|замечания больше нет)/.test(checked.exceptions.states[i] ?? ''),
      ),
    ),
  ),
  computed: ofBook('records', ({ computedDiffer: differ }) => {
    const count = [...differ.values()].reduce((sum, n) => sum + n, 0);
    return warnIf(count > 0, { count, tabs: [...differ.keys()] });
  }),
  lists: ofBook('records', ({ listsFresh }) => warnIf(!listsFresh)),
  curators: ofBook('access', ({ registry }, today) => {
    const led = new Set(active(registry, today).map((e) => e.values.organisation));
    return records(
      'organisations',
      live(registry, 'organisations').filter((e) => e.values.participates !== false && !led.has(e.id)),
    );
  }),
  curatorAccounts: ofBook('access', ({ registry }, today) =>
    records(
      'curators',
      active(registry, today).filter((e) => text(e.values.account).trim() === ''),
    ),
  ),
  curatorAddresses: ofBook('access', ({ registry }, today) =>
    records(
      'curators',
      active(registry, today).filter(
        ({ values: { account } }) => text(account).trim() !== '' && accountsIn(text(account)).length === 0,
      ),
    ),
  ),
  strictBlocks: check('access', ({ book, protections }) =>
    known(book, ({ registry, strictWanted }) =>
      registry.settings.text('strictRows') !== 'да'
        ? { state: 'ok' }
        : known(protections, (all) => {
            const lacking = [...strictWanted].filter(
              ([tab, n]) => all.filter((p) => p.strict && p.tab === tab).length < n,
            );
            return warnIf(lacking.length > 0, {
              count: lacking.length,
              ...where(lacking.map(([tab]) => tab)),
            });
          }),
    ),
  ),
  strictLeft: check('access', ({ book, protections }) =>
    known(book, ({ registry }) =>
      known(protections, (all) => {
        const count = all.filter((p) => p.strict).length;
        return warnIf(registry.settings.text('strictRows') !== 'да' && count > 0, { count });
      }),
    ),
  ),
  names: check('privacy', ({ names }) => known(names, (count) => errorIf(count > 0, { count }))),
  codes: ofRules('privacy', ['R-65']),
  publicLinks: ofBook('privacy', ({ registry }) => {
    const open = [...PEOPLE, 'organisations' as const].flatMap((key) => {
      const urls = tabs[key].columns.filter((c) => c.type === 'url');
      return registry.tabs[key].entries
        .filter((e) => urls.some((c) => isOpenFileLink(text(e.values[c.key]))))
        .map((e) => ({ tab: tabs[key].title, id: e.id, row: e.row }));
    });
    return warnIf(open.length > 0, { count: open.length, ...where(open.map((o) => o.tab)), place: open[0] });
  }),
  lettersUnknown: check('automation', ({ unknownLetters }) =>
    known(unknownLetters, (count) => warnIf(count > 0, { count, tabs: count > 0 ? [LEDGER_TITLE] : [] })),
  ),
  cells: check('size', ({ cells }) =>
    known(cells, (count) => warnIf(count > CELLS * NEARLY, { count, of: CELLS })),
  ),
  rows: ofBook('size', ({ registry }) => {
    const [most] = Object.values(registry.tabs).sort((a, b) => b.entries.length - a.entries.length);
    const count = most.entries.length;
    return warnIf(count > ROWS * NEARLY, { count, of: ROWS, tabs: [most.tab.title] });
  }),
  longCells: ofBook('size', ({ longest: { tab, row, length } }) =>
    warnIf(length > CELL_TEXT * NEARLY, {
      count: length,
      of: CELL_TEXT,
      tabs: [tab],
      place: { tab, id: '', row },
    }),
  ),
  journal: check('size', ({ journal }) =>
    known(journal, (j) =>
      warnIf((j?.rows ?? 0) > JOURNAL_ROWS, { count: j?.rows, of: JOURNAL_ROWS, tabs: [JOURNAL_TITLE] }),
    ),
  ),
  journalGrowth: check('size', ({ journal }) =>
    known(journal, (j) => {
      const year = (j?.month ?? 0) * 12;
      return warnIf(year > JOURNAL_ROWS, { count: year, of: JOURNAL_ROWS, tabs: [JOURNAL_TITLE] });
    }),
  ),
  journalPast: check('upkeep', ({ journal }) =>
    known(journal, (j) =>
      warnIf((j?.past ?? 0) > JOURNAL_ROWS / 10, { count: j?.past, tabs: [JOURNAL_TITLE] }),
    ),
  ),
  journalThere: check('upkeep', ({ journal }) => known(journal, (j) => warnIf((j?.rows ?? 0) === 0))),
  lastReport: check('upkeep', ({ lastReport, today }) =>
    known(lastReport, (day) =>
      warnIf(day === '' || daysBetween(day, today) > REPORT_DAYS, { values: [day || '—'] }),
    ),
  ),
} as const satisfies Readonly<Record<string, HealthCheck<SlowFacts>>>;

export type SlowKey = keyof typeof slowChecks;
