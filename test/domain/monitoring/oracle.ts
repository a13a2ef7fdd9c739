/**
 * The indicators of domain.md §3.6 computed a second time, from the text alone: plain filters over plain records, no
 * index and nothing of src/domain/monitoring. Slow and obvious on purpose.
 */
import type { TabKey } from '../../../src/domain/registry/tab';
import type { Book, Row, Values } from '../book';

export interface Figure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly status: 'value' | 'zero-denominator' | 'no-data';
}

export interface OracleWave {
  readonly key: string;
  readonly asOf: string;
  readonly periodFrom: string;
  readonly submitBy: string;
}

const SUBMITTED = ['Представлено', 'На проверке', 'Принято', 'Представлено повторно'];
const POLICY = 'Положение о системе наставничества педагогических работников и обучающихся';
const LEVELS = ['ОО', 'муниципальный', 'межмуниципальный', 'краевой', 'всероссийский', 'международный'];
const TYPES = [
  'рубрика на сайте ОО',
  'пост в соцсети',
  'статья',
  'выступление',
  'мастер-класс',
  'видеоматериал',
  'участие в конкурсе',
  'запись в банке практик',
  'интернет-сообщество',
];

const NO_DATA: Figure = { numerator: null, denominator: null, value: null, status: 'no-data' };
type Fraction = { n: number; d: number } | null;

const text = (row: Row | undefined, key: string): string => String(row?.[key] ?? '');
const list = (row: Row, key: string): string[] =>
  text(row, key)
    .split(';')
    .map((id) => id.trim())
    .filter(Boolean);
const number = (row: Row | undefined, key: string): number | null =>
  typeof row?.[key] === 'number' ? (row[key] as number) : null;
const fold = (name: string) => name.trim().toLowerCase().replace(/ё/g, 'е');
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** Same day `n` years earlier; 29 February becomes the 28th. */
function yearsBefore(date: string, n: number): string {
  const day = `${Number(date.slice(0, 4)) - n}${date.slice(4)}`;
  return day.endsWith('02-29') && !leap(Number(day.slice(0, 4))) ? `${day.slice(0, 8)}28` : day;
}
const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;

/** Whole years from one day to a later one; negative the other way. */
function wholeYears(from: string, to: string): number {
  if (to < from) return -wholeYears(to, from);
  let years = 0;
  while (yearsBefore(to, years + 1) >= from) years++;
  return years;
}

