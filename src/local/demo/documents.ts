import { addDays, type DateText, daysBetween } from '../../domain/text/calendar';
import { shortDate } from '../../domain/text/print-date';
import { type DemoRow, day, inForce, recordId, referenceTo, row } from './cells';
import type { Naming } from './names';
import { CLOSED } from './organisation-profiles';
import { type OrderDays, type Organisation, organisationReference } from './organisations';
import type { Unit } from './units';

interface Draft {
  /** How other records find it: `ORG-01 curator`. */
  readonly key: string;
  readonly organisation?: Organisation;
  readonly kind: string;
  readonly name: string;
  readonly date: DateText;
  readonly number?: string;
  readonly link?: boolean;
  readonly to?: DateText;
  readonly replaces?: string;
}

export interface Document extends Draft {
  readonly id: string;
  readonly number: string;
}

export interface Documents {
  readonly all: readonly Document[];
  /** `DOC-014 · 26/1 от 01.09.2022`; undefined when there is no such document. */
  reference(key: string): string | undefined;
}

const OF_SYSTEM = 'Положение о системе наставничества педагогических работников и обучающихся';

/** First in the book, so that their IDs do not depend on anything: roadmap-status.ts names them. */
const MUNICIPAL: readonly Draft[] = [
  {
    key: 'municipal introduction',
    kind: 'Приказ о внедрении ЦМН',
    number: '156',
    date: '2022-10-03',
    name: 'О внедрении целевой модели наставничества педагогических работников',
  },
  {
    key: 'municipal roadmap',
    kind: 'Муниципальная дорожная карта',
    number: '156',
    date: '2022-10-03',
    name: 'План мероприятий («дорожная карта») по внедрению целевой модели наставничества',
  },
  {
    key: 'municipal monitoring 2023',
    kind: 'Приказ о проведении мониторинга',
    number: '41-од',
    date: '2023-03-20',
    name: 'О проведении муниципального мониторинга в апреле 2023 года',
  },
  {
    key: 'municipal memo 2023',
    kind: 'Аналитическая справка',
    number: 'б/н',
    date: '2023-04-28',
    name: 'Справка по итогам муниципального мониторинга, апрель 2023 года',
  },
  {
    key: 'municipal results 2023',
    kind: 'Приказ по итогам мониторинга',
    number: '78',
    date: '2023-05-11',
    name: 'Об итогах муниципального мониторинга',
  },
  {
    key: 'municipal letter',
    kind: 'Письмо ИРО ПК',
    number: '01-03\\482',
    date: '2023-11-07',
    name: 'О представлении сведений о количестве участников программ наставничества',
  },
  {
    key: 'municipal monitoring 2024',
    kind: 'Приказ о проведении мониторинга',
    number: '52/1',
    date: '2024-03-18',
    name: 'О проведении муниципального мониторинга в апреле 2024 года',
  },
];

export function draftDocuments(organisations: readonly Organisation[], units: readonly Unit[]): Documents {
  const drafts = organisations.flatMap((o) =>
    draftsOf(o, units).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  );
  const all = [...MUNICIPAL, ...drafts].map((draft, index) => ({
    ...draft,
    id: recordId('DOC', index + 1),
    number: draft.number ?? numberOf(draft, drafts),
  }));
  const byKey = new Map(all.map((d) => [d.key, d]));
  return {
    all,
    reference(key) {
      const found = byKey.get(key);
      return found && referenceTo(found.id, `${found.number} от ${shortDate(found.date)}`);
    },
  };
}

