import { enumerationOf } from '../../src/domain/registry/enumerations';
import { tabs } from '../../src/domain/registry/tabs';
import { plan } from '../../src/domain/roadmap/plan';
import { isDate, weekday } from '../../src/domain/text/calendar';
import { foldKey } from '../../src/domain/text/fold';
import { parseDate } from '../../src/domain/text/parse-date';
import type { DemoBook, DemoCell, DemoRow, DemoTab } from '../../src/local/demo/cells';
import { demoRecords } from '../../src/local/demo/demo-records';
import { deliberateImperfections, imperfections } from '../../src/local/demo/imperfections';
import { fullName, inventPeople } from '../../src/local/demo/names';
import { seededRandom } from '../../src/local/demo/random';
import { roadmapStatus } from '../../src/local/demo/roadmap-status';

const book = demoRecords();
const TABS = Object.keys(book) as DemoTab[];

/** Every filled cell with where it stands. */
function cells(of: DemoBook): { tab: DemoTab; id: string; column: string; cell: DemoCell; row: DemoRow }[] {
  return TABS.flatMap((tab) =>
    of[tab].flatMap((row) =>
      Object.entries(row).map(([column, cell]) => ({ tab, id: String(row.id ?? ''), column, cell, row })),
    ),
  );
}
const deliberate = (tab: DemoTab, id: string, column: string): boolean =>
  imperfections.some((i) => i.tab === tab && i.id === id && i.column === column);
const dayOf = (cell: DemoCell | undefined): string => {
  if (typeof cell === 'object') return cell.date;
  const read = parseDate(String(cell ?? ''));
  return 'value' in read ? (read.value ?? '') : '';
};
const ids = (cell: DemoCell | undefined): string[] => String(cell ?? '').match(/[A-Z]{3}-\d+/g) ?? [];
const count = (rows: readonly DemoRow[], column: string, value: string): number =>
  rows.filter((r) => r[column] === value).length;
const sum = (rows: readonly DemoRow[], column: string): number =>
  rows.reduce((total, r) => total + Number(r[column] ?? 0), 0);

describe('the same every time', () => {
  it('gives the same book for the same seed', () => {
    expect(demoRecords({ seed: 7 })).toEqual(demoRecords({ seed: 7 }));
    expect(demoRecords()).toEqual(book);
  });
  it('gives other people and the same numbers for another seed', () => {
    const other = demoRecords({ seed: 7 });
    expect(other.mentors.map((m) => m.name)).not.toEqual(book.mentors.map((m) => m.name));
    for (const tab of TABS) expect([tab, other[tab].length]).toEqual([tab, book[tab].length]);
  });
  it('does not depend on what was made before', () => {
    const first = JSON.stringify(demoRecords({ seed: 3 }));
    demoRecords({ seed: 4 });
    expect(JSON.stringify(demoRecords({ seed: 3 }))).toBe(first);
  });
  it('draws numbers evenly and within bounds', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 6000 }, () => random.whole(1, 6));
    for (let n = 1; n <= 6; n++) expect(drawn.filter((x) => x === n).length).toBeGreaterThan(850);
    expect(Math.min(...drawn)).toBe(1);
    expect(Math.max(...drawn)).toBe(6);
    expect(new Set(random.sample([1, 2, 3], 9))).toEqual(new Set([1, 2, 3]));
  });
});

