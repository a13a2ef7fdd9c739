import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { type KeyRow, parseKey } from '../../src/domain/privacy/key-file';
import { tabs } from '../../src/domain/registry/tabs';
import { isCode, parseName } from '../../src/domain/text/person-name';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { saveBook } from '../../src/local/files/book';
import { writeDocx } from '../../src/local/files/docx-write';
import { type Bound, bound, shown } from './bundle';

interface Done {
  readonly again: readonly string[];
  readonly cells: number;
  readonly left: readonly { readonly sheet: string; readonly words: readonly string[] }[];
}

function keyOf(book: Bound): { rows: readonly KeyRow[]; print: string } {
  const { text, print } = book.rpc<{ text: string; print: string }>('storageKey');
  const { rows, problems } = parseKey(text);
  expect(problems).toEqual([]);
  return { rows, print };
}

const switchTo = (book: Bound, print: string, leftovers = 'hide') =>
  book.rpc<Done>('storageSwitch', { confirmed: true, keyPrint: print, leftovers });

/** The text of every part of every file of the book's folder, memo included. */
async function everything(book: Bound): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nast-storage-'));
  try {
    const documents = new Map<string, Uint8Array>();
    for (const model of book.host.documents.list())
      documents.set(
        `${model.id}.docx`,
        await writeDocx(model, { title: model.name, created: new Date(0), modified: new Date(0) }),
      );
    await saveBook(
      {
        spreadsheet: book.model,
        state: {
          properties: book.host.properties.toJSON(),
          triggers: book.host.triggers.toJSON(),
          log: book.host.log,
          letters: book.host.outbox.messages,
        },
        documents,
        outbox: new Map(),
      },
      folder,
    );
    const texts: string[] = [];
    const walk = async (path: string): Promise<void> => {
      for (const name of readdirSync(path)) {
        const file = join(path, name);
        if (statSync(file).isDirectory()) await walk(file);
        else if (!/\.(xlsx|docx)$/.test(name)) texts.push(readFileSync(file, 'utf8'));
        else
          for (const part of Object.values((await JSZip.loadAsync(readFileSync(file))).files))
            if (/\.(xml|rels)$/.test(part.name)) texts.push(await part.async('text'));
      }
    };
    await walk(folder);
    return texts.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Surnames of the key that stand anywhere in the text as words, in whatever case of letters. */
function surnamesIn(text: string, rows: readonly KeyRow[]): string[] {
  const words = new Set(
    text
      .toLowerCase()
      .replace(/ё/g, 'е')
      .match(/[а-я]+/g) ?? [],
  );
  return [
    ...new Set(
      rows.flatMap(({ name }) => parseName(name).surname.toLowerCase().replace(/ё/g, 'е').split(/[- ]/)),
    ),
  ].filter((surname) => words.has(surname));
}

function demo(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, demoRecords());
  return book;
}

interface Sheets {
  getSheetByName(name: string): ScriptSheet | null;
  insertSheet(name: string): ScriptSheet;
}
interface ScriptSheet {
  getRange(a1: string): {
    setValue(v: unknown): { setNote(n: string): void };
    setNote(n: string): void;
    setFormula(f: string): void;
  };
  getDataRange(): { getValues(): unknown[][] };
}
const active = (book: Bound): Sheets =>
  (book.host.globals.SpreadsheetApp as { getActiveSpreadsheet(): Sheets }).getActiveSpreadsheet();

