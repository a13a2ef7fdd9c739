import type { Cell } from '../registry/cell';
import type { MonitoringContext, OrganisationFacts } from './context';
import { hasOrder, isActivePair } from './membership';

/**
 * The tab «Данные свода»: one row for every person, pair and group that any figure of the wave counts, with the marks
 * by which it was counted. No names, only IDs. The pivots stand on it: a number there opens its rows.
 * The columns are fixed: a pivot's source cannot be moved by a script.
 */
export const FACTS_TITLE = 'Данные свода';

export const FACTS_HEADER: readonly string[] = [
  'Волна',
  'Отчётная дата',
  'ОО (ID)',
  'ОО',
  'Тип ОО',
  'Объект',
  'Запись (ID)',
  'Форма',
  'Вид',
  'Категория',
  'Стаж 0–3',
  'С приказом',
  'С программой',
  'Обучен',
  'В паре',
  'На дату D',
  'За период P',
  'Форма ОО представлена',
];

const yes = (value: boolean): string => (value ? 'да' : 'нет');

export function factRows(c: MonitoringContext): Cell[][] {
  return c.organisations.flatMap((o) => [...mentorRows(o, c), ...menteeRows(o, c), ...pairRows(o, c)]);
}

function row(
  o: OrganisationFacts,
  c: MonitoringContext,
  kind: string,
  id: string,
  rest: readonly Cell[],
): Cell[] {
  const { organisation } = o;
  return [
    c.wave.key,
    { date: c.wave.asOf },
    organisation.id,
    organisation.name,
    organisation.type,
    kind,
    id,
    ...rest,
    yes(o.submitted),
  ];
}

function mentorRows(o: OrganisationFacts, c: MonitoringContext): Cell[][] {
  const onDate = new Set(o.mentors);
  return o.mentorsInPeriod.map((m) =>
    row(o, c, 'Наставник', m.id, [
      '',
      '',
      m.qualification,
      '',
      yes(m.order.number !== '' && m.order.date !== ''),
      '',
      yes(c.trained.has(m.id)),
      yes(c.load.has(m.id)),
      onDate.has(m) ? 1 : 0,
      1,
    ]),
  );
}

function menteeRows(o: OrganisationFacts, c: MonitoringContext): Cell[][] {
  const onDate = new Set(o.mentees);
  return o.menteesInPeriod.map((m) =>
    row(o, c, 'Наставляемый', m.id, [
      '',
      '',
      m.category,
      m.years === null ? '' : yes(m.years <= 3),
      '',
      '',
      '',
      yes(c.menteesInPairs.has(m.id)),
      onDate.has(m) ? 1 : 0,
      1,
    ]),
  );
}

function pairRows(o: OrganisationFacts, c: MonitoringContext): Cell[][] {
  return o.pairsInPeriod.map((p) =>
    row(o, c, p.group ? 'Группа' : 'Пара', p.id, [
      p.form,
      p.kind,
      '',
      '',
      yes(hasOrder(p, c.wave)),
      yes(c.pairsWithProgramme.has(p.id)),
      '',
      '',
      isActivePair(p, c.wave) ? 1 : 0,
      1,
    ]),
  );
}
