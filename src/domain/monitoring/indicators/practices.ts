import { enumerations } from '../../registry/enumerations';
import type { OrganisationFacts } from '../context';
import type { Practice } from '../records';
import { type Indicator, one } from './indicator';

const NEEDS = [['practices', 'organisation', 'level', 'type', 'date']] as const;
const count = {
  code: 'И-20',
  unit: 'count',
  better: null,
  source: 'план, п. 1.6, 2.8',
  needs: NEEDS,
} as const;

const number = (matches: (p: Practice) => boolean) => (o: OrganisationFacts) => ({
  count: o.practices.filter(matches).length,
});

export const practices: readonly Indicator[] = [
  {
    code: 'И-19',
    part: '',
    name: 'Доля ОО, представивших практику выше уровня ОО',
    formula: 'ОО с практикой выше уровня ОО, датированной в P / ОО-участники, представившие форму',
    unit: '%',
    better: 'more',
    source: 'план, п. 1.6',
    needs: [['practices', 'organisation', 'level', 'date']],
    organisation: (o) => one(o.practices.some((p) => p.level !== '' && p.level !== 'ОО')),
  },
  {
    ...count,
    part: 'total',
    name: 'Количество практик',
    formula: 'практики с датой в P',
    organisation: number(() => true),
  },
  ...enumerations.level.values.map(
    (level): Indicator => ({
      ...count,
      part: `level:${level}`,
      name: `Количество практик: уровень «${level}»`,
      formula: `практики уровня «${level}» с датой в P`,
      organisation: number((p) => p.level === level),
    }),
  ),
  ...enumerations.practiceType.values.map(
    (type): Indicator => ({
      ...count,
      part: `type:${type}`,
      name: `Количество практик: ${type}`,
      formula: `практики вида «${type}» с датой в P`,
      organisation: number((p) => p.type === type),
    }),
  ),
];