test('the demo municipality: no name of the key is left in workbook, properties, letters and the new memo', async () => {
  const book = demo();
  book.rpc('check');
  const app = active(book);
  const notes = app.insertSheet('Заметки Мироновой');
  notes
    .getRange('A1')
    .setValue('Звонила Миронова Ольга Леонидовна, просит заменить Шадрину Ксению Викторовну');
  notes.getRange('A2').setValue('школа имени О. Л. Миронова').setNote('спросить у Плотниковой');
  app.getSheetByName('Кураторы')!.getRange('F2').setNote('раньше была Миронова О. Л.');
  const before = book.rpc<{ left: { sheet: string; kind: string; words: string[] }[] }>('storagePreview');
  expect(before.left).toEqual([
    { sheet: 'Заметки Мироновой', cell: 'A1', kind: 'cell', words: ['Шадрину Ксению Викторовну'] },
    { sheet: 'Заметки Мироновой', cell: 'A2', kind: 'note', words: ['Плотниковой'] },
    { sheet: 'Заметки Мироновой', cell: '', kind: 'title', words: ['Мироновой'] },
  ]);
  notes.getRange('A2').setValue('школа');
  const { rows, print } = keyOf(book);
  expect(surnamesIn(await everything(book), rows).length).toBeGreaterThan(50);
  const done = switchTo(book, print);
  expect(done).toMatchObject({ again: [], left: [] });
  book.rpc('check');
  book.rpc('report');
  book.project.run('nightlySweep', [{}]);
  expect(surnamesIn(await everything(book), rows)).toEqual([]);
  expect(book.titles()).toContain('Заметки (имя скрыто)');
  expect(book.rpc<{ findings: unknown[] }>('nameScan').findings).toEqual([]);
  for (const key of ['mentors', 'mentees', 'curators'] as const) {
    const [header, ...lines] = shown(book, tabs[key].title);
    const at = header.indexOf(tabs[key].columns.find((c) => c.personal === 'name')!.title);
    expect(lines.map((line) => line[at]).filter((cell) => cell !== '' && !isCode(cell))).toEqual([]);
  }
}, 30_000);

test('references follow their records; one person in two roles has one code; codes are never used twice', () => {
  const book = demo();
  const { rows, print } = keyOf(book);
  const code = new Map(rows.map((r) => [r.record, r.code]));
  switchTo(book, print);
  const [header, ...lines] = shown(book, 'Пары и группы');
  const at = header.indexOf(tabs.pairs.columns.find((c) => c.key === 'mentors')!.title);
  const cells = lines.map((line) => line[at]).filter((cell) => cell !== '');
  expect(cells.length).toBeGreaterThan(30);
  for (const cell of cells)
    for (const [, id, label] of cell.matchAll(/(NST-\d+) · ([^;]*)/g))
      expect(label.trim()).toBe(code.get(id));
  const people = new Map<string, Set<string>>();
  for (const row of rows) people.set(row.code, (people.get(row.code) ?? new Set()).add(row.name));
  for (const names of people.values()) expect(names.size).toBe(1);
  const next = book.rpc<{ next: string }>('storageScreen').next;
  expect(Number(next.slice(2))).toBeGreaterThan(Math.max(...rows.map((r) => Number(r.code.slice(2)))));
});

test('nothing is replaced before the key is saved, nor with the key of other people', () => {
  const book = demo();
  const { print } = keyOf(book);
  const was = JSON.stringify(shown(book, 'Наставники'));
  expect(book.refusal('storageSwitch', { confirmed: false, keyPrint: print })).toMatch(
    /сохраните файл ключа/,
  );
  expect(book.refusal('storageSwitch', { confirmed: true, keyPrint: 'x', leftovers: 'hide' })).toMatch(
    /изменились записи/,
  );
  expect(JSON.stringify(shown(book, 'Наставники'))).toBe(was);
  switchTo(book, print);
  expect(book.refusal('storageKey')).toMatch(/уже хранятся коды/);
});

/** Three people in four records, a name in a free text, in a note and in a tab of somebody's own. */
function tiny(onCall?: (service: string, method: string) => void): Bound {
  const book = bound({ onCall });
  book.rpc('setUp', { storageMode: 'Полный' });
  const put = (title: string, header: string, row: number, value: string) => {
    const at = shown(book, title)[0].indexOf(header);
    book
      .tab(title)
      .getRange(row, at + 1)
      .setValue(value);
  };
  put('Организации', 'ID', 2, 'ORG-01');
  put('Организации', 'Краткое наименование', 2, 'СОШ № 1');
  put('Организации', 'Руководитель (должность, ФИО)', 2, 'директор Сидорова А. И.');
  put('Наставники', 'ID', 2, 'NST-001');
  put('Наставники', 'ФИО наставника', 2, 'Иванова Мария Павловна');
  put('Наставники', 'Основное место работы (ОО)', 2, 'ORG-01 · СОШ № 1');
  put('Наставники', 'Достижения, значимые для наставничества', 2, 'вместе с Петровой Анной: М. П. Иванова');
  put('Наставники', 'ID', 3, 'NST-002');
  put('Наставники', 'ФИО наставника', 3, 'Петрова Анна Сергеевна');
  put('Наставляемые', 'ID', 2, 'MNT-001');
  put('Наставляемые', 'Код / ФИО наставляемого', 2, 'Иванова Мария Павловна');
  put('Наставляемые', 'ОО (ID)', 2, 'ORG-01 · СОШ № 1');
  put('Пары и группы', 'ID', 2, 'PAR-001');
  put(
    'Пары и группы',
    tabs.pairs.columns.find((c) => c.key === 'mentors')!.title,
    2,
    'NST-002 · Петрова А. С.',
  );
  return book;
}

