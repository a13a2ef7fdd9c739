import fc from 'fast-check';
import {
  countsAsTold,
  LEDGER_HEADER,
  type LedgerEntry,
  ledgerCells,
  ledgerKey,
  outcomeOf,
  readLedger,
  unknownOf,
} from '../../../src/domain/letters/ledger';

const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  row: 2,
  key: 'RM-2.1|ORG-01|curator01@school.ru|-7|2024-04-19',
  letter: '2024-04-12/curator01@school.ru',
  date: '2024-04-12',
  to: 'curator01@school.ru',
  measure: 'RM-2.1',
  organisation: 'ORG-01',
  stage: '-7',
  controlDate: '2024-04-19',
  intent: '2024-04-12 08:03',
  result: 'отправлено',
  when: '2024-04-12 08:04',
  note: '',
  run: 'run-1',
  ...more,
});

test('a key names measure and step, organisation, address in lower case, stage, control date', () => {
  const parts = { measureId: 'RM-3.3', organisation: 'ORG-01', stage: '+2', controlDate: '2024-04-15' };
  expect(ledgerKey({ ...parts, step: 'submit', address: ' A@B.ru' })).toBe(
    'RM-3.3/submit|ORG-01|a@b.ru|+2|2024-04-15',
  );
  expect(ledgerKey({ ...parts, step: '', address: 'a@b.ru' })).toBe('RM-3.3|ORG-01|a@b.ru|+2|2024-04-15');
});

test('people read days as 12.04.2024, the key keeps yyyy-mm-dd', () => {
  const cells = ledgerCells(entry());
  expect(cells[LEDGER_HEADER.indexOf('Дата')]).toBe('12.04.2024');
  expect(cells[LEDGER_HEADER.indexOf('Контрольная дата')]).toBe('19.04.2024');
  expect(cells[0]).toContain('2024-04-19');
});

test('what was printed reads back, whatever the order of the columns and the shape of the days', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...LEDGER_HEADER], { minLength: LEDGER_HEADER.length }),
      fc.constantFrom('отправлено', 'намерение', '', 'не дошло'),
      fc.boolean(),
      (order, result, asDates) => {
        const one = entry({ result });
        const cells = ledgerCells(one);
        const cellOf = (title: string) => {
          const text = cells[LEDGER_HEADER.indexOf(title)];
          return asDates && title === 'Дата' ? { date: one.date } : text;
        };
        expect(readLedger([order, order.map(cellOf)])).toEqual([one]);
      },
    ),
  );
});

describe('a damaged row', () => {
  const read = (...cells: (string | number | boolean)[]) =>
    readLedger([[...LEDGER_HEADER], [...cells, ...LEDGER_HEADER.slice(cells.length).map(() => '')]])[0];

  test('is kept with what can be read of it', () => {
    expect(read('RM-2.1|ORG-01|a@b.ru|0|2024-04-19', '', '31.02.2024', 'A@b.ru ')).toMatchObject({
      key: 'RM-2.1|ORG-01|a@b.ru|0|2024-04-19',
      date: '',
      to: 'a@b.ru',
    });
  });

  test('whose key was wiped gets it back from its parts', () => {
    const cells = ledgerCells(entry());
    expect(read('', ...cells.slice(1)).key).toBe(entry().key);
  });

  test('with an unknown word in «Результат» is not sent again', () => {
    expect(outcomeOf(entry({ result: 'вроде ушло' }))).toBe('неизвестно');
    expect(outcomeOf(entry({ result: ' Отправлено ' }))).toBe('отправлено');
    expect(outcomeOf(entry({ result: ' ' }))).toBe('намерение');
  });

  test('of any cells does not crash the reader', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant({ date: '2024-04-12' }));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 5 }),
        fc.subarray([...LEDGER_HEADER]),
        (rows, header) => {
          for (const one of readLedger([header, ...rows])) {
            outcomeOf(one);
            expect(ledgerCells(one)).toHaveLength(LEDGER_HEADER.length);
          }
        },
      ),
    );
  });
});

test('no tab and a bare header are an empty ledger; a blank row is no entry', () => {
  expect(readLedger(null)).toEqual([]);
  expect(readLedger([[...LEDGER_HEADER]])).toEqual([]);
  expect(readLedger([[...LEDGER_HEADER], LEDGER_HEADER.map(() => '')])).toEqual([]);
});

test('an intent, a sent, an unknown and an undelivered letter are never told again; the others may go', () => {
  const told = ['намерение', 'отправлено', 'неизвестно', 'не дошло'] as const;
  const free = ['не отправлено', 'отложено', 'не нужно', 'неверный адрес'] as const;
  expect(told.map(countsAsTold)).toEqual([true, true, true, true]);
  expect(free.map(countsAsTold)).toEqual([false, false, false, false]);
});

test('unknown: declared so, or an intent that another run left', () => {
  const rows = [
    entry({ row: 2, result: 'намерение', run: 'run-1' }),
    entry({ row: 3, result: '', run: 'run-1' }),
    entry({ row: 4, result: 'намерение', run: 'run-2' }),
    entry({ row: 5, result: 'неизвестно', run: 'run-0' }),
    entry({ row: 6, result: 'отправлено', run: 'run-0' }),
  ];
  expect(unknownOf(rows, 'run-2').map((row) => row.row)).toEqual([2, 3, 5]);
});
