import type { Value } from '../../registry/values';
import type { Fulfilment } from '../../roadmap/fulfilment-report';
import type { MonitoringContext, OrganisationFacts } from '../context';
import { type Indicator, share, type Tally } from './indicator';

const NOT_DUE: ReadonlySet<Value> = new Set([
  '',
  'Срок не наступил',
  'Не применимо',
  'Требует даты',
  'Ждём срок',
]);

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
      c.fulfilment
        ? tally(c.fulfilment.measures.map(({ status, found }) => ({ status, evidence: found })))
        : typed(c),
    // A continuous measure that works is itself the mark that evidence was seen.
    organisation: (o, c) => (c.fulfilment ? computedFor(o, c.fulfilment) : typedFor(o, c)),
  },
];

function computedFor({ organisation }: OrganisationFacts, { cells }: Fulfilment): Tally | null {
  const own = cells.filter((cell) => cell.organisation === organisation.id);
  return tally(own.map(({ status }) => ({ status, evidence: 'найдено' })));
}

/** A workbook of an older schema, or made elsewhere: what people typed. */
function typed(c: MonitoringContext): Tally | null {
  return tally(
    c.registry.tabs.roadmap.entries.map(({ values: v }) => ({
      status: v.status ?? '',
      evidence: v.evidence ?? '',
    })),
  );
}

function typedFor({ organisation }: OrganisationFacts, c: MonitoringContext): Tally | null {
  const row = c.registry.tabs.fulfilment.entries.find((e) => e.values.organisation === organisation.id);
  if (!row) return null;
  const measures = Object.entries(row.values).filter(([key]) => /^\d\.\d/.test(key));
  return tally(measures.map(([, status]) => ({ status, evidence: 'матрица' })));
}
