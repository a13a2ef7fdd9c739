import type { Cell } from '../../src/domain/registry/cell';
import { enumerations } from '../../src/domain/registry/enumerations';
import type { TabKey } from '../../src/domain/registry/tab';
import { tabs } from '../../src/domain/registry/tabs';
import type { WorkbookGrids } from '../../src/domain/registry/workbook';
import { registryLayouts } from '../../src/domain/workbook/registry-layout';
import { seededRandom } from '../../src/local/demo/random';
import { gridsOf, type Row } from '../domain/book';

/** A reference load: rows by tab, as people fill them. */
export interface Load {
  readonly name: 'S' | 'L';
  readonly book: Partial<Record<TabKey, Row[]>>;
  readonly rows: number;
  /** Cells that hold something. */
  readonly cells: number;
}

/** Some 400 surnames: with fewer every person would have dozens of namesakes, which no municipality has. */
const SURNAMES = 'Бар Вас Гор Дем Ер Жил Зах Кал Лап Мак Нов Ол Пан Рат Сав Тим'
  .split(' ')
  .flatMap((begin) => 'ан ар ед ен ик ок ол ор ош уб уд ун'.split(' ').map((middle) => begin + middle))
  .flatMap((stem) => [`${stem}ов`, `${stem}ин`]);
const FIRST = ['Анна', 'Мария', 'Ольга', 'Пётр', 'Наталья', 'Ирина', 'Сергей', 'Елена', 'Юлия'];
const PATRONYMICS = ['Павловна', 'Сергеевна', 'Ивановна', 'Петровна', 'Викторовна', 'Андреевна'];
const KINDS_OF_DOCUMENTS = 7;
/** The documents of an organisation, after those of the municipality. */
const OWN_DOCUMENTS = enumerations.documentKind.values.slice(6, 6 + KINDS_OF_DOCUMENTS);

const pad = (n: number, digits = 3): string => String(n).padStart(digits, '0');
const date = (day: string): Cell => ({ date: day });

/**
 * Organisations, mentors, mentees and pairs of a municipality on 2024-04-20: S = 40 organisations, 2 000 mentors,
 * 5 000 mentees, 6 000 pairs, 192 000 cells; L is ten times S. The small tabs are those of an authority that works:
 * a curator with an address, seven documents and two forms an organisation. The plan and the calendar are those of
 * set-up ({@link gridsOfTown}). The seed is fixed.
 */