function draftsOf(organisation: Organisation, units: readonly Unit[]): Draft[] {
  const { id, days, package: owned } = organisation;
  const own = units.filter((u) => u.organisation.id === id);
  const to = id === CLOSED.id ? CLOSED.on : undefined;
  const drafts: Draft[] = [];
  const add = (key: string, kind: string, name: string, date: DateText, more: Partial<Draft> = {}) =>
    drafts.push({ key: `${id} ${key}`, organisation, kind, name, date, link: true, ...more });
  if (own.length > 0 && id !== 'ORG-13') {
    add(
      'curator',
      'Приказ о назначении куратора',
      'О назначении куратора внедрения целевой модели наставничества',
      days.curator,
      { to },
    );
  }
  if (id === 'ORG-02') {
    add('curator 2', 'Приказ о назначении куратора', 'О смене куратора наставничества', '2023-08-31', {
      replaces: `${id} curator`,
    });
  }
  if (owned.includes('И'))
    add(
      'introduction',
      'Приказ о внедрении ЦМН',
      'О внедрении целевой модели наставничества',
      days.introduction,
      { to },
    );
  if (owned.includes('П')) {
    // A real statute was approved on a Sunday: rule R-36 should notice.
    const date = id === 'ORG-08' ? '2022-10-16' : days.package;
    add('statute', OF_SYSTEM, OF_SYSTEM, date, { to });
  }
  if (owned.includes('Д'))
    add(
      'roadmap',
      'Дорожная карта ОО',
      'Дорожная карта внедрения целевой модели на 2022–2024 годы',
      days.package,
      { to },
    );
  if (owned.includes('Р'))
    add(
      'programme',
      'Программа наставничества',
      'Программа наставничества педагогических работников',
      addDays(days.package, 0),
      { to },
    );
  if (owned.includes('О'))
    add(
      'reward',
      'Локальный акт о поощрении наставников',
      'О стимулирующих выплатах наставникам',
      '2023-01-16',
      { link: false },
    );
  if (own.some((u) => u.year === 2022)) {
    add(
      'appointed22',
      'Приказ о назначении наставников',
      'О назначении наставников на 2022/2023 учебный год',
      days.appointed22,
    );
  }
  if (own.some((u) => u.year === 2023)) {
    add(
      'appointed23',
      'Приказ о назначении наставников',
      'О назначении наставников на 2023/2024 учебный год',
      days.appointed23,
    );
  }
  const names: Partial<Record<keyof OrderDays, string>> = {
    assigned22: 'О закреплении наставнических пар и групп на 2022/2023 учебный год',
    assigned23: 'О закреплении наставнических пар и групп на 2023/2024 учебный год',
    replacement: 'О замене наставника и закреплении пары',
    winter: 'О закреплении наставнических пар со второго полугодия',
    spring: 'О закреплении наставнических пар на май – декабрь 2024 года',
  };
  for (const [key, name] of Object.entries(names) as [keyof OrderDays, string][]) {
    if (own.some((u) => u.order === key))
      add(key, 'Приказ о закреплении наставнических пар/групп', name, days[key]);
  }
  if (own.some((u) => u.fate === 'replaced')) {
    add('stop', 'Приказ о прекращении/замене', 'О прекращении работы наставнической пары', '2023-11-30');
  }
  if (owned.includes('Р'))
    add(
      'consents',
      'Согласия',
      'Журнал учёта согласий на обработку персональных данных',
      addDays(days.appointed22, 0),
      { number: 'б/н', link: false },
    );
  return drafts;
}

/** Every organisation numbers its orders in its own way; numbers grow within the year. */
const STYLES: readonly ((n: number) => string)[] = [
  (n) => `${n}-од`,
  (n) => `${n}/1`,
  (n) => `${n}а`,
  (n) => `01-03\\${n}`,
  (n) => `${n}`,
  (n) => `${n}-А`,
  (n) => `${Math.ceil(n / 2)}/2-р`,
];

function numberOf(draft: Draft, all: readonly Draft[]): string {
  const id = draft.organisation!.id;
  const year = draft.date.slice(0, 4);
  const place = all.filter((d) => d.organisation?.id === id && d.date.startsWith(year)).indexOf(draft);
  const index = Number(id.slice(-2));
  const perDay = 0.3 + (index % 5) / 10;
  const n = Math.round(daysBetween(`${year}-01-01`, draft.date) * perDay) + 2 * place + 1;
  return STYLES[index % STYLES.length]!(n);
}

export function documentRows(documents: Documents, naming: Naming): readonly DemoRow[] {
  return documents.all.map((d) => {
    const o = d.organisation;
    const place = documents.all.filter((x) => x.organisation === o).indexOf(d) + 1;
    const site = o?.site ?? 'https://umu.example.org/';
    return row({
      id: d.id,
      organisation: o && organisationReference(o),
      level: o ? 'ОО' : 'муниципальный',
      kind: d.kind,
      number: d.number,
      date: day(d.date),
      name: d.name,
      signedBy: o
        ? [o.headPosition, naming.mention(o.principal)].filter(Boolean).join(' ')
        : 'начальник Управления',
      link: d.link === false ? undefined : `${site}dokumenty/${o ? 'nast' : 'monitoring'}-${place}.pdf`,
      to: day(d.to),
      replaces: d.replaces && documents.reference(d.replaces),
      ...inForce(
        d.date > '2024-03-01' ? d.date : '2024-03-26',
        o ? curatorMail(o) : 'koordinator@example.ru',
      ),
    });
  });
}

/** Functional addresses: nobody's name in them. */
export const curatorMail = (o: { readonly host: string }): string => `kurator.${o.host}@example.ru`;