describe('the size of the municipality', () => {
  it('has the records of the brief', () => {
    expect(book.organisations).toHaveLength(15);
    expect(new Set(book.organisations.map((o) => o.type)).size).toBe(5);
    expect(book.curators.length).toBeGreaterThanOrEqual(13);
    expect(book.mentors).toHaveLength(60);
    expect(book.mentees).toHaveLength(90);
    expect(book.pairs).toHaveLength(80);
    expect(count(book.pairs, 'type', 'группа')).toBe(8);
    expect(book.support).toHaveLength(20);
    expect(book.memoTexts).toHaveLength(1);
  });
  it('has every kind of story', () => {
    expect(count(book.organisations, 'participates', 'нет')).toBe(1);
    expect(count(book.organisations, 'reportsThroughHead', 'да')).toBe(1);
    for (const status of ['Планируется', 'Приостановлена', 'Завершена', 'Прекращена досрочно', 'Действует']) {
      expect([status, count(book.pairs, 'status', status) > 0]).toEqual([status, true]);
    }
    expect(book.pairs.filter((p) => p.replaces)).toHaveLength(1);
    expect(count(book.mentors, 'recordStatus', 'Черновик')).toBe(1);
    const archived = book.mentors.filter((m) => m.recordStatus === 'Архив');
    expect(archived.map((m) => dayOf(m.archivedOn) > '2024-03-31' && m.archivedWhy)).toEqual(['уволен']);
    const overdue = book.pairs.filter((p) => p.status === 'Действует' && dayOf(p.plannedEnd) < '2024-04-06');
    expect(overdue).toHaveLength(2);
    const crossing = book.pairs.filter((p) => {
      const home = (tab: 'mentors' | 'mentees', cell: DemoCell | undefined) =>
        ids(book[tab].find((r) => r.id === ids(cell)[0])!.organisation)[0];
      return home('mentors', p.mentors) !== home('mentees', p.mentees);
    });
    expect(crossing).toHaveLength(1);
  });
  it.each(['level', 'type'])('has practices of every %s', (column) => {
    const key = column === 'level' ? 'level' : 'practiceType';
    expect(new Set(book.practices.map((p) => p[column]))).toEqual(new Set(enumerationOf(key).values));
  });
  it('uses the five kinds of support', () => {
    const used = book.support.flatMap((s) => String(s.kinds).split('; '));
    expect(new Set(used)).toEqual(new Set(enumerationOf('supportKind').values));
  });
  it.each([2024, 1, 2, 77])('is plausible with seed %i: shares are neither 0 nor 100', (seed) => {
    const b = demoRecords({ seed });
    for (const [wave, on] of [
      ['2023-04', '2023-03-31'],
      ['2024-04', '2024-03-31'],
    ] as const) {
      const forms = b.forms.filter((f) => f.wave === wave);
      const teachers = sum(forms, 'teachers');
      const involved = (sum(forms, 'mentors') + sum(forms, 'mentees')) / teachers;
      expect(involved).toBeGreaterThan(0.15);
      expect(involved).toBeLessThan(0.35);
      const inForce = b.mentors.filter(
        (m) => m.recordStatus !== 'Черновик' && dayOf(m.entered) <= on && (!m.left || dayOf(m.left) >= on),
      );
      if (wave === '2024-04') {
        const trained = inForce.filter((m) =>
          b.training.some(
            (t) =>
              t.state === 'факт' &&
              dayOf(t.to) >= '2021-03-31' &&
              dayOf(t.to) <= on &&
              ids(t.participants).includes(String(m.id)),
          ),
        );
        expect(trained.length / inForce.length).toBeGreaterThan(0.4);
        expect(trained.length / inForce.length).toBeLessThan(0.7);
        const beginners = b.mentees.filter(
          (m) =>
            m.position !== 'студент' &&
            dayOf(m.entered) <= on &&
            (!m.ended || dayOf(m.ended) >= on) &&
            Number(m.years) + 2023 - Number(dayOf(m.yearsOn).slice(0, 4)) <= 3,
        );
        const share = beginners.length / sum(forms, 'newTeachers');
        expect(share).toBeGreaterThan(0.6);
        expect(share).toBeLessThan(0.85);
      }
      for (const who of ['menteeAnswers', 'mentorAnswers']) {
        const high = sum(forms, `${who}8`) + sum(forms, `${who}9`) + sum(forms, `${who}10`);
        expect(high / sum(forms, who)).toBeGreaterThan(0.4);
        expect(high / sum(forms, who)).toBeLessThan(0.95);
      }
    }
  });
});

