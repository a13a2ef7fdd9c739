import { tabs } from '../registry/tabs';
import { generatedLayouts } from '../workbook/generated-layout';
import type { DamageKind } from '../workbook/repair-plan';
import { START_TITLE } from '../workbook/start-page';
import { errorIf, type HealthCheck, known, type Verdict, warnIf } from './check';
import type { SlowFacts } from './facts';

type Found = Parameters<typeof warnIf>[1];

/** Titles of the template may be told to anybody; those that people gave may hold a name. */
export function where(titles: readonly string[]): NonNullable<Found> {
  const own = new Set([START_TITLE, ...[...Object.values(tabs), ...generatedLayouts()].map((t) => t.title)]);
  const all = [...new Set(titles)];
  const known = all.filter((title) => own.has(title));
  return {
    ...(known.length > 0 ? { tabs: known } : {}),
    ...(known.length < all.length ? { personal: all.filter((title) => !own.has(title)) } : {}),
  };
}

/** What repair sees, one named check a group of damage. */
const group = (kinds: readonly DamageKind[], verdict: (bad: boolean, found: Found) => Verdict = warnIf) =>
  ({
    area: 'structure',
    judge: ({ structure }) =>
      known(structure, ({ differences }) => {
        const found = differences.filter((d) => kinds.includes(d.kind));
        const titles = where(found.map((d) => d.tab));
        const place =
          titles.tabs && !kinds.includes('tab-missing') ? { tab: titles.tabs[0], id: '', row: 1 } : undefined;
        return verdict(found.length > 0, { count: found.length, ...titles, place });
      }),
  }) satisfies HealthCheck<SlowFacts>;

/** The structure of every tab against the template. */
export const structureChecks = {
  tabs: group(['tab-missing', 'tab-unclear'], errorIf),
  tabsRenamed: group(['tab-renamed'], errorIf),
  tabCopies: group(['tab-copy']),
  tabsHidden: group(['tab-hidden', 'tab-shown']),
  tabsOccupied: group(['occupied'], errorIf),
  columns: group(['header-lost', 'header-gone', 'header-unclear', 'column-missing'], errorIf),
  doubledHeaders: group(['header-doubled', 'header-twin']),
  headerNames: group(['header-alias']),
  headerRow: group(['header-row', 'header-look']),
  frozen: group(['frozen']),
  notes: group(['header-note']),
  formats: group(['format', 'wrap']),
  textsAsDates: group(['text-became-date'], errorIf),
  validations: group(['validation']),
  sources: group(['validation-source', 'lists-empty', 'dictionary-empty'], errorIf),
  merged: group(['merged'], errorIf),
  totals: group(['total-row', 'repeated-header']),
  templateRows: group(['rows-missing', 'schema-version']),
  warnings: group(['protection']),
  filters: group(['filter']),
  typedTables: {
    area: 'structure',
    judge: ({ typedTables }) =>
      known(typedTables, (typed) => errorIf(typed.length > 0, { count: typed.length, ...where(typed) })),
  },
  hardProtections: {
    area: 'structure',
    judge: ({ protections }) =>
      known(protections, (all) => {
        const shut = all.filter((p) => !p.strict && !p.passable).map((p) => p.tab);
        return errorIf(shut.length > 0, { count: shut.length, ...where(shut) });
      }),
  },
} as const satisfies Readonly<Record<string, HealthCheck<SlowFacts>>>;
