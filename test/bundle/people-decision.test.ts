import { type Bound, bound, shown } from './bundle';

const TAB = 'Совпадения людей';

/** A book with two mentors whose names are alike and one of another organisation. */
function book(options: Parameters<typeof bound>[0] = {}): Bound {
  const made = bound({ activeUser: 'methodist@example.ru', ...options });
  made.rpc('setUp', { storageMode: 'Полный' });
  write(made, 'Организации', [
    { ID: 'ORG-01', 'Краткое наименование': 'МБОУ «СОШ № 1»', 'Статус записи': 'Действует' },
    { ID: 'ORG-02', 'Краткое наименование': 'МБОУ «СОШ № 2»', 'Статус записи': 'Действует' },
  ]);
  write(made, 'Наставники', [
    mentor('NST-001', 'Иванова Мария Павловна'),
    mentor('NST-002', 'Иванова М. П.'),
  ]);
  return made;
}

const mentor = (id: string, name: string): Record<string, string> => ({
  ID: id,
  'ФИО наставника': name,
  'ОО (ID)': 'ORG-01',
  'Статус записи': 'Действует',
});

function write(made: Bound, title: string, rows: readonly Record<string, string>[]): void {
  const [header] = shown(made, title);
  rows.forEach((row, r) => {
    for (const [column, value] of Object.entries(row))
      made
        .tab(title)
        .getRange(r + 2, header!.indexOf(column) + 1)
        .setValue(value);
  });
}

/** The rows of the tab of decisions by the titles of its columns. */
function decisions(made: Bound): Record<string, string>[] {
  const [header, ...rows] = shown(made, TAB);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(row.map((cell, i) => [header![i]!, cell])));
}

const codes = (made: Bound): string[] =>
  made.rpc<{ findings: { code: string }[] }>('check').findings.map((f) => f.code);

const DIFFERENT = { first: 'NST-002', second: 'NST-001', decision: 'разные люди', reason: 'мать и дочь' };

describe('decisions about people', () => {
  test('a decision is kept with who and when, and the question is not asked again until a name changes', () => {
    const made = book();
    expect(codes(made)).toContain('R-61');
    expect(made.rpc('peopleDecision', DIFFERENT)).toEqual({ id: 'DUP-001' });
    expect(decisions(made)).toEqual([
      expect.objectContaining({
        ID: 'DUP-001',
        Состояние: 'учтено',
        'Первая запись': 'NST-001',
        'Вторая запись': 'NST-002',
        Решение: 'разные люди',
        Причина: 'мать и дочь',
        'Кто решил': 'methodist@example.ru',
        Когда: '20.04.2024',
      }),
    ]);
    expect(codes(made)).not.toContain('R-61');
    write(made, 'Наставники', [{ 'ФИО наставника': 'Иванова Марта Павловна' }]);
    expect(codes(made)).toContain('R-61');
    expect(decisions(made)[0]).toMatchObject({ Состояние: 'сведения изменились: решите заново' });
  });

  test('the same pair, in whichever order, keeps its row', () => {
    const made = book();
    made.rpc('peopleDecision', DIFFERENT);
    const again = {
      first: 'NST-001',
      second: 'NST-002 · Иванова М. П.',
      decision: 'одно лицо',
      reason: 'по приказу',
    };
    expect(made.rpc('peopleDecision', again)).toEqual({ id: 'DUP-001' });
    expect(decisions(made)).toHaveLength(1);
    expect(decisions(made)[0]).toMatchObject({ Решение: 'одно лицо', Причина: 'по приказу' });
    expect(codes(made)).toContain('R-62');
  });

  test.each([
    [{ ...DIFFERENT, reason: '  ' }, /причину/],
    [{ ...DIFFERENT, decision: 'объединить' }, /одно лицо или разные люди/],
    [{ ...DIFFERENT, second: 'NST-002' }, /двух разных записей/],
    [{ ...DIFFERENT, second: 'NST-099' }, /Записи NST-099 нет/],
    [{ ...DIFFERENT, second: 'ORG-01' }, /Записи ORG-01 нет/],
  ])('refused: %o', (request, words) => {
    const made = book();
    expect(made.refusal('peopleDecision', request)).toMatch(words);
    expect(decisions(made)).toEqual([]);
  });

  test('a reason that begins with = is no formula', () => {
    const made = book();
    made.rpc('peopleDecision', { ...DIFFERENT, reason: '=1+1' });
    expect(decisions(made)[0]!.Причина).toMatch(/^'?=1\+1$/);
  });
});
