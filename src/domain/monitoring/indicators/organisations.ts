import type { MonitoringContext, OrganisationFacts } from '../context';
import { KINDS } from '../document-kinds';
import { type Indicator, one, share } from './indicator';

export const hasDocument = (o: OrganisationFacts, ...kinds: string[]): boolean =>
  kinds.every((kind) => o.documents.some((d) => d.kind === kind));

const DOCUMENTS = ['documents', 'organisation', 'kind', 'date', 'from?', 'to?'] as const;
const CURATORS = ['curators', 'organisation', 'from', 'to?', 'order'] as const;
const ORDERS = ['documents', 'id', 'number', 'date'] as const;

const base = { part: '', unit: '%', better: 'more' } as const;

/** «все строки, действующие на D, с перечнем, хотя бы одна» (§3.6, И-09). */
const everyHas = <T>(rows: readonly T[], filled: (row: T) => boolean): boolean =>
  rows.length > 0 && rows.every(filled);

const personsKept = (c: MonitoringContext): boolean => c.settings.text('storageMode') !== 'Только агрегаты';

export const organisations: readonly Indicator[] = [
  {
    ...base,
    code: 'И-04',
    name: 'Доля ОО, внедривших ЦМН',
    formula:
      'ОО с приказом о внедрении или Положением, действующими на D / ОО-участники, представившие форму',
    source: 'определение этой программы',
    needs: [DOCUMENTS],
    organisation: (o) => one(hasDocument(o, KINDS.introduction) || hasDocument(o, KINDS.regulation)),
  },
  {
    ...base,
    code: 'И-05',
    name: 'Доля ОО с назначенным куратором (приказ)',
    formula:
      'ОО с действующим на D куратором, у которого есть № и дата приказа не позднее D / ОО-участники, представившие форму',
    source: 'план, п. 2.1',
    needs: [CURATORS, ORDERS],
    organisation: (o) => one(o.curators.length > 0),
  },
  {
    ...base,
    code: 'И-06',
    name: 'из них в срок',
    formula:
      'ОО, чей самый ранний приказ о назначении куратора издан в срок плана / ОО с назначенным куратором (И-05)',
    source: 'план, п. 2.1',
    needs: [CURATORS, ORDERS],
    organisation: (o, c) => {
      const earliest = [...o.curatorOrders].sort()[0] ?? '';
      const inTime = earliest !== '' && earliest <= c.settings.date('curatorDeadline');
      return share(o.curators.length > 0 && inTime ? 1 : 0, o.curators.length > 0 ? 1 : 0);
    },
  },
  {
    ...base,
    code: 'И-07',
    name: 'Доля ОО с пакетом документов (Положение + ДК)',
    formula: 'ОО с действующими на D Положением и дорожной картой / ОО-участники, представившие форму',
    source: 'план, п. 2.2',
    needs: [DOCUMENTS],
    organisation: (o) => one(hasDocument(o, KINDS.regulation, KINDS.roadmap)),
  },
  {
    ...base,
    code: 'И-08',
    name: 'Доля ОО с полным пакетом (+ Программа)',
    formula:
      'ОО с действующими на D Положением, дорожной картой и программой / ОО-участники, представившие форму',
    source: 'план, п. 2.2',
    needs: [DOCUMENTS],
    organisation: (o) => one(hasDocument(o, KINDS.regulation, KINDS.roadmap, KINDS.programme)),
  },
  {
    ...base,
    code: 'И-09',
    part: 'mentees',
    name: 'Доля ОО с базой наставляемых с запросами',
    formula:
      'ОО, где у всех активных наставляемых указан запрос (или отмечено «Наставляемых нет» с причиной) / ОО-участники, представившие форму',
    source: 'план, п. 2.3',
    needs: [['mentees', 'organisation', 'entered', 'requests', 'ended?']],
    organisation: (o, c) =>
      personsKept(c)
        ? one(o.organisation.noMentees || everyHas(o.mentees, (m) => m.requests.length > 0))
        : null,
  },
  {
    ...base,
    code: 'И-09',
    part: 'mentors',
    name: 'Доля ОО с базой наставников с компетенциями',
    formula: 'ОО, где у всех активных наставников указаны компетенции / ОО-участники, представившие форму',
    source: 'план, п. 2.4',
    needs: [['mentors', 'organisation', 'entered', 'competences', 'left?']],
    organisation: (o, c) =>
      personsKept(c) ? one(everyHas(o.mentors, (m) => m.competences.length > 0)) : null,
  },
  {
    ...base,
    code: 'И-18',
    name: 'Доля ОО с рубрикой «Наставничество» на сайте',
    formula: 'ОО с указанной ссылкой на рубрику / ОО-участники, представившие форму',
    source: 'план, п. 2.8',
    needs: [['organisations', 'section']],
    undated: true,
    organisation: (o) => one(o.organisation.section),
  },
  {
    ...base,
    code: 'И-27',
    name: 'Доля ОО с установленным поощрением наставников',
    formula: 'ОО с действующим на D локальным актом о поощрении / ОО-участники, представившие форму',
    source: 'перечень сайтов регионального мониторинга',
    needs: [DOCUMENTS],
    organisation: (o) => one(hasDocument(o, KINDS.reward)),
  },
  {
    ...base,
    code: 'И-29',
    name: 'Полнота и своевременность представления данных',
    formula: 'формы «Принято», представленные не позднее срока волны / все ОО-участники',
    source: 'план, п. 3.3–3.4',
    needs: [['forms', 'organisation', 'wave', 'status', 'submittedOn']],
    ofAll: true,
    organisation: (o, c) =>
      one(o.form?.status === 'Принято' && o.form.submittedOn !== '' && o.form.submittedOn <= c.wave.submitBy),
  },
];
