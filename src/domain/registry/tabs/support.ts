import { count, date, manyOf, oneOf, reference, registryTab, required, text } from '../tab';

export const support = registryTab({
  key: 'support',
  title: 'Журнал поддержки',
  id: { prefix: 'SUP', digits: 3 },
  ofOrganisation: false,
  editor: 'coordinator',
  about: 'Организационная, методическая и иная поддержка участников (мероприятие 1.2).',
  columns: [
    date('date', 'Дата', 'Когда оказана поддержка.', required),
    manyOf('kinds', 'Вид поддержки', 'supportKind', 'Одно или несколько из пяти слов плана, через «; ».', {
      ...required,
      free: false,
    }),
    oneOf('form', 'Форма', 'supportForm', 'совещание; семинар; консультация…', { free: true }),
    text('topic', 'Тема', 'О чём.', { ...required, width: 280 }),
    reference('organisations', 'ОО-участники', 'organisations', 'ORG-01 · …; несколько — через «; ».', {
      ...required,
      multi: true,
      width: 240,
    }),
    count('people', 'Кол-во участников', 'Сколько человек.', { aliases: ['Количество участников'] }),
    text('responsible', 'Ответственный', 'Кто провёл.', { ...required, personal: 'mention' }),
    text('result', 'Результат/ссылка', 'Итог или ссылка на материалы.', {
      aliases: ['Результат / ссылка', 'Результат'],
    }),
  ],
});
