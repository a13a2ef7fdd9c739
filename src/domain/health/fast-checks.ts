import { accountsIn } from '../access/role';
import { type HeaderMap, mapHeaders } from '../registry/headers';
import type { Column } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { daysBetween } from '../text/calendar';
import { foldHeader } from '../text/fold';
import { copyOf } from '../workbook/find-tabs';
import { SCHEMA_VERSION } from '../workbook/migrations';
import { type Area, errorIf, type HealthCheck, known, type Verdict, warnIf } from './check';
import type { FastFacts } from './facts';

const FRESH_CHECK_DAYS = 31;
/** Google allows 20 triggers of one account in one script. */
const TRIGGERS = 20;
/** Google keeps 500 KB of properties, 9 KB each. */
const STORE = 500_000;
const PROPERTY = 9_000;
const NEARLY = 0.9;
const FEW_LETTERS = 20;
/** What the sweep keeps when nothing was left undone. */
const WENT_WELL = /^(?:включена|\d+\s+ошиб\S*)$/;

const check = (area: Area, judge: HealthCheck<FastFacts>['judge']): HealthCheck<FastFacts> => ({
  area,
  judge,
});

/** Tabs that must be there. */
const wanted = Object.values(tabs).filter((t) => !t.optional);
const filled = (key: string) =>
  check('upkeep', ({ settings }) =>
    known(settings, (s) =>
      warnIf(s.settings.text(key).trim() === '', { place: settingPlace(s.rows.get(key)) }),
    ),
  );
const settingPlace = (row: number | undefined) => ({ tab: tabs.settings.title, id: '', row: (row ?? 0) + 1 });

/** The headers of every tab, judged together. */
const ofHeaders = (count: (found: HeaderMap) => number, verdict = errorIf) =>
  check('structure', ({ headers }) =>
    known(headers, (rows) => {
      const bad = [...rows]
        .map(([key, row]) => ({ tab: tabs[key].title, count: count(mapHeaders(tabs[key], row)) }))
        .filter((t) => t.count > 0);
      const all = bad.reduce((sum, t) => sum + t.count, 0);
      return verdict(all > 0, { count: all, tabs: bad.map((t) => t.tab), place: tabPlace(bad[0]?.tab) });
    }),
  );

const isPeoples = (column: Column) => column.owner !== 'script';
const tabPlace = (tab: string | undefined) => (tab === undefined ? undefined : { tab, id: '', row: 1 });

const schema = (judge: (version: number) => boolean, verdict: typeof warnIf) =>
  check('structure', ({ settings }) =>
    known(settings, ({ settings: s }) => {
      const version = s.number('schemaVersion');
      return verdict(judge(version), { values: [String(version), String(SCHEMA_VERSION)] });
    }),
  );

/** Judges a sweep that is switched on; that there is none is said by one check. */
const ofSweep = (judge: (sweep: SweepOf, facts: FastFacts) => Verdict) =>
  check('automation', (facts) =>
    known(facts.sweep, (sweep) => (sweep === null ? { state: 'ok' } : judge(sweep, facts))),
  );
type SweepOf = Exclude<Extract<FastFacts['sweep'], { value: unknown }>['value'], null>;

