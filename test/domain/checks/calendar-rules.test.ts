import { checkRegistry } from '../../../src/domain/checks/run';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { officialDays } from '../../../src/domain/roadmap/holidays';
import { gridsOf, type Row, type Values } from '../book';
import { bookWith } from './healthy';

const DAY = { date: '2027-01-11', day: 'выходной' };

/** What R-92 says on a day, the tab «Календарь» having such rows; null: there is no such tab. */
function missing(today: string, rows: readonly Row[] | null = [], values: Values = {}) {
  const grids = gridsOf({ ...bookWith({}), calendar: rows }, { storageMode: 'Полный', ...values });
  return checkRegistry(readRegistry(grids), today).filter((f) => f.code === 'R-92');
}

const yearsOf = (...args: Parameters<typeof missing>) =>
  missing(...args).map((f) => Number(/\d{4}/.exec(f.message)![0]));

describe('R-92', () => {
  test('tells of this year and says what to do', () => {
    expect(missing('2027-02-01')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        tab: 'Календарь',
        row: null,
        recordId: '',
        message: 'В календаре нет 2027 года: сроки считаются без его праздников и переносов.',
        instruction: 'Впишите праздники и переносы 2027 года на вкладку «Календарь».',
      }),
    ]);
    expect(missing('2027-02-01', null)[0]!.instruction).toContain('«Создать или обновить книгу»');
  });

  test('one row of the year on the tab is enough', () => {
    expect(yearsOf('2027-02-01', [DAY])).toEqual([]);
    expect(yearsOf('2027-02-01', [{ ...DAY, date: 'январь' }])).toEqual([2027]);
    expect(yearsOf('2027-02-01', [{ ...DAY, day: 'чудесный' }])).toEqual([2027]);
    expect(yearsOf('2027-02-01', [{ ...DAY, date: '2026-01-09' }])).toEqual([2027]);
  });

  test('asks for the next year from December', () => {
    expect(yearsOf('2026-11-30')).toEqual([]);
    expect(yearsOf('2026-12-01')).toEqual([2027]);
    expect(yearsOf('2026-12-01', [DAY])).toEqual([]);
    expect(yearsOf('2027-12-31')).toEqual([2027, 2028]);
  });

  test('asks for the years of the plan that have come, each once', () => {
    expect(yearsOf('2024-04-20', [], { planStart: '01.10.2020' })).toEqual([2020]);
    expect(yearsOf('2024-04-20', [], { planStart: '01.10.1990' })).toEqual([2019, 2020]);
    expect(yearsOf('2024-04-20', [], { planEnd: '31.12.2030' })).toEqual([]);
    expect(yearsOf('2027-12-31', [], { planEnd: '31.12.2030' })).toEqual([2027, 2028]);
    expect(yearsOf('2029-06-01', [], { planEnd: '31.12.2030' })).toEqual([2027, 2028, 2029]);
    expect(yearsOf('2024-04-20', [], { planStart: '31.12.2024', planEnd: '01.01.2022' })).toEqual([]);
  });
});

test.each(['Полный', 'Коды вместо ФИО', 'Только агрегаты'])(
  'in the mode «%s» nothing is found in the rows that set-up writes, however far they lie from today',
  (storageMode) => {
    const calendar = officialDays.map(({ date, working, note }) => ({
      date,
      day: working ? 'рабочий' : 'выходной',
      note,
    }));
    const registry = readRegistry(gridsOf({ calendar }, { storageMode }));
    for (const today of ['2022-10-20', '2024-04-20', '2026-12-31'])
      expect(
        checkRegistry(registry, today).filter((f) => f.tab === 'Календарь' && f.code !== 'R-92'),
      ).toEqual([]);
  },
);
