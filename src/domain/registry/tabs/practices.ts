import { date, oneOf, reference, registryTab, required, requiredIf, text, url, yesNo } from '../tab';

export const practices = registryTab({
  key: 'practices',
  title: 'Практики',
  id: { prefix: 'PUB', digits: 3 },
  editor: 'curator',
  about: 'Распространение лучших практик (мероприятия 1.6, 2.8).',
  columns: [
    oneOf('type', 'Тип', 'practiceType', 'Выберите из списка.', { ...required, aliases: ['Тип практики'] }),
    text('name', 'Название', 'Название материала, выступления, конкурса.', { ...required, width: 280 }),
    reference('authors', 'Авторы', 'mentors', 'NST-… через «; ».', { multi: true }),
    oneOf('level', 'Уровень', 'level', 'ОО; муниципальный; … международный.', required),
    date('date', 'Дата', 'Когда размещено или состоялось.', required),
    url('link', 'Ссылка', 'Адрес материала с https://', required),
    oneOf('result', 'Результат', 'practiceResult', 'участник; призёр; победитель.', {
      aliases: ['Результат участия'],
    }),
    yesNo('personal', 'Содержит ПДн/фото', 'да, если есть имена или лица.', required),
    yesNo(
      'consent',
      'Согласие на распространение получено',
      'Нужно, если материал содержит ПДн или фото.',
      requiredIf('если «Содержит ПДн/фото» = да', { column: 'personal', is: [true] }),
    ),
    date('checkedOn', 'Ссылка проверена (дата)', 'Когда ссылку открывали последний раз.', {
      aliases: ['Ссылка проверена'],
    }),
  ],
});