describe('cells', () => {
  it('stand under columns that people fill', () => {
    const wrong = cells(book).filter(({ tab, column }) => {
      const found = tabs[tab].columns.find((c) => c.key === column);
      return !found || found.owner === 'script';
    });
    expect(wrong).toEqual([]);
  });
  it('are never missing where they are required, except the deliberate ones', () => {
    const missing = TABS.flatMap((tab) =>
      book[tab].flatMap((row) =>
        tabs[tab].columns
          .filter((c) => c.required === 'always' && row[c.key] === undefined)
          .filter((c) => !deliberate(tab, String(row.id), c.key))
          .map((c) => `${tab} ${row.id} ${c.key}`),
      ),
    );
    const unordered = book.pairs.find((p) => !p.order)!.id;
    const draft = book.mentors.find((m) => m.recordStatus === 'Черновик')!.id;
    expect(missing.sort()).toEqual([`mentors ${draft} order`, `pairs ${unordered} order`]);
  });
  it('hold values of the enumerations verbatim, except the deliberate ones', () => {
    const unknown = cells(book).filter(({ tab, id, column, cell }) => {
      const { values, free, multi } = tabs[tab].columns.find((c) => c.key === column)!;
      if (!values || free || typeof cell === 'number') return false;
      const items = multi ? String(cell).split('; ') : [String(cell)];
      return items.some((i) => !enumerationOf(values).values.includes(i)) && !deliberate(tab, id, column);
    });
    expect(unknown).toEqual([]);
  });
  it('hold one value that no list knows', () => {
    const unknown = cells(book).filter(({ tab, column, cell }) => {
      const { values, free, multi } = tabs[tab].columns.find((c) => c.key === column)!;
      if (!values || free || multi || typeof cell === 'number') return false;
      const { values: known, synonyms = {} } = enumerationOf(values);
      return ![...known, ...Object.keys(synonyms)].some((v) => foldKey(v) === foldKey(String(cell)));
    });
    expect(unknown.map((c) => c.cell)).toEqual(['1 категория']);
  });
  it('say «да» or «нет» in words and hold real dates, a few as text that can be read', () => {
    const dates = cells(book).filter(
      (c) => tabs[c.tab].columns.find((x) => x.key === c.column)!.type === 'date',
    );
    const typed = dates.filter((c) => typeof c.cell !== 'object');
    expect(typed).toHaveLength(4);
    expect(dates.every((c) => isDate(dayOf(c.cell)))).toBe(true);
    const yesNo = cells(book).filter(
      (c) => tabs[c.tab].columns.find((x) => x.key === c.column)!.type === 'yes-no',
    );
    expect(new Set(yesNo.map((c) => c.cell))).toEqual(new Set(['да', 'нет']));
  });
  it('are no numbers where the number of an order stands', () => {
    const numbers = book.documents.map((d) => d.number);
    expect(numbers.every((n) => typeof n === 'string')).toBe(true);
    for (const style of [/^\d+\/1$/, /^\d+-од$/, /^\d+а$/, /^01-03\\\d+$/, /^б\/н$/]) {
      expect([String(style), numbers.some((n) => style.test(String(n)))]).toEqual([String(style), true]);
    }
  });
});

describe('references', () => {
  it('lead to records, except the deliberate one', () => {
    const known = new Set(TABS.flatMap((tab) => book[tab].map((r) => String(r.id))));
    const lost = cells(book).flatMap(({ tab, id, column, cell }) => {
      const { type } = tabs[tab].columns.find((c) => c.key === column)!;
      return type === 'reference'
        ? ids(cell)
            .filter((x) => !known.has(x))
            .map((x) => `${id} ${x}`)
        : [];
    });
    // PUB-008 is doubled, so its own ID is absent; nothing refers to it.
    expect(lost).toEqual(['PUB-021 NST-099']);
  });
  it('show the label of the record', () => {
    const first = book.pairs[0]!;
    const mentor = book.mentors.find((m) => m.id === ids(first.mentors)[0])!;
    const [surname, name, patronymic] = String(mentor.name).split(' ');
    expect(first.mentors).toBe(`${mentor.id} · ${surname} ${name![0]}. ${patronymic![0]}.`);
  });
  it('repeat one ID', () => {
    const all = cells(book)
      .filter((c) => c.column === 'id')
      .map((c) => String(c.cell));
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual(['PUB-007']);
  });
  it('of the roadmap lead to municipal documents', () => {
    expect(plan.map((p) => p.number)).toEqual(expect.arrayContaining(Object.keys(roadmapStatus)));
    const municipal = book.documents.filter((d) => d.level === 'муниципальный').map((d) => d.id);
    for (const row of Object.values(roadmapStatus)) {
      for (const id of ids(row.evidence)) expect(municipal).toContain(id);
      // A status of the coordinator's own has its why.
      expect([row.statusManual, row.statusComment !== undefined]).toEqual([
        row.statusManual,
        row.statusManual !== undefined,
      ]);
    }
    for (const row of book.marks)
      for (const id of ids(row.evidence)) if (id.startsWith('DOC')) expect(municipal).toContain(id);
    expect(book.documents[0]).toMatchObject({ number: '156', date: { date: '2022-10-03' } });
  });
});

