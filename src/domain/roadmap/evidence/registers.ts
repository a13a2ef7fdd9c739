import {
  isActingCurator,
  isActiveMentee,
  isActiveMentor,
  isActivePair,
  isProgramme,
} from '../../monitoring/membership';
import type { Mentee, Mentor, Pair, Programme } from '../../monitoring/records';
import { tabs } from '../../registry/tabs';
import {
  addMonths,
  type DateText,
  earlier,
  later,
  schoolYearEnd,
  schoolYearStart,
} from '../../text/calendar';
import { capital } from '../../text/letter-case';
import { counted, type PluralForms } from '../../text/plural';
import { shortDate } from '../../text/print-date';
import { type Case, type EvidenceRule, evidence, isDated, type Judged, organisations } from './evidence-rule';
import { latestBy, type Own } from './sources';

const MENTORS: PluralForms = ['наставник', 'наставника', 'наставников'];
const OF_MENTORS: PluralForms = ['наставника', 'наставников', 'наставников'];
const MENTEES: PluralForms = ['наставляемый', 'наставляемых', 'наставляемых'];
const OF_MENTEES: PluralForms = ['наставляемого', 'наставляемых', 'наставляемых'];
const UNITS: PluralForms = ['пара или группа', 'пары и группы', 'пар и групп'];
const OF_UNITS: PluralForms = ['пары или группы', 'пар и групп', 'пар и групп'];
const PROGRAMMES: PluralForms = ['программы', 'программ', 'программ'];

const activePairs = ({ own, day }: Case): Pair[] =>
  own!.pairs.filter((p) => p.until > day && isActivePair(p, { asOf: day }));

/**
 * Every running pair has what is asked of it.
 * @param since the day since which a pair has it; null when it has not
 */
function everyPair(c: Case, since: (p: Pair) => DateText | null, what: string, tab: string): Judged {
  const pairs = activePairs(c);
  const lacking = pairs.filter((p) => since(p) === null);
  const none = pairs.length === 0;
  const excused = none && c.own!.organisation.noMentees;
  const done = excused || (!none && lacking.length === 0);
  const lackingSince = lacking.reduce<DateText | ''>((day, p) => earlier(day, p.from), '');
  return {
    done,
    doneOn: done ? pairs.reduce<DateText | ''>((day, p) => later(day, since(p) ?? ''), '') : '',
    renewBy: done ? '' : lackingSince || addMonths(c.start, c.sources.settings.number('reviewMonths')),
    evidence: excused
      ? [evidence('наставляемых нет, причина указана', tabs.organisations.title, c.own!.organisation.id)]
      : none
        ? []
        : [evidence(`${counted(pairs.length - lacking.length, UNITS)} из ${pairs.length}`, tab)],
    left: done
      ? ''
      : none
        ? 'Сформируйте пары и группы или укажите «Наставляемых нет (причина)»'
        : `${what}: нет у ${counted(lacking.length, OF_UNITS)}`,
  };
}

const isProgrammeOn = (p: Programme, day: DateText): boolean =>
  p.until > day && p.to !== '' && isProgramme(p, { asOf: day });

/** Exactly one acting curator in each organisation, looked through lately. */
function curatorBase(c: Case): Judged {
  const { day, acting } = c;
  const months = c.sources.settings.number('staleMonths');
  const [without, several, stale]: Own[][] = [[], [], []];
  let renewBy: DateText | '' = '';
  for (const own of acting) {
    const curators = own.curators.filter((x) => x.until > day && isActingCurator(x, { asOf: day }));
    if (curators.length !== 1) {
      (curators.length === 0 ? without : several).push(own);
      const gone = own.curators.reduce<DateText | ''>(
        (last, x) => (x.to <= day ? later(last, x.to) : last),
        '',
      );
      renewBy = earlier(renewBy, later(gone, later(own.organisation.from, c.start)));
      continue;
    }
    const [{ updatedOn, from }] = curators;
    const until = addMonths(updatedOn !== '' && updatedOn <= day ? updatedOn : from, months);
    if (until < day) stale.push(own);
    renewBy = earlier(renewBy, until);
  }
  const good = acting.length - without.length - several.length - stale.length;
  const left = [
    ...(without.length > 0 ? [`нет куратора: ${organisations(without)}`] : []),
    ...(several.length > 0 ? [`кураторов больше одного: ${organisations(several)}`] : []),
    ...(stale.length > 0 ? [`обновите сведения о кураторах: ${organisations(stale)}`] : []),
  ].join('; ');
  return {
    done: acting.length > 0 && left === '',
    doneOn: '',
    renewBy: renewBy || addMonths(c.start, months),
    evidence:
      good > 0
        ? [evidence(`один действующий куратор в ${good} из ${acting.length} ОО`, tabs.curators.title)]
        : [],
    left: left === '' ? (acting.length > 0 ? '' : 'Внесите организации и кураторов') : capital(left),
  };
}

