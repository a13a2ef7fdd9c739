import fc from 'fast-check';
import { tabs } from '../../src/domain/registry/tabs';
import type { SheetModel } from '../../src/local/services/spreadsheet/model';
import { type Bound, bound, shown } from './bundle';
import { differingTabs, picture } from './picture';

interface Shown {
  tab: string;
  kind: string;
  column: string;
  address: string;
  words: string;
  mends: boolean;
}
interface Outcome {
  done: { tab: string; what: string }[];
  left: Shown[];
  leftAlone: { tab: string; why: string }[];
}

const TAB = 'Документы';
const PAIRS = 'Пары и группы';

const header = (book: Bound, title = TAB): string[] => shown(book, title)[0] ?? [];
function at(book: Bound, heading: string, title = TAB): number {
  const found = header(book, title).indexOf(heading);
  if (found < 0) throw new NoColumn(`No «${heading}» on «${title}»`);
  return found + 1;
}

/** One accident has taken the column that the next one would have hit. */
class NoColumn extends Error {}

function happen({ spoil }: DamageCase, book: Bound): void {
  try {
    spoil(book);
  } catch (error) {
    if (!(error instanceof NoColumn)) throw error;
  }
}

interface AnySheet {
  getRange(row: number, column: number, rows?: number, columns?: number): AnyRange;
  getRange(a1: string): AnyRange;
  insertRowBefore(row: number): unknown;
  insertColumnBefore(column: number): unknown;
  deleteColumn(column: number): unknown;
  moveRows(range: AnyRange, to: number): void;
  moveColumns(range: AnyRange, to: number): void;
  hideSheet(): unknown;
  setName(name: string): unknown;
  setFrozenRows(rows: number): void;
  protect(): { setWarningOnly(on: boolean): unknown };
  copyTo(spreadsheet: unknown): { setName(name: string): unknown };
}
interface AnyRange {
  setValue(value: unknown): AnyRange;
  setValues(values: unknown[][]): AnyRange;
  getValues(): unknown[][];
  clear(): AnyRange;
  clearContent(): AnyRange;
  clearNote(): AnyRange;
  clearDataValidations(): AnyRange;
  setDataValidation(rule: unknown): AnyRange;
  setNumberFormat(format: string): AnyRange;
  setWrap(on: boolean): AnyRange;
  merge(): AnyRange;
  createFilter(): unknown;
}
const sheet = (book: Bound, title = TAB) => book.tab(title) as unknown as AnySheet;
const app = (book: Bound) =>
  book.host.globals.SpreadsheetApp as never as {
    getActiveSpreadsheet(): { deleteSheet(s: unknown): void };
    newDataValidation(): { requireValueInList(list: string[]): { build(): unknown } };
  };

/** A workbook in order, with three documents and some words of people elsewhere. */
function filled(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  const width = header(book).length;
  const record = (n: number) => {
    const row: unknown[] = new Array(width).fill('');
    row[at(book, 'ID') - 1] = `DOC-00${n}`;
    row[at(book, '№') - 1] = `2${n}/1`;
    row[at(book, 'Название') - 1] = `Приказ ${n}`;
    row[at(book, 'Вид') - 1] = 'Положение';
    row[at(book, 'Дата') - 1] = new Date(Date.UTC(2023, 8, n, 7));
    return row;
  };
  sheet(book).getRange(2, 1, 3, width).setValues([1, 2, 3].map(record));
  return book;
}

/** Everything people entered: their texts on every tab but those that the script fills. */
function entered(book: Bound): string[] {
  return [TAB, PAIRS, 'Настройки', 'Справочники']
    .filter((title) => book.titles().includes(title))
    .flatMap((title) => shown(book, title).slice(1).flat())
    .filter((text) => text !== '')
    .sort();
}

/** The structure of a tab, column by column, wherever the columns stand: what the template says. */
function structure(model: SheetModel, heights: number): Record<string, string> {
  const row = (r: number) => model.rows[r];
  const columns: Record<string, string> = {};
  const titles = row(0)?.values ?? [];
  titles.forEach((title, c) => {
    if (title === '' || title === 'Моя графа') return;
    const body: string[] = [];
    for (let r = 1; r < heights; r++) {
      const format = row(r)?.formats?.[c];
      body.push(JSON.stringify([format?.numberFormat, format?.wrap, row(r)?.validations?.[c]]));
    }
    columns[String(title)] = JSON.stringify([
      row(0)?.notes?.[c],
      row(0)?.formats?.[c]?.numberFormat,
      row(0)?.formats?.[c]?.bold,
      row(0)?.validations?.[c] ?? null,
      [...new Set(body)],
    ]);
  });
  return {
    ...columns,
    frame: JSON.stringify([
      model.frozenRows,
      model.hidden,
      model.merges,
      model.protections.map((p) => [p.type, p.warningOnly]),
    ]),
  };
}

