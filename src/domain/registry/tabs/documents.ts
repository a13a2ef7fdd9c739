import { date, oneOf, orderNumber, reference, registryTab, required, text, url } from '../tab';

export const documents = registryTab({
  key: 'documents',
  title: 'Документы',
  id: { prefix: 'DOC', digits: 3 },
  ofOrganisation: 'optional',
  editor: 'curator',
  about: 'Приказы, положения, дорожные карты, справки (мероприятия 1.1, 2.1, 2.2, 2.4, 2.6, 3.5).',
  columns: [
    oneOf('level', 'Уровень', 'documentLevel', 'муниципальный — без ОО; ОО — с организацией.'),
    oneOf('kind', 'Вид', 'documentKind', 'Выберите из списка.', { ...required, aliases: ['Вид документа'] }),
    orderNumber('number', '№', 'Номер как в документе: 26/1, 40-од, б/н. Хранится текстом.', {
      ...required,
      aliases: ['Номер', '№ документа'],
    }),
    date('date', 'Дата', 'Дата документа.', { ...required, aliases: ['Дата документа'] }),
    text('name', 'Название', 'Полное название документа.', { ...required, width: 300 }),
    text('signedBy', 'Подписал', 'Должность и фамилия подписавшего.', { personal: 'mention' }),
    url('link', 'Ссылка', 'Где лежит документ.'),
    date('from', 'Действует с', 'Если отличается от даты документа.', { aliases: ['Действует с/по'] }),
    date('to', 'Действует по', 'Если документ утратил силу.'),
    reference('replaces', 'Заменяет', 'documents', 'DOC-…: какой документ заменён.'),
  ],
});
