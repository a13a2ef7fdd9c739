import fc from 'fast-check';
import { enumerations } from '../../../src/domain/registry/enumerations';
import type { Book, Row, Values } from '../book';

/** Days around the edges of D = 2024-03-31 and P, and some from further away. */
const EDGES = [
  '2021-03-30',
  '2021-03-31',
  '2022-03-31',
  '2022-04-01',
  '2022-10-20',
  '2022-10-21',
  '2023-03-31',
  '2023-04-01',
  '2023-08-31',
  '2023-09-01',
  '2024-03-30',
  '2024-03-31',
  '2024-04-01',
  '2024-04-15',
  '2024-04-16',
  '2025-03-01',
];
const day = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EDGES) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: Date.UTC(2021, 0, 1) / 864e5, max: Date.UTC(2025, 5, 1) / 864e5 })
      .map((d) => new Date(d * 864e5).toISOString().slice(0, 10)),
  },
);
const mostly = <T>(usual: T, ...rare: T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const started = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2023-09-01', '2022-10-01') },
  { weight: 1, arbitrary: day },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(''), arbitrary);
const count = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 12 }));
const record = { recordStatus: mostly('Действует', 'Архив', 'Черновик', ''), archivedOn: maybe(day) };
const from = (values: readonly string[]) => fc.constantFrom(...values);
const ids = (prefix: string, size: number) => fc.integer({ min: 1, max: size }).map((n) => `${prefix}-${n}`);
const several = (prefix: string, size: number, most = 3) =>
  fc.array(ids(prefix, size), { maxLength: most }).map((some) => [...new Set(some)].join('; '));

const rows = (prefix: string, most: number, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .array(fc.record(fields), { minLength: Math.ceil(most / 3), maxLength: most })
    .map((some) => some.map((row, i) => ({ id: `${prefix}-${i + 1}`, ...row }) as Row));

const grades = (role: string) =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((g) => [
      `${role}${g}`,
      g < 7 ? mostly<number | string>('', 1, 2) : count,
    ]),
  );

const NAMES = ['Иванова Мария', 'Королёв Пётр', 'Королев Петр', 'Ким Ольга', 'Носова Анна', 'Белых Вера'];