const HEIGHT = 400;
const template = structure(filled().sheet(TAB), HEIGHT);
const pairsTemplate = structure(filled().sheet(PAIRS), HEIGHT);

/** Dropdowns point at a tab by its number, which is another one when the tab was made anew. */
const normal = (book: Bound, text: Record<string, string>): Record<string, string> => {
  const numbers = new Map(book.model.sheets.map((s) => [s.id, s.name]));
  return JSON.parse(
    JSON.stringify(text).replace(/sheetId\\*":(\d+)/g, (_, id) => `sheet:${numbers.get(Number(id))}`),
  );
};
const reference = filled();
const expected: Readonly<Record<string, Record<string, string>>> = {
  [TAB]: normal(reference, template),
  [PAIRS]: normal(reference, pairsTemplate),
};

interface DamageCase {
  readonly name: string;
  readonly spoil: (book: Bound) => void;
  /** Kinds that the preview must name. */
  readonly kinds: readonly string[];
}

/** Accidents that repair makes good. Each works on any workbook, spoilt by the others or not. */
const accidents: readonly DamageCase[] = [
  {
    name: 'a paste wiped the dropdowns of some rows',
    spoil: (b) => sheet(b).getRange(5, at(b, 'Вид'), 20, 1).clearDataValidations(),
    kinds: ['validation'],
  },
  {
    name: 'a paste wiped the dropdowns of a whole tab',
    spoil: (b) => sheet(b, PAIRS).getRange(2, 1, 900, 15).clearDataValidations(),
    kinds: ['validation'],
  },
  {
    name: 'a paste brought a foreign dropdown over a rule',
    spoil: (b) =>
      sheet(b)
        .getRange(7, at(b, 'Вид'), 3, 1)
        .setDataValidation(app(b).newDataValidation().requireValueInList(['x', 'y']).build()),
    kinds: ['validation'],
  },
  {
    name: 'a paste brought a foreign dropdown into a free column',
    spoil: (b) =>
      sheet(b)
        .getRange(9, at(b, 'Название'), 4, 1)
        .setDataValidation(app(b).newDataValidation().requireValueInList(['x']).build()),
    kinds: ['validation'],
  },
  {
    name: 'order numbers became dates',
    spoil: (b) => sheet(b).getRange(10, at(b, '№'), 5, 1).setNumberFormat('dd.mm.yyyy'),
    kinds: ['format'],
  },
  {
    name: 'dates became text',
    spoil: (b) => sheet(b).getRange(11, at(b, 'Дата'), 30, 1).setNumberFormat('@'),
    kinds: ['format'],
  },
  {
    name: 'a header under an alias',
    spoil: (b) => {
      if (header(b).includes('Вид')) sheet(b).getRange(1, at(b, 'Вид')).setValue('Вид документа');
    },
    kinds: ['header-alias'],
  },
  {
    name: 'a header replaced by other words',
    spoil: (b) => {
      if (header(b).includes('Название')) sheet(b).getRange(1, at(b, 'Название')).setValue('Как называется');
    },
    kinds: ['header-lost'],
  },
  {
    name: 'a header cleared',
    spoil: (b) => {
      if (header(b).includes('Ссылка')) sheet(b).getRange(1, at(b, 'Ссылка')).clearContent();
    },
    kinds: ['header-lost'],
  },
  {
    name: 'a header wiped with its note',
    spoil: (b) => {
      if (header(b).includes('Уровень')) sheet(b).getRange(1, at(b, 'Уровень')).clearContent().clearNote();
    },
    kinds: ['header-lost', 'header-note'],
  },
  {
    name: 'a note removed',
    spoil: (b) => {
      if (header(b).includes('Дата')) sheet(b).getRange(1, at(b, 'Дата')).clearNote();
    },
    kinds: ['header-note'],
  },
  {
    name: 'the look of a header cleared',
    spoil: (b) => sheet(b).getRange(1, 1).setNumberFormat('General'),
    kinds: ['header-look'],
  },
  {
    name: 'the wrapping lost in some rows',
    spoil: (b) => sheet(b).getRange(20, 1, 5, 6).setWrap(false),
    kinds: ['wrap'],
  },
  {
    name: 'the header no longer frozen',
    spoil: (b) => sheet(b).setFrozenRows(0),
    kinds: ['frozen'],
  },
  {
    name: 'the protection removed',
    spoil: (b) => {
      b.sheet(TAB).protections = [];
    },
    kinds: ['protection'],
  },
  {
    name: 'the protection doubled',
    spoil: (b) => {
      const [one] = b.sheet(TAB).protections;
      if (one) b.sheet(TAB).protections.push({ ...one, id: '9'.repeat(9) });
    },
    kinds: ['protection'],
  },
  {
    name: 'a hard protection instead of the warning',
    spoil: (b) => {
      for (const p of b.sheet(TAB).protections) p.warningOnly = false;
      if (b.sheet(TAB).protections.length === 0) sheet(b).protect();
    },
    kinds: ['protection'],
  },
  {
    name: 'merged cells in the data',
    spoil: (b) => void sheet(b).getRange(30, 3, 2, 2).merge(),
    kinds: ['merged'],
  },
  {
    name: 'the tab hidden',
    spoil: (b) => void sheet(b, PAIRS).hideSheet(),
    kinds: ['tab-hidden'],
  },
  {
    name: 'the dropdown lists cleared',
    spoil: (b) => void (b.titles().includes('Списки') && sheet(b, 'Списки').getRange('A:Z').clearContent()),
    kinds: ['lists-empty', 'validation-source'],
  },
  {
    name: 'the dropdown lists deleted',
    spoil: (b) => {
      if (b.titles().includes('Списки')) app(b).getActiveSpreadsheet().deleteSheet(b.tab('Списки'));
    },
    kinds: ['tab-missing', 'validation-source'],
  },
  {
    name: 'a column moved by hand and one of people put between',
    spoil: (b) => {
      sheet(b).moveColumns(sheet(b).getRange('H:H'), 5);
      sheet(b).insertColumnBefore(6);
      sheet(b).getRange(1, 6, 999, 1).clear().clearDataValidations().clearNote();
      sheet(b).getRange(1, 6).setValue('Моя графа');
    },
    kinds: [],
  },
  {
    name: 'the schema version made unreadable',
    spoil: (b) => {
      const rows = shown(b, 'Настройки');
      const row = rows.findIndex((r) => r.includes('Версия схемы'));
      if (row > 0)
        sheet(b, 'Настройки')
          .getRange(row + 1, rows[0].indexOf('Значение') + 1)
          .setValue('вторая');
    },
    kinds: ['schema-version'],
  },
];

/** Accidents that change which rows stand where: alone, and last in a combination. */
const upheavals: readonly DamageCase[] = [
  {
    name: 'a blank row inserted above the header',
    spoil: (b) => void sheet(b).insertRowBefore(1),
    kinds: ['header-row'],
  },
  {
    name: 'a caption inserted above the header',
    spoil: (b) => {
      sheet(b).insertRowBefore(1);
      sheet(b).getRange(1, 3).setValue('Реестр документов');
    },
    kinds: ['header-row'],
  },
  {
    name: 'the header sorted into the data',
    spoil: (b) => sheet(b).moveRows(sheet(b).getRange('1:1'), 4),
    kinds: ['header-row'],
  },
  {
    name: 'the tab renamed',
    spoil: (b) => void sheet(b).setName('Бумаги школы'),
    kinds: ['tab-renamed'],
  },
  {
    name: 'a column deleted',
    spoil: (b) => void sheet(b, PAIRS).deleteColumn(at(b, 'Дата начала', PAIRS)),
    kinds: ['column-missing'],
  },
  {
    name: 'a whole tab deleted',
    spoil: (b) => app(b).getActiveSpreadsheet().deleteSheet(b.tab(PAIRS)),
    kinds: ['tab-missing'],
  },
];

const preview = (book: Bound) => book.rpc<{ differences: Shown[] }>('repairPreview');

function checkRestored(book: Bound, before: string[], spoilt: string): void {
  const found = preview(book).differences;
  const outcome = book.rpc<Outcome>('repairApply', { kinds: [...new Set(found.map((d) => d.kind))] });
  expect([spoilt, outcome.leftAlone]).toEqual([spoilt, []]);
  for (const title of [TAB, PAIRS])
    expect([spoilt, normal(book, structure(book.sheet(title), HEIGHT))]).toEqual([spoilt, expected[title]]);
  for (const text of before) expect(entered(book)).toContain(text);
  expect(preview(book).differences.filter((d) => d.mends)).toEqual([]);
}

describe('each accident alone ends equal to the template, with every cell that people entered', () => {
  test.each([...accidents, ...upheavals].map((c) => [c.name, c] as const))('%s', (name, { spoil, kinds }) => {
    const book = filled();
    const before = entered(book);
    spoil(book);
    const named = new Set(preview(book).differences.map((d) => d.kind));
    expect([...named]).toEqual(expect.arrayContaining([...kinds]));
    // What a person stood to lose by deleting cannot be brought back.
    const kept = /deleted|cleared|schema/.test(name)
      ? before.filter((t) => entered(book).includes(t))
      : before;
    checkRestored(book, kept, name);
  });
});

test('cleared lists and a deleted tab together: the other tabs get their dropdowns back', () => {
  const book = filled();
  const named = (name: string) => [...accidents, ...upheavals].find((c) => c.name === name)!;
  for (const name of ['the dropdown lists cleared', 'a whole tab deleted']) happen(named(name), book);
  checkRestored(book, ['Приказ 1'], 'lists cleared + a tab deleted');
});

test('accidents in any order and number', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...accidents], { minLength: 3, maxLength: 9 }),
      fc.option(fc.constantFrom(...upheavals), { nil: null }),
      (chosen, last) => {
        const book = filled();
        const words = chosen.map((c) => c.name);
        for (const accident of chosen) happen(accident, book);
        if (last) happen(last, book);
        const before = book.titles().includes(TAB)
          ? entered(book).filter((t) => /^(DOC|Приказ|2\d\/1)/.test(t))
          : ['Приказ 1', 'Приказ 2', 'Приказ 3'];
        checkRestored(book, before, [...words, last?.name ?? ''].join(' + '));
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
});

