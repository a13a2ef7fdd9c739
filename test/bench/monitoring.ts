/** The reference load of performance.md and the loop that the monitoring build is compared with. */
import type { Cell } from '../../src/domain/registry/cell';
import type { Registry, WorkbookGrids } from '../../src/domain/registry/workbook';
import { gridsOf, type Row } from '../domain/book';

const id = (prefix: string, n: number, width = 3) => `${prefix}-${String(n).padStart(width, '0')}`;
const common = (o: number): Row => ({
  recordStatus: 'Действует',
  organisation: `${id('ORG', o, 2)} · СОШ ${o}`,
});

/** 40 organisations, 2 000 mentors, 5 000 mentees, 6 000 pairs, times `scale`; always the same rows. */
export function referenceLoad(scale = 1): WorkbookGrids {
  const organisations = 40;
  const of = (n: number) => (n % organisations) + 1;
  const range = (size: number, make: (n: number) => Row): Row[] =>
    Array.from({ length: size }, (_, i) => make(i + 1));
  const day = (n: number) =>
    `202${2 + (n % 2)}-${String((n % 9) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
  return gridsOf({
    organisations: range(organisations, (n) => ({
      id: id('ORG', n, 2),
      recordStatus: 'Действует',
      fullName: `Школа № ${n}`,
      shortName: `СОШ ${n}`,
      type: 'Общеобразовательная',
      participates: 'да',
      teachers: 40,
      youngTeachers: 4,
      newTeachers: 5,
      site: `https://s${n}.example`,
      email: `s${n}@example.ru`,
    })),
    forms: range(organisations, (n) => ({
      ...common(n - 1 + 1),
      organisation: id('ORG', n, 2),
      id: id('MON', n),
      wave: '2024-04',
      status: 'Принято',
      submittedOn: '2024-04-10',
      menteeAnswers: 10,
      menteeAnswers9: 10,
    })),
    mentors: range(2000 * scale, (n) => ({
      ...common(of(n)),
      id: id('NST', n),
      name: `Фамилия${n} Имя Отчество`,
      workplace: `${id('ORG', of(n), 2)} · СОШ`,
      position: 'учитель',
      subject: 'математика',
      birth: 1960 + (n % 40),
      years: n % 40,
      qualification: 'первая',
      competences: 'Оценивание; Цифровые инструменты',
      order: `DOC-001 · 26/1 от 01.09.2022`,
      entered: day(n),
      dataConsent: day(n),
    })),
    mentees: range(5000 * scale, (n) => ({
      ...common(of(n)),
      id: id('MNT', n),
      name: `МС-${n}`,
      position: 'учитель',
      subject: 'физика',
      category: 'молодой специалист (стаж 0–3 года)',
      birth: 1985 + (n % 18),
      years: n % 6,
      yearsOn: day(n),
      requests: 'Оценивание; Работа по ФГОС/ФОП',
      entered: day(n),
      dataConsent: day(n),
    })),
    pairs: range(6000 * scale, (n) => ({
      ...common(of(n)),
      id: id('PAR', n),
      type: 'пара',
      mentors: `${id('NST', (n % (2000 * scale)) + 1)} · Фамилия`,
      mentees: `${id('MNT', (n % (5000 * scale)) + 1)} · МС`,
      form: 'педагог – педагог',
      kind: 'традиционное («один на один»)',
      order: 'DOC-001 · 26/1 от 01.09.2022',
      from: day(n),
      plannedEnd: '2024-05-31',
      status: 'Действует',
    })),
    documents: [
      {
        ...common(1),
        id: 'DOC-001',
        kind: 'Приказ о закреплении наставнических пар/групп',
        number: '26/1',
        date: '2022-09-01',
        name: 'Приказ',
      },
    ],
  });
}

/**
 * What a person would write by hand over a registry that is read: one pass a tab with counters by organisation.
 * The build may take twice as long (performance.md).
 */
export function handLoop(registry: Registry, asOf: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  const add = (key: string) => {
    found[key] = (found[key] ?? 0) + 1;
  };
  const { mentors, mentees, pairs } = registry.tabs;
  const paired = new Set<string>();
  const inForce = (v: Readonly<Record<string, unknown>>, from: string, to: string) =>
    v.recordStatus === 'Действует' && String(v[from]) <= asOf && (!v[to] || String(v[to]) >= asOf);
  for (const { values: v } of pairs.entries) {
    if (!inForce(v, 'from', 'ended') || v.status !== 'Действует') continue;
    for (const m of v.mentees as readonly string[]) paired.add(m);
    add(`pairs ${v.organisation}`);
    if (v.order) add(`ordered ${v.organisation}`);
  }
  for (const { values: v } of mentors.entries)
    if (inForce(v, 'entered', 'left')) add(`mentors ${v.organisation}`);
  for (const { id: own, values: v } of mentees.entries) {
    if (!inForce(v, 'entered', 'ended')) continue;
    add(`mentees ${v.organisation}`);
    if (typeof v.years === 'number' && v.years <= 3) add(`new ${v.organisation}`);
    if (paired.has(own)) add(`paired ${v.organisation}`);
  }
  return found;
}

/** The hand loop over the cells themselves: what reading must be measured against. */
export function handRead(grids: WorkbookGrids): number {
  let filled = 0;
  for (const grid of Object.values(grids)) {
    for (const cells of grid ?? []) for (const cell of cells as readonly Cell[]) if (cell !== '') filled++;
  }
  return filled;
}
