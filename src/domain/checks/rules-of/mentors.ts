import type { Entry } from '../../registry/read';
import { isOutside } from '../../registry/read-references';
import type { Settings } from '../../registry/settings';
import { LABOUR_CODE_FROM } from '../../registry/tabs/mentors';
import { counted } from '../../text/plural';
import type { BookRule, RowRule } from '../rule';
import { ordersOf } from './orders';
import { isActive, unitsOf } from './units';
import { day, number, text } from './values';

/** Nobody teaches before this age. */
const FIRST_YEAR_OF_SERVICE = 17;
/** The extra category exists from this day on (order No. 196 of 24.03.2023). */
const EXTRA_FROM = '2023-09-01';

/** Greatest age that an age group stands for; the oldest has no bound. */
const GROUP_TOP: Readonly<Record<string, number>> = {
  'до 25': 24,
  '25–29': 29,
  '30–34': 34,
  '35–39': 39,
  '40–49': 49,
  '50–59': 59,
};

/** In the role today: entered, not left. */
export function isActing(entry: Entry, today: string, end: 'left' | 'ended'): boolean {
  const [entered, left] = [text(entry, 'entered'), text(entry, end)];
  return entered !== '' && entered <= today && (left === '' || left >= today);
}

/** Greatest age on a day by the cell «Год рождения (или группа)»; null: not known. */
export function ageOn(birth: string, date: string): number | null {
  if (birth === '') return null;
  return /^\d{4}$/.test(birth) ? Number(date.slice(0, 4)) - Number(birth) : (GROUP_TOP[birth] ?? null);
}

export const mentorRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-13',
    severity: 'warning',
    title: 'стаж не согласуется с возрастом',
    instruction: 'Проверьте стаж и год рождения: один из них набран неверно.',
    tabs: ['mentors', 'mentees'],
    columns: ['years', 'birth'],
    check({ entry, today }, report) {
      const years = number(entry, 'years');
      const birth = text(entry, 'birth');
      if (years === null || birth === '') return;
      const age = ageOn(birth, text(entry, 'yearsOn') || today);
      if (age === null || years <= age - FIRST_YEAR_OF_SERVICE) return;
      report('years', {
        message: `Стаж ${years} не согласуется с годом рождения ${birth}.`,
        expected: `не больше ${Math.max(0, age - FIRST_YEAR_OF_SERVICE)}`,
      });
    },
  },
  {
    scope: 'row',
    code: 'R-41',
    severity: 'warning',
    title: 'согласие недействительно',
    instruction:
      'Получите новое согласие и впишите его дату и срок; до этого не называйте наставника публично.',
    tabs: ['mentors'],
    columns: ['publicationConsentTo'],
    check({ entry, today }, report) {
      const to = text(entry, 'publicationConsentTo');
      const left = text(entry, 'left');
      if (to === '' || to >= today || (left !== '' && left < today)) return;
      report('publicationConsentTo', {
        message: 'Согласие недействительно.',
        expected: `срок согласия не раньше ${day(today)}`,
      });
    },
  },
  {
    scope: 'row',
    code: 'R-44',
    severity: 'warning',
    title: 'доп. категория не согласуется с категорией или датой',
    instruction:
      'Проверьте по приказу об аттестации: «педагог-наставник» устанавливают с 01.09.2023 при высшей категории.',
    tabs: ['mentors'],
    columns: ['extraQualification', 'qualification'],
    check({ entry }, report) {
      if (entry.values.extraQualification !== 'педагог-наставник') return;
      const base = text(entry, 'qualification');
      const updated = text(entry, 'updatedOn');
      const expected =
        base !== '' && base !== 'высшая'
          ? `высшая категория, а в строке «${base}»`
          : updated !== '' && updated < EXTRA_FROM
            ? `сведения не раньше 01.09.2023, а дата актуализации ${day(updated)}`
            : '';
      if (expected !== '') report('extraQualification', { message: 'Проверьте категорию.', expected });
    },
  },
];