describe('what is told and left to a person', () => {
  const toldOf = (spoil: (book: Bound) => void): { book: Bound; left: string[]; outcome: Outcome } => {
    const book = filled();
    spoil(book);
    const outcome = book.rpc<Outcome>('repairApply', {});
    return { book, left: outcome.left.map((d) => `${d.tab}: ${d.kind}`), outcome };
  };

  test('a copy of a tab', () => {
    const { book, left } = toldOf((b) => {
      sheet(b)
        .copyTo((app(b) as never as { getActiveSpreadsheet(): unknown }).getActiveSpreadsheet())
        .setName('Документы (копия)');
    });
    expect(left).toEqual(['Документы (копия): tab-copy']);
    expect(book.titles()).toContain('Документы (копия)');
  });

  test('a header that stands above two columns with data; the tab is left as it is', () => {
    const { book, outcome } = toldOf((b) => {
      sheet(b)
        .getRange(1, header(b).length + 1, 2, 1)
        .setValues([['Дата'], ['вчера']]);
      sheet(b).getRange(5, at(b, 'Вид'), 20, 1).clearDataValidations();
    });
    expect(outcome.leftAlone).toEqual([{ tab: TAB, why: expect.stringMatching(/«Дата» стоит дважды/) }]);
    expect(book.sheet(TAB).rows[6]!.validations![at(book, 'Вид') - 1]).toBeUndefined();
  });

  test('a second header above a blank column goes, the one with data stays', () => {
    const { book, outcome } = toldOf((b) => {
      sheet(b)
        .getRange(1, header(b).length + 1)
        .setValue('Название');
    });
    expect(outcome.done).toEqual([{ tab: TAB, what: expect.stringMatching(/лишний заголовок «Название»/) }]);
    expect(header(book).filter((t) => t === 'Название')).toHaveLength(1);
    expect(shown(book, TAB)[1]).toContain('Приказ 1');
  });

  test('a column of people in the place of a deleted one is not taken for it', () => {
    const { book, left } = toldOf((b) => {
      const place = at(b, 'Уровень');
      sheet(b).deleteColumn(place);
      sheet(b).insertColumnBefore(place);
      sheet(b).getRange(1, place, 999, 1).clearNote().clearDataValidations();
      sheet(b).getRange(1, place).setValue('Своё');
    });
    expect(left).toContain(`${TAB}: header-unclear`);
    expect(header(book)).toContain('Своё');
    expect(header(book)).not.toContain('Уровень');
  });

  test('without the row of headers nothing is written', () => {
    const { book, outcome } = toldOf((b) =>
      (b.tab(TAB) as never as { deleteRow(r: number): void }).deleteRow(1),
    );
    expect(outcome.leftAlone).toEqual([{ tab: TAB, why: expect.stringMatching(/История версий/) }]);
    expect(shown(book, TAB)[0]).toContain('Приказ 1');
  });

  test('a filter stays on', () => {
    const { book } = toldOf((b) => void sheet(b).getRange(1, 1, 4, 10).createFilter());
    expect(preview(book).differences.map((d) => d.kind)).toEqual(['filter']);
    expect(book.sheet(TAB).filter).not.toBeNull();
  });

  test('a typed Table: the other tabs go on', () => {
    const { book, outcome } = toldOf((b) => {
      sheet(b).getRange(1, 1).clearNote();
      b.sheet(TAB).typedTable = { row: 0, column: 0, rows: 200, columns: 10 };
      sheet(b, PAIRS).getRange(1, 2).clearNote();
    });
    expect(outcome.leftAlone).toEqual([{ tab: TAB, why: expect.stringMatching(/«Таблицу»/) }]);
    expect(outcome.done.map((d) => d.tab)).toEqual([PAIRS]);
    expect(book.sheet(TAB).rows[0]!.notes![0] ?? '').toBe('');
  });
});

