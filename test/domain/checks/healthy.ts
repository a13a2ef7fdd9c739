import type { Finding } from '../../../src/domain/checks/finding';
import { checkRegistry } from '../../../src/domain/checks/run';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { type Book, gridsOf, type Row, type Values } from '../book';

export const TODAY = '2024-04-20';

/** Changes of a healthy book: record ID → cells to change; an ID that is not there adds a record like the others. */
export type Changes = Readonly<Record<string, Row>>;

const IN_FORCE: Row = { recordStatus: 'Действует' };
const record: Row = { organisation: 'ORG-01', recordStatus: 'Действует', updatedOn: '2024-03-28' };
const NAMES = ['Ветрова Анна Олеговна', 'Лугинина Ольга Петровна', 'Сомов Пётр Ильич', 'Носова Яна Юрьевна'];
const nameOf = (id: string): string =>
  `${NAMES[Number(id.slice(-1)) % 4]} ${id.startsWith('MNT') ? 'кызы' : ''}`.trim();

/** A record of each tab with nothing to object to. */
const templates: Readonly<Record<string, (id: string) => Row>> = {
  ORG: (id) => ({
    recordStatus: 'Действует',
    fullName: `Муниципальное учреждение ${id}`,
    shortName: `Школа посёлка ${id}`,
    type: 'Общеобразовательная',
    participates: true,
    teachers: 30,
    youngTeachers: 4,
    newTeachers: 5,
    site: `https://${id.toLowerCase()}.example.ru`,
    email: `${id.toLowerCase()}@example.ru`,
  }),
  CUR: (id) => ({
    name: `Королёва Инна ${id === 'CUR-001' ? 'Львовна' : 'Марковна'}`,
    position: 'методист',
    order: 'DOC-001',
    from: '2022-10-17',
  }),
  NST: (id) => ({
    name: nameOf(id),
    workplace: 'ORG-01',
    position: 'воспитатель',
    birth: '1975',
    years: 20,
    qualification: 'высшая',
    competences: 'Оценивание; Методика преподавания предмета',
    order: 'DOC-002',
    entered: '2023-09-01',
    dataConsent: '2023-09-01',
  }),
  MNT: (id) => ({
    name: nameOf(id),
    position: 'воспитатель',
    category: 'молодой специалист (стаж 0–3 года)',
    birth: '2000',
    years: 1,
    requests: 'Оценивание',
    entered: '2023-09-01',
    dataConsent: '2023-09-01',
  }),
  PAR: () => ({
    type: 'пара',
    mentors: 'NST-001',
    mentees: 'MNT-001',
    form: 'педагог – педагог',
    kind: 'традиционное («один на один»)',
    order: 'DOC-003',
    from: '2023-09-04',
    plannedEnd: '2024-05-31',
    status: 'Действует',
  }),
  PRG: () => ({
    type: 'ИОМ',
    pair: 'PAR-001',
    goal: 'Первые уроки',
    problem: 'Планирование',
    from: '2023-09-04',
    to: '2024-05-31',
    progress: 60,
  }),
  TRN: () => ({
    kind: 'КПК (удостоверение)',
    topic: 'Наставничество',
    organiser: 'ИРО ПК',
    level: 'краевой',
    from: '2023-10-02',
    to: '2023-10-13',
    hours: 36,
    participants: 'NST-001',
    certificate: '77',
    certificateDate: '2023-10-13',
    state: 'факт',
  }),
  PUB: (id) => ({
    type: 'статья',
    name: 'Первый год',
    level: 'муниципальный',
    date: '2024-02-12',
    link: `https://journal.example.ru/${id}`,
    personal: false,
  }),
  DOC: (id) => ({
    level: 'ОО',
    kind: 'Приказ о закреплении наставнических пар/групп',
    number: `${id.slice(-1)}-од`,
    date: '2023-09-01',
    name: 'О закреплении пар',
    link: `https://school.example.ru/${id}.pdf`,
  }),
  MON: () => ({
    wave: '2024-04',
    status: 'Представлено',
    submittedOn: '2024-04-10',
    confirmed: true,
    mentors: 1,
    mentees: 1,
    pairs: 1,
    groups: 0,
    menteeAnswers: 1,
    menteeAnswers9: 1,
  }),
  SUP: () => ({
    date: '2024-02-01',
    kinds: 'методическая',
    topic: 'Семинар',
    organisations: 'ORG-01',
    responsible: 'Сектор',
  }),
};

const HEALTHY: Changes = {
  'ORG-01': {},
  'CUR-001': {},
  'NST-001': {},
  'MNT-001': {},
  'PAR-001': {},
  'PRG-001': {},
  'TRN-001': {},
  'PUB-001': {},
  'DOC-001': { kind: 'Приказ о назначении куратора', date: '2022-10-17', name: 'О кураторе' },
  'DOC-002': { kind: 'Приказ о назначении наставников', name: 'О назначении наставников' },
  'DOC-003': {},
  'MON-001': {},
  'SUP-001': {},
};

/** Rows of «Календарь» have no ID: `CAL-01` only tells them apart here. */
const tabOf = (id: string): TabKey =>
  id.startsWith('CAL-')
    ? 'calendar'
    : Object.values(tabs).find((tab) => tab.id?.prefix === id.split('-')[0])!.key;

/** The healthy book with some records changed and others added. */
export function bookWith(changes: Changes): Book {
  const book: Partial<Record<TabKey, Row[]>> = {};
  for (const id of new Set([...Object.keys(HEALTHY), ...Object.keys(changes)])) {
    const prefix = id.split('-')[0]!;
    const common = prefix === 'DUP' ? {} : prefix === 'ORG' || prefix === 'SUP' ? IN_FORCE : record;
    const own = templates[prefix]?.(id) ?? {};
    const tab = tabOf(id);
    const row =
      tab === 'calendar' ? { ...changes[id] } : { id, ...common, ...own, ...HEALTHY[id], ...changes[id] };
    book[tab] = [...(book[tab] ?? []), row];
  }
  return book;
}

export function findingsOf(
  changes: Changes,
  { today = TODAY, ...values }: Values & { today?: string } = {},
): readonly Finding[] {
  const registry = readRegistry(gridsOf(bookWith(changes), { storageMode: 'Полный', ...values }));
  return checkRegistry(registry, today);
}
