import { enumerations } from '../../registry/enumerations';
import type { Entry } from '../../registry/read';
import { foldKey } from '../../text/fold';
import { otherText } from '../../text/multi-value';
import type { BookCase, BookRule, ReportBook } from '../rule';
import { isActive, isOpen, type Unit, unitsOf } from './units';
import { day, list, text } from './values';

const entryOf = (book: BookCase, id: string): Entry | undefined => book.find(id)?.entry;

/** Somebody of an active pair who is no longer there. */
function gone(tab: 'mentors' | 'mentees', end: 'left' | 'ended', message: string) {
  return (book: BookCase, report: ReportBook): void => {
    const { today } = book;
    for (const unit of book.once(unitsOf).all) {
      if (!isActive(unit, today)) continue;
      const away: string[] = [];
      for (const id of unit[tab]) {
        const entry = entryOf(book, id);
        if (!entry) continue;
        const last = text(entry, end);
        if (entry.values.recordStatus === 'Архив') away.push(`${id}: в архиве`);
        else if (last !== '' && last < today) away.push(`${id}: по ${day(last)}`);
      }
      if (away.length === 0) continue;
      report('pairs', unit.entry, tab, {
        message,
        expected: tab === 'mentees' ? 'наставляемый, который работает в паре' : 'действующий наставник',
        found: away.join('; '),
      });
    }
  };
}

const TOPICS: ReadonlySet<string> = new Set(enumerations.topic.values);

/** What the mentors of these pairs can do together; null: it is not known of one of them. */
function competencesOf(book: BookCase, units: readonly Unit[]): readonly string[] | null {
  let all: readonly string[] = [];
  for (const unit of units) {
    if (!isOpen(unit, book.today)) continue;
    for (const id of unit.mentors) {
      const mentor = entryOf(book, id);
      const own = mentor ? list(mentor, 'competences') : [];
      if (own.length === 0) return null;
      all = all.length === 0 ? own : [...all, ...own];
    }
  }
  return all;
}

/** Values of the dictionary are spelt alike by reading; words of one's own are compared folded, «Иное» not at all. */
function covers(competences: readonly string[], request: string): boolean {
  if (competences.includes(request)) return true;
  if (TOPICS.has(request)) return /^иное/i.test(request);
  if (otherText(request) !== null) return true;
  const key = foldKey(request);
  return competences.some((competence) => foldKey(competence) === key);
}

export const pairPeopleRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-27',
    severity: 'error',
    title: 'наставляемый выбыл, пара действует',
    instruction: 'Завершите пару с фактической датой и причиной или исправьте запись наставляемого.',
    columns: ['mentees', 'status', 'ended'],
    needs: [['pairs', 'mentees', 'status', 'from']],
    check: gone('mentees', 'ended', 'Наставляемый выбыл, пара действует.'),
  },
  {
    scope: 'book',
    code: 'R-77',
    severity: 'error',
    title: 'наставник выбыл, пара действует',
    instruction: 'Завершите пару и внесите новую с другим наставником: укажите её в «Заменяет пару».',
    columns: ['mentors', 'status', 'ended'],
    needs: [['pairs', 'mentors', 'status', 'from']],
    check: gone('mentors', 'left', 'Наставник выбыл, пара действует.'),
  },
  {
    scope: 'book',
    code: 'R-48',
    severity: 'hint',
    title: 'запрос не покрыт компетенциями наставника',
    instruction: 'Дополните компетенции наставника, если они у него есть, или подберите второго наставника.',
    columns: ['mentors', 'mentees'],
    needs: [
      ['pairs', 'mentors', 'mentees', 'status'],
      ['mentors', 'competences'],
      ['mentees', 'requests'],
    ],
    check(book, report) {
      const { byMentee } = book.once(unitsOf);
      for (const mentee of book.live('mentees')) {
        const units = byMentee.get(mentee.id);
        const requests = list(mentee, 'requests');
        if (!units || requests.length === 0) continue;
        const first = units.find((unit) => isOpen(unit, book.today));
        if (!first) continue;
        // Several mentors of one mentee share his requests.
        const known = competencesOf(book, units);
        if (known === null) continue;
        const missing = requests.filter((request) => !covers(known, request));
        if (missing.length === 0) continue;
        const words = missing.map((request) => `«${request}»`).join(', ');
        report('pairs', first.entry, 'mentors', {
          message:
            missing.length === 1
              ? `Запрос ${words} не покрыт компетенциями наставника.`
              : `Запросы ${words} не покрыты компетенциями наставника.`,
          expected: 'у наставника есть эта компетенция',
          found: `${mentee.id}: ${missing.join('; ')}`,
        });
      }
    },
  },
];