describe('rows that are no records', () => {
  test('a total and repeated headers go to «Вынесено из реестров», cell by cell', () => {
    const book = filled();
    const width = header(book).length;
    const total = new Array(width).fill('');
    total[2] = 'Итого';
    total[4] = '3 приказа';
    sheet(book)
      .getRange(5, 1, 2, width)
      .setValues([total, header(book)]);
    const kinds = preview(book).differences.map((d) => `${d.kind} ${d.address}`);
    expect(kinds).toEqual(['total-row 5:5', 'repeated-header 6:6']);
    book.rpc('repairApply', { kinds: ['total-row'] });
    expect(shown(book, TAB)).toHaveLength(6);
    expect(shown(book, TAB)[4].every((t) => t === '')).toBe(true);
    book.rpc('repairApply', {});
    expect(shown(book, TAB)).toHaveLength(4);
    const moved = shown(book, 'Вынесено из реестров');
    expect(moved[0].slice(0, 3)).toEqual(['Когда', 'Вкладка', 'Строка']);
    expect(moved[1]).toEqual(expect.arrayContaining([TAB, '5', 'Итого', '3 приказа']));
    expect(moved[2]).toEqual(expect.arrayContaining([TAB, '6', 'Название']));
    expect(preview(book).differences).toEqual([]);
  });

  test('a document that is called «Итого…» and has an ID stays', () => {
    const book = filled();
    sheet(book).getRange(2, at(book, 'Название')).setValue('Итого за год');
    expect(preview(book).differences).toEqual([]);
  });
});

