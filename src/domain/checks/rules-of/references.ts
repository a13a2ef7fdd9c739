import type { Column, TabKey } from '../../registry/tab';
import { tabs } from '../../registry/tabs';
import type { RowRule } from '../rule';

interface Aim {
  readonly key: string;
  readonly prefixes: readonly string[];
  readonly titles: string;
}

/** The author of a practice may be anybody of the registries of people (domain.md §2.8). */
const AUTHORS: readonly TabKey[] = ['mentors', 'curators', 'mentees'];

const aims = new Map<TabKey, readonly Aim[]>();

function aimsOf(tab: TabKey): readonly Aim[] {
  let known = aims.get(tab);
  if (!known) {
    known = tabs[tab].columns.filter((c) => c.type === 'reference').map((column) => aimOf(tab, column));
    aims.set(tab, known);
  }
  return known;
}

function aimOf(tab: TabKey, { key, refers, refersAlso }: Column): Aim {
  const keys =
    tab === 'practices' && key === 'authors' ? AUTHORS : [refers!, ...(refersAlso ? [refersAlso] : [])];
  const aimed = keys.map((target) => tabs[target]);
  return {
    key,
    prefixes: aimed.map(({ id }) => `${id!.prefix}-`),
    titles: aimed.map(({ title }) => `«${title}»`).join(' или '),
  };
}

/** A cell of a single reference may also hold words: «Иная организация: …», «26/1 от 01.09.2022». */
const IS_ID = /^[A-Z]{2,3}-\d/;

export const referenceRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-68',
    severity: 'error',
    title: 'ссылка на запись другой вкладки',
    instruction: 'Выберите запись из выпадающего списка этой ячейки.',
    tabs: (Object.keys(tabs) as TabKey[]).filter((tab) =>
      tabs[tab].columns.some((c) => c.type === 'reference'),
    ),
    columns: [],
    check({ tab, entry }, report) {
      for (const { key, prefixes, titles } of aimsOf(tab)) {
        const value = entry.values[key];
        if (!value) continue;
        const stray =
          typeof value === 'string'
            ? isStray(value, prefixes) && value
            : (value as readonly string[]).find((id) => isStray(id, prefixes));
        if (!stray) continue;
        report(key, {
          message: `Ссылка ${stray} ведёт не на ту вкладку.`,
          expected: `запись вкладки ${titles}`,
        });
      }
    },
  },
];

function isStray(id: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (id.startsWith(prefix)) return false;
  return IS_ID.test(id);
}
