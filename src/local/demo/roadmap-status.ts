import { type DemoRow, day, row } from './cells';

/**
 * What the coordinator typed into «Дорожная карта» by 20.04.2024, by the number of the measure: dates that others set,
 * and a status of the coordinator's own with its why. The rows themselves are preloaded by set-up, the statuses computed.
 */
export const roadmapStatus: Readonly<Record<string, DemoRow>> = {
  '1.1': row({ evidence: 'DOC-001; DOC-002' }),
  '1.3': row({ comment: 'Нет куратора в одной организации' }),
  '2.5': row({ controlDates: '29.12.2023', comment: 'Срок — по плану обучения Сектора на 2023 год' }),
  '2.7': row({
    statusManual: 'В работе',
    statusComment: 'Программы восьми пар оформляются, срок согласован с Сектором',
  }),
  '3.1': row({
    controlDates: '15.11.2023; 17.05.2024',
    comment: 'Сроки — по письму ИРО ПК',
  }),
};

/** «Отметки исполнения»: what the registries do not show. */
export const markRows: readonly DemoRow[] = [
  row({
    number: '3.1',
    controlDate: day('2023-11-15'),
    status: 'Выполнено',
    doneOn: day('2023-11-15'),
    evidence: 'DOC-006',
    comment: 'Сведения внесены по письму ИРО ПК',
  }),
  row({
    number: '2.2',
    organisation: 'ORG-05 · МБОУ «Тихореченская ООШ»',
    status: 'Выполнено',
    comment: 'Директор сообщил по телефону, что дорожная карта утверждена; документа нет',
  }),
  row({
    number: '2.8',
    organisation: 'ORG-11 · МАУ ДО «Спортивная школа «Быстрый брод»»',
    status: 'В работе',
    comment: 'Сайт переезжает на новый адрес, рубрику откроют в мае',
  }),
];
