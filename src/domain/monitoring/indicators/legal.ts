import { LABOUR_CODE_FROM } from '../../registry/tabs/mentors';
import { type Indicator, share } from './indicator';

export const legal: readonly Indicator[] = [
  {
    code: 'И-30',
    part: '',
    name: 'Доля наставников с документами по ст. 351.8 ТК РФ',
    formula:
      'активные наставники с письменным согласием и дополнительным соглашением / активные наставники, назначенные приказом с 01.03.2025',
    unit: '%',
    better: 'more',
    source: 'ст. 351.8 ТК РФ',
    needs: [
      ['mentors', 'organisation', 'entered', 'left?', 'order', 'consent', 'addendum', 'addendumDate'],
      ['documents', 'id', 'number', 'date'],
    ],
    organisation: (o, c) => {
      if (c.settings.text('storageMode') === 'Только агрегаты') return null;
      const appointed = o.mentors.filter(
        (m) => m.order.date >= LABOUR_CODE_FROM && m.order.date <= c.wave.asOf,
      );
      const complete = appointed.filter(
        (m) => m.consent !== '' && m.addendum.number !== '' && m.addendum.date !== '',
      );
      return share(complete.length, appointed.length);
    },
  },
  {
    code: 'И-31',
    part: '',
    name: 'Справочно: доля обучающихся, вовлечённых в наставничество',
    formula:
      'обучающиеся, вовлечённые в наставничество / обучающиеся (числа вносит ОО, программа их не проверяет)',
    unit: '%',
    better: 'more',
    source: 'целевая модель; вне предмета реестра',
    needs: [['forms', 'students', 'studentsInvolved']],
    organisation: (o) => {
      const [all, involved] = [o.form?.values.students, o.form?.values.studentsInvolved];
      return typeof all === 'number' && typeof involved === 'number' ? share(involved, all) : null;
    },
  },
];