describe('dates agree', () => {
  it('a pair begins on or after its order, except one', () => {
    const early = book.pairs.filter((p) => {
      const order = book.documents.find((d) => d.id === ids(p.order)[0]);
      return order && dayOf(p.from) < dayOf(order.date);
    });
    expect(early.map((p) => ids(p.organisation)[0])).toEqual(['ORG-07']);
  });
  it('a record ends after it begins, and not later than today', () => {
    for (const p of book.pairs) {
      if (p.ended) expect(dayOf(p.ended) > dayOf(p.from) && dayOf(p.ended) <= '2024-04-20').toBe(true);
      expect(dayOf(p.plannedEnd) > dayOf(p.from)).toBe(true);
    }
    for (const m of book.mentors) if (m.left) expect(dayOf(m.left) > dayOf(m.entered)).toBe(true);
    for (const m of book.mentees) if (m.ended) expect(dayOf(m.ended) > dayOf(m.entered)).toBe(true);
  });
  it('the end of a pair agrees with its status', () => {
    for (const p of book.pairs) {
      const over = p.status === 'Завершена' || p.status === 'Прекращена досрочно';
      expect([p.id, p.ended !== undefined]).toEqual([p.id, over]);
      expect([p.id, p.endWhy !== undefined]).toEqual([p.id, p.status === 'Прекращена досрочно']);
    }
  });
  it('nobody is in a running pair after having left', () => {
    for (const p of book.pairs.filter((x) => x.status === 'Действует')) {
      for (const id of ids(p.mentors)) expect(book.mentors.find((m) => m.id === id)!.left).toBeUndefined();
      for (const id of ids(p.mentees)) expect(book.mentees.find((m) => m.id === id)!.ended).toBeUndefined();
    }
  });
  it('one document is dated on a day off', () => {
    const off = book.documents.filter((d) => weekday(dayOf(d.date)) > 5);
    expect(off.map((d) => ids(d.organisation)[0])).toEqual(['ORG-08']);
  });
  it('one organisation is without a curator, one has had two, one appointed late', () => {
    const acting = new Set(book.curators.filter((c) => !c.to).map((c) => ids(c.organisation)[0]));
    const without = book.organisations.filter(
      (o) =>
        o.participates === 'да' && o.reportsThroughHead === 'нет' && !o.activeTo && !acting.has(String(o.id)),
    );
    expect(without.map((o) => o.id)).toEqual(['ORG-11']);
    const late = book.curators.filter((c) => dayOf(c.from) > '2022-10-20' && dayOf(c.from) < '2023-01-01');
    expect(late.map((c) => ids(c.organisation)[0])).toEqual(['ORG-10']);
    const [before, after] = book.curators.filter((c) => ids(c.organisation)[0] === 'ORG-02');
    expect([dayOf(before!.to), dayOf(after!.from)]).toEqual(['2023-08-31', '2023-09-01']);
  });
});

