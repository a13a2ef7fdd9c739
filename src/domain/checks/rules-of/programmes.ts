import { addDays, addMonths } from '../../text/calendar';
import type { BookCase, BookRule } from '../rule';
import { PROGRAMMES, programmesOf } from './pair-papers';
import { day, later, nameOf, overlap, text } from './values';

/** Kinds that are short by their nature: the usual term of a programme is not theirs. */
const SHORT: ReadonlySet<unknown> = new Set(['краткосрочное (целеполагающее)', 'ситуационное', 'скоростное']);

const pairOf = (book: BookCase, id: string) => {
  const found = book.find(id);
  return found?.tab === 'pairs' ? found.entry : undefined;
};

export const programmeRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-78',
    severity: 'warning',
    title: 'сроки программы выходят за сроки пары',
    instruction: 'Согласуйте сроки программы и пары; продление пары оформите новой плановой датой.',
    columns: ['from', 'to', 'pair', 'result'],
    needs: [
      ['programmes', 'pair', 'from', 'to'],
      ['pairs', 'id', 'from', 'plannedEnd'],
    ],
    check(book, report) {
      for (const entry of book.live('programmes')) {
        const pair = pairOf(book, text(entry, 'pair'));
        if (!pair) continue;
        const [from, to] = [text(entry, 'from'), text(entry, 'to')];
        const start = text(pair, 'from');
        const [planned, ended] = [text(pair, 'plannedEnd'), text(pair, 'ended')];
        // A pair that stopped early leaves a programme that was planned for longer: no mistake.
        const end = later(ended, planned);
        if (from !== '' && start !== '' && from < start)
          report('programmes', entry, 'from', {
            message: `Программа начинается раньше пары ${nameOf(pair)}.`,
            expected: `не раньше ${day(start)}`,
          });
        if (to !== '' && planned !== '' && to > end && entry.values.result !== 'продлена')
          report('programmes', entry, 'to', {
            message: `Программа заканчивается позже пары ${nameOf(pair)}.`,
            expected: `не позже ${day(end)}`,
          });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-79',
    severity: 'warning',
    title: 'две программы одной пары на одно время',
    instruction: 'Оставьте действующую программу, лишнюю запись переведите в архив.',
    columns: ['pair', 'type', 'from', 'to'],
    needs: [
      ['programmes', 'pair', 'type', 'from', 'to'],
      ['pairs', 'id', 'type'],
    ],
    check(book, report) {
      for (const [id, own] of book.once(programmesOf)) {
        if (own.length < 2) continue;
        const group = pairOf(book, id)?.values.type === 'группа';
        for (let i = 1; i < own.length; i++) {
          const { type } = own[i].values;
          // A programme may hold a route; in a group each mentee may have a route of their own.
          if (!PROGRAMMES.has(type) || (group && type === 'ИОМ')) continue;
          const [from, to] = [text(own[i], 'from'), text(own[i], 'to')];
          if (from === '' || to === '') continue;
          const other = own
            .slice(0, i)
            .find(
              (e) =>
                e.values.type === type &&
                text(e, 'from') !== '' &&
                overlap(from, to, text(e, 'from'), text(e, 'to')),
            );
          if (!other) continue;
          report('programmes', own[i], 'pair', {
            message: `У пары ${id} на это время уже есть такая программа: ${nameOf(other)}.`,
            expected: 'одна программа или маршрут на одно время',
          });
        }
      }
    },
  },
  {
    scope: 'book',
    code: 'R-80',
    severity: 'hint',
    title: 'необычный срок программы',
    instruction: 'Проверьте обе даты; если срок верный, ничего менять не нужно.',
    columns: ['from', 'to', 'pair'],
    needs: [['programmes', 'type', 'from', 'to']],
    check(book, report) {
      const [least, most] = [
        Math.round(book.settings.number('programmeMonthsMin')),
        Math.round(book.settings.number('programmeMonthsMax')),
      ];
      for (const entry of book.live('programmes')) {
        const [from, to] = [text(entry, 'from'), text(entry, 'to')];
        if (from === '' || to < from || !PROGRAMMES.has(entry.values.type)) continue;
        // A programme of September to the end of November is of three months: the last day counts.
        const short = addDays(to, 1) < addMonths(from, least);
        if (!short && to <= addMonths(from, most)) continue;
        if (short && SHORT.has(pairOf(book, text(entry, 'pair'))?.values.kind)) continue;
        report('programmes', entry, 'to', {
          message: `Срок программы ${short ? 'меньше' : 'больше'} обычного: проверьте даты.`,
          expected: `от ${least} до ${most} мес.`,
          found: `${day(from)} – ${day(to)}`,
        });
      }
    },
  },
];