export function loadOf(name: 'S' | 'L'): Load {
  const times = name === 'S' ? 1 : 10;
  const random = seededRandom(7);
  const { pick, whole, chance } = random;
  const value = (key: keyof typeof enumerations) => pick(enumerations[key].values);
  const size = {
    organisations: 40 * times,
    mentors: 2000 * times,
    mentees: 5000 * times,
    pairs: 6000 * times,
  };
  const person = () => `${pick(SURNAMES)}${pick(['', 'а'])} ${pick(FIRST)} ${pick(PATRONYMICS)}`;
  const organisation = (n: number) => `ORG-${pad(n, 2)} · МБОУ «СОШ № ${n}»`;
  const day = (from: number, to: number) =>
    date(`${whole(from, to)}-${pad(whole(1, 12), 2)}-${pad(whole(1, 28), 2)}`);
  const record = () => ({
    recordStatus: chance(0.95) ? 'Действует' : 'Архив',
    updatedOn: date('2024-03-20'),
    updatedBy: 'curator@example.ru',
  });
  const archived = <T extends { recordStatus: string }>(row: T): T & Row =>
    row.recordStatus === 'Архив'
      ? { ...row, archivedOn: date('2024-02-01'), archivedWhy: 'уволен' }
      : { ...row };
  const list = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i + 1));
  // People and pairs are spread over the organisations in blocks, so that a pair stays inside one of them.
  const home = (n: number, of: number) => 1 + Math.floor(((n - 1) * size.organisations) / of);
  const order = (n: number) => `DOC-${pad((n - 1) * KINDS_OF_DOCUMENTS + 1)} · ${n}/1 от 01.09.2022`;

  const organisations = list(size.organisations, (n) => ({
    id: `ORG-${pad(n, 2)}`,
    fullName: `Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № ${n}»`,
    shortName: `МБОУ «СОШ № ${n}»`,
    type: value('organisationType'),
    participates: 'да',
    teachers: 140,
    youngTeachers: 20,
    newTeachers: 30,
    site: `https://school${n}.example.ru`,
    section: `https://school${n}.example.ru/mentoring`,
    email: `school${n}@example.ru`,
    recordStatus: 'Действует',
  }));
  const mentors = list(size.mentors, (n) => ({
    id: `NST-${pad(n)}`,
    organisation: organisation(home(n, size.mentors)),
    name: person(),
    workplace: organisation(home(n, size.mentors)),
    position: 'учитель',
    subject: 'математика',
    years: whole(3, 40),
    yearsOn: date('2023-09-01'),
    qualification: value('qualification'),
    competences: `${value('topic')}; ${value('topic')}`,
    order: order(home(n, size.mentors)),
    entered: day(2021, 2023),
    consent: day(2021, 2023),
    dataConsent: day(2021, 2023),
    ...(chance(0.5) ? { publicationConsent: day(2021, 2023) } : {}),
    ...archived(record()),
  }));
  const mentees = list(size.mentees, (n) => ({
    id: `MNT-${pad(n)}`,
    organisation: organisation(home(n, size.mentees)),
    name: person(),
    position: 'учитель',
    subject: 'русский язык',
    category: value('menteeCategory'),
    birth: whole(1985, 2001),
    years: whole(0, 5),
    yearsOn: date('2023-09-01'),
    requests: `${value('topic')}; ${value('topic')}`,
    entered: day(2021, 2023),
    ...(chance(0.2) ? { ended: day(2023, 2023), result: value('menteeResult') } : {}),
    ...(chance(0.5) ? { plannedEnd: date('2024-08-31') } : {}),
    dataConsent: day(2021, 2023),
    ...archived(record()),
  }));
  const pairs = list(size.pairs, (n) => {
    const at = home(n, size.pairs);
    const within = (of: number) =>
      Math.floor(((at - 1) * of) / size.organisations) + whole(1, of / size.organisations);
    const [mentor, mentee] = [within(size.mentors), within(size.mentees)];
    return {
      id: `PAR-${pad(n)}`,
      organisation: organisation(at),
      type: 'пара',
      mentors: `NST-${pad(mentor)} · ${mentors[mentor - 1]!.name}`,
      mentees: `MNT-${pad(mentee)} · ${mentees[mentee - 1]!.name}`,
      form: value('form'),
      kind: value('kind'),
      order: order(at),
      from: day(2021, 2023),
      plannedEnd: date('2024-08-31'),
      ...(chance(0.4) ? { ended: day(2023, 2024), status: 'Завершена' } : { status: 'Действует' }),
      recordStatus: 'Действует',
      updatedOn: date('2024-03-20'),
    };
  });
  const small = {
    curators: list(size.organisations, (n) => ({
      id: `CUR-${pad(n)}`,
      organisation: organisation(n),
      name: person(),
      position: 'заместитель руководителя',
      order: order(n),
      from: date('2022-09-01'),
      phone: `8 (34279) 2-${pad(n)}`,
      email: `curator${n}@example.ru`,
      recordStatus: 'Действует',
    })),
    documents: list(size.organisations * KINDS_OF_DOCUMENTS, (n) => {
      const at = Math.ceil(n / KINDS_OF_DOCUMENTS);
      return {
        id: `DOC-${pad(n)}`,
        organisation: organisation(at),
        level: 'ОО',
        kind: OWN_DOCUMENTS[(n - 1) % KINDS_OF_DOCUMENTS]!,
        number: `${at}/${n % KINDS_OF_DOCUMENTS || 1}`,
        date: date('2022-09-01'),
        name: 'Приказ по организации',
        recordStatus: 'Действует',
      };
    }),
    forms: list(size.organisations * 2, (n) => ({
      id: `MON-${pad(n)}`,
      organisation: organisation(Math.ceil(n / 2)),
      wave: n % 2 ? '2023-04' : '2024-04',
      status: 'Представлено',
      submittedOn: date(n % 2 ? '2023-04-10' : '2024-04-10'),
      teachers: 140,
      newTeachers: 30,
      youngTeachers: 20,
      menteeAnswers: 10,
      menteeAnswers9: 7,
      menteeAnswers5: 3,
      recordStatus: 'Действует',
    })),
  };
  const book: Load['book'] = { organisations, mentors, mentees, pairs, ...small };
  const all = Object.values(book).flat();
  return { name, book, rows: all.length, cells: all.reduce((sum, row) => sum + Object.keys(row).length, 0) };
}

/** The load as the reader gets it, with the roadmap and the calendar that set-up puts into a new workbook. */
export function gridsOfTown({ book }: Load): WorkbookGrids {
  const storageMode = 'Полный';
  const layouts = registryLayouts(storageMode);
  const preloaded = (key: TabKey) => {
    const { columns, preload } = layouts.find((l) => l.title === tabs[key].title)!;
    return [columns.map((c) => c.title), ...preload!.rows];
  };
  return {
    ...gridsOf(book, { storageMode, coordinatorAccounts: 'boss@example.ru' }),
    roadmap: preloaded('roadmap'),
    calendar: preloaded('calendar'),
  };
}
