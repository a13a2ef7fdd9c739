import { addMonths } from '../../text/calendar';
import type { RowRule } from '../rule';
import { day, isDraft, list, text } from './values';

const OVER: ReadonlySet<unknown> = new Set(['Завершена', 'Прекращена досрочно']);
const SHORT_KINDS: ReadonlySet<unknown> = new Set(['скоростное', 'краткосрочное (целеполагающее)']);

/** One row of «Пары и группы» by itself; its people and papers are in pair-people.ts and pair-papers.ts. */
export const pairRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-19',
    severity: 'error',
    title: 'статус не согласован с датой завершения',
    instruction: 'Впишите фактическую дату окончания или исправьте статус пары.',
    tabs: ['pairs'],
    columns: ['status', 'ended'],
    check({ entry, today }, report) {
      const { status, ended } = entry.values;
      const message = 'Статус не согласован с датой завершения.';
      if (OVER.has(status)) {
        if (ended === '' && !isDraft(entry))
          report('ended', { message, expected: `дата, потому что статус «${status}»` });
      } else if (typeof ended === 'string' && ended !== '' && ended < today && status !== '')
        report('status', {
          message,
          expected: `Завершена или Прекращена досрочно: работа окончена ${day(ended)}`,
        });
    },
  },
  {
    scope: 'row',
    code: 'R-21',
    severity: 'warning',
    title: 'срок программы истёк',
    instruction: 'Завершите пару с фактической датой или продлите плановую дату по приказу.',
    tabs: ['pairs'],
    columns: ['status', 'plannedEnd'],
    check({ entry, settings, daysAgo }, report) {
      const planned = text(entry, 'plannedEnd');
      if (entry.values.status !== 'Действует' || planned === '' || entry.values.ended) return;
      if (planned >= daysAgo(settings.number('overdueDays'))) return;
      report('plannedEnd', {
        message: 'Срок программы истёк: завершите или продлите.',
        expected: 'плановая дата впереди или статус «Завершена»',
      });
    },
  },
  {
    scope: 'row',
    code: 'R-22',
    severity: 'error',
    title: 'состав не соответствует типу объединения',
    instruction: 'Исправьте тип или состав: в паре один наставляемый, в группе не меньше двух.',
    tabs: ['pairs'],
    columns: ['type', 'mentees'],
    check({ entry }, report) {
      const mentees = list(entry, 'mentees');
      const { type } = entry.values;
      const count = mentees.length < 2 ? mentees.length : new Set(mentees).size;
      if (type === 'пара' ? count === 1 : type !== 'группа' || count > 1) return;
      if (count === 0 && isDraft(entry)) return;
      report('mentees', {
        message: 'Состав не соответствует типу.',
        expected: type === 'пара' ? 'один наставляемый' : 'два наставляемых или больше',
      });
    },
  },
  {
    scope: 'row',
    code: 'R-24',
    severity: 'warning',
    title: 'вид не соответствует типу объединения',
    instruction: 'Исправьте тип объединения или вид наставничества.',
    tabs: ['pairs'],
    columns: ['type', 'kind'],
    check({ entry }, report) {
      const { type, kind } = entry.values;
      const wrong =
        (type === 'группа' && kind === 'традиционное («один на один»)') ||
        (type === 'пара' && kind === 'групповое');
      if (!wrong) return;
      report('kind', {
        message: 'Вид не соответствует типу объединения.',
        expected: type === 'группа' ? 'групповое или другой вид для группы' : 'вид для пары',
      });
    },
  },
  {
    scope: 'row',
    code: 'R-25',
    severity: 'warning',
    title: 'слишком долгий срок для краткосрочного вида',
    instruction: 'Проверьте даты или выберите другой вид наставничества.',
    tabs: ['pairs'],
    columns: ['kind', 'from', 'plannedEnd'],
    check({ entry, settings }, report) {
      const { kind } = entry.values;
      if (!SHORT_KINDS.has(kind)) return;
      const from = text(entry, 'from');
      const ended = text(entry, 'ended');
      const end = ended || text(entry, 'plannedEnd');
      if (from === '' || end === '') return;
      const months = settings.number('shortKindMonths');
      const last = addMonths(from, Math.round(months));
      if (end <= last) return;
      report(ended === '' ? 'plannedEnd' : 'ended', {
        message: `Вид «${kind}» обычно длится не дольше ${months} мес.: проверьте срок.`,
        expected: `не позже ${day(last)}`,
      });
    },
  },
  {
    scope: 'row',
    code: 'R-87',
    severity: 'warning',
    title: 'планируемая пара не начата в срок',
    instruction: 'Если пара работает, поставьте статус «Действует»; если нет, перенесите дату начала.',
    tabs: ['pairs'],
    columns: ['status', 'from'],
    check({ entry, settings, daysAgo }, report) {
      if (entry.values.status !== 'Планируется') return;
      const from = text(entry, 'from');
      if (from === '' || from >= daysAgo(settings.number('overdueDays'))) return;
      report('status', {
        message: `Пара должна была начать работу ${day(from)}, а всё ещё «Планируется».`,
        expected: 'статус «Действует» или дата начала впереди',
      });
    },
  },
];
