import fc from 'fast-check';
import type { FulfilmentScreen } from '../../src/app/fulfilment-screen';
import type { OpenFindings } from '../../src/app/open-findings';
import type { CheckCounts, CheckedFinding } from '../../src/domain/checks/check';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import type { HostOptions } from '../../src/local/host/host';
import { type Bound, bound, shown } from './bundle';
import { differingTabs, picture } from './picture';

interface Outcome {
  findings: CheckedFinding[];
  counts: CheckCounts;
  organisations: (CheckCounts & { id: string; completeness: number | null; quality: number | null })[];
  shown: number;
  notes: string[];
}

const HUMAN_TABS = [
  'Организации',
  'Кураторы',
  'Наставники',
  'Наставляемые',
  'Пары и группы',
  'Программы и ИОМ',
  'Документы',
];

const OWNED = new Set([
  'Ошибки',
  'Учебный год',
  'Сетевое (межорганизационное)',
  'Состоит в паре',
  'Активных пар / наставляемых сейчас',
  'Форма, вид',
  'Прошёл обучение по наставничеству',
]);

type Cells = Readonly<Record<string, string | number>>;

const DEMO = demoRecords({ codes: false });

function newBook(options: HostOptions = {}): Bound {
  const book = bound(options);
  book.rpc('setUp', { storageMode: 'Полный' });
  return book;
}

/** Puts rows below the header; columns by their titles. */
function put(book: Bound, title: string, rows: readonly Cells[]): void {
  const header = shown(book, title)[0];
  for (const row of rows)
    for (const name of Object.keys(row)) if (!header.includes(name)) throw new Error(`No column ${name}`);
  book
    .tab(title)
    .getRange(2, 1, rows.length, header.length)
    .setValues(rows.map((row) => header.map((name) => row[name] ?? '')));
}

function cell(book: Bound, title: string, id: string, column: string): string {
  const [header, ...rows] = shown(book, title);
  return rows.find((row) => row[header.indexOf('ID')] === id)![header.indexOf(column)];
}

function setCell(book: Bound, title: string, id: string, column: string, value: string): void {
  const [header, ...rows] = shown(book, title);
  const r = rows.findIndex((row) => row[header.indexOf('ID')] === id);
  book
    .tab(title)
    .getRange(r + 2, header.indexOf(column) + 1)
    .setValue(value);
}

function background(book: Bound, title: string, id: string, column: string): string {
  const [header, ...rows] = shown(book, title);
  const r = rows.findIndex((row) => row[header.indexOf('ID')] === id);
  const range = book.tab(title).getRange(r + 2, header.indexOf(column) + 1);
  return (range as unknown as { getBackground(): string }).getBackground();
}

const check = (book: Bound) => book.rpc<Outcome>('check');

const ORGANISATION: Cells = {
  ID: 'ORG-01',
  'Полное наименование': 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 1»',
  'Краткое наименование': 'МБОУ «СОШ № 1»',
  'Тип ОО': 'Общеобразовательная',
  'Участвует в ЦМН': 'нет',
  'Причина неучастия': 'малокомплектная школа',
  'Численность педагогических работников, чел.': 30,
  'из них молодых педагогов, чел.': 2,
  'из них со стажем 0–3 года, чел.': 2,
  'Сайт ОО': 'https://school1.example.ru',
  'Официальная e-mail ОО': 'school1@example.ru',
  'Руководитель (должность, ФИО)': 'директор Белова О. И.',
  'Статус записи': 'Действует',
};

const mentee = (n: number, changes: Cells = {}): Cells => ({
  ID: `MNT-${String(n).padStart(3, '0')}`,
  'ОО (ID)': 'ORG-01',
  'Код / ФИО наставляемого': `Соснина Вера Ильинична`,
  Должность: 'воспитатель',
  'Категория наставляемого': 'вновь принятый педагог',
  'Педагогический стаж, полных лет': 4,
  'Запрос наставляемого': 'Классное руководство и воспитание',
  'Дата вхождения': '10.04.2024',
  'Согласие на обработку ПДн (дата)': '10.04.2024',
  'Статус записи': 'Действует',
  ...changes,
});