/** Rows without errors, and each organisation looked through its list in this school year. */
function mentorBase(c: Case): Judged {
  const { day, acting } = c;
  const from = schoolYearStart(day);
  const unconfirmed: Own[] = [];
  let [rows, bad] = [0, 0];
  for (const own of acting) {
    let confirmed = false;
    let any = false;
    for (const m of own.mentors) {
      if (m.until <= day || !isActive(m, day)) continue;
      any = true;
      rows++;
      if (m.errors > 0) bad++;
      if (m.updatedOn >= from && m.updatedOn <= day) confirmed = true;
    }
    if (any && !confirmed) unconfirmed.push(own);
  }
  const left = [
    ...(rows === 0 ? ['внесите наставников'] : []),
    ...(bad > 0 ? [`исправьте ошибки в записях ${counted(bad, OF_MENTORS)}`] : []),
    ...(unconfirmed.length > 0
      ? [`списки не подтверждены в этом учебном году: ${organisations(unconfirmed)}`]
      : []),
  ].join('; ');
  return {
    done: left === '',
    doneOn: '',
    renewBy: schoolYearEnd(day),
    evidence: rows > 0 ? [evidence(counted(rows, MENTORS), tabs.mentors.title)] : [],
    left: capital(left),
  };
}

const isActive = (m: Mentor, day: DateText): boolean => isActiveMentor(m, { asOf: day });

function menteeBase(c: Case): Judged {
  const { day, own } = c;
  let doneOn: DateText | '' = '';
  let [rows, lacking] = [0, 0];
  for (const m of own!.mentees) {
    if (!isEntered(m, day)) continue;
    if (m.requests.length > 0) {
      doneOn = earlier(doneOn, m.entered);
      rows++;
    } else if (isActiveMentee(m, { asOf: day })) lacking++;
  }
  const { noMentees, updatedOn, id } = own!.organisation;
  const done = rows > 0 || noMentees;
  const seen = later(latestBy(own!.seen.mentees, day), noMentees && updatedOn <= day ? updatedOn : '');
  return {
    done,
    doneOn,
    renewBy: addMonths(seen || c.start, c.sources.settings.number('reviewMonths')),
    evidence:
      rows > 0
        ? [evidence(`${counted(rows, MENTEES)} с запросами`, tabs.mentees.title)]
        : noMentees
          ? [evidence('наставляемых нет, причина указана', tabs.organisations.title, id)]
          : [],
    left: !done
      ? 'Внесите наставляемых с запросами или укажите «Наставляемых нет (причина)»'
      : lacking > 0
        ? `Укажите запросы ${counted(lacking, OF_MENTEES)}`
        : '',
  };
}

const isEntered = (m: Mentee | Mentor, day: DateText): boolean =>
  m.until > day && m.entered !== '' && m.entered <= day;

function mentorList(c: Case): Judged {
  const { day, own } = c;
  let doneOn: DateText | '' = '';
  let since: DateText | '' = '';
  let [active, complete] = [0, 0];
  for (const m of own!.mentors) {
    if (!isEntered(m, day)) continue;
    const full = m.competences.length > 0 && isDated(m.order, day);
    if (full) doneOn = earlier(doneOn, m.order.date);
    if (!isActive(m, day)) continue;
    active++;
    if (full) complete++;
    else since = earlier(since, m.entered);
  }
  const none = active === 0;
  const done = none ? own!.organisation.noMentees : complete === active;
  const months = c.sources.settings.number('reviewMonths');
  return {
    done,
    doneOn,
    once: doneOn !== '' || done,
    renewBy: since || addMonths(latestBy(own!.seen.mentors, day) || c.start, months),
    evidence: none ? [] : [evidence(`${counted(complete, MENTORS)} из ${active}`, tabs.mentors.title)],
    left: done
      ? ''
      : none
        ? 'Внесите наставников с компетенциями и приказом о назначении'
        : `Укажите компетенции и приказ ${counted(active - complete, OF_MENTORS)}`,
  };
}

