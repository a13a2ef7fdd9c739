import type { Entry } from '../../registry/read';
import { addDays, addMonths, daysBetween } from '../../text/calendar';
import type { BookCase, BookRule } from '../rule';
import { answeringOf } from './answering';
import { ordersOf } from './orders';
import { put } from './units';
import { day, later, nameOf, overlap, text } from './values';

/** Curators of each organisation in the order of their first days; those without a first day are left out. */
function curatorsOf(book: BookCase): ReadonlyMap<string, readonly Entry[]> {
  const { of } = book.once(answeringOf);
  const all = new Map<string, Entry[]>();
  for (const entry of book.live('curators')) {
    const organisation = text(entry, 'organisation');
    if (organisation !== '' && text(entry, 'from') !== '') put(all, of(organisation), entry);
  }
  for (const own of all.values())
    own.sort((a, b) =>
      text(a, 'from') < text(b, 'from') ? -1 : text(a, 'from') > text(b, 'from') ? 1 : a.row - b.row,
    );
  return all;
}

const isActing = (entry: Entry, today: string): boolean =>
  text(entry, 'from') <= today && (text(entry, 'to') === '' || text(entry, 'to') >= today);

const NEEDS = ['curators', 'organisation', 'from'] as const;

export const curatorRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-28',
    severity: 'error',
    title: 'в организации более одного действующего куратора',
    instruction: 'Поставьте прежнему куратору дату окончания полномочий: день перед началом у нового.',
    columns: ['from', 'to', 'organisation'],
    needs: [NEEDS],
    check(book, report) {
      // A unit with a curator of its own does not clash with its head: each has one.
      const own = new Map<string, Entry[]>();
      for (const entries of book.once(curatorsOf).values())
        for (const entry of entries) put(own, text(entry, 'organisation'), entry);
      for (const entries of own.values()) {
        for (let i = 1; i < entries.length; i++) {
          const from = text(entries[i], 'from');
          const to = text(entries[i], 'to');
          const other = entries
            .slice(0, i)
            .find((e) => !isBackwards(e) && overlap(from, to, text(e, 'from'), text(e, 'to')));
          if (!other || isBackwards(entries[i])) continue;
          const until = text(other, 'to');
          report('curators', entries[i], 'from', {
            message: 'В ОО более одного действующего куратора.',
            expected:
              until === ''
                ? `${nameOf(other)} с датой окончания полномочий`
                : `позже ${day(until)} (${nameOf(other)})`,
          });
        }
      }
    },
  },
  {
    scope: 'book',
    code: 'R-29',
    severity: 'error',
    title: 'куратор не назначен',
    instruction: 'Внесите действующего куратора на вкладку «Кураторы» и приказ о его назначении.',
    columns: ['participates', 'activeTo', 'reportsThroughHead'],
    needs: [NEEDS, ['organisations', 'id', 'participates']],
    check(book, report) {
      const curators = book.once(curatorsOf);
      for (const entry of book.once(answeringOf).participating) {
        const own = curators.get(entry.id) ?? [];
        if (own.some((curator) => isActing(curator, book.today))) continue;
        const last = own.reduce((to, curator) => later(to, text(curator, 'to')), '');
        report('organisations', entry, '', {
          message: 'Куратор не назначен.',
          expected: 'действующий куратор',
          found: last === '' || last >= book.today ? 'нет записей' : `последний — по ${day(last)}`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-70',
    severity: 'warning',
    title: 'полномочия куратора начались до приказа',
    instruction: 'Сверьте начало полномочий с приказом о назначении и исправьте неверную дату.',
    columns: ['from', 'order'],
    needs: [
      ['curators', 'from', 'order'],
      ['documents', 'id', 'date'],
    ],
    check(book, report) {
      const orderOf = book.once(ordersOf);
      for (const entry of book.live('curators')) {
        const ordered = orderOf(entry)?.date;
        const from = text(entry, 'from');
        if (!ordered || from === '' || from >= ordered) continue;
        report('curators', entry, 'from', {
          message: 'Полномочия куратора начались до издания приказа.',
          expected: `не раньше ${day(ordered)} (дата приказа)`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-71',
    severity: 'warning',
    title: 'перерыв между кураторами',
    instruction: 'Проверьте даты обоих кураторов или внесите того, кто исполнял обязанности.',
    columns: ['from', 'organisation'],
    needs: [NEEDS, ['curators', 'to']],
    check(book, report) {
      const longest = book.settings.number('curatorGapDays');
      for (const entries of book.once(curatorsOf).values()) {
        let last = text(entries[0], 'to');
        for (const entry of entries.slice(1)) {
          const from = text(entry, 'from');
          const gap = last === '' || from <= last ? 0 : daysBetween(addDays(last, 1), from);
          if (gap > longest)
            report('curators', entry, 'from', {
              message: `Перерыв между кураторами: ${gap} дн.`,
              expected: `не позже ${day(addDays(last, 1 + Math.round(longest)))}`,
            });
          const to = text(entry, 'to');
          last = last === '' || to === '' ? '' : later(to, last);
        }
      }
    },
  },
  {
    scope: 'book',
    code: 'R-85',
    severity: 'warning',
    title: 'сведения о кураторе давно не проверялись',
    instruction: 'Проверьте строку и поставьте сегодняшнюю дату в столбец «Дата актуализации».',
    columns: ['updatedOn', 'to'],
    needs: [['curators', 'from', 'updatedOn']],
    check(book, report) {
      const months = Math.round(book.settings.number('staleMonths'));
      const limit = addMonths(book.today, -months);
      for (const entry of book.live('curators')) {
        const updated = text(entry, 'updatedOn');
        if (updated === '' || updated >= limit || text(entry, 'from') === '' || !isActing(entry, book.today))
          continue;
        report('curators', entry, 'updatedOn', {
          message: `Сведения не проверялись больше ${months} мес.`,
          expected: `не раньше ${day(limit)}`,
        });
      }
    },
  },
];

/** Such a row has R-18; it stands for no period. */
function isBackwards(entry: Entry): boolean {
  const to = text(entry, 'to');
  return to !== '' && to < text(entry, 'from');
}