describe('the demo municipality', () => {
  const book = newBook();
  typeDemo(book.host, DEMO);
  const before = picture(book.model);
  const humans = humanCells(book);
  const first = check(book);

  test('nothing that people own changes', () => {
    expect(humanCells(book)).toEqual(humans);
  });

  test('the row says in words what is wrong with it, and a row without findings says nothing', () => {
    // A copy that has just got its own number is right already: only the lists tell of it.
    const wrong = first.findings.filter(
      (f) =>
        f.severity !== 'hint' && f.state !== 'accepted' && f.row !== null && f.row > 1 && f.code !== 'R-04',
    );
    expect(wrong.length).toBeGreaterThan(10);
    for (const tab of new Set(wrong.map((f) => f.tab))) {
      const [header, ...rows] = shown(book, tab);
      const at = header.indexOf('Ошибки');
      const rowsWithWords = rows.flatMap((row, i) => (row[at] === '' ? [] : [i + 2]));
      expect(rowsWithWords).toEqual(
        [...new Set(wrong.filter((f) => f.tab === tab).map((f) => f.row))].sort((a, b) => a! - b!),
      );
      for (const f of wrong.filter((w) => w.tab === tab)) expect(rows[f.row! - 2][at]).toContain(f.code);
    }
  });

  test('«Проверка»: a row a finding under a plain header, by organisation and severity', () => {
    const [header, ...rows] = shown(book, 'Проверка');
    expect(header.slice(0, 6)).toEqual(['№', 'Перейти', 'Организация', 'Важность', 'Код', 'Вкладка']);
    expect(rows).toHaveLength(first.findings.length);
    rows.forEach((row, i) => {
      const f = first.findings[i];
      expect([row[4], row[5], row[6], row[7], row[11]]).toEqual([
        f.code,
        f.tab,
        String(f.row ?? ''),
        f.recordId,
        f.message,
      ]);
    });
    const order = rows.filter((_, i) => first.findings[i].state !== 'accepted').map((row) => row[2]);
    expect([...order].sort()).toEqual(order);
  });

  test('each finding has a link to its cell', () => {
    const at = shown(book, 'Проверка')[0].indexOf('Перейти') + 1;
    const range = book.tab('Проверка').getRange(2, at) as unknown as {
      getRichTextValue(): { getLinkUrl(): string | null; getText(): string };
    };
    const link = range.getRichTextValue();
    const sheet = book.tab(first.findings[0].tab) as unknown as { getSheetId(): number };
    expect(link.getLinkUrl()).toBe(`#gid=${sheet.getSheetId()}&range=${link.getText()}`);
  });

  test('«Сводка проверки»: counts, completeness and quality by organisation', () => {
    const rows = shown(book, 'Сводка проверки');
    expect(rows[0][0]).toBe('Проверка записей');
    expect(rows.find((r) => r[0] === 'Ошибок')![1]).toBe(String(first.counts.errors));
    const header = rows.findIndex((r) => r[0] === 'Организация');
    expect(rows[header].slice(1, 4)).toEqual(['Заполненность, %', 'Качество, %', 'Ошибок']);
    expect(rows[header + 1][0]).toMatch(/^ORG-\d\d · /);
    const worst = first.organisations[0];
    expect(rows[header + 1][3]).toBe(String(worst.errors));
  });

  test('columns of the script are filled', () => {
    const pairs = shown(book, 'Пары и группы');
    const at = pairs[0].indexOf('Учебный год');
    expect(pairs.slice(1).every((row) => /^20\d\d\/20\d\d$/.test(row[at]))).toBe(true);
    const mentees = shown(book, 'Наставляемые');
    const words = new Set(mentees.slice(1).map((row) => row[mentees[0].indexOf('Состоит в паре')]));
    expect([...words].filter((w) => w !== '').sort()).toEqual(['да', 'нет']);
    expect(cellsOf(book, 'Наставники', 'Активных пар / наставляемых сейчас')).toContain('1 / 1 чел.');
    expect(cellsOf(book, 'Программы и ИОМ', 'Форма, вид')[0]).toMatch(/; /);
    expect(cellsOf(book, 'Кураторы', 'Прошёл обучение по наставничеству')).toContain('да');
    expect(new Set(cellsOf(book, 'Пары и группы', 'Сетевое (межорганизационное)'))).toContain('нет');
  });

  test('the roadmap and «Исполнение» say what the registries show', () => {
    const rows = shown(book, 'Дорожная карта');
    const of = (number: string, column: string) =>
      rows.find((row) => row[rows[0].indexOf('№ п/п')] === number)![rows[0].indexOf(column)];
    const statuses = rows.slice(1).map((row) => row[rows[0].indexOf('Статус')]);
    expect(statuses).not.toContain('');
    expect([of('1.1', 'Статус'), of('2.1', 'Статус'), of('2.2', 'Статус'), of('2.7', 'Статус')]).toEqual([
      'Выполнено',
      'Выполнено с нарушением срока',
      'Не выполнено (просрочено)',
      'В работе',
    ]);
    expect(of('2.2', 'Исполнили ОО')).toBe('10 из 12');
    expect(of('3.3', 'Что дальше')).toMatch(
      /^До 02\.05\.2024 \(осталось 12.дней\): форму приняли у 7 из 12 ОО/,
    );
    const matrix = shown(book, 'Исполнение');
    expect(matrix[0][0]).toBe('Исполнение на 20.04.2024');
    expect(matrix.filter((row) => /^ORG-/.test(row[0]))).toHaveLength(12);
    expect(matrix.find((row) => row[0].startsWith('ORG-05'))).toContain('Заявлено (вручную)');
    expect(matrix[0].slice(-3)).toEqual(['Выполнено', 'Просрочено', 'Осталось сделать']);
  });

  test('the command of panels gives measures and obligations, and writes nothing', () => {
    const between = picture(book.model);
    const screen = book.rpc<FulfilmentScreen>('fulfilment');
    expect(screen.measures.map((m) => m.number)).toHaveLength(19);
    expect(screen.obligations.filter((o) => o.open).every((o) => o.left !== '')).toBe(true);
    expect(screen.obligations.find((o) => o.organisation === 'ORG-05' && o.step === 'rework')).toMatchObject({
      controlDate: '2024-04-19',
      status: 'Не выполнено (просрочено)',
      open: true,
    });
    expect(differingTabs(between, picture(book.model))).toEqual([]);
  });

  test('a second run finds the same, nothing new, and writes only into its own two tabs', () => {
    const between = picture(book.model);
    const again = check(book);
    // The doubled number that the first run put right is the only one that is gone.
    const renumbered = first.findings.filter((f) => f.code === 'R-04');
    expect(renumbered).toHaveLength(1);
    expect(again.counts).toEqual({
      ...first.counts,
      errors: first.counts.errors - 1,
      fresh: 0,
      fixed: 1,
    });
    expect(again.findings.map((f) => f.since)).toEqual(again.findings.map(() => '2024-04-20'));
    // Beside the two tabs only the mark of that number goes.
    const marked = renumbered[0].tab;
    expect(differingTabs(between, picture(book.model)).sort()).toEqual(
      [marked, 'Проверка', 'Сводка проверки'].sort(),
    );
  });

  test('what a panel reads is the same, and reading writes nothing', () => {
    const between = picture(book.model);
    const { organisation } = first.findings.find((f) => f.organisation !== '')!;
    const mine = book.rpc<OpenFindings>('openFindings', { organisation });
    const own = first.organisations.find((o) => o.id === organisation)!;
    expect(mine.findings.map((f) => f.message)).toEqual(
      first.findings.filter((f) => f.organisation === organisation).map((f) => f.message),
    );
    expect([mine.counts.errors, mine.completeness]).toEqual([own.errors, own.completeness]);
    expect(differingTabs(between, picture(book.model))).toEqual([]);
  });

  test('only tabs with columns of the script and generated tabs differ from before', () => {
    expect(differingTabs(before, picture(book.model))).not.toContain('Настройки');
  });
});