/** Small municipalities whose rows meet every edge of the readings, right or wrong. */
export const municipality: fc.Arbitrary<Book> = fc.integer({ min: 2, max: 5 }).chain((size) => {
  const organisation = ids('ORG', size);
  const home = { organisation };
  const forms = fc
    .array(
      fc.record({
        wave: mostly('2024-04', '2023-04'),
        status: fc.oneof(
          { weight: 3, arbitrary: from(['Принято', 'Представлено']) },
          { weight: 1, arbitrary: from(enumerations.formStatus.values) },
        ),
        submittedOn: fc.constantFrom('2024-04-10', '2024-04-15', '2024-04-16', ''),
        recordStatus: mostly('Действует', 'Черновик'),
        teachers: count,
        newTeachers: count,
        youngTeachers: count,
        mentors: count,
        mentees: count,
        pairs: count,
        groups: count,
        menteeAnswers: count,
        mentorAnswers: count,
        ...grades('menteeAnswers'),
        ...grades('mentorAnswers'),
        students: count,
        studentsInvolved: count,
      }),
      { minLength: size, maxLength: size },
    )
    .map((some) => some.map((f, i) => ({ id: `MON-${i + 1}`, organisation: `ORG-${i + 1}`, ...f }) as Row));
  return fc.record({
    organisations: fc
      .array(
        fc.record({
          shortName: fc.constant(''),
          recordStatus: mostly('Действует', 'Архив'),
          archivedOn: maybe(day),
          participates: mostly<boolean | string>(true, false, ''),
          reportsThroughHead: mostly<boolean | string>('', true, false),
          head: fc.oneof(
            { weight: 2, arbitrary: fc.constant('ORG-1') },
            { weight: 1, arbitrary: fc.constant('') },
          ),
          activeFrom: mostly('', '2024-03-31', '2024-04-01'),
          activeTo: mostly('', '2024-03-31', '2024-03-30'),
          teachers: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant('')),
          newTeachers: count,
          youngTeachers: count,
          section: maybe(fc.constant('https://school.example/n')),
          noMentees: mostly('', 'штат укомплектован'),
        }),
        { minLength: size, maxLength: size },
      )
      .map((some) =>
        some.map(
          (o, i) =>
            ({ id: `ORG-${i + 1}`, ...o, ...(i === 0 ? { head: '', reportsThroughHead: '' } : {}) }) as Row,
        ),
      ),
    curators: rows('CUR', 4, {
      ...home,
      ...record,
      from: started,
      to: maybe(day),
      order: maybe(ids('DOC', 12)),
    }),
    mentors: rows('NST', 9, {
      ...home,
      ...record,
      name: from(NAMES),
      workplace: fc.oneof(
        { weight: 2, arbitrary: fc.constant('') },
        { weight: 2, arbitrary: organisation },
        { weight: 1, arbitrary: fc.constant('Иная организация: колледж') },
      ),
      competences: mostly('Оценивание', ''),
      entered: started,
      left: maybe(day),
      order: maybe(ids('DOC', 12)),
      consent: maybe(day),
      addendum: maybe(fc.constant('7-к')),
      addendumDate: maybe(day),
    }),
    mentees: rows('MNT', 12, {
      ...home,
      ...record,
      name: from(NAMES),
      category: from(enumerations.menteeCategory.values.slice(0, 7)),
      birth: from(['', '1988', '1989', '1990', '2000', '30–34', '35–39', '40–49']),
      years: fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 6 })),
      yearsOn: maybe(day),
      requests: mostly('Оценивание; Цифровые инструменты', ''),
      entered: started,
      ended: maybe(day),
      result: from(['', ...enumerations.menteeResult.values]),
      retained: from(['', ...enumerations.retained.values]),
    }),
    pairs: rows('PAR', 9, {
      ...home,
      ...record,
      type: from(['пара', 'группа']),
      mentors: several('NST', 9, 2),
      mentees: several('MNT', 13, 3),
      order: maybe(ids('DOC', 12)),
      from: started,
      ended: maybe(day),
      status: fc.oneof(
        { weight: 2, arbitrary: fc.constant('Действует') },
        { weight: 3, arbitrary: from(enumerations.pairStatus.values) },
      ),
      endWhy: from(['', ...enumerations.pairEnd.values]),
    }),
    programmes: rows('PRG', 9, {
      ...home,
      ...record,
      type: from(enumerations.programmeType.values),
      pair: ids('PAR', 9),
      from: started,
      to: maybe(day),
    }),
    training: rows('TRN', 6, {
      ...home,
      ...record,
      kind: from(['КПК (удостоверение)', 'семинар']),
      from: fc.constant(''),
      to: fc.oneof(day, fc.constant('2023-11-01')),
      participants: fc
        .tuple(several('NST', 9, 3), several('CUR', 4, 2))
        .map((both) => both.filter(Boolean).join('; ')),
      state: mostly('факт', 'план'),
    }),
    practices: rows('PUB', 6, {
      ...home,
      ...record,
      type: from(['', ...enumerations.practiceType.values]),
      level: from(['', ...enumerations.level.values]),
      date: fc.oneof(day, fc.constant('2023-11-01')),
    }),
    documents: rows('DOC', 12, {
      ...home,
      ...record,
      kind: fc.oneof(
        from([
          'Приказ о внедрении ЦМН',
          'Приказ о назначении куратора',
          'Положение о системе наставничества педагогических работников и обучающихся',
          'Дорожная карта ОО',
          'Программа наставничества',
          'Локальный акт о поощрении наставников',
        ]),
        from(enumerations.documentKind.values),
      ),
      number: mostly('26/1', ''),
      date: fc.oneof(day, fc.constant('2022-09-01'), fc.constant('')),
      from: maybe(day),
      to: maybe(day),
    }),
    forms,
  }) as fc.Arbitrary<Book>;
});

export const definitions: fc.Arbitrary<Values> = fc.record({
  youngAge: from(['< 35', '≤ 35']),
  newYears: from(['≤ 3', '< 3']),
  youngRule: mostly('возраст И стаж', 'возраст ИЛИ стаж', 'только стаж'),
  satisfactionRule: from(['доля оценок 8–10', 'средняя × 10 %']),
  storageMode: mostly('Коды вместо ФИО', 'Полный', 'Только агрегаты'),
});