test('a preview writes nothing, however much is spoilt', () => {
  const book = filled();
  for (const accident of accidents) happen(accident, book);
  const before = picture(book.model);
  expect(preview(book).differences.length).toBeGreaterThan(20);
  expect(differingTabs(before, picture(book.model))).toEqual([]);
});

test('only what was accepted is mended', () => {
  const book = filled();
  sheet(book).getRange(1, 1).clearNote();
  sheet(book).setFrozenRows(0);
  sheet(book, PAIRS).setFrozenRows(0);
  book.rpc('repairApply', { kinds: ['frozen'], tabs: [TAB] });
  expect(
    preview(book)
      .differences.map((d) => `${d.tab} ${d.kind}`)
      .sort(),
  ).toEqual([`${TAB} header-note`, `${PAIRS} frozen`].sort());
});

test('dictionaries and settings that lost their rows get them again; values of people stay', () => {
  const book = filled();
  const lists = sheet(book, 'Справочники');
  lists.getRange(2, 1, 900, 1).clearContent();
  lists.getRange(2, 2).setValue('своё значение');
  const names = shown(book, 'Настройки').map((r) => r.join('|'));
  const row = names.findIndex((r) => r.includes('Территория'));
  sheet(book, 'Настройки')
    .getRange(row + 1, 1, 1, 6)
    .clearContent();
  expect(
    preview(book)
      .differences.map((d) => d.kind)
      .sort(),
  ).toEqual(['dictionary-empty', 'rows-missing']);
  book.rpc('repairApply', {});
  expect(shown(book, 'Справочники')[1].slice(0, 2)).toEqual([expect.stringMatching(/./), 'своё значение']);
  expect(shown(book, 'Настройки').flat()).toContain('Территория');
  expect(preview(book).differences).toEqual([]);
});

test('the template knows the headers of every tab', () => {
  for (const tab of Object.values(tabs))
    expect(new Set(tab.columns.map((c) => c.title)).size).toBe(tab.columns.length);
});
