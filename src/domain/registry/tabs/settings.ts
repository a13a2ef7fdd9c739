import { type Tab, text } from '../tab';

export const settings: Tab = {
  key: 'settings',
  title: 'Настройки',
  editor: 'coordinator',
  about: 'Реквизиты, определения, плановые значения и пороги. Меняйте столбец «Значение».',
  columns: [
    text('section', 'Раздел', 'К чему относится параметр.', { width: 170 }),
    text('name', 'Параметр', 'Название параметра; не меняйте его.', { required: 'always', width: 330 }),
    text('value', 'Значение', 'Впишите своё значение; пусто — берётся значение по умолчанию.', {
      width: 330,
    }),
    text('about', 'Пояснение', 'Что означает параметр и какие значения допустимы.', { width: 460 }),
  ],
};
