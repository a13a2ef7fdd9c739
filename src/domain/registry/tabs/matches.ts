import { date, oneOf, required, type Tab, text } from '../tab';

export const matches: Tab = {
  key: 'matches',
  title: 'Совпадения людей',
  id: { prefix: 'DUP', digits: 3 },
  editor: 'curator',
  optional: true,
  about:
    'Решения о похожих ФИО: одно лицо или разные люди. Решённое не спрашивается снова, пока сведения не изменятся.',
  columns: [
    {
      key: 'id',
      title: 'ID',
      type: 'id',
      help: 'Номер решения, например DUP-001. Его ставит программа.',
      width: 90,
    },
    text(
      'state',
      'Состояние',
      'Столбец программы, людям не заполнять: учтено решение или сведения изменились.',
      {
        owner: 'script',
      },
    ),
    text('first', 'Первая запись', 'ID первой записи, например NST-001.', { ...required, width: 110 }),
    text('second', 'Вторая запись', 'ID второй записи, например NST-014.', { ...required, width: 110 }),
    oneOf('decision', 'Решение', 'matchDecision', 'одно лицо; разные люди.', required),
    text('reason', 'Причина', 'Почему: совместитель, мать и дочь, сменила фамилию…', {
      ...required,
      width: 280,
    }),
    text('decidedBy', 'Кто решил', 'Должность и фамилия или адрес.', { ...required, personal: 'mention' }),
    date('decidedOn', 'Когда', 'Дата решения.', required),
    text(
      'print',
      'Отпечаток сведений',
      'Столбец программы, людям не заполнять: по нему видно, что сведения изменились.',
      {
        owner: 'script',
      },
    ),
  ],
};
