import { endedInPeriod, hasOrder } from '../membership';
import { type Indicator, share, unlessAggregates } from './indicator';

const PAIRS = ['pairs', 'mentees', 'from', 'status', 'ended?'] as const;
const base = { part: '', unit: '%' } as const;

export const programmes: readonly Indicator[] = [
  {
    ...base,
    code: 'И-11',
    name: 'Доля пар/групп, закреплённых приказом',
    formula: 'активные пары и группы с № и датой приказа не позднее D / активные пары и группы',
    better: 'more',
    source: 'план, п. 2.6',
    needs: [
      [...PAIRS, 'order'],
      ['documents', 'id', 'number', 'date'],
    ],
    organisation: unlessAggregates((o, c) =>
      share(o.pairs.filter((p) => hasOrder(p, c.wave)).length, o.pairs.length),
    ),
  },
  {
    ...base,
    code: 'И-12',
    name: 'Доля пар/групп с ППН или ИОМ',
    formula:
      'активные пары и группы с программой или маршрутом, начатыми не позднее D / активные пары и группы',
    better: 'more',
    source: 'план, п. 2.7',
    needs: [
      [...PAIRS, 'id'],
      ['programmes', 'type', 'pair', 'from'],
    ],
    organisation: unlessAggregates((o, c) =>
      share(o.pairs.filter((p) => c.pairsWithProgramme.has(p.id)).length, o.pairs.length),
    ),
  },
  {
    ...base,
    code: 'И-13',
    name: 'Доля завершённых программ с достигнутой целью',
    formula: 'результат «цель достигнута» / наставляемые с указанным результатом, завершившие программу в P',
    better: 'more',
    source: 'федеральные материалы; сверить перед цитированием',
    needs: [['mentees', 'organisation', 'ended', 'result']],
    organisation: unlessAggregates((o, c) => {
      const ended = o.allMentees.filter((m) => endedInPeriod(m.ended, c.wave) && m.result !== '');
      return share(ended.filter((m) => m.result === 'цель достигнута').length, ended.length);
    }),
  },
  {
    ...base,
    code: 'И-14',
    name: 'Доля досрочно прекращённых',
    formula:
      'прекращённые досрочно (замена наставника — тоже) / завершённые и прекращённые в P пары и группы',
    better: 'less',
    source: 'определение этой программы',
    needs: [['pairs', 'mentees', 'ended', 'status', 'endWhy?']],
    organisation: unlessAggregates((o, c) => {
      const ended = o.allPairs.filter(
        (p) =>
          endedInPeriod(p.ended, c.wave) && (p.status === 'Завершена' || p.status === 'Прекращена досрочно'),
      );
      const stopped = ended.filter(
        (p) => p.status === 'Прекращена досрочно' || p.endWhy === 'замена наставника',
      );
      return share(stopped.length, ended.length);
    }),
  },
];