describe('monitoring forms', () => {
  it('add up: parts never exceed the whole, grades give the number of answers', () => {
    for (const f of book.forms.filter((x) => x.submittedOn)) {
      expect(Number(f.youngTeachers)).toBeLessThanOrEqual(Number(f.newTeachers));
      expect(Number(f.newTeachers)).toBeLessThanOrEqual(Number(f.teachers));
      expect(Number(f.mentors) + Number(f.mentees)).toBeLessThan(Number(f.teachers));
      for (const who of ['menteeAnswers', 'mentorAnswers']) {
        const grades = Array.from({ length: 10 }, (_, i) => Number(f[`${who}${i + 1}`] ?? 0));
        expect(grades.reduce((a, b) => a + b, 0)).toBe(Number(f[who] ?? 0));
      }
    }
  });
  it('of 2024 are at every stage', () => {
    const of2024 = book.forms.filter((f) => f.wave === '2024-04');
    expect(of2024).toHaveLength(12);
    expect(count(of2024, 'status', 'Принято')).toBe(7);
    expect(count(of2024, 'status', 'На проверке')).toBe(2);
    expect(count(of2024, 'status', 'Представлено повторно')).toBe(1);
    expect(count(of2024, 'status', 'Возвращено на доработку')).toBe(1);
    expect(count(of2024, 'status', 'Не начато')).toBe(1);
    expect(of2024.filter((f) => f.status === 'Принято' && dayOf(f.submittedOn) > '2024-04-15')).toHaveLength(
      1,
    );
    expect(of2024.filter((f) => f.menteeAnswers === 0)).toHaveLength(1);
    expect(of2024.filter((f) => f.submittedOn && f.menteeAnswers === undefined)).toHaveLength(1);
    expect(of2024.filter((f) => f.newTeachers === 0).map((f) => ids(f.organisation)[0])).toEqual(['ORG-05']);
  });
  it('count people as the registry does, except one organisation', () => {
    const wrong = book.forms.filter((f) => {
      if (!f.submittedOn) return false;
      const units = ids(f.organisation)[0] === 'ORG-03' ? ['ORG-03', 'ORG-13'] : ids(f.organisation);
      const on = dayOf(f.asOf);
      const active = book.mentees.filter(
        (m) =>
          units.includes(ids(m.organisation)[0]!) &&
          dayOf(m.entered) <= on &&
          (!m.ended || dayOf(m.ended) >= on),
      );
      return active.length !== f.mentees;
    });
    expect(wrong.map((f) => [ids(f.organisation)[0], f.wave])).toEqual([['ORG-02', '2024-04']]);
  });
});

describe('people', () => {
  const people = [...book.curators, ...book.mentors, ...book.mentees].map((r) =>
    String(r.name).replace(/\s+/g, ' ').replace(' – ', '-').trim().split(' '),
  );
  it('have surname, name and patronymic of one gender', () => {
    const FEMALE_SURNAME = /(?:ова|ева|ёва|ина|ына|ая)$/;
    const MALE_SURNAME = /(?:ов|ев|ёв|ин|ын|ий|ой)$/;
    for (const [surname = '', name = '', patronymic = ''] of people) {
      const woman = /[ая]$/.test(name) && name !== 'Никита' ? true : name === 'Любовь';
      expect([surname, (woman ? FEMALE_SURNAME : MALE_SURNAME).test(surname)]).toEqual([surname, true]);
      if (patronymic) expect([name, patronymic, /на$/.test(patronymic)]).toEqual([name, patronymic, woman]);
    }
  });
  it('are written in Cyrillic with three words, one without a patronymic', () => {
    expect(people.filter((p) => p.length === 2)).toEqual([['Ахмедова', 'Зарина']]);
    expect(people.every((p) => p.length < 4 && /^[А-ЯЁа-яё -]+$/.test(p.join(' ')))).toBe(true);
  });
  it('have one pair of namesakes among the mentors, in two organisations', () => {
    const names = book.mentors.map((m) => String(m.name));
    const doubled = book.mentors.filter((m) => names.filter((n) => n === m.name).length > 1);
    expect(doubled.map((m) => ids(m.organisation)[0])).toEqual(['ORG-02', 'ORG-08']);
  });
  it('are different people for the source of names', () => {
    const invent = inventPeople(seededRandom(5));
    const made = Array.from({ length: 300 }, (_, i) => fullName(invent(i % 5 ? 'f' : 'm')));
    expect(new Set(made).size).toBe(300);
  });
  it('are codes in the mode of codes, and no name is left anywhere', () => {
    const coded = demoRecords({ codes: true });
    expect(coded.curators[0]!.name).toBe('К-001');
    expect(coded.mentors[1]!.name).toBe('Н-002');
    expect(coded.mentees[89]!.name).toBe('П-090');
    expect(coded.pairs[0]!.mentors).toMatch(/^NST-\d{3} · Н-\d{3}$/);
    const text = JSON.stringify(coded);
    for (const [surname = ''] of people)
      expect([surname, text.includes(`${surname} `)]).toEqual([surname, false]);
    expect(text).not.toMatch(/[А-ЯЁ][а-яё]+ [А-ЯЁ]\. (?:[А-ЯЁ]\.)?/);
    for (const tab of TABS) expect(coded[tab].map((r) => r.status)).toEqual(book[tab].map((r) => r.status));
  });
});