function cellsOf(book: Bound, title: string, column: string): string[] {
  const [header, ...rows] = shown(book, title);
  return rows.map((row) => row[header.indexOf(column)]);
}

describe('a small book', () => {
  function small(options: HostOptions = {}): Bound {
    const book = newBook(options);
    put(book, 'Организации', [ORGANISATION]);
    put(book, 'Наставляемые', [
      mentee(1),
      mentee(2, { 'Код / ФИО наставляемого': 'Ершова Алла Юрьевна', Должность: '' }),
    ]);
    return book;
  }

  test('a mended cell loses its mark and its words, and counts as fixed; a colour that people chose stays', () => {
    const book = small();
    const [header] = shown(book, 'Наставляемые');
    const own = book.tab('Наставляемые').getRange(2, header.indexOf('Предмет') + 1);
    (own as unknown as { setBackground(c: string): void }).setBackground('#00ff00');
    expect(check(book).counts.errors).toBe(1);
    expect(background(book, 'Наставляемые', 'MNT-002', 'Должность')).toBe('#f4cccc');
    expect(cell(book, 'Наставляемые', 'MNT-002', 'Ошибки')).toMatch(/^1 ошибка\. .*«Должность».* \[R-01\]$/);
    setCell(book, 'Наставляемые', 'MNT-002', 'Должность', 'воспитатель');
    const { counts } = check(book);
    expect([counts.errors, counts.fixed]).toEqual([0, 1]);
    expect(background(book, 'Наставляемые', 'MNT-002', 'Должность')).toBe('#ffffff');
    expect(cell(book, 'Наставляемые', 'MNT-002', 'Ошибки')).toBe('');
    expect(background(book, 'Наставляемые', 'MNT-001', 'Предмет')).toBe('#00ff00');
  });

  test('a finding keeps the day on which it was first seen, wherever its row goes', () => {
    const book = small();
    check(book);
    const [, first, second] = shown(book, 'Наставляемые');
    const range = book.tab('Наставляемые').getRange(2, 1, 2, first.length);
    range.setValues([second, first]);
    const { findings, counts } = check(book);
    expect(counts.fresh).toBe(0);
    expect(findings.find((f) => f.code === 'R-01')).toMatchObject({ row: 2, state: 'open' });
  });

  test('no findings: the tab has a header and nothing below it', () => {
    const book = newBook();
    put(book, 'Организации', [ORGANISATION]);
    const { counts } = check(book);
    expect([counts.errors, counts.warnings]).toEqual([0, 0]);
    expect(shown(book, 'Проверка')).toHaveLength(1 + counts.hints);
  });

  test('a table without the column «Ошибки» is checked all the same', () => {
    const book = small();
    const [header] = shown(book, 'Наставляемые');
    book.tab('Наставляемые').deleteColumn(header.indexOf('Ошибки') + 1);
    expect(check(book).counts.errors).toBe(1);
    expect(background(book, 'Наставляемые', 'MNT-002', 'Должность')).toBe('#f4cccc');
  });

  test('a tab that became a typed Table does not stop the others', () => {
    let typed = false;
    const book = small({
      onCall(service, method, args) {
        if (typed && service === 'Range' && method === 'setValues' && /ошиб/.test(JSON.stringify(args)))
          throw new Error('This operation is not allowed on cells in typed columns.');
      },
    });
    typed = true;
    const { notes, counts } = check(book);
    typed = false;
    expect(notes.join()).toMatch(/«Наставляемые».*Преобразовать в обычный диапазон/);
    expect(counts.errors).toBe(1);
    expect(shown(book, 'Проверка').length).toBeGreaterThan(1);
  });

  test('a tab of people called «Проверка» is left alone', () => {
    const book = small();
    book.tab('Проверка').setName('Старая');
    const app = book.host.globals.SpreadsheetApp as {
      getActiveSpreadsheet(): {
        insertSheet(title: string): { getRange(a1: string): { setValue(v: string): void } };
      };
    };
    app.getActiveSpreadsheet().insertSheet('Проверка').getRange('A1').setValue('Мои заметки');
    expect(book.refusal('check')).toMatch(/«Проверка» занята вашими данными/);
    expect(shown(book, 'Проверка')).toEqual([['Мои заметки']]);
  });

  test('an accepted warning is counted apart, is neither marked nor in the row, and comes back when it expires', () => {
    const book = small();
    setCell(book, 'Наставляемые', 'MNT-001', 'Код / ФИО наставляемого', 'СОСНИНА ВЕРА ИЛЬИНИЧНА');
    const before = check(book);
    const caps = before.findings.find((f) => f.recordId === 'MNT-001' && f.severity === 'warning')!;
    expect(caps).toBeDefined();
    const ask = { code: caps.code, record: 'MNT-001', reason: 'так в паспорте', until: '2024-04-30' };
    expect(book.rpc('acceptException', ask)).toEqual({ id: 'EXC-001' });
    expect(book.refusal('acceptException', ask)).toMatch(/уже принято/);
    expect(book.refusal('acceptException', { ...ask, reason: ' ' })).toMatch(/без причины/);
    expect(book.refusal('acceptException', { ...ask, code: 'R-01', record: 'MNT-002' })).toMatch(
      /Ошибку R-01 нельзя принять/,
    );
    const { findings, counts } = check(book);
    expect(counts.accepted).toBe(1);
    expect(counts.warnings).toBe(before.counts.warnings - 1);
    expect(findings[findings.length - 1]).toMatchObject({
      code: caps.code,
      state: 'accepted',
      accepted: { exception: 'EXC-001', reason: 'так в паспорте', until: '2024-04-30' },
    });
    expect(cell(book, 'Исключения', 'EXC-001', 'Состояние')).toBe('действует до 30.04.2024');
    expect(cell(book, 'Наставляемые', 'MNT-001', 'Ошибки')).not.toContain(caps.code);
    expect(background(book, 'Наставляемые', 'MNT-001', caps.column)).toBe('#ffffff');
    const [header] = shown(book, 'Исключения');
    book
      .tab('Исключения')
      .getRange(2, header.indexOf('Действует до') + 1)
      .setValue('01.04.2024');
    expect(check(book).counts).toMatchObject({ accepted: 0, warnings: before.counts.warnings });
    expect(cell(book, 'Исключения', 'EXC-001', 'Состояние')).toBe('истекло 01.04.2024');
  });

  test('the menu says how many, how it moved and where to begin', () => {
    const book = small();
    book.project.run('checkEntries');
    const said = book.host.ui.questions[book.host.ui.questions.length - 1].message;
    expect(said).toMatch(/^Ошибок: 1, предупреждений: \d+/);
    expect(said).toMatch(/Начните с этого:\n• «Наставляемые», строка 3: .*«Должность»/);
  });
});

