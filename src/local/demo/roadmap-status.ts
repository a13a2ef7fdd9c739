import { type DemoRow, day, row } from './cells';

/**
 * What the coordinator noted in «Дорожная карта» by 20.04.2024: column keys `status`, `statusComment`, `doneOn`,
 * `evidence`, `comment` by the number of the measure. The rows themselves are preloaded by set-up. Measures of every
 * organisation have their detail in «Исполнение по ОО».
 */
export const roadmapStatus: Readonly<Record<string, DemoRow>> = {
  '1.1': row({ status: 'Выполнено', doneOn: day('2022-10-03'), evidence: 'DOC-001; DOC-002' }),
  '1.2': row({ status: 'Действует постоянно', evidence: 'Журнал поддержки: 20 записей' }),
  '1.3': row({ status: 'Действует постоянно', comment: 'Нет куратора в одной организации' }),
  '1.4': row({ status: 'Действует постоянно' }),
  '1.5': row({ status: 'Действует постоянно', evidence: 'Вкладка «Обучение»' }),
  '1.6': row({ status: 'Действует постоянно', evidence: 'Вкладка «Практики»' }),
  '2.1': row({
    status: 'Выполнено с нарушением срока',
    doneOn: day('2022-11-14'),
    comment: 'Одна организация назначила куратора позже срока',
  }),
  '2.2': row({ status: 'Не выполнено (просрочено)', comment: 'Пакет не собран в двух организациях' }),
  '2.3': row({ status: 'Выполнено', doneOn: day('2022-10-20') }),
  '2.4': row({ status: 'Выполнено', doneOn: day('2022-10-20') }),
  '2.5': row({ status: 'Требует даты', comment: 'План обучения ИРО ПК на 2024 год не получен' }),
  '2.6': row({ status: 'Действует постоянно' }),
  '2.7': row({ status: 'Действует постоянно' }),
  '2.8': row({ status: 'Нет подтверждений', comment: 'Рубрика есть не во всех организациях' }),
  '3.1': row({
    status: 'Выполнено',
    doneOn: day('2023-11-15'),
    evidence: 'DOC-006',
    comment: 'Сведения внесены по письму ИРО ПК',
  }),
  '3.2': row({ status: 'Действует постоянно' }),
  '3.3': row({ status: 'В работе', comment: '2023 год: выполнено; 2024 год: принято не у всех' }),
  '3.4': row({ status: 'В работе', evidence: 'DOC-003; DOC-007' }),
  '3.5': row({ status: 'В работе', evidence: 'DOC-004; DOC-005', comment: 'Справка 2024 года готовится' }),
};