const WRITES = /^(?:set|insert|delete|clear|append|remove)/;

test('a switch killed at any write can be repeated and finishes with the same key', async () => {
  let writes = 0;
  let fatal = Number.POSITIVE_INFINITY;
  const dying = (_: string, method: string) => {
    if (WRITES.test(method) && writes++ === fatal) throw new Error('killed');
  };
  const whole = tiny(dying);
  const { print: wholePrint } = keyOf(whole);
  writes = 0;
  switchTo(whole, wholePrint);
  const last = writes;
  let killed = 0;
  for (let at = 0; at < last; at += at < 4 || at > last - 6 ? 1 : 4) {
    fatal = Number.POSITIVE_INFINITY;
    const book = tiny(dying);
    const { rows, print } = keyOf(book);
    writes = 0;
    fatal = at;
    try {
      switchTo(book, print);
    } catch (error) {
      expect(String(error)).toMatch(/killed/);
      killed++;
    }
    fatal = Number.POSITIVE_INFINITY;
    const { mode, unfinished } = book.rpc<{ mode: string; unfinished: boolean }>('storageScreen');
    if (unfinished || mode === 'Полный') expect(switchTo(book, print).again).toEqual([]);
    const codes = new Map(rows.map((r) => [r.record, r.code]));
    expect(codes.get('MNT-001')).toBe(codes.get('NST-001'));
    expect([
      at,
      shown(book, 'Наставники')
        .slice(1, 3)
        .map((line) => line.find((c) => isCode(c) && c[0] === 'П')),
    ]).toEqual([at, [codes.get('NST-001'), codes.get('NST-002')]]);
    expect(shown(book, 'Наставляемые')[1]).toContain(codes.get('NST-001'));
    expect(shown(book, 'Организации')[1]).toContain(`директор ${codes.get('ORG-01')}`);
    expect(book.rpc<{ mode: string }>('storageScreen')).toMatchObject({
      mode: 'Коды вместо ФИО',
      unfinished: false,
    });
    if (at % 8 === 0) expect([at, surnamesIn(await everything(book), rows)]).toEqual([at, []]);
  }
  expect(killed).toBeGreaterThan(5);
}, 120_000);

test('a record without its own number stops the switch before anything is written', () => {
  const book = tiny();
  const at = shown(book, 'Наставники')[0].indexOf('ФИО наставника');
  book
    .tab('Наставники')
    .getRange(4, at + 1)
    .setValue('Новая Ольга Петровна');
  expect(book.refusal('storageKey')).toMatch(/«Наставники», строка 4: нет ID/);
});

test('in the mode of codes the check tells a name in a name cell, a mention and a text', () => {
  const book = tiny();
  switchTo(book, keyOf(book).print);
  const put = (title: string, header: string, value: string) =>
    book
      .tab(title)
      .getRange(2, shown(book, title)[0].indexOf(header) + 1)
      .setValue(value);
  put('Наставники', 'ФИО наставника', 'Новая Ольга Петровна');
  put('Организации', 'Руководитель (должность, ФИО)', 'директор Новая О. П.');
  put('Наставляемые', 'Предмет', 'физика, вместо Новой Ольги Петровны');
  const found = book
    .rpc<{ findings: { code: string; tab: string; column: string }[] }>('check')
    .findings.filter((f) => /^R-6[56]$/.test(f.code))
    .map((f) => `${f.code} ${f.tab} ${f.column}`);
  expect(found.sort()).toEqual([
    'R-65 Наставники ФИО наставника',
    'R-65 Организации Руководитель (должность, ФИО)',
    'R-66 Наставляемые Предмет',
  ]);
});
