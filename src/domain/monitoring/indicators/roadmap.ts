import type { Value } from '../../registry/values';
import { type Indicator, share, type Tally } from './indicator';

const NOT_DUE: ReadonlySet<Value> = new Set(['', 'Срок не наступил', 'Не применимо', 'Требует даты']);

/** Fulfilled, also late; a continuous measure only with evidence. */
export function isFulfilled(status: Value, evidence: Value): boolean {
  if (status === 'Выполнено' || status === 'Выполнено с нарушением срока') return true;
  return status === 'Действует постоянно' && evidence !== '' && evidence !== null;
}

export function isDue(status: Value): boolean {
  return !NOT_DUE.has(status);
}

function tally(statuses: readonly { status: Value; evidence: Value }[]): Tally | null {
  const known = statuses.filter((s) => s.status !== '');
  if (known.length === 0) return null;
  const due = known.filter((s) => isDue(s.status));
  return share(due.filter((s) => isFulfilled(s.status, s.evidence)).length, due.length);
}

export const roadmap: readonly Indicator[] = [
  {
    code: 'И-28',
    part: '',
    name: 'Исполнение дорожной карты',
    formula:
      'выполненные мероприятия (и действующие постоянно с подтверждением) / мероприятия, срок которых наступил',
    unit: '%',
    better: 'more',
    source: 'план',
    needs: [['roadmap', 'status', 'evidence?']],
    undated: true,
    municipal: (c) =>
      tally(
        c.registry.tabs.roadmap.entries.map(({ values: v }) => ({
          status: v.status ?? '',
          evidence: v.evidence ?? '',
        })),
      ),
    // In the matrix a continuous measure that works is itself the mark that evidence was seen.
    organisation: (o, c) => {
      const row = c.registry.tabs.fulfilment.entries.find((e) => e.values.organisation === o.organisation.id);
      if (!row) return null;
      const measures = Object.entries(row.values).filter(([key]) => /^\d\.\d/.test(key));
      return tally(measures.map(([, status]) => ({ status, evidence: 'матрица' })));
    },
  },
];