describe('nothing real', () => {
  const text = JSON.stringify(book);
  it('addresses are in reserved domains', () => {
    const mails = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(mails.length).toBeGreaterThan(100);
    expect(mails.filter((m) => !/@example\.(?:ru|org)$/.test(m))).toEqual([]);
    const hosts = [...text.matchAll(/https?:\/\/([^/"\s]+)/g)].map((m) => m[1]!);
    expect(hosts.filter((h) => !/(?:^|\.)example\.(?:ru|org)$/.test(h))).toEqual([]);
  });
  it('organisations are not those of Okhansk', () => {
    const names = book.organisations.map((o) => `${o.fullName} ${o.shortName}`).join(' ');
    expect(names).not.toMatch(/Оханск|Беляевск|Дубровск|Казанск|Острожск|Таборск|Тулумбаих|Андреевск|№/i);
    const short = book.organisations.map((o) => foldKey(String(o.shortName)));
    expect(new Set(short).size).toBe(short.length);
  });
});

describe('imperfections', () => {
  it('are listed in words and each is where its words say', () => {
    expect(deliberateImperfections.length).toBeGreaterThan(25);
    expect(new Set(deliberateImperfections).size).toBe(deliberateImperfections.length);
    for (const { words, id } of imperfections) expect(words).toContain(id);
  });
  it('were really typed', () => {
    const at = (tab: DemoTab, id: string) => book[tab].find((r) => r.id === id)!;
    expect(at('mentors', 'NST-017').name).toBe('Петрова – Иванова Анна Сергеевна');
    expect(at('mentors', 'NST-003').name).toMatch(/^\S+\u00a0\S+ \S+ $/);
    expect(at('mentors', 'NST-004').entered).toMatch(/^\d\d\u00a0октября 2022\u00a0г\.$/);
    expect(at('mentees', 'MNT-021').entered).toMatch(/^\d{1,2}\.09\.2023$/);
    expect(at('pairs', 'PAR-003').from).toMatch(/^«\d\d» октября 2022 г\.$/);
    expect(at('mentors', 'NST-035').years).toMatch(/^\d+ (?:год|года|лет) 6 мес\.$/);
    expect(at('programmes', 'PRG-010').goal).toMatch(/a/);
    expect(at('practices', 'PUB-009').link).toMatch(/^\w[\w-]*\.example\.ru\//);
    expect(at('practices', 'PUB-013')).toMatchObject({ personal: 'да', consent: 'нет' });
    expect(at('training', 'TRN-003').certificate).toBeUndefined();
    expect(at('training', 'TRN-003').kind).toBe('КПК (удостоверение)');
  });
  it('leave eight units without a programme and four with a plan of work only', () => {
    const having = new Map(book.programmes.map((p) => [ids(p.pair)[0], p.type]));
    const without = book.pairs.filter((p) => p.status !== 'Планируется' && !having.has(String(p.id)));
    expect(without).toHaveLength(8);
    expect([...having.values()].filter((t) => t === 'План работы пары')).toHaveLength(4);
  });
  it('leave mentees without a pair where the list says', () => {
    const inPair = new Set(book.pairs.filter((p) => p.status === 'Действует').flatMap((p) => ids(p.mentees)));
    const alone = book.mentees.filter(
      (m) =>
        !m.ended &&
        !inPair.has(String(m.id)) &&
        !book.pairs.some((p) => p.status === 'Планируется' && ids(p.mentees).includes(String(m.id))),
    );
    // ORG-01: its pair is paused.
    expect([...new Set(alone.map((m) => ids(m.organisation)[0]))]).toEqual([
      'ORG-01',
      'ORG-02',
      'ORG-04',
      'ORG-06',
      'ORG-09',
      'ORG-11',
    ]);
  });
});