/** Keys are `code|part|scope`. */
export function oracle(book: Book, settings: Values, wave: OracleWave): Map<string, Figure> {
  const D = wave.asOf;
  const rows = (key: TabKey): Row[] =>
    (book[key] ?? []).filter(
      (r) => r.recordStatus === 'Действует' || (r.recordStatus === 'Архив' && text(r, 'archivedOn') > D),
    );
  const setting = (key: string, initial: string) => String(settings[key] ?? initial);

  // Organisations
  const allOrganisations = rows('organisations');
  const unit = (o: Row) => o.reportsThroughHead === true && text(o, 'head') !== '';
  const organisation = (id: string) => allOrganisations.find((o) => o.id === id);
  const reporting = (id: string): string => {
    const o = organisation(id);
    return o && o.participates === true && unit(o) ? reporting(text(o, 'head')) : id;
  };
  const exists = (o: Row) =>
    o.participates === true &&
    (!text(o, 'activeFrom') || text(o, 'activeFrom') <= D) &&
    (!text(o, 'activeTo') || text(o, 'activeTo') >= D);
  const participants = allOrganisations.filter((o) => exists(o) && !unit(o));
  const formOf = (o: string) => rows('forms').find((f) => f.wave === wave.key && f.organisation === o);
  const submitted = participants
    .map((o) => text(o, 'id'))
    .filter((o) => SUBMITTED.includes(text(formOf(o), 'status')));
  /** The head count of the form; else that of the organisation together with its units. */
  const head = (o: string, key: string): number | null => {
    const typed = number(formOf(o), key);
    if (typed !== null) return typed;
    const own = allOrganisations.filter((u) => u.id === o || (exists(u) && unit(u) && u.head === o));
    const counts = own.map((u) => number(u, key));
    return counts.includes(null) ? null : sum(counts as number[]);
  };
  const own = (o: string) => (row: Row) => reporting(text(row, 'organisation')) === o;

  // People
  const inForce = (from: string, to: string) => (r: Row) =>
    text(r, from) !== '' && text(r, from) <= D && (!text(r, to) || text(r, to) >= D);
  const inPeriod = (from: string, to: string) => (r: Row) =>
    text(r, from) !== '' && text(r, from) <= D && (!text(r, to) || text(r, to) >= wave.periodFrom);
  const mentors = rows('mentors').filter(inForce('entered', 'left'));
  const mentees = rows('mentees').filter(inForce('entered', 'ended'));
  const mentorsP = rows('mentors').filter(inPeriod('entered', 'left'));
  const menteesP = rows('mentees').filter(inPeriod('entered', 'ended'));
  const external = (r: Row) => text(r, 'workplace').startsWith('Иная организация');
  const student = (r: Row) => text(r, 'category') === 'студент-практикант / целевик';
  const main = (r: Row) => text(r, 'workplace') || text(r, 'organisation');
  const key = (r: Row) => `${fold(text(r, 'name'))}|${main(r)}`;

  /** People behind the rows: rows of one name and main organisation are one person, unless they stand in one organisation. */
  const perPerson = (people: readonly Row[]): Map<string, Row[]> => {
    const found = new Map<string, Row[]>();
    const met = new Map<string, number>();
    for (const r of people) {
      const there = `${key(r)}|${text(r, 'organisation')}`;
      const nth = met.get(there) ?? 0;
      met.set(there, nth + 1);
      const person = text(r, 'name') ? `${key(r)}#${nth}` : text(r, 'id');
      found.set(person, [...(found.get(person) ?? []), r]);
    }
    return found;
  };

  // Pairs
  const running = (r: Row) => r.status !== 'Планируется' && r.status !== 'Приостановлена';
  // One that is marked as over and has no day of its end is not known to have been active on D.
  const undatedEnd = (r: Row) =>
    !text(r, 'ended') && (r.status === 'Завершена' || r.status === 'Прекращена досрочно');
  const pairs = rows('pairs').filter((r) => inForce('from', 'ended')(r) && running(r) && !undatedEnd(r));
  const pairsP = rows('pairs').filter((r) => inPeriod('from', 'ended')(r) && r.status !== 'Планируется');
  const menteeRow = (id: string) => (book.mentees ?? []).find((m) => m.id === id);
  const known = (id: string) => (book.organisations ?? []).some((o) => o.id === id);
  const pairHome = (p: Row) => {
    const home = text(menteeRow(list(p, 'mentees')[0] ?? ''), 'organisation');
    return reporting(known(home) ? home : text(p, 'organisation'));
  };
  const ofPair = (o: string) => (p: Row) => pairHome(p) === o;
  const menteesIn = (some: readonly Row[]) => new Set(some.flatMap((p) => list(p, 'mentees')));
  const paired = menteesIn(pairs);
  const loadOf = (person: readonly Row[]) =>
    menteesIn(pairs.filter((p) => person.some((r) => list(p, 'mentors').includes(text(r, 'id'))))).size;

  // Documents
  const documents = rows('documents');
  const valid = (d: Row) => {
    const begun =
      text(d, 'date') !== '' && text(d, 'date') <= D && (!text(d, 'from') || text(d, 'from') <= D);
    return begun && (!text(d, 'to') || text(d, 'to') >= D);
  };
  const has = (o: string, kind: string) => documents.some((d) => d.kind === kind && valid(d) && own(o)(d));
  const orderOf = (r: Row) => {
    const d = documents.find((one) => one.id === r.order);
    return d && text(d, 'number') && text(d, 'date') ? text(d, 'date') : '';
  };
  /** The day of the order, be its number there or not. */
  const orderDay = (r: Row) =>
    text(
      documents.find((one) => one.id === r.order),
      'date',
    );
  const ordered = (r: Row) => orderOf(r) !== '' && orderOf(r) <= D;

  // Curators
  const acting = rows('curators').filter(inForce('from', 'to'));
  const hasCurator = (o: string) => acting.some((c) => own(o)(c) && ordered(c));
  const inTime = (o: string) => {
    const orders = documents.filter((d) => d.kind === 'Приказ о назначении куратора').filter(own(o));
    const dates = [...rows('curators').filter(own(o)).map(orderDay), ...orders.map((d) => text(d, 'date'))]
      .filter(Boolean)
      .sort();
    return dates.length > 0 && dates[0] <= '2022-10-20';
  };

  // Training
  const trainings = rows('training').filter(
    (t) =>
      t.state === 'факт' && text(t, 'to') >= yearsBefore(D, 3) && text(t, 'to') !== '' && text(t, 'to') <= D,
  );
  const trained = (id: string, kind?: string) =>
    trainings.some((t) => (!kind || t.kind === kind) && list(t, 'participants').includes(id));

  const yearsAt = (r: Row): number | null => {
    const years = number(r, 'years');
    if (years === null) return null;
    return text(r, 'yearsOn') ? Math.max(0, years + wholeYears(text(r, 'yearsOn'), D)) : years;
  };
  const isNew = (r: Row) => {
    const years = yearsAt(r);
    return years !== null && (setting('newYears', '≤ 3') === '< 3' ? years < 3 : years <= 3);
  };
  const isYoung = (r: Row) => {
    const born = text(r, 'birth');
    if (!/^\d{4}$/.test(born)) return ['до 25', '25–29', '30–34'].includes(born);
    const age = Number(D.slice(0, 4)) - Number(born);
    return setting('youngAge', '< 35') === '< 35' ? age < 35 : age <= 35;
  };

  const practices = rows('practices').filter(
    (p) => text(p, 'date') >= wave.periodFrom && text(p, 'date') !== '' && text(p, 'date') <= D,
  );
  const endedIn = (r: Row, from: string) =>
    text(r, 'ended') >= from && text(r, 'ended') !== '' && text(r, 'ended') <= D;
  const menteesEnded = rows('mentees').filter((m) => endedIn(m, wave.periodFrom));
  const pairsEnded = rows('pairs').filter(
    (p) => endedIn(p, wave.periodFrom) && (p.status === 'Завершена' || p.status === 'Прекращена досрочно'),
  );

  const aggregates = setting('storageMode', 'Коды вместо ФИО') === 'Только агрегаты';
  const figures = new Map<string, Figure>();
  const put = (code: string, part: string, scope: string, figure: Figure) =>
    figures.set(`${code}|${part}|${scope}`, figure);
  const percent = ({ n, d }: { n: number; d: number }): Figure =>
    d === 0
      ? { numerator: n, denominator: d, value: null, status: 'zero-denominator' }
      : { numerator: n, denominator: d, value: (n / d) * 100, status: 'value' };
  const count = (n: number): Figure => ({ numerator: n, denominator: null, value: n, status: 'value' });

  /** A share of every organisation; the municipality is Σ / Σ unless `whole` counts people who must not be counted twice. */
  const share = (
    code: string,
    part: string,
    of: (o: string) => Fraction,
    whole?: (organisations: readonly string[]) => Fraction,
  ) => {
    for (const o of participants.map((one) => text(one, 'id'))) {
      const f = submitted.includes(o) ? of(o) : null;
      put(code, part, o, f ? percent(f) : NO_DATA);
    }
    const known = submitted.filter((o) => of(o) !== null);
    const total = whole
      ? whole(known)
      : { n: sum(known.map((o) => of(o)!.n)), d: sum(known.map((o) => of(o)!.d)) };
    put(code, part, 'municipality', known.length === 0 || total === null ? NO_DATA : percent(total));
  };
  const counted = (code: string, part: string, of: (organisations: readonly string[]) => number) => {
    for (const o of participants.map((one) => text(one, 'id')))
      put(code, part, o, submitted.includes(o) ? count(of([o])) : NO_DATA);
    put(code, part, 'municipality', submitted.length === 0 ? NO_DATA : count(of(submitted)));
  };
  const ofAny = (organisations: readonly string[]) => (r: Row) =>
    organisations.includes(reporting(text(r, 'organisation')));
  const flag = (test: (o: string) => boolean) => (o: string) => ({ n: test(o) ? 1 : 0, d: 1 });

  // И-01: people, not rows
  const involved = (organisations: readonly string[]) => {
    const teaching = [
      ...perPerson(mentors.filter(ofAny(organisations)).filter((r) => !external(r))).values(),
    ];
    const learning = mentees.filter(ofAny(organisations)).filter((r) => !student(r));
    const isSame = (person: readonly Row[], m: Row) =>
      text(m, 'name') !== '' &&
      person.some(
        (r) =>
          fold(text(r, 'name')) === fold(text(m, 'name')) &&
          [reporting(text(r, 'organisation')), reporting(main(r))].includes(
            reporting(text(m, 'organisation')),
          ),
      );
    /** The most mentees that can be mentors too when each mentor is behind one of them: every set of mentors is tried. */
    const most = (some: readonly Row[]): number => {
      let best = new Set(['']);
      for (const m of some) {
        const next = new Set(best);
        for (const taken of best)
          teaching.forEach((person, i) => {
            if (!taken.includes(`,${i},`) && isSame(person, m))
              next.add([...taken.split(';').filter(Boolean), `,${i},`].sort().join(';'));
          });
        best = next;
      }
      return Math.max(...[...best].map((taken) => taken.split(';').filter(Boolean).length));
    };
    const names = [...new Set(learning.map((m) => fold(text(m, 'name'))))];
    const twice = sum(names.map((name) => most(learning.filter((m) => fold(text(m, 'name')) === name))));
    return teaching.length + learning.length - twice;
  };
  const teachersOf = (organisations: readonly string[]) =>
    sum(organisations.map((o) => head(o, 'teachers')!));
  share(
    'И-01',
    '',
    (o) => (head(o, 'teachers') === null ? null : { n: involved([o]), d: head(o, 'teachers')! }),
    (organisations) => ({ n: involved(organisations), d: teachersOf(organisations) }),
  );
  share('И-02', '', (o) =>
    head(o, 'newTeachers') === null
      ? null
      : { n: mentees.filter(own(o)).filter(isNew).length, d: head(o, 'newTeachers')! },
  );
  share('И-03', '', (o) =>
    setting('youngRule', 'возраст И стаж') !== 'возраст И стаж' || head(o, 'youngTeachers') === null
      ? null
      : {
          n: mentees.filter(own(o)).filter((m) => isNew(m) && isYoung(m)).length,
          d: head(o, 'youngTeachers')!,
        },
  );
  share(
    'И-04',
    '',
    flag((o) => has(o, 'Приказ о внедрении ЦМН') || has(o, POLICY)),
  );
  share('И-05', '', flag(hasCurator));
  share('И-06', '', (o) => (hasCurator(o) ? { n: inTime(o) ? 1 : 0, d: 1 } : { n: 0, d: 0 }));
  const packet = (o: string) => has(o, POLICY) && has(o, 'Дорожная карта ОО');
  share('И-07', '', flag(packet));
  share(
    'И-08',
    '',
    flag((o) => packet(o) && has(o, 'Программа наставничества')),
  );
  share(
    'И-09',
    'mentees',
    flag((o) => {
      const base = mentees.filter(own(o));
      const listed = base.length > 0 && base.every((m) => text(m, 'requests') !== '');
      return listed || text(organisation(o), 'noMentees') !== '';
    }),
  );
  share(
    'И-09',
    'mentors',
    flag((o) => {
      const base = mentors.filter(own(o));
      return base.length > 0 && base.every((m) => text(m, 'competences') !== '');
    }),
  );
  const homes = (organisations: readonly string[]) => (p: Row) => organisations.includes(pairHome(p));
  for (const [when, m, n, p] of [
    ['D', mentors, mentees, pairs],
    ['P', mentorsP, menteesP, pairsP],
  ] as const) {
    counted('И-10', `mentors.${when}`, (os) => perPerson(m.filter(ofAny(os))).size);
    counted('И-10', `mentees.${when}`, (os) => n.filter(ofAny(os)).length);
    counted('И-10', `pairs.${when}`, (os) => p.filter(homes(os)).filter((u) => u.type === 'пара').length);
    counted('И-10', `groups.${when}`, (os) => p.filter(homes(os)).filter((u) => u.type === 'группа').length);
    counted(
      'И-10',
      `group_members.${when}`,
      (os) => menteesIn(p.filter(homes(os)).filter((u) => u.type === 'группа')).size,
    );
  }
  share('И-11', '', (o) => {
    const base = pairs.filter(ofPair(o));
    return { n: base.filter(ordered).length, d: base.length };
  });
  const programmed = (p: Row) =>
    rows('programmes').some(
      (g) =>
        g.pair === p.id &&
        (g.type === 'Персонализированная программа' || g.type === 'ИОМ') &&
        text(g, 'from') !== '' &&
        text(g, 'from') <= D,
    );
  share('И-12', '', (o) => {
    const base = pairs.filter(ofPair(o));
    return { n: base.filter(programmed).length, d: base.length };
  });
  share('И-13', '', (o) => {
    const base = menteesEnded.filter(own(o)).filter((m) => text(m, 'result') !== '');
    return { n: base.filter((m) => m.result === 'цель достигнута').length, d: base.length };
  });
  share('И-14', '', (o) => {
    const base = pairsEnded.filter(ofPair(o));
    const early = base.filter((p) => p.status === 'Прекращена досрочно' || p.endWhy === 'замена наставника');
    return { n: early.length, d: base.length };
  });
  for (const [code, kind] of [
    ['И-15', undefined],
    ['И-16', 'КПК (удостоверение)'],
  ] as const) {
    const of = (organisations: readonly string[]) => {
      const people = [...perPerson(mentors.filter(ofAny(organisations))).values()];
      return {
        n: people.filter((p) => p.some((r) => trained(text(r, 'id'), kind))).length,
        d: people.length,
      };
    };
    share(code, '', (o) => of([o]), of);
  }
  share('И-17', '', (o) => {
    const base = acting.filter(own(o));
    return { n: base.filter((c) => trained(text(c, 'id'))).length, d: base.length };
  });
  share(
    'И-18',
    '',
    flag((o) => text(organisation(o), 'section') !== ''),
  );
  share(
    'И-19',
    '',
    flag((o) => practices.filter(own(o)).some((p) => text(p, 'level') !== '' && p.level !== 'ОО')),
  );
  counted('И-20', 'total', (os) => practices.filter(ofAny(os)).length);
  for (const level of LEVELS)
    counted(
      'И-20',
      `level:${level}`,
      (os) => practices.filter(ofAny(os)).filter((p) => p.level === level).length,
    );
  for (const type of TYPES)
    counted(
      'И-20',
      `type:${type}`,
      (os) => practices.filter(ofAny(os)).filter((p) => p.type === type).length,
    );

  // И-21
  const mean = (os: readonly string[]): Figure => {
    const n = mentees.filter(ofAny(os)).filter((m) => paired.has(text(m, 'id'))).length;
    const d = perPerson(mentors.filter(ofAny(os))).size;
    return d === 0 ? percent({ n, d }) : { numerator: n, denominator: d, value: n / d, status: 'value' };
  };
  const greatest = (os: readonly string[]): Figure => {
    const people = [...perPerson(mentors.filter(ofAny(os))).values()];
    return people.length === 0 ? percent({ n: 0, d: 0 }) : count(Math.max(...people.map(loadOf)));
  };
  for (const [part, of] of [
    ['mean', mean],
    ['max', greatest],
  ] as const) {
    for (const o of participants.map((one) => text(one, 'id')))
      put('И-21', part, o, submitted.includes(o) ? of([o]) : NO_DATA);
    put('И-21', part, 'municipality', submitted.length === 0 ? NO_DATA : of(submitted));
  }
  share('И-22', '', (o) => {
    const base = mentees.filter(own(o));
    return { n: base.filter((m) => paired.has(text(m, 'id'))).length, d: base.length };
  });

  // Surveys
  for (const [code, role] of [
    ['И-23', 'menteeAnswers'],
    ['И-24', 'mentorAnswers'],
  ] as const)
    share(code, '', (o) => {
      const form = formOf(o);
      const d = number(form, role);
      if (d === null) return null;
      const grade = (g: number) => number(form, `${role}${g}`) ?? 0;
      const typed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].some((g) => number(form, `${role}${g}`) !== null);
      if (d > 0 && !typed) return null;
      if (d === 0) return { n: 0, d };
      const high = grade(8) + grade(9) + grade(10);
      const points = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((g) => g * grade(g)));
      return setting('satisfactionRule', 'доля оценок 8–10') === 'доля оценок 8–10'
        ? { n: high, d }
        : { n: points, d: d * 10 };
    });
  share('И-25', '', (o) => {
    const form = formOf(o);
    const [a, b] = [number(form, 'menteeAnswers'), number(form, 'mentorAnswers')];
    if (a === null && b === null) return null;
    // A role that was not asked is left out of both sums.
    const asked =
      (a === null ? 0 : mentees.filter(own(o)).length) +
      (b === null ? 0 : perPerson(mentors.filter(own(o))).size);
    return { n: (a ?? 0) + (b ?? 0), d: asked };
  });
  share('И-26', '', (o) => {
    const base = rows('mentees').filter(
      (m) =>
        own(o)(m) &&
        m.category === 'молодой специалист (стаж 0–3 года)' &&
        text(m, 'ended') > yearsBefore(D, 2) &&
        text(m, 'ended') <= yearsBefore(D, 1) &&
        (m.retained === 'да' || m.retained === 'нет'),
    );
    return { n: base.filter((m) => m.retained === 'да').length, d: base.length };
  });
  share(
    'И-27',
    '',
    flag((o) => has(o, 'Локальный акт о поощрении наставников')),
  );

  // И-29: over all participants
  const timely = (o: string) => {
    const form = formOf(o);
    return (
      form?.status === 'Принято' &&
      text(form, 'submittedOn') !== '' &&
      text(form, 'submittedOn') <= wave.submitBy
    );
  };
  const everyone = participants.map((one) => text(one, 'id'));
  for (const o of everyone) put('И-29', '', o, percent({ n: timely(o) ? 1 : 0, d: 1 }));
  put(
    'И-29',
    '',
    'municipality',
    everyone.length === 0 ? NO_DATA : percent({ n: everyone.filter(timely).length, d: everyone.length }),
  );

  share('И-30', '', (o) => {
    const base = mentors.filter(own(o)).filter((m) => orderOf(m) >= '2025-03-01' && ordered(m));
    const documented = (m: Row) =>
      text(m, 'consent') !== '' && text(m, 'addendum') !== '' && text(m, 'addendumDate') !== '';
    return { n: base.filter(documented).length, d: base.length };
  });
  share('И-31', '', (o) => {
    const form = formOf(o);
    const [n, d] = [number(form, 'studentsInvolved'), number(form, 'students')];
    return n === null || d === null ? null : { n, d };
  });
  if (aggregates) {
    // No registries of people: the four counts on D are those of the forms, the rest is unknown.
    const FROM_PEOPLE =
      'И-01 И-02 И-03 И-09 И-10 И-11 И-12 И-13 И-14 И-15 И-16 И-21 И-22 И-25 И-26 И-30'.split(' ');
    for (const k of figures.keys()) {
      if (FROM_PEOPLE.includes(k.slice(0, 4))) figures.set(k, NO_DATA);
    }
    for (const part of ['mentors', 'mentees', 'pairs', 'groups']) {
      const typed = submitted.map((o) => number(formOf(o), part));
      for (const [i, o] of submitted.entries())
        put('И-10', `${part}.D`, o, typed[i] === null ? NO_DATA : count(typed[i]!));
      const sums = typed.filter((n): n is number => n !== null);
      put('И-10', `${part}.D`, 'municipality', sums.length === 0 ? NO_DATA : count(sum(sums)));
    }
  }
  return figures;
}