test('more findings than the tab has room for: errors first, and it says how many are not shown', () => {
  const book = newBook();
  put(book, 'Организации', [ORGANISATION]);
  const rows = Array.from({ length: 700 }, (_, i) => ({ ID: `MNT-${i + 1}`, 'ОО (ID)': 'ORG-01' }));
  const sheet = book.tab('Наставляемые') as unknown as { insertRowsAfter(row: number, n: number): void };
  sheet.insertRowsAfter(900, 10);
  put(book, 'Наставляемые', rows);
  const { findings, shown: rowsShown, notes } = check(book);
  expect(findings.length).toBeGreaterThan(5000);
  expect(rowsShown).toBe(5000);
  expect(shown(book, 'Проверка')).toHaveLength(5001);
  expect(notes.join()).toContain(`Показано 5000 из ${findings.length}`);
  expect(shown(book, 'Сводка проверки').flat().join()).toContain(`Показано 5000 из ${findings.length}`);
});

/** Tab → record → header → what stands there, in the columns that people fill. */
function humanCells(book: Bound): Record<string, unknown> {
  return Object.fromEntries(HUMAN_TABS.map((title) => [title, Object.fromEntries(recordsOf(book, title))]));
}

function recordsOf(book: Bound, title: string): [string, Record<string, string>][] {
  const [header, ...rows] = shown(book, title);
  const id = header.indexOf('ID');
  return rows
    .filter((row) => row[id] !== '')
    .map((row) => [
      row[id],
      Object.fromEntries(
        header.flatMap((name, i) => (name === '' || OWNED.has(name) ? [] : [[name, row[i]]])),
      ),
    ]);
}

