import type { Finding } from '../../../src/domain/checks/finding';
import { checkRegistry } from '../../../src/domain/checks/run';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { type Book, gridsOf, type Row } from '../book';

const TODAY = '2024-04-20';
const findings = (book: Book): readonly Finding[] => checkRegistry(readRegistry(gridsOf(book)), TODAY);
const of = (code: string, book: Book) => findings(book).filter((f) => f.code === code);

const row = (id: string, name: string, more: Row = {}): Row => ({
  id,
  name,
  organisation: 'ORG-01',
  position: 'учитель',
  recordStatus: 'Действует',
  ...more,
});
const mentors = (...rows: Row[]): Book => ({ mentors: rows });
const decision = (first: string, second: string, what: string, more: Row = {}): Row => ({
  id: 'DUP-001',
  first,
  second,
  decision: what,
  reason: 'проверено по приказам',
  decidedBy: 'координатор',
  decidedOn: '2024-04-01',
  ...more,
});

describe('R-07, how a name is written', () => {
  test.each([
    'Иванова',
    'Иванова М. П.',
    'М.П. Иванова',
    'Иванова Мария П.',
    'ИВАНОВА МАРИЯ ПАВЛОВНА',
    'ИВАНОВА Мария Павловна',
    'иванова мария павловна',
    'Ivanova Maria',
    'Иванова Maria Павловна',
    'Иванова Мария 2',
    'Иванова Мария Павловна Анна Юрьевна',
    'Иванова М.П., Петрова А.С.',
    'Иванова Мария <b>Павловна</b>',
  ])('%s breaks it', (name) => {
    const [finding, ...more] = of('R-07', mentors(row('NST-001', name)));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      tab: 'Наставники',
      row: 2,
      recordId: 'NST-001',
      column: 'ФИО наставника',
      message: `Проверьте ФИО: «${name}».`,
    });
    expect(finding.expected).not.toBe('');
    expect(finding.instruction).not.toBe('');
  });

  test.each([
    'Иванова Мария Павловна',
    'Ким Анна',
    'Петрова-Иванова Анна-Мария Павловна',
    'Петрова – Иванова Мария Павловна',
    'Петрова Иванова Мария Павловна',
    'Иванова (Петрова) Мария Павловна',
    'Мамедов Али Гасан оглы',
    'О’Коннор Пётр Ильич',
    'фон Беллинг Анна Карловна',
    'Ли Яо',
    'П-017',
  ])('%s does not', (name) => {
    expect(of('R-07', mentors(row('NST-001', name)))).toEqual([]);
  });
});

describe('R-45, two alphabets in one word', () => {
  test.each([
    ['name', 'Ивaнова Мария Павловна', 'Ивaнова'],
    ['name', 'Иванова Маrия Павловна', 'Маrия'],
    ['achievements', 'Победитель кoнкурса «Учитель года»', 'кoнкурса'],
    ['position', 'yчитель-новатор', 'yчитель'],
  ])('%s «%s» breaks it', (column, text, word) => {
    const found = of('R-45', mentors(row('NST-001', 'Иванова Мария Павловна', { [column]: text })));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      recordId: 'NST-001',
      message: `Смешанные алфавиты в «${word}».`,
      found: text,
    });
  });

  test.each([
    ['achievements', 'Курс по Excelю и Zoomу, IT-класс, онлайн-Moodle'],
    ['achievements', '5A класс'],
    ['name', 'Иванова Maria Павловна'],
    ['updatedBy', 'ivanova@example.ru'],
  ])('%s «%s» does not', (column, text) => {
    expect(of('R-45', mentors(row('NST-001', 'Иванова Мария Павловна', { [column]: text })))).toEqual([]);
  });

  test('a mixed word in a name is one finding, not two', () => {
    const codes = findings(mentors(row('NST-001', 'Ивaнова Мария Павловна'))).map((f) => f.code);
    expect(codes).toContain('R-45');
    expect(codes).not.toContain('R-07');
  });
});

