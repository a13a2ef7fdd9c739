import type { Block } from '../../src/domain/memo/blocks';
import type { IndicatorValue } from '../../src/domain/monitoring/report';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { callFromPage } from '../../src/local/host/script-run';
import { type Bound, bound, shown } from './bundle';
import { differingTabs, picture } from './picture';

interface Report {
  wave: string;
  asOf: string;
  indicators: IndicatorValue[];
  memo: Block[];
  document: { id: string; url: string };
}

const records = demoRecords({ codes: false });

function demoBook(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, records);
  return book;
}

/** Rows of a tab as objects by header. */
function rowsOf(book: Bound, title: string): Record<string, string>[] {
  const [header, ...rows] = shown(book, title);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

interface BodyText {
  getText(): string;
  getParagraphs(): { getText(): string; getHeading(): unknown }[];
  getTables(): unknown[];
  getImages(): unknown[];
}

function memoOf(book: Bound, { id }: Report['document']): BodyText {
  const app = book.host.globals.DocumentApp as { openById(id: string): { getBody(): BodyText } };
  return app.openById(id).getBody();
}

describe('the report of the demo municipality', () => {
  const book = demoBook();
  const untouched = picture(book.model);
  const callsBefore = { ...book.host.calls };
  const result = book.rpc<Report>('report', {});
  const calls = { ...book.host.calls };
  const times = (name: string) => (calls[name] ?? 0) - (callsBefore[name] ?? 0);

  test('the default wave is the latest April that has begun', () => {
    expect([result.wave, result.asOf]).toEqual(['2024-04', '2024-03-31']);
  });

  test('only generated tabs changed, and «Документы» by one row at the end', () => {
    const now = picture(book.model);
    expect(differingTabs(untouched, now).sort()).toEqual(
      [
        'Данные свода',
        'Диаграммы',
        'Документы',
        'Начало',
        'Показатели',
        'Свод',
        'Снимки волн',
        'Списки',
      ].sort(),
    );
    const changed = now.Документы.rows.filter((row) => !untouched.Документы.rows.includes(row));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('Аналитическая справка по итогам мониторинга, апрель 2024');
  });

  test('«Показатели»: a row an indicator, «a из b (x,x %)» for the municipality and every organisation', () => {
    const [header, ...rows] = shown(book, 'Показатели');
    expect(header.slice(0, 3)).toEqual(['Код', expect.stringContaining('апрель 2024'), 'Цель']);
    expect(header).toContain('Оханский городской округ');
    expect(header.filter((h) => /МБОУ|МАОУ|МБДОУ|МАДОУ|МБУ|МАУ|Филиал/.test(h))).toHaveLength(12);
    for (let n = 1; n <= 30; n++) {
      const code = `И-${String(n).padStart(2, '0')}`;
      expect([code, rows.some((row) => row[0] === code)]).toEqual([code, true]);
    }
    const at = header.indexOf('Оханский городской округ');
    const share = result.indicators.find((i) => i.code === 'И-01' && i.scope === 'municipality')!;
    expect(rows.find((row) => row[0] === 'И-01')![at]).toMatch(
      new RegExp(`^${share.numerator} из\\s${share.denominator} \\(\\d+,\\d\u00a0%\\)$`),
    );
    expect(rows.flat()).toEqual(expect.arrayContaining(['нет данных', '—']));
  });

  test('pivot tables are made through the pivot API and their numbers are those of the facts', () => {
    expect(times('Range.createPivotTable')).toBe(2);
    expect(book.tab('Свод').getPivotTables()).toHaveLength(2);
    const facts = rowsOf(book, 'Данные свода').filter(
      (f) => f['На дату D'] === '1' && f['Форма ОО представлена'] === 'да',
    );
    const sheet = shown(book, 'Свод');
    const head = sheet.findIndex((row) => row[0] === 'ОО');
    const kinds = sheet[head].slice(1, 5);
    expect([...kinds].sort()).toEqual(['Группа', 'Наставляемый', 'Наставник', 'Пара']);
    const organisations = [...new Set(facts.map((f) => f.ОО))].sort();
    const shownRows = sheet.slice(head + 1).filter((row) => row[0] !== '' && row[0] !== 'Общий итог');
    expect(shownRows.map((row) => row[0]).sort()).toEqual(organisations);
    for (const row of shownRows)
      kinds.forEach((kind, i) => {
        const count = facts.filter((f) => f.ОО === row[0] && f.Объект === kind).length;
        expect([row[0], kind, row[i + 1]]).toEqual([row[0], kind, count === 0 ? '' : String(count)]);
      });
    const total = sheet.find((row) => row[0] === 'Общий итог')!;
    kinds.forEach((kind, i) => {
      expect(total[i + 1]).toBe(String(facts.filter((f) => f.Объект === kind).length));
    });
    const figure = (part: string) =>
      result.indicators.find((i) => i.code === 'И-10' && i.part === part && i.scope === 'municipality')!
        .value;
    const totalOf = (kind: string) => Number(total[kinds.indexOf(kind) + 1]);
    expect(totalOf('Наставник')).toBe(figure('mentors.D'));
    expect(totalOf('Наставляемый')).toBe(figure('mentees.D'));
    expect(totalOf('Пара')).toBe(figure('pairs.D'));
    expect(totalOf('Группа')).toBe(figure('groups.D'));
  });

  test('the facts hold IDs and no names of people', () => {
    const text = shown(book, 'Данные свода').flat().join('\n');
    for (const { name } of [...records.mentors, ...records.mentees])
      expect(text).not.toContain(String(name).split(' ')[0]);
  });

  test('five charts', () => {
    expect(times('Sheet.insertChart')).toBe(5);
    expect(book.tab('Диаграммы').getCharts()).toHaveLength(5);
    const titles = shown(book, 'Диаграммы')[0].filter((text) => text !== '');
    expect(titles.map((t) => t.slice(0, 3))).toEqual(['Д1.', 'Д2.', 'Д3.', 'Д4.', 'Д5.']);
  });

  test('the memo is a document with headings, tables and pictures', () => {
    const body = memoOf(book, result.document);
    const { ParagraphHeading } = book.host.globals.DocumentApp as {
      ParagraphHeading: Record<string, unknown>;
    };
    const headings = body.getParagraphs().filter((p) => p.getHeading() === ParagraphHeading.HEADING1);
    expect(headings.length).toBeGreaterThanOrEqual(15);
    expect(body.getTables().length).toBeGreaterThanOrEqual(10);
    expect(body.getImages().length).toBeGreaterThanOrEqual(4);
    expect(body.getText()).toMatch(/аналитическая справка/i);
  });

  test('no mentee is named anywhere in it', () => {
    const text = memoOf(book, result.document).getText().replace(/\s+/g, ' ');
    const json = JSON.stringify(result.memo).replace(/\u00a0/g, ' ');
    expect(records.mentees.length).toBeGreaterThan(80);
    const forms = (name: string): string[] => {
      const [surname, first, patronymic] = name.split(' ');
      const initials = patronymic ? `${first[0]}. ${patronymic[0]}.` : `${first[0]}.`;
      return [
        name,
        `${surname} ${initials}`,
        `${surname} ${initials.replace(' ', '')}`,
        `${initials} ${surname}`,
        `${initials.replace(' ', '')} ${surname}`,
      ];
    };
    const others = new Set(records.mentors.flatMap((m) => forms(String(m.name))));
    for (const { id, name } of records.mentees) {
      for (const form of [String(id), ...forms(String(name)).filter((f) => !others.has(f))]) {
        expect(text.includes(form) ? form : '').toBe('');
        expect(json.includes(form) ? form : '').toBe('');
      }
    }
  });

  test('its link stands in «Документы» in a draft row', () => {
    const rows = rowsOf(book, 'Документы').filter((row) => row.Ссылка === result.document.url);
    expect(rows).toEqual([
      expect.objectContaining({
        Вид: 'Аналитическая справка',
        Уровень: 'муниципальный',
        'Статус записи': 'Черновик',
        '№': '',
      }),
    ]);
    expect(rows[0].ID).toMatch(/^DOC-\d{3}$/);
    expect(rowsOf(book, 'Документы').filter((row) => row.ID === rows[0].ID)).toHaveLength(1);
  });
});

describe('run again', () => {
  const book = demoBook();
  const first = book.rpc<Report>('report', { wave: '2024-04' });
  const before = picture(book.model);
  const linkless = () =>
    Object.fromEntries(
      Object.entries(picture(book.model)).map(([title, sheet]) => [
        title,
        { ...sheet, rows: sheet.rows.map((row) => row.replace(/local-doc-\d+/g, 'local-doc')) },
      ]),
    );
  const beforeLinkless = linkless();

  test('the same wave gives the same workbook: only the link leads to the new document', () => {
    const again = book.rpc<Report>('report', { wave: '2024-04' });
    expect(again.document.id).not.toBe(first.document.id);
    expect({ ...again, document: null }).toEqual({ ...first, document: null });
    expect(differingTabs(before, picture(book.model))).toEqual(['Документы']);
    expect(differingTabs(beforeLinkless, linkless())).toEqual([]);
    expect(rowsOf(book, 'Документы').filter((r) => r.Ссылка === again.document.url)).toHaveLength(1);
    expect(rowsOf(book, 'Документы').filter((r) => r.Ссылка === first.document.url)).toHaveLength(0);
    expect(memoOf(book, again.document).getText()).toBe(memoOf(book, first.document).getText());
  });

  test('a row that somebody signed stays; the next run adds a new draft', () => {
    const all = rowsOf(book, 'Документы');
    const row = all.findIndex((r) => r.Вид === 'Аналитическая справка' && r.Название.includes('2024'));
    const column = Object.keys(all[row]).indexOf('№');
    book
      .tab('Документы')
      .getRange(row + 2, column + 1)
      .setValue('17');
    const signed = rowsOf(book, 'Документы')[row];
    const again = book.rpc<Report>('report', { wave: '2024-04' });
    const now = rowsOf(book, 'Документы');
    expect(now[row]).toEqual(signed);
    expect(now).toHaveLength(all.length + 1);
    expect(now.at(-1)).toMatchObject({ Ссылка: again.document.url, '№': '' });
    expect(now.at(-1)!.ID).not.toBe(signed.ID);
  });

  test('other waves keep their figures', () => {
    const snapshot = (wave: string) => rowsOf(book, 'Снимки волн').filter((row) => row.Волна === wave);
    const april2024 = snapshot('2024-04');
    expect(april2024.length).toBe(first.indicators.length);
    expect(snapshot('2023-04')).toEqual([]);
    book.rpc('report', { wave: '2023-04' });
    const april2023 = snapshot('2023-04');
    expect(april2023.length).toBeGreaterThan(100);
    expect(snapshot('2024-04')).toEqual(april2024);
    book.rpc('report', { wave: '2024-04' });
    expect(snapshot('2023-04')).toEqual(april2023);
    const mentors = book.tab('Наставники').getRange(2, 1, 20, 1);
    mentors.setValues(Array.from({ length: 20 }, () => ['']));
    book.rpc('report', { wave: '2023-04' });
    expect(snapshot('2024-04')).toHaveLength(april2024.length);
    expect(snapshot('2024-04').map((r) => r.Значение)).toEqual(april2024.map((r) => r.Значение));
    expect(new Set(rowsOf(book, 'Снимки волн').map((r) => r.Волна))).toEqual(new Set(['2023-04', '2024-04']));
  });

  test('set-up after reports finds nothing to do', () => {
    const ready = picture(book.model);
    expect(book.rpc('setUp', { storageMode: 'Полный' })).toEqual({
      created: [],
      repaired: [],
      leftAlone: [],
    });
    expect(differingTabs(ready, picture(book.model))).toEqual([]);
  });
});

describe('on the screen', () => {
  const book = demoBook();
  /** What the panel will read from its attribute; the page must hold it in escaped form. */
  const input = (): { result?: Record<string, unknown>; choose?: { waves: unknown[] } } => {
    const page = book.host.ui.pages.at(-1)!;
    const found = /<body data-input="([^"]*)">/.exec(page.content);
    expect(found).not.toBeNull();
    expect(found![1]).not.toMatch(/[<>']/);
    const entities: Record<string, string> = {
      '&#34;': '"',
      '&quot;': '"',
      '&amp;': '&',
      '&lt;': '<',
      '&gt;': '>',
    };
    return JSON.parse(
      found![1].replace(/&(#34|quot|amp|lt|gt);/g, (e) => entities[e]).replace(/&#39;/g, "'"),
    );
  };

  test('the menu is in the language of the account and names functions that exist', () => {
    for (const [locale, title, report, setting, setUp] of [
      ['ru', 'Наставничество', 'Построить отчёт по мониторингу', 'Настройка', 'Создать или обновить книгу'],
      ['en', 'Mentoring', 'Build monitoring report', 'Set-up', 'Create or update the workbook'],
    ]) {
      const other = bound({ userLocale: locale });
      other.project.run('onOpen', [{}], 'NONE');
      const named = [
        other.host.ui.functionAt(title, report),
        other.host.ui.functionAt(title, setting, setUp),
      ];
      expect(named).toEqual(['buildMonitoringReport', 'setUpWorkbook']);
      expect(Object.keys(other.project.functions)).toEqual(expect.arrayContaining(named as string[]));
      const once = JSON.stringify(other.host.ui.menus);
      other.project.run('onInstall', [{}]);
      expect(JSON.stringify(other.host.ui.menus)).toBe(once);
    }
  });

  test('«Построить отчёт» shows the panel with the figures and the link', () => {
    book.project.run('buildMonitoringReport');
    const { result } = input();
    expect(result).toMatchObject({ wave: '2024-04', asOf: '2024-03-31', organisations: 12, submitted: 10 });
    expect(rowsOf(book, 'Документы').at(-1)!.Ссылка).toBe(result!.url);
    expect(book.host.ui.pages.at(-1)).toMatchObject({ kind: 'modal', title: 'Отчёт по мониторингу' });
    expect(book.host.ui.toasts).not.toEqual([]);
    expect(book.host.ui.questions).toEqual([]);
  });

  test('«Отчёт за другую волну» asks, and what the panel calls builds that wave', () => {
    book.project.run('chooseMonitoringWave');
    expect(input().choose!.waves).toEqual([
      { wave: '2024-04', asOf: '2024-03-31' },
      { wave: '2023-04', asOf: '2023-03-31' },
      { wave: '2022-04', asOf: '2022-03-31' },
    ]);
    const answer = callFromPage(book.project, 'rpc', [
      'reportSummary',
      { wave: '2023-04', asOf: '2023-02-28' },
    ]);
    expect(answer).toMatchObject({ ok: true, value: { wave: '2023-04', asOf: '2023-02-28' } });
  });

  test('the settings of the waves are those of the workbook', () => {
    const other = bound();
    other.rpc('setUp', { storageMode: 'Полный' });
    const names = shown(other, 'Настройки').map((row) => row[1]);
    other
      .tab('Настройки')
      .getRange(names.indexOf('Отчётная дата волны (день.месяц)') + 1, 3)
      .setValue('15.03');
    const { waves } = other.rpc<{ waves: { asOf: string }[] }>('reportScreen');
    expect(waves.map((w) => w.asOf)).toEqual(['2024-03-15', '2023-03-15', '2022-03-15']);
  });

  test('a refusal is said in words and no page opens', () => {
    const blank = bound();
    blank.project.run('buildMonitoringReport');
    expect(blank.host.ui.questions.at(-1)!.message).toMatch(
      /В книге нет вкладки «Организации», без неё отчёт не строится\. Выполните «Наставничество → Настройка/,
    );
    expect(blank.host.ui.pages).toEqual([]);
    expect(blank.titles()).toEqual(['Лист1']);
  });

  test.each([
    [
      'a wave that is no wave',
      { wave: 'весна' },
      /Волна «весна» не распознана: нужен год и месяц, например 2024-04/,
    ],
    ['a date that does not exist', { asOf: '2024-02-30' }, /Отчётная дата «2024-02-30» не распознана/],
    ['a month that does not exist', { wave: '2024-13' }, /Волна «2024-13» не распознана/],
  ])('%s is refused and changes nothing', (_, args, words) => {
    const before = picture(book.model);
    expect(book.refusal('report', args)).toMatch(words);
    expect(differingTabs(before, picture(book.model))).toEqual([]);
  });

  test('while another run holds the lock, the report is refused in words', () => {
    const before = picture(book.model);
    const release = book.host.locks.holdElsewhere('document');
    expect(book.refusal('report')).toMatch(/Отчёт уже строит другой запуск\. Повторите через минуту/);
    book.project.run('buildMonitoringReport');
    expect(book.host.ui.questions.at(-1)!.message).toMatch(/Отчёт уже строит другой запуск/);
    expect(differingTabs(before, picture(book.model))).toEqual([]);
    release();
    expect(book.rpc<Report>('report').wave).toBe('2024-04');
  });

  test('a page can call nothing but the listed commands', () => {
    expect(() => callFromPage(book.project, 'rpc', ['constructor', {}])).toThrow(
      /Нет такой команды: constructor/,
    );
    expect(() => callFromPage(book.project, 'app_', [])).toThrow(/not found/);
    expect(callFromPage(book.project, 'rpc', ['reportScreen', null])).toMatchObject({ ok: true });
    expect(callFromPage(book.project, 'rpc', ['reportScreen', [1]])).toMatchObject({ ok: true });
  });
});

describe('cost', () => {
  /** A municipality of three organisations with this many mentors, mentees and pairs. */
  function calls(people: number): Readonly<Record<string, number>> {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    const fill = (title: string, rows: Record<string, unknown>[]) => {
      const header = shown(book, title)[0];
      const values = rows.map((row) => {
        const unknown = Object.keys(row).filter((name) => !header.includes(name));
        if (unknown.length > 0) throw new Error(`«${title}» has no ${unknown.join(', ')}`);
        return header.map((name) => row[name] ?? '');
      });
      book.tab(title).getRange(2, 1, values.length, header.length).setValues(values);
    };
    const organisation = (i: number) => `ORG-0${(i % 3) + 1}`;
    const number = (i: number) => String(i + 1).padStart(3, '0');
    fill(
      'Организации',
      [1, 2, 3].map((n) => ({
        ID: `ORG-0${n}`,
        'Полное наименование': `Школа № ${n} посёлка`,
        'Краткое наименование': `Школа № ${n}`,
        'Тип ОО': 'Общеобразовательная',
        'Участвует в ЦМН': 'да',
        'Численность педагогических работников, чел.': people * 2,
        'Статус записи': 'Действует',
      })),
    );
    const all = Array.from({ length: people }, (_, i) => i);
    fill(
      'Наставники',
      all.map((i) => ({
        ID: `NST-${number(i)}`,
        'ОО (ID)': organisation(i),
        'ФИО наставника': `Н-${number(i)}`,
        'Дата вхождения': "'01.09.2023",
        'Статус записи': 'Действует',
      })),
    );
    fill(
      'Наставляемые',
      all.map((i) => ({ ID: `MNT-${number(i)}`, 'ОО (ID)': organisation(i), 'Статус записи': 'Действует' })),
    );
    fill(
      'Пары и группы',
      all.map((i) => ({
        ID: `PAR-${number(i)}`,
        'ОО (ID)': organisation(i),
        'Тип объединения': 'пара',
        'Дата начала': "'01.09.2023",
        Статус: 'Действует',
        'Статус записи': 'Действует',
      })),
    );
    fill(
      'Мониторинг ОО',
      [0, 1, 2].map((i) => ({
        'ОО (ID)': organisation(i),
        Волна: '2024-04',
        'Статус представления': 'Принято',
      })),
    );
    const before = { ...book.host.calls };
    book.rpc('report', { wave: '2024-04' });
    return Object.fromEntries(
      Object.entries(book.host.calls)
        .map(([name, n]) => [name, n - (before[name] ?? 0)] as const)
        .filter(([, n]) => n > 0),
    );
  }

  test('the number of trips does not depend on the number of rows', () => {
    expect(calls(210)).toEqual(calls(12));
  });
});
