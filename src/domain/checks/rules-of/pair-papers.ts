import type { Entry } from '../../registry/read';
import type { BookCase, BookRule } from '../rule';
import { ordersOf } from './orders';
import { isActive, put, type Unit, unitsOf } from './units';
import { day, nameOf, text } from './values';

/** ППН and ИОМ; a plan of work does not take their place (domain.md §3.6). */
export const PROGRAMMES: ReadonlySet<unknown> = new Set(['Персонализированная программа', 'ИОМ']);

/** Programmes of each pair, plans of work too. Use with `book.once(programmesOf)`. */
export function programmesOf(book: BookCase): ReadonlyMap<string, readonly Entry[]> {
  const ofPair = new Map<string, Entry[]>();
  for (const entry of book.live('programmes')) {
    const pair = text(entry, 'pair');
    if (pair !== '') put(ofPair, pair, entry);
  }
  return ofPair;
}

/** Days of the orders on the appointment of mentors, by organisation. */
function appointmentsOf(book: BookCase): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const entry of book.registry.tabs.documents.entries)
    if (entry.values.kind === 'Приказ о назначении наставников' && text(entry, 'date') !== '')
      put(days, text(entry, 'organisation'), text(entry, 'date'));
  return days;
}

export const pairPaperRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-20',
    severity: 'warning',
    title: 'работа начата до издания приказа',
    instruction: 'Сверьте дату начала с приказом о закреплении и исправьте неверную.',
    columns: ['from', 'order'],
    needs: [
      ['pairs', 'from', 'order'],
      ['documents', 'id', 'date'],
    ],
    check(book, report) {
      const orderOf = book.once(ordersOf);
      for (const { entry, from } of book.once(unitsOf).all) {
        const ordered = orderOf(entry)?.date;
        if (!ordered || from === '' || from >= ordered) continue;
        report('pairs', entry, 'from', {
          message: 'Работа начата до издания приказа.',
          expected: `не раньше ${day(ordered)} (дата приказа)`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-34',
    severity: 'warning',
    title: 'нет программы или маршрута',
    instruction: 'Внесите персонализированную программу или ИОМ на вкладку «Программы и ИОМ».',
    columns: ['status', 'ended'],
    needs: [
      ['pairs', 'id', 'status', 'from'],
      ['programmes', 'pair', 'type'],
    ],
    check(book, report) {
      const ofPair = book.once(programmesOf);
      const { today } = book;
      for (const unit of book.once(unitsOf).all) {
        const { entry } = unit;
        if (!isActive(unit, today) || entry.id === '') continue;
        const own = ofPair.get(entry.id);
        if (own?.some((programme) => PROGRAMMES.has(programme.values.type))) continue;
        report('pairs', entry, '', {
          message: 'Нет программы/маршрута.',
          expected: 'персонализированная программа или ИОМ',
          found: own ? 'только план работы' : 'программ нет',
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-69',
    severity: 'warning',
    title: 'пара начата до приказа о назначении наставника',
    instruction:
      'Укажите у наставника тот приказ, которым он назначен впервые, или исправьте дату начала пары.',
    columns: ['order', 'entered'],
    needs: [
      ['pairs', 'mentors', 'from'],
      ['mentors', 'order'],
      ['documents', 'id', 'date', 'kind'],
    ],
    check(book, report) {
      const orderOf = book.once(ordersOf);
      const { byMentor } = book.once(unitsOf);
      for (const entry of book.live('mentors')) {
        const ordered = orderOf(entry)?.date;
        if (!ordered) continue;
        const first = firstOf(byMentor.get(entry.id));
        if (!first || first.from >= ordered) continue;
        // Mentors are appointed anew every year: an earlier order of the school may well be the first one.
        const earlier = book.once(appointmentsOf).get(text(entry, 'organisation')) ?? [];
        if (earlier.some((date) => date <= first.from)) continue;
        report('mentors', entry, 'order', {
          message: `Пара ${nameOf(first.entry)} начата ${day(first.from)}, до приказа о назначении наставника.`,
          expected: `приказ не позже ${day(first.from)}`,
          found: `приказ от ${day(ordered)}`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-88',
    severity: 'warning',
    title: 'заменённая пара ещё действует',
    instruction: 'Завершите прежнюю пару с причиной «замена наставника» и датой окончания.',
    columns: ['replaces'],
    needs: [['pairs', 'id', 'replaces', 'status']],
    check(book, report) {
      for (const { entry } of book.once(unitsOf).all) {
        const replaced = text(entry, 'replaces');
        if (replaced === '') continue;
        const old = book.find(replaced)?.entry;
        const itself = replaced === entry.id;
        if (!itself && old?.values.status !== 'Действует') continue;
        report('pairs', entry, 'replaces', {
          message: itself
            ? 'Пара указана как замена самой себя.'
            : `Заменённая пара ${replaced} ещё действует.`,
          expected: itself ? 'прежняя пара или пусто' : `${replaced} завершена или прекращена`,
        });
      }
    },
  },
];

function firstOf(units: readonly Unit[] | undefined): Unit | undefined {
  let first: Unit | undefined;
  for (const unit of units ?? [])
    if (unit.from !== '' && unit.status !== 'Планируется' && (!first || unit.from < first.from)) first = unit;
  return first;
}
