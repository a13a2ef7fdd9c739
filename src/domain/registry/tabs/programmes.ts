import {
  count,
  date,
  number,
  oneOf,
  orderNumber,
  reference,
  registryTab,
  required,
  requiredIf,
  text,
  url,
} from '../tab';

export const programmes = registryTab({
  key: 'programmes',
  title: 'Программы и ИОМ',
  aliases: ['Программы'],
  id: { prefix: 'PRG', digits: 3 },
  editor: 'curator',
  about: 'Персонализированные программы и индивидуальные маршруты пар (мероприятие 2.7).',
  columns: [
    oneOf(
      'type',
      'Тип',
      'programmeType',
      'План работы пары не заменяет программу или ИОМ в показателе И-12.',
      { ...required, aliases: ['Тип программы'] },
    ),
    reference('pair', 'Пара', 'pairs', 'PAR-001: к какой паре или группе относится.', {
      ...required,
      aliases: ['Пара или группа'],
    }),
    text('goal', 'Тема/цель', 'Чему посвящена программа.', {
      ...required,
      aliases: ['Тема / цель', 'Тема, цель'],
      width: 260,
    }),
    text('problem', 'Описание проблемы (профессиональный дефицит)', 'Какой дефицит восполняет.', {
      ...required,
      aliases: ['Описание проблемы'],
      width: 260,
    }),
    text('tasks', 'Задачи', 'По желанию.', { width: 240 }),
    text('formAndKind', 'Форма, вид', 'Столбец программы, людям не заполнять: по паре.', { owner: 'script' }),
    date('from', 'Срок с', 'Первый день программы.', { ...required, aliases: ['Срок (с–по)'] }),
    date('to', 'Срок по', 'Последний день программы.', required),
    count('eventsPlanned', 'Кол-во мероприятий план', 'Сколько встреч и мероприятий запланировано.'),
    count('eventsDone', 'Кол-во мероприятий факт', 'Сколько проведено.'),
    text('approvedBy', 'Утверждена: кем', 'Директор, методический совет…', {
      aliases: ['Утверждена (кем, №, дата)'],
    }),
    orderNumber('approvalNumber', 'Утверждена: №', 'Номер приказа или протокола.'),
    date('approvalDate', 'Утверждена: дата', 'Дата приказа или протокола.'),
    url('link', 'Ссылка', 'Без персональных данных по открытой ссылке.'),
    number('progress', '% выполнения', 'От 0 до 100.', {
      ...required,
      min: 0,
      max: 100,
      aliases: ['Процент выполнения'],
    }),
    text('interim', 'Промежуточная оценка (дата, вывод)', 'По желанию.', {
      aliases: ['Промежуточная оценка'],
    }),
    oneOf(
      'result',
      'Итог',
      'programmeResult',
      'Когда программа закончена.',
      requiredIf('при 100 % выполнения', { column: 'progress', is: [100] }),
    ),
  ],
});