function reconciliation(c: Case): Judged {
  const { day, own } = c;
  const months = c.sources.settings.number('reviewMonths');
  const last = latestBy(own!.seen.all, day);
  const renewBy = addMonths(last || c.start, months);
  const fresh = last !== '' && renewBy >= day;
  const errors = own!.errors ?? 0;
  const left = [
    ...(errors > 0 ? [`исправьте ошибки в записях: ${errors}`] : []),
    ...(fresh ? [] : ['сверьте записи и обновите «Дату актуализации»']),
  ].join('; ');
  return {
    done: left === '',
    doneOn: last,
    renewBy,
    evidence: last === '' ? [] : [evidence(`последняя сверка ${shortDate(last)}`, tabs.mentors.title)],
    left: capital(left),
  };
}

/** Evidence that is the state of a registry: complete on the day, and looked through lately. */
export const registers: readonly EvidenceRule[] = [
  {
    title: 'база кураторов',
    task: 'Муниципальная база кураторов',
    tab: 'curators',
    needs: [['curators', 'organisation', 'from']],
    renew: 'Проверьте базу кураторов и обновите «Дату актуализации»',
    judge: curatorBase,
  },
  {
    title: 'муниципальная база наставников',
    task: 'Муниципальная база наставников',
    tab: 'mentors',
    needs: [['mentors', 'organisation', 'entered', 'updatedOn']],
    people: true,
    renew: 'В новом учебном году подтвердите списки наставников',
    judge: mentorBase,
  },
  {
    title: 'база наставляемых ОО',
    task: 'База наставляемых с запросами',
    tab: 'mentees',
    needs: [['mentees', 'organisation', 'entered', 'requests']],
    people: true,
    renew: 'Проверьте базу наставляемых и обновите «Дату актуализации»',
    judge: menteeBase,
  },
  {
    title: 'база наставников ОО',
    task: 'База наставников с компетенциями и приказ о назначении',
    tab: 'mentors',
    needs: [
      ['mentors', 'organisation', 'entered', 'competences', 'order'],
      ['documents', 'id', 'number', 'date'],
    ],
    people: true,
    renew: 'Проверьте базу наставников и обновите «Дату актуализации»',
    judge: mentorList,
  },
  {
    title: 'приказы о закреплении пар',
    task: 'Пары и группы с приказом о закреплении',
    tab: 'pairs',
    needs: [
      ['pairs', 'organisation', 'from', 'status', 'order'],
      ['documents', 'id', 'number', 'date'],
    ],
    people: true,
    judge: (c) =>
      everyPair(
        c,
        ({ order }) => (isDated(order, c.day) ? order.date : null),
        'Внесите приказ о закреплении',
        tabs.pairs.title,
      ),
  },
  {
    title: 'программы и ИОМ пар',
    task: 'Программы и маршруты пар и групп',
    tab: 'programmes',
    needs: [
      ['pairs', 'organisation', 'from', 'status'],
      ['programmes', 'type', 'pair', 'from', 'to'],
    ],
    people: true,
    judge: (c) => {
      let expired = 0;
      const judged = everyPair(
        c,
        ({ id }) => {
          let from: DateText | null = null;
          for (const x of c.sources.programmes.get(id) ?? [])
            if (isProgrammeOn(x, c.day) && (from === null || x.from < from)) from = x.from;
          return from;
        },
        'Внесите программу или ИОМ',
        tabs.programmes.title,
      );
      for (const p of activePairs(c))
        for (const x of c.sources.programmes.get(p.id) ?? [])
          if (isProgrammeOn(x, c.day) && x.to < c.day && x.result === '' && x.progress !== 100) expired++;
      if (expired === 0) return judged;
      const words = `Срок прошёл, итога нет: ${counted(expired, PROGRAMMES)}`;
      return { ...judged, left: judged.left === '' ? words : `${judged.left}; ${words.toLowerCase()}` };
    },
  },
  {
    title: 'сверка реестров ОО',
    task: 'Персонифицированный учёт: сверка реестров',
    tab: 'mentors',
    needs: [
      ['mentors', 'organisation', 'updatedOn'],
      ['mentees', 'organisation', 'updatedOn'],
    ],
    people: true,
    renew: 'Сверьте записи и обновите «Дату актуализации»',
    judge: reconciliation,
  },
];
