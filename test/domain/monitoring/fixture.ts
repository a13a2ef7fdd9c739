import type { Book, Row } from '../book';

/** A record with what every record has; the organisation is ORG-01 unless said otherwise. */
export const row = (id: string, fields: Row = {}): Row => ({
  id,
  recordStatus: 'Действует',
  organisation: 'ORG-01',
  ...fields,
});

export const organisation = (id: string, fields: Row = {}): Row => ({
  id,
  recordStatus: 'Действует',
  shortName: `Школа ${id}`,
  participates: true,
  teachers: 20,
  newTeachers: 4,
  youngTeachers: 4,
  ...fields,
});

export const form = (id: string, fields: Row = {}): Row =>
  row(id, { wave: '2024-04', status: 'Принято', submittedOn: '2024-04-10', ...fields });
export const mentor = (id: string, fields: Row = {}): Row =>
  row(id, { name: `Наставник ${id}`, entered: '2023-09-01', competences: 'Оценивание', ...fields });
export const mentee = (id: string, fields: Row = {}): Row =>
  row(id, { name: `Наставляемый ${id}`, entered: '2023-09-01', years: 5, requests: 'Оценивание', ...fields });
export const pair = (id: string, mentors: string, mentees: string, fields: Row = {}): Row =>
  row(id, { type: 'пара', mentors, mentees, from: '2023-09-01', status: 'Действует', ...fields });
export const order = (id: string, fields: Row = {}): Row =>
  row(id, {
    kind: 'Приказ о закреплении наставнических пар/групп',
    number: '26/1',
    date: '2023-09-01',
    ...fields,
  });

/** One organisation that submitted, with nothing else in it. */
export function school(rest: Book = {}): Book {
  return { organisations: [organisation('ORG-01')], forms: [form('MON-001')], ...rest };
}

const POLICY = 'Положение о системе наставничества педагогических работников и обучающихся';

/** The three organisations of domain.md §3.5. */
export const threeSchools: Book = {
  organisations: [
    organisation('ORG-01', { shortName: 'А', teachers: 40, newTeachers: 4 }),
    organisation('ORG-02', { shortName: 'Б', teachers: 20, newTeachers: 2 }),
    organisation('ORG-03', { shortName: 'В', teachers: 10, newTeachers: 0 }),
  ],
  forms: ['ORG-01', 'ORG-02', 'ORG-03'].map((id, i) => form(`MON-00${i + 1}`, { organisation: id })),
  curators: [
    row('CUR-001', { from: '2022-10-10', order: 'DOC-001' }),
    row('CUR-002', { organisation: 'ORG-02', from: '2022-11-01', order: 'DOC-002' }),
  ],
  mentors: [
    mentor('NST-001', { name: 'Иванова Мария Петровна' }),
    mentor('NST-002', { name: 'Королёва Анна Ильинична' }),
    mentor('NST-003', { name: 'Ким Ольга Павловна' }),
    mentor('NST-004', { name: 'Носов Пётр Ильич', organisation: 'ORG-02' }),
  ],
  mentees: [
    mentee('MNT-001', { years: 0 }),
    mentee('MNT-002', { years: 3 }),
    mentee('MNT-003', { years: 2 }),
    mentee('MNT-004', { years: 4 }),
    mentee('MNT-005', { years: 15, name: 'Королева Анна Ильинична' }),
    mentee('MNT-006', { years: 1, organisation: 'ORG-02' }),
    mentee('MNT-007', { years: 3, organisation: 'ORG-02' }),
  ],
  pairs: [
    pair('PAR-001', 'NST-001', 'MNT-001'),
    pair('PAR-002', 'NST-003', 'MNT-005'),
    pair('PAR-003', 'NST-002', 'MNT-002; MNT-003; MNT-004', { type: 'группа' }),
    pair('PAR-004', 'NST-004', 'MNT-006', { organisation: 'ORG-02' }),
    pair('PAR-005', 'NST-004', 'MNT-007', { organisation: 'ORG-02' }),
  ],
  training: [
    row('TRN-001', {
      kind: 'семинар',
      from: '2023-10-02',
      to: '2023-10-02',
      participants: 'NST-001; NST-002; NST-004',
      state: 'факт',
    }),
  ],
  documents: [
    order('DOC-001', { kind: 'Приказ о назначении куратора', date: '2022-10-10' }),
    order('DOC-002', { kind: 'Приказ о назначении куратора', date: '2022-11-01', organisation: 'ORG-02' }),
    order('DOC-003', { kind: POLICY, date: '2022-10-15' }),
    order('DOC-004', { kind: 'Дорожная карта ОО', date: '2022-10-15' }),
    order('DOC-005', { kind: 'Программа наставничества', date: '2022-10-15' }),
    order('DOC-006', { kind: POLICY, date: '2022-10-15', organisation: 'ORG-02' }),
    order('DOC-007', { kind: 'Дорожная карта ОО', date: '2022-10-15', organisation: 'ORG-02' }),
  ],
};