/** «менее 3 лет» */
export function lessThanYears(settings: Settings): string {
  return `менее ${counted(settings.number('minMentorYears'), ['года', 'лет', 'лет']).replace(/\u00a0/, ' ')}`;
}

export const mentorBookRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-11',
    severity: 'error',
    title: 'нет реквизитов приказа о назначении наставника',
    instruction: 'Внесите приказ с номером и датой на вкладку «Документы» и выберите его в этой ячейке.',
    columns: ['order', 'left'],
    needs: [
      ['mentors', 'order', 'entered'],
      ['documents', 'id', 'number', 'date'],
    ],
    check(book, report) {
      const orderOf = book.once(ordersOf);
      for (const entry of book.live('mentors')) {
        const order = orderOf(entry);
        if (order === null || (order.number !== '' && order.date !== '')) continue;
        if (!isActing(entry, book.today, 'left')) continue;
        report('mentors', entry, 'order', {
          message: 'Нет реквизитов приказа о назначении наставника.',
          expected:
            order.number !== ''
              ? 'дата приказа'
              : order.date !== ''
                ? 'номер приказа'
                : 'номер и дата приказа',
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-23',
    severity: 'warning',
    title: 'нагрузка наставника выше предельной',
    instruction:
      'Передайте часть наставляемых другому наставнику или завершите пары, которые закончили работу.',
    columns: [],
    needs: [['pairs', 'mentors', 'mentees', 'status', 'from']],
    check(book, report) {
      const { today } = book;
      const limit = book.settings.number('loadLimit');
      const { byMentor } = book.once(unitsOf);
      for (const entry of book.live('mentors')) {
        const own = byMentor.get(entry.id);
        if (!own || own.length <= limit) continue;
        const counting = own.filter(
          (unit) => isActive(unit, today) && !unit.isGroup && unit.kind !== 'групповое',
        );
        const load = new Set(counting.flatMap((unit) => unit.mentees)).size;
        if (load <= limit) continue;
        report('mentors', entry, '', {
          message: `Нагрузка наставника: ${counted(load, ['наставляемый', 'наставляемых', 'наставляемых']).replace(/\u00a0/, ' ')}.`,
          expected: `не больше ${limit}`,
          found: counting.map((unit) => unit.entry.id).join('; '),
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-42',
    severity: 'warning',
    title: 'нет документов по ст. 351.8 ТК РФ',
    instruction:
      'Впишите дату письменного согласия, номер и дату дополнительного соглашения к трудовому договору.',
    columns: ['consent', 'addendum', 'addendumDate', 'order', 'left'],
    needs: [['mentors', 'entered', 'consent', 'addendum', 'addendumDate']],
    check(book, report) {
      const orderOf = book.once(ordersOf);
      for (const entry of book.live('mentors')) {
        const { consent, addendum, addendumDate } = entry.values;
        if (consent && addendum && addendumDate) continue;
        const appointed = orderOf(entry)?.date || text(entry, 'entered');
        if (appointed < LABOUR_CODE_FROM) continue;
        const left = text(entry, 'left');
        // An external mentor has no labour contract with the school.
        if ((left !== '' && left < book.today) || isOutside(text(entry, 'workplace'))) continue;
        report('mentors', entry, consent ? (addendum ? 'addendumDate' : 'addendum') : 'consent', {
          message: 'Нет документов по ст. 351.8 ТК РФ.',
          expected: `для назначенных с ${day(LABOUR_CODE_FROM)}: согласие и дополнительное соглашение`,
          found: `нет: ${[
            ...(consent ? [] : ['письменного согласия']),
            ...(addendum ? [] : ['номера доп. соглашения']),
            ...(addendumDate ? [] : ['даты доп. соглашения']),
          ].join(', ')}`,
        });
      }
    },
  },
];
