import { date, oneOf, required, type Tab, text } from '../tab';

export const calendar: Tab = {
  key: 'calendar',
  title: 'Календарь',
  editor: 'coordinator',
  optional: true,
  about:
    'Праздники и переносы выходных: по ним сдвигаются сроки плана и считаются рабочие дни. Каждый год дописывайте строки нового года.',
  columns: [
    date('date', 'Дата', 'День, который не таков, каким его делает день недели.', required),
    oneOf(
      'day',
      'День',
      'calendarDay',
      'выходной — праздник или перенесённый выходной; рабочий — рабочая суббота.',
      required,
    ),
    text('note', 'Примечание', 'Название праздника или откуда перенос: «перенос с 06.01.2024».', {
      width: 280,
    }),
  ],
};
