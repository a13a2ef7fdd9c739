import { controlDatesOf } from '../../roadmap/control-dates';
import { measuresOf, numberOf } from '../../roadmap/measures';
import { shortDate } from '../../text/print-date';
import type { BookRule, RowRule } from '../rule';
import { text } from './values';

export const roadmapRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-96',
    severity: 'error',
    title: 'контрольная дата не читается',
    instruction: 'Впишите даты через «; », например 30.04.2023; 30.04.2024.',
    tabs: ['roadmap'],
    columns: ['controlDates'],
    check({ entry }, report) {
      const { bad } = controlDatesOf(text(entry, 'controlDates'));
      if (bad.length > 0)
        report('controlDates', {
          message: `Не читается как дата: ${bad.join('; ')}. Такой срок не контролируется.`,
          expected: 'даты через «; »',
        });
    },
  },
];

export const roadmapRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-97',
    severity: 'error',
    title: 'отметка ни к чему не относится',
    instruction: 'Исправьте номер мероприятия или контрольную дату: отметка сейчас не учитывается.',
    columns: ['number', 'controlDate'],
    needs: [
      ['marks', 'number'],
      ['roadmap', 'number'],
    ],
    check({ registry }, report) {
      const measures = measuresOf(registry);
      if (measures.length === 0) return;
      for (const entry of registry.tabs.marks.entries) {
        const number = numberOf(text(entry, 'number'));
        if (number === '') continue;
        const own = measures.filter((m) => m.number === number);
        if (own.length === 0) {
          report('marks', entry, 'number', {
            message: `На «Дорожной карте» нет мероприятия ${number}.`,
            expected: 'номер пункта дорожной карты',
          });
          continue;
        }
        const date = text(entry, 'controlDate');
        if (date === '' || own.some((m) => m.controlDates.includes(date))) continue;
        const dates = own.flatMap((m) => m.controlDates).map(shortDate);
        report('marks', entry, 'controlDate', {
          message: `У мероприятия ${number} нет контрольной даты ${shortDate(date)}.`,
          expected: dates.length > 0 ? dates.join('; ') : 'пустая ячейка: контрольных дат нет',
        });
      }
    },
  },
];