describe('R-05, one name twice in an organisation', () => {
  const name = 'Иванова Мария Павловна';

  test('the later row is named, with both rows', () => {
    const [finding, ...more] = of(
      'R-05',
      mentors(row('NST-001', name), row('NST-002', 'Ким Ада'), row('NST-003', name)),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      row: 4,
      recordId: 'NST-003',
      column: 'ФИО наставника',
      message: `Возможный дубль: ${name} (строки 2, 4).`,
      organisation: 'ORG-01',
    });
  });

  test('ё/е do not hide it, and are named', () => {
    const [finding] = of(
      'R-05',
      mentors(row('NST-001', 'Берёзкин Пётр Ильич'), row('NST-002', 'Березкин Петр Ильич')),
    );
    expect(finding.expected).toContain('отличаются только ё/е');
  });

  test('equal codes in one organisation are one person twice, in two they are not', () => {
    const codes = mentors(
      row('NST-001', 'П-017'),
      row('NST-002', 'П-017'),
      row('NST-003', 'П-017', { organisation: 'ORG-02' }),
    );
    expect(of('R-05', codes).map((f) => f.recordId)).toEqual(['NST-002']);
    expect(of('R-06', codes)).toEqual([]);
    expect(of('R-61', codes)).toEqual([]);
  });

  test.each<[string, Row]>([
    ['another organisation', { organisation: 'ORG-02' }],
    ['an archived row', { recordStatus: 'Архив', archivedOn: '2024-01-01', archivedWhy: 'дубль' }],
    ['a draft', { recordStatus: 'Черновик' }],
    ['a mentor who left', { left: '2024-04-19', leftWhy: 'перевод' }],
    ['another patronymic', { name: 'Иванова Мария Петровна' }],
  ])('%s is no double', (_, more) => {
    expect(of('R-05', mentors(row('NST-001', name), row('NST-002', name, more)))).toEqual([]);
  });

  test('a mentor who is a mentee too is no double', () => {
    expect(of('R-05', { mentors: [row('NST-001', name)], mentees: [row('MNT-001', name)] })).toEqual([]);
  });
});

describe('R-06, one name in two organisations', () => {
  const name = 'Иванова Мария Павловна';
  const two = mentors(row('NST-001', name), row('NST-002', name, { organisation: 'ORG-02' }));

  test('one hint a name', () => {
    const found = of('R-06', two);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'hint',
      recordId: 'NST-002',
      message: 'Совпадение ФИО в разных ОО: проверьте совместительство.',
      found: `${name}: Наставники, строки 2, 3`,
    });
  });

  test('names that are alike say how', () => {
    const [finding] = of(
      'R-06',
      mentors(
        row('NST-001', name),
        row('NST-002', 'Иванова-Лунина Мария Павловна', { organisation: 'ORG-02' }),
      ),
    );
    expect(finding.message).toContain('двойная фамилия: Иванова / Иванова-Лунина');
  });

  test.each(['одно лицо', 'разные люди'])('decided «%s»: not asked again', (what) => {
    expect(of('R-06', { ...two, matches: [decision('NST-002', 'NST-001', what)] })).toEqual([]);
  });
});

describe('R-61, names that are alike in one organisation', () => {
  const alike = mentors(row('NST-001', 'Иванова Мария Павловна'), row('NST-002', 'Иванова М. П.'));

  test('both names, both rows and the reason', () => {
    const [finding, ...more] = of('R-61', alike);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', recordId: 'NST-002', column: 'ФИО наставника' });
    expect(finding.message).toBe(
      'Возможный дубль: похожие ФИО. Иванова Мария Павловна и Иванова М. П. (строки 2, 3): инициалы вместо имени: Иванова М. П.',
    );
  });

  test('a decision stands while names and years of birth stay, then the question comes back', () => {
    const decided = { ...alike, matches: [decision('NST-001 · Иванова М. П.', 'NST-002', 'разные люди')] };
    expect(of('R-61', decided)).toEqual([]);
    const stale = {
      ...alike,
      matches: [decision('NST-001', 'NST-002', 'разные люди', { print: 'n00000000' })],
    };
    expect(of('R-61', stale)).toHaveLength(1);
  });
});

describe('R-62, a decision that was not carried out', () => {
  const name = 'Иванова Мария Павловна';
  const twice = mentors(row('NST-001', name), row('NST-002', name));

  test('one person, two active rows', () => {
    const found = of('R-62', { ...twice, matches: [decision('NST-002', 'NST-001', 'одно лицо')] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      tab: 'Наставники',
      recordId: 'NST-002',
      column: 'Статус записи',
    });
    expect(of('R-05', { ...twice, matches: [decision('NST-002', 'NST-001', 'одно лицо')] })).toEqual([]);
  });

  test.each<[string, Row]>([
    ['the extra row is archived', { recordStatus: 'Архив', archivedOn: '2024-04-02', archivedWhy: 'дубль' }],
    ['she works in two organisations', { organisation: 'ORG-02' }],
  ])('%s: nothing to say', (_, more) => {
    expect(
      of('R-62', {
        mentors: [row('NST-001', name), row('NST-002', name, more)],
        matches: [decision('NST-001', 'NST-002', 'одно лицо')],
      }),
    ).toEqual([]);
  });

  test('a record that is not there', () => {
    const [finding] = of('R-62', { ...twice, matches: [decision('NST-001', 'NST-099', 'разные люди')] });
    expect(finding).toMatchObject({
      tab: 'Совпадения людей',
      row: 2,
      column: 'Вторая запись',
      found: 'NST-099',
    });
  });
});
