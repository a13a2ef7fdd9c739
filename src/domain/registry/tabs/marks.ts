import { date, oneOf, reference, required, type Tab, text } from '../tab';

export const marks: Tab = {
  key: 'marks',
  title: 'Отметки исполнения',
  editor: 'coordinator',
  optional: true,
  about: 'Что исполнено, но не видно по записям книги; исправление вычисленного статуса с объяснением.',
  columns: [
    text('number', 'Мероприятие', 'Номер пункта дорожной карты, например 2.5.', {
      ...required,
      aliases: ['№ п/п', 'Пункт'],
      width: 110,
    }),
    reference('organisation', 'ОО (ID)', 'organisations', 'Организация; пусто — все организации или округ.', {
      aliases: ['ОО', 'Организация'],
    }),
    date('controlDate', 'Контрольная дата', 'К какому сроку относится; пусто — ко всем.', { width: 110 }),
    oneOf('status', 'Отметка', 'roadmapStatus', '«Выполнено» без подтверждения читается как «Заявлено».', {
      ...required,
      width: 170,
    }),
    date('doneOn', 'Дата факт', 'Когда выполнено: позже срока — «Выполнено с нарушением срока».', {
      width: 110,
    }),
    text('evidence', 'Подтверждение', 'DOC-… из вкладки «Документы» или адрес страницы.', { width: 200 }),
    text('comment', 'Комментарий', 'Почему отметка сделана вручную.', { ...required, width: 260 }),
  ],
};