/** Named checks that need no reading of the registries. */
export const fastChecks = {
  account: check('access', ({ accounts }) => known(accounts, ([active]) => warnIf(active === ''))),
  accountsDiffer: check('access', ({ accounts }) =>
    known(accounts, ([active, effective]) =>
      errorIf(active !== '' && effective !== '' && active !== effective, { personal: [active, effective] }),
    ),
  ),
  twoAccounts: check('access', ({ accounts, openedBy }) =>
    known(accounts, ([active]) =>
      errorIf(openedBy.includes('@') && active !== '' && active !== openedBy, {
        personal: [openedBy, active],
      }),
    ),
  ),
  scopes: check('access', ({ missingScopes }) =>
    known(missingScopes, (missing) =>
      errorIf(missing.length > 0, {
        count: missing.length,
        values: missing.map((s) => s.replace(/^.*\//, '')),
      }),
    ),
  ),
  mail: check('access', ({ mailLeft }) =>
    known(mailLeft, (left) => warnIf(left < FEW_LETTERS, { count: left })),
  ),
  coordinator: check('access', ({ settings }) =>
    known(settings, ({ settings: s, rows }) =>
      warnIf(accountsIn(s.text('coordinatorAccounts')).length === 0, {
        place: settingPlace(rows.get('coordinatorAccounts')),
      }),
    ),
  ),
  /** The daily run of the letters does the checks of the night too. */
  sweep: check('automation', ({ sweep, letters }) =>
    known(sweep, (s) => known(letters, ({ owner }) => warnIf(s === null && owner === ''))),
  ),
  letters: check('automation', ({ letters }) => known(letters, ({ owner }) => warnIf(owner === ''))),
  lettersAlive: check('automation', ({ letters }) =>
    known(letters, ({ owner, seen, alive }) =>
      errorIf(owner !== '' && !alive, { values: [seen], personal: [owner] }),
    ),
  ),
  lettersStopped: check('automation', ({ letters }) => known(letters, ({ stopped }) => warnIf(stopped))),
  sweepAlive: ofSweep(({ alive, owner, seen }) => errorIf(!alive, { values: [seen], personal: [owner] })),
  sweepOutcome: ofSweep(({ outcome }) => warnIf(!WENT_WELL.test(outcome), { personal: [outcome] })),
  sweepOwner: ofSweep(({ owner }, { settings }) =>
    known(settings, ({ settings: s }) => {
      const coordinators = accountsIn(s.text('coordinatorAccounts'));
      return warnIf(coordinators.length > 0 && !coordinators.includes(owner.toLowerCase()), {
        personal: [owner],
      });
    }),
  ),
  /** Only the owner sees the trigger: others cannot tell, and are not asked. */
  sweepTrigger: ofSweep(({ owner, trigger }, { triggers, accounts }) =>
    known(accounts, ([active]) =>
      active !== owner
        ? { state: 'ok' }
        : known(triggers, ({ sweep }) => errorIf(!sweep.includes(trigger), { count: sweep.length })),
    ),
  ),
  triggersDoubled: check('automation', ({ triggers }) =>
    known(triggers, ({ sweep }) => warnIf(sweep.length > 1, { count: sweep.length })),
  ),
  triggers: check('automation', ({ triggers }) =>
    known(triggers, ({ all }) => warnIf(all >= TRIGGERS * NEARLY, { count: all, of: TRIGGERS })),
  ),
  zones: check('structure', ({ zones }) =>
    known(zones, ([script, book]) => warnIf(script !== book, { values: [script, book] })),
  ),
  locale: check('structure', ({ locale }) =>
    known(locale, (l) => warnIf(l !== 'ru_RU' && l !== 'ru', { values: [l] })),
  ),
  schemaNewer: schema((version) => version > SCHEMA_VERSION, errorIf),
  schemaOlder: schema((version) => version < SCHEMA_VERSION, warnIf),
  tabs: check('structure', ({ titles }) =>
    known(titles, (present) => {
      const there = new Set(present.map(foldHeader));
      const gone = wanted.filter(
        (t) => ![t.title, ...(t.aliases ?? [])].some((n) => there.has(foldHeader(n))),
      );
      return errorIf(gone.length > 0, { count: gone.length, tabs: gone.map((t) => t.title) });
    }),
  ),
  tabCopies: check('structure', ({ titles }) =>
    known(titles, (present) => {
      const known = Object.values(tabs).map((t) => t.title);
      const copies = present.filter((t) => !known.includes(t) && copyOf(t, known) !== null);
      return warnIf(copies.length > 0, { count: copies.length, personal: copies });
    }),
  ),
  columns: ofHeaders(({ missing }) => missing.filter((c) => isPeoples(c) && c.required === 'always').length),
  columnsOptional: ofHeaders(
    ({ missing }) => missing.filter((c) => isPeoples(c) && c.required !== 'always').length,
    warnIf,
  ),
  doubledHeaders: ofHeaders(({ doubled }) => doubled.length),
  settings: check('records', ({ settings }) =>
    known(settings, ({ findings }) =>
      errorIf(findings.length > 0, {
        count: findings.length,
        values: findings.map((f) => `«${f.column}»`),
        place: { tab: tabs.settings.title, id: '', row: findings[0]?.row ?? 1 },
      }),
    ),
  ),
  lastCheck: check('records', ({ lastCheck, today }) =>
    known(lastCheck, (last) =>
      warnIf(last === null || daysBetween(last.day, today) > FRESH_CHECK_DAYS, {
        values: [last === null ? '—' : last.day],
      }),
    ),
  ),
  openErrors: check('records', ({ lastCheck }) =>
    known(lastCheck, (last) => errorIf((last?.errors ?? 0) > 0, { count: last?.errors })),
  ),
  openWarnings: check('records', ({ lastCheck }) =>
    known(lastCheck, (last) => warnIf((last?.warnings ?? 0) > 0, { count: last?.warnings })),
  ),
  storageLaw: check('privacy', ({ settings }) =>
    known(settings, ({ settings: s }) => warnIf(s.text('storageMode') === 'Полный')),
  ),
  storageSwitch: check('privacy', ({ storageUnfinished }) =>
    known(storageUnfinished, (half) => errorIf(half)),
  ),
  store: check('size', ({ properties }) =>
    known(properties, (kept) => {
      const size = Object.entries(kept).reduce((sum, [key, text]) => sum + key.length + bytes(text), 0);
      return warnIf(size > STORE * NEARLY, { count: Math.round(size / 1000), of: STORE / 1000 });
    }),
  ),
  property: check('size', ({ properties }) =>
    known(properties, (kept) => {
      const long = Object.keys(kept).filter((key) => bytes(kept[key]) > PROPERTY * NEARLY);
      return warnIf(long.length > 0, { count: long.length, values: long });
    }),
  ),
  territory: filled('territory'),
  chief: filled('chiefName'),
  reporter: filled('coordinatorName'),
} as const satisfies Readonly<Record<string, HealthCheck<FastFacts>>>;

export type FastKey = keyof typeof fastChecks;

/** In UTF-8: what Google counts. */
function bytes(text: string): number {
  return text.length + (text.match(/[^\0-\x7f]/g)?.length ?? 0);
}
