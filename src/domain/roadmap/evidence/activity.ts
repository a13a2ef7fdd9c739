import { enumerations } from '../../registry/enumerations';
import { tabs } from '../../registry/tabs';
import {
  addMonths,
  addYears,
  type DateText,
  later,
  schoolYearEnd,
  schoolYearStart,
} from '../../text/calendar';
import { capital } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { counted } from '../../text/plural';
import { shortDate } from '../../text/print-date';
import { type Case, type EvidenceRule, evidence, type Judged } from './evidence-rule';

const ENTRIES = ['запись', 'записи', 'записей'] as const;
const EVENTS = ['мероприятие', 'мероприятия', 'мероприятий'] as const;
const MATERIALS = ['материал', 'материала', 'материалов'] as const;

const isAbove = (level: string): boolean => level !== '' && level !== 'ОО';

/** Something dated must have happened within so many months. */
function within(
  c: Case,
  dates: readonly { readonly date: DateText; readonly until: string }[],
  months: number,
): { last: DateText | ''; count: number; renewBy: DateText } {
  const since = addMonths(c.day, -months);
  let last: DateText | '' = '';
  let count = 0;
  for (const { date, until } of dates) {
    if (until <= c.day || date > c.day || date === '') continue;
    last = later(last, date);
    if (date >= since) count++;
  }
  return { last, count, renewBy: addMonths(last || c.start, months) };
}

const found = (count: number, last: DateText | '', forms: readonly [string, string, string], tab: string) =>
  count === 0 ? [] : [evidence(`${counted(count, forms)}, последнее ${shortDate(last)}`, tab)];

/** Evidence that is a record of something that happened, and grows old. */
export const activity: readonly EvidenceRule[] = [
  {
    title: 'журнал поддержки',
    task: 'Поддержка участников: записи в журнале',
    tab: 'support',
    needs: [['support', 'date', 'kinds']],
    renew: 'Внесите в «Журнал поддержки» оказанную поддержку',
    judge: (c) => {
      const { support, settings } = c.sources;
      const { last, count, renewBy } = within(c, support, settings.number('supportMonths'));
      const year = c.day.slice(0, 4);
      const used = new Set(
        support
          .filter((s) => s.until > c.day && s.date <= c.day && s.date.startsWith(year))
          .flatMap((s) => s.kinds),
      );
      const unused = enumerations.supportKind.values.filter((kind) => !used.has(kind));
      return {
        done: count > 0,
        doneOn: last,
        renewBy,
        evidence:
          count === 0
            ? []
            : [evidence(`${counted(count, ENTRIES)}, последняя ${shortDate(last)}`, tabs.support.title)],
        left:
          count === 0
            ? `Внесите в «Журнал поддержки» оказанную поддержку${last && `: последняя запись ${shortDate(last)}`}`
            : unused.length > 0
              ? `В ${year} году нет записей о поддержке: ${joinList(unused)}`
              : '',
      };
    },
  },
  {
    title: 'обучение выше уровня ОО',
    task: 'Обучение наставников и кураторов',
    tab: 'training',
    needs: [['training', 'level', 'to', 'state']],
    renew: 'Внесите в «Обучение» мероприятия нового учебного года',
    judge: (c) => {
      const from = schoolYearStart(c.day);
      const held = c.sources.training.filter((t) => t.until > c.day && t.to <= c.day && isAbove(t.level));
      const now = held.filter((t) => t.to >= from);
      const last = now.reduce<DateText | ''>((day, t) => later(day, t.to), '');
      return {
        done: now.length > 0,
        doneOn: last,
        renewBy: schoolYearEnd(c.day),
        evidence: found(now.length, last, EVENTS, tabs.training.title),
        left: now.length > 0 ? '' : 'В этом учебном году нет обучения выше уровня ОО: внесите в «Обучение»',
      };
    },
  },
  {
    title: 'практики выше уровня ОО',
    task: 'Распространение практик выше уровня ОО',
    tab: 'practices',
    needs: [['practices', 'level', 'date']],
    renew: 'Внесите в «Практики» материалы выше уровня ОО',
    judge: (c) => {
      const above = c.sources.practices.filter((p) => isAbove(p.level));
      const { last, count, renewBy } = within(c, above, 12);
      return {
        done: count > 0,
        doneOn: last,
        renewBy,
        evidence: found(count, last, MATERIALS, tabs.practices.title),
        left: count > 0 ? '' : 'За год нет практик выше уровня ОО: внесите в «Практики»',
      };
    },
  },
  {
    title: 'обучение наставников ОО',
    task: 'Обучение наставников',
    tab: 'training',
    needs: [
      ['training', 'participants', 'to', 'state'],
      ['mentors', 'organisation', 'entered'],
    ],
    people: true,
    renew: 'Внесите в «Обучение» новое обучение наставников',
    judge: (c): Judged => {
      // Training between the last control date and this one; where there is none, of the last year.
      const since = c.controlDate === '' ? addYears(c.day, -1) : c.before || c.start;
      const courses = c.own!.training.filter(
        (t) => t.until > c.day && t.from <= c.day && (c.before === '' ? t.to >= since : t.to > since),
      );
      const first = courses[0]?.to ?? '';
      return {
        done: courses.length > 0,
        doneOn: first,
        renewBy: addYears(courses[courses.length - 1]?.to ?? c.start, 1),
        evidence: courses
          .slice(0, 1)
          .map((t) => evidence(`обучение ${shortDate(t.to)}`, tabs.training.title, t.id)),
        left: courses.length > 0 ? '' : 'Внесите в «Обучение» обучение наставников с отметкой «факт»',
      };
    },
  },
  {
    title: 'рубрика и материалы ОО',
    task: 'Рубрика «Наставничество» и материалы',
    tab: 'practices',
    needs: [
      ['organisations', 'section'],
      ['practices', 'organisation', 'date'],
    ],
    renew: 'Разместите новый материал о наставничестве и внесите его в «Практики»',
    judge: (c) => {
      const { last, count, renewBy } = within(c, c.own!.practices, 12);
      const { section } = c.own!.organisation;
      const missing = [
        ...(section ? [] : ['укажите ссылку на рубрику «Наставничество» («Организации»)']),
        ...(count > 0 ? [] : ['внесите в «Практики» материал за последний год']),
      ].join('; ');
      return {
        done: section && count > 0,
        doneOn: last,
        renewBy: section ? renewBy : addMonths(c.start, c.sources.settings.number('reviewMonths')),
        evidence: found(count, last, MATERIALS, tabs.practices.title),
        left: capital(missing),
      };
    },
  },
];
