import type { Registry } from '../registry/workbook';
import type { Fulfilment } from './fulfilment-report';
import { numberOf } from './measures';

/** The columns of the script on «Дорожная карта»: texts in the order of its rows. */
export function roadmapColumns(
  { tabs }: Registry,
  { measures }: Fulfilment,
): Readonly<Record<'status' | 'fulfilled' | 'found' | 'next', readonly string[]>> {
  const byId = new Map(measures.map((state) => [state.measure.id, state]));
  const states = tabs.roadmap.entries.map(({ id, values }) =>
    byId.get(id || `RM-${numberOf(String(values.number ?? ''))}`),
  );
  return {
    status: states.map((s) => s?.status ?? ''),
    fulfilled: states.map((s) =>
      s?.organisations && s.organisations.of > 0 ? `${s.organisations.done} из ${s.organisations.of}` : '',
    ),
    found: states.map((s) => s?.found ?? ''),
    next: states.map((s) => s?.next ?? ''),
  };
}