interface EditedSheet {
  insertRowBefore(row: number): void;
  insertColumnBefore(column: number): void;
  getLastRow(): number;
  getLastColumn(): number;
  getRange(
    row: number,
    column: number,
    rows?: number,
    columns?: number,
  ): { setValue(v: unknown): void; sort(by: { column: number; ascending: boolean }): void };
  moveColumns(range: unknown, to: number): void;
}

describe('people who edit while the check runs lose nothing', () => {
  const edit = fc.record({
    at: fc.integer({ min: 1, max: 110 }),
    kind: fc.constantFrom('type', 'insert', 'sort', 'move', 'column'),
    tab: fc.constantFrom('Наставляемые', 'Пары и группы', 'Наставники'),
    place: fc.nat({ max: 1000 }),
  });

  test('cells typed, rows inserted and sorted, columns moved and added between any two calls', () => {
    let inject: () => void = () => undefined;
    const book = newBook({ onCall: () => inject() });
    typeDemo(book.host, DEMO);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        // New words everywhere, so that every run has something to write.
        for (const title of HUMAN_TABS) spoil(book, title);
        const expected = humanCells(book) as Record<string, Record<string, Record<string, string>>>;
        let calls = 0;
        let busy = false;
        let gap: '' | 'typed' | 'moved' = '';
        const left = [...edits].sort((a, b) => a.at - b.at);
        inject = () => {
          if (busy) return;
          calls++;
          gap = calls % 40 === 0 ? '' : gap;
          while (left.length > 0 && left[0].at <= calls) {
            busy = true;
            const one = left.shift()!;
            // A cell typed and moved at once, between one read and the next write, cannot be told by any script.
            if (one.kind === 'type' && gap !== 'moved') gap = 'typed';
            else if (one.kind === 'move' && gap !== 'typed') gap = 'moved';
            else if (one.kind === 'type' || one.kind === 'move') {
              busy = false;
              continue;
            }
            edited(book, one, expected[one.tab]);
            busy = false;
          }
        };
        check(book);
        inject = () => undefined;
        expect(humanCells(book)).toEqual(expected);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  function spoil(book: Bound, title: string): void {
    const [header, ...rows] = shown(book, title);
    const at = header.indexOf('Ошибки') + 1;
    if (at > 0)
      book
        .tab(title)
        .getRange(2, at, rows.length, 1)
        .setValues(rows.map(() => ['старое']));
  }

  function edited(
    book: Bound,
    { kind, tab, place }: { kind: string; tab: string; place: number },
    expected: Record<string, Record<string, string>>,
  ): void {
    const sheet = book.tab(tab) as unknown as EditedSheet;
    const [header, ...rows] = shown(book, tab);
    const row = (place % rows.length) + 2;
    if (kind === 'insert') sheet.insertRowBefore(row);
    if (kind === 'column') sheet.insertColumnBefore((place % header.length) + 1);
    if (kind === 'sort')
      sheet
        .getRange(2, 1, sheet.getLastRow() - 1, sheet.getLastColumn())
        .sort({ column: (place % header.length) + 1, ascending: place % 2 === 0 });
    if (kind === 'move') {
      const from = (place % header.length) + 1;
      const to = ((place * 7) % header.length) + 1;
      if (from !== to && from + 1 !== to) sheet.moveColumns(sheet.getRange(1, from, 1, 1), to);
    }
    if (kind === 'type') {
      const id = rows[row - 2][header.indexOf('ID')];
      const names = ['Предмет', 'Вариант формы', 'Достижения, значимые для наставничества'];
      const at = header.findIndex((name) => names.includes(name));
      if (id === '' || at < 0) return;
      sheet.getRange(row, at + 1).setValue(`слово ${place}`);
      expected[id][header[at]] = `слово ${place}`;
    }
  }
});

describe('the roadmap', () => {
  const put3 = (book: Bound) =>
    put(book, 'Организации', [
      {
        ID: 'ORG-01',
        'Краткое наименование': 'Школа',
        'Участвует в ЦМН': 'да',
        'Статус записи': 'Действует',
      },
    ]);
  const column = (book: Bound, title: string) => shown(book, 'Дорожная карта')[0].indexOf(title) + 1;

  test('columns may be moved: each gets its own words', () => {
    const book = newBook();
    put3(book);
    const sheet = book.tab('Дорожная карта');
    sheet.moveColumns(sheet.getRange(1, column(book, 'Статус'), 1, 1), 3);
    check(book);
    const status = cellsOf(book, 'Дорожная карта', 'Статус');
    expect(status[0]).toBe('Не выполнено (просрочено)');
    expect(cellsOf(book, 'Дорожная карта', 'Исполнили ОО')[6]).toBe('0 из 1');
    expect(shown(book, 'Исполнение')[1].slice(0, 2)).toEqual(['ORG-01 · Школа', 'Не выполнено (просрочено)']);
  });

  test('without the column for people’s word «Статус» is theirs: nothing is written', () => {
    const book = newBook();
    put3(book);
    book.tab('Дорожная карта').deleteColumn(column(book, 'Статус вручную'));
    book.tab('Дорожная карта').getRange(2, column(book, 'Статус')).setValue('В работе');
    check(book);
    expect(cellsOf(book, 'Дорожная карта', 'Статус').slice(0, 2)).toEqual(['В работе', '']);
    expect(shown(book, 'Исполнение').flat().join('')).toBe('');
    expect(book.refusal('fulfilment')).toMatch(/вписаны людьми/);
  });

  test('a tab of people that is called «Исполнение» is left to them, the check goes on', () => {
    const book = newBook();
    put3(book);
    book.tab('Исполнение').getRange(1, 1).setValue('Наш список');
    expect(check(book).notes).toContainEqual(expect.stringMatching(/«Исполнение» занята вашими данными/));
    expect(shown(book, 'Исполнение')[0][0]).toBe('Наш список');
    expect(cellsOf(book, 'Дорожная карта', 'Статус')[0]).toBe('Не выполнено (просрочено)');
  });

  test('a workbook without the roadmap is checked as before', () => {
    const book = newBook();
    book.model.sheets.splice(book.titles().indexOf('Дорожная карта'), 1);
    expect(() => check(book)).not.toThrow();
  });

  test('what cannot be read is a finding', () => {
    const book = newBook();
    book.tab('Дорожная карта').getRange(2, column(book, 'Контрольные даты')).setValue('31.10.2022; потом');
    put(book, 'Отметки исполнения', [
      { Мероприятие: '9.9', Отметка: 'Выполнено', Комментарий: 'опечатка' },
      { Мероприятие: '2.1', Отметка: 'Выполнено' },
    ]);
    const codes = check(book).findings.map((f) => `${f.code} ${f.tab}`);
    expect(codes).toEqual(
      expect.arrayContaining(['R-96 Дорожная карта', 'R-97 Отметки исполнения', 'R-01 Отметки исполнения']),
    );
  });
});
