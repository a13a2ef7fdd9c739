import { decided, decisionColumns, decisionsOf } from '../../../src/domain/matching/decisions';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf, type Row } from '../book';

const person = (id: string, name: string, birth = '1985'): Row => ({
  id,
  name,
  birth,
  recordStatus: 'Действует',
});
const decision = (first: string, second: string, more: Row = {}): Row => ({
  first,
  second,
  decision: 'разные люди',
  reason: 'мать и дочь',
  decidedBy: 'координатор',
  decidedOn: '2024-04-01',
  ...more,
});
const registry = (mentors: Row[], matches: Row[]) => readRegistry(gridsOf({ mentors, matches }));
const two = [person('NST-001', 'Иванова Мария Павловна'), person('NST-002', 'Иванова М. П.')];
const printNow = (mentors: Row[]): string =>
  decisionColumns(registry(mentors, [decision('NST-001', 'NST-002')])).print[0]!;
const stateOf = (mentors: Row[], ...matches: Row[]): readonly string[] =>
  decisionColumns(registry(mentors, matches)).state;

describe('decisions about people', () => {
  test('typed by hand counts at once and gets its print', () => {
    const read = registry(two, [decision('NST-002', 'NST-001')]);
    expect(decisionsOf(read)[0]).toMatchObject({
      state: 'учтено',
      print: expect.stringMatching(/^n[0-9a-f]{8}$/),
    });
    expect(decided(read)('NST-001', 'NST-002')).toBe('разные люди');
    expect(decided(read)('NST-002', 'NST-001')).toBe('разные люди');
    expect(decided(read)('NST-001', 'NST-003')).toBeUndefined();
  });

  test('the print does not depend on the order of the two records, nor on spelling that folding levels', () => {
    const print = printNow(two);
    expect(decisionColumns(registry(two, [decision('NST-002', 'NST-001')])).print).toEqual([print]);
    expect(printNow([person('NST-001', '  иванова  Мария Павловна'), two[1]!])).toBe(print);
  });

  test.each<[string, Row[]]>([
    ['a name', [person('NST-001', 'Иванова Марта Павловна'), two[1]!]],
    ['a year of birth', [person('NST-001', 'Иванова Мария Павловна', '1986'), two[1]!]],
  ])('%s changed: the question is open again, the old print stays', (_, mentors) => {
    const print = printNow(two);
    const read = registry(mentors, [decision('NST-001', 'NST-002', { print })]);
    expect(decisionsOf(read)[0]).toMatchObject({ state: 'сведения изменились: решите заново', print });
    expect(decided(read)('NST-001', 'NST-002')).toBeUndefined();
  });

  test('position, subject and organisation may change: the people stay the same', () => {
    const moved = two.map((row) => ({
      ...row,
      organisation: 'ORG-07',
      position: 'методист',
      subject: 'химия',
    }));
    expect(stateOf(moved, decision('NST-001', 'NST-002', { print: printNow(two) }))).toEqual(['учтено']);
  });

  test('names that became codes leave the decision in force, and the new print knows no name', () => {
    const coded = [person('NST-001', 'П-017'), person('NST-002', 'П-018')];
    const [made] = decisionsOf(registry(coded, [decision('NST-001', 'NST-002', { print: printNow(two) })]));
    expect(made).toMatchObject({ state: 'учтено', print: printNow(coded) });
    expect(made!.print).toMatch(/^c/);
  });

  test('the last decision about a pair is the one that counts', () => {
    const rows = [
      decision('NST-001', 'NST-002', { decidedOn: '2024-04-05', decision: 'одно лицо' }),
      decision('NST-002', 'NST-001', { decidedOn: '2024-04-01' }),
    ];
    expect(stateOf(two, ...rows)).toEqual(['учтено', 'есть более позднее решение']);
    expect(decided(registry(two, rows))('NST-001', 'NST-002')).toBe('одно лицо');
  });

  test.each<[string, Row, string]>([
    ['a record that is not there', decision('NST-001', 'NST-099'), 'записи нет'],
    ['no decision yet', decision('NST-001', 'NST-002', { decision: '' }), ''],
    ['a record with itself', decision('NST-001', 'NST-001'), ''],
  ])('%s', (_, row, state) => {
    expect(stateOf(two, row)).toEqual([state]);
  });
});
