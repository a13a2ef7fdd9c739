import fc from 'fast-check';
import JSZip from 'jszip';
import { readWorkbook } from '../../../src/local/files/xlsx-read';
import { type WriteOptions, writeWorkbook } from '../../../src/local/files/xlsx-write';
import {
  blankSheet,
  type Row,
  type SheetModel,
  type SpreadsheetModel,
  type ValidationRule,
} from '../../../src/local/services/spreadsheet/model';

const options = { id: 'b', name: 'Книга', locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg', owner: 'a@b.ru' };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function book(...sheets: SheetModel[]): SpreadsheetModel {
  return {
    ...options,
    editors: [],
    viewers: [],
    sheets,
    activeSheetId: sheets[0].id,
    namedRanges: [],
    metadata: [],
  };
}
function sheetWith(rows: (Row | undefined)[], more: Partial<SheetModel> = {}): SheetModel {
  return { ...blankSheet(0, 'Лист'), rows, ...more };
}
const again = async (model: SpreadsheetModel, how?: WriteOptions) =>
  readWorkbook(await writeWorkbook(model, how), options);
const sheetAgain = async (sheet: SheetModel) => (await again(book(sheet))).sheets[0];
const part = async (model: SpreadsheetModel, name: string, how?: WriteOptions) =>
  (await (await JSZip.loadAsync(await writeWorkbook(model, how))).file(name)?.async('string')) ?? '';
const rule = (criteria: string, values: unknown[], more: Partial<ValidationRule> = {}): ValidationRule => ({
  criteria,
  values,
  allowInvalid: false,
  helpText: null,
  ...more,
});

describe('cells', () => {
  test('text that looks like a formula, a number or an escape stays text', async () => {
    const values = [
      '=1+1',
      '+7 912',
      '-5',
      '@user',
      ' a ',
      'a\nb',
      'a\tb',
      '_x0041_',
      '<b>&"\'',
      '0012',
      'TRUE',
      '\u0001',
      '😀',
      '#ССЫЛКА!',
    ];
    const model = book(sheetWith([{ values }]));
    expect((await again(model)).sheets[0].rows[0]).toEqual({ values });
    expect(await part(model, 'xl/worksheets/sheet1.xml')).not.toContain('<f');
  });

  test('only formulas of the model become formulas; results come along', async () => {
    const formulas = [
      '=SUM(B2:B)',
      '=A1*2',
      '=ARRAYFORMULA(A1:A2*2)',
      '=QUERY(A1:B2;"select A where B = \'x\'")',
      '=IF(A1>1,"да","нет")',
      '=XLOOKUP(1,A:A,B:B)',
    ];
    const values = [5, true, '#N/A', 'итог "1"', '', 1.5];
    const model = book(sheetWith([{ values, formulas }]));
    expect((await again(model)).sheets[0].rows[0]).toEqual({ values, formulas });
    const xml = await part(model, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<f>SUM(B2:B1048576)</f><v>5</v>');
    expect(xml).toContain('<f t="array" ref="C1">A1:A2*2</f>');
    expect(xml).toContain('<f>_xlfn.XLOOKUP(1,A:A,B:B)</f>');
    // What Excel cannot read would make it repair the file: it goes in as Google's export writes it.
    expect(xml).toContain('IFERROR(__xludf.DUMMYFUNCTION("QUERY(');
  });

  test('Russian separators in a formula become those of the file', async () => {
    const xml = await part(
      book(sheetWith([{ values: [1], formulas: ['=IF(A2>1,5;{1;2};"a;b")'] }])),
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).toContain('<f>IF(A2&gt;1.5,{1;2},"a;b")</f>');
  });

  test('texts and formulas beyond the limits of Excel are cut in the file and whole in the host', async () => {
    const long = `${'ж'.repeat(32_766)}😀${'я'.repeat(10_000)}`;
    const formula = `=${'A1+'.repeat(3_000)}1`;
    const model = book(sheetWith([{ values: [long, 7], formulas: [undefined, formula] }]));
    const row = (await again(model)).sheets[0].rows[0];
    expect(row?.values[0]).toBe(long);
    expect(row?.formulas?.[1]).toBe(formula);
    expect(await part(model, 'xl/sharedStrings.xml')).not.toContain('я');
  });

  test('any text, number and boolean comes back as it was', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }).map((s) => s.replace(/\r\n?/g, '\n')),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const back = await sheetAgain(sheetWith(rows.map((values) => ({ values }))));
          rows.forEach((values, r) => {
            values.forEach((v, c) => {
              expect(back.rows[r]?.values[c] ?? '').toBe(v);
            });
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('looks', () => {
  test('formats come back as they were set', async () => {
    const formats = [
      { numberFormat: 'dd.MM.yyyy HH:mm' },
      {
        background: '#ffffff',
        fontColor: '#ff0000',
        fontFamily: 'PT Sans',
        fontSize: 12,
        bold: true,
        italic: true,
        underline: true,
        strikethrough: true,
      },
      { horizontalAlignment: 'center', verticalAlignment: 'middle', wrap: 'WRAP' as const },
      { wrap: 'CLIP' as const },
      { wrap: 'OVERFLOW' as const },
      { rotation: -45 },
      { verticalText: true },
      { textDirection: 'RIGHT_TO_LEFT' as const },
      {
        borders: {
          top: { style: 'SOLID', color: '#ff0000' },
          left: { style: 'DOUBLE', color: '#000000' },
          bottom: { style: 'SOLID_THICK', color: '#00ff00' },
          right: { style: 'DASHED', color: '#0000ff' },
        },
      },
      { numberFormat: '#,##0.00 "₽"', background: '#fff2cc' },
    ];
    const row = { values: formats.map((_, i) => i), formats };
    expect((await sheetAgain(sheetWith([row]))).rows[0]).toEqual(row);
  });

  test('sizes, hidden lines, frozen lines, merges, tab, grid size, notes', async () => {
    const sheet = sheetWith(
      [
        { values: ['а'], notes: ['строка 1\nстрока <2>'] },
        undefined,
        { values: [], notes: [undefined, 'б'] },
      ],
      {
        columnWidths: new Map([
          [0, 33],
          [3, 220],
          [4, 101],
        ]),
        rowHeights: new Map([
          [0, 48],
          [5, 22],
        ]),
        hiddenRows: new Set([7]),
        hiddenColumns: new Set([3]),
        frozenRows: 1,
        frozenColumns: 2,
        merges: [{ row: 1, column: 0, rows: 2, columns: 3 }],
        tabColor: '#00b050',
        hiddenGridlines: true,
        rightToLeft: true,
        maxRows: 50,
        maxColumns: 8,
      },
    );
    const back = await sheetAgain(sheet);
    expect({ ...back, rows: [] }).toEqual({ ...sheet, rows: [] });
    expect(back.rows.map((row) => row?.notes)).toEqual([
      ['строка 1\nстрока <2>'],
      undefined,
      [undefined, 'б'],
    ]);
  });

  test('styled pieces and links; a link on a part of a text is not lost', async () => {
    const whole = [{ start: 0, end: 4, style: {}, link: 'https://edu.gov.ru/?a=1&b=2' }];
    const pieces = [
      { start: 0, end: 2, style: { bold: true }, link: null },
      { start: 2, end: 4, style: {}, link: 'https://xn--80.рф/а б' },
    ];
    const styled = [
      { start: 0, end: 1, style: {}, link: null },
      { start: 1, end: 4, style: { fontColor: '#ff0000', bold: false }, link: null },
    ];
    const row = {
      values: ['сайт', 'сайт', 'сайт'],
      runs: [whole, pieces, styled],
      formats: [undefined, undefined, { bold: true }],
    };
    expect((await sheetAgain(sheetWith([row]))).rows[0]).toEqual(row);
  });

  test('a link to a cell of the book is one that Excel follows, and the same link afterwards', async () => {
    const link = (address: string) => [{ start: 0, end: 2, style: {}, link: address }];
    const row = {
      values: ['B7', 'B2', 'да', 'нет'],
      runs: [
        link('#gid=0&range=B7'),
        link('#gid=0&range=B2:C9'),
        [{ start: 0, end: 2, style: {}, link: 'https://edu.gov.ru/' }],
        [{ start: 0, end: 3, style: {}, link: '#gid=77&range=B7' }],
      ],
    };
    const sheet = { ...sheetWith([row]), name: "Пары 'и' группы" };
    const xml = await part(book(sheet), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(`<hyperlink ref="A1" location="'Пары ''и'' группы'!B7"/>`);
    expect(xml).toContain(`location="'Пары ''и'' группы'!B2:C9"`);
    expect(xml.match(/<hyperlinks>/g)).toHaveLength(1);
    expect((await sheetAgain(sheet)).rows[0]).toEqual(row);
  });

  test('bandings show in the file and are no backgrounds of the cells afterwards', async () => {
    const banding = {
      range: { sheetId: 0, row: 0, column: 0, rows: 100, columns: 2 },
      colors: { headerRow: '#4472c4', firstRow: '#ffffff', secondRow: '#d9e1f2' },
    };
    const own = [{ background: '#ff0000' }];
    const rows = [
      { values: ['Шапка', 1] },
      { values: ['а'] },
      { values: ['б'], formats: own },
      { values: ['в'] },
    ];
    const sheet = sheetWith(rows, { bandings: [banding] });
    const styles = await part(book(sheet), 'xl/styles.xml');
    expect(styles).toContain('FF4472C4');
    expect(styles).toContain('FFD9E1F2');
    const back = await sheetAgain(sheet);
    expect(back.bandings).toEqual([banding]);
    expect(back.rows.map((r) => r?.formats?.filter(Boolean) ?? [])).toEqual([[], [], own, []]);
  });
});

describe('rules', () => {
  const inColumn = (...rules: (ValidationRule | undefined)[]): Row[] =>
    rules.map((v) => ({ values: ['x'], validations: [v] }));

  test('a rule over a column is one rule of the file, joined with equal ones', async () => {
    const list = () => rule('VALUE_IN_LIST', [['да', 'нет'], true], { helpText: 'Выберите «да» или «нет»' });
    const xml = await part(
      book(sheetWith(inColumn(undefined, list(), list(), undefined, list()))),
      'xl/worksheets/sheet1.xml',
    );
    expect(xml.match(/<dataValidation /g)).toHaveLength(1);
    expect(xml).toContain('sqref="A2:A3 A5"');
    expect(xml).toContain('<formula1>"да,нет"</formula1>');
  });

  test.each([
    rule('VALUE_IN_LIST', [['да', 'нет'], true]),
    rule('VALUE_IN_LIST', [['а, б', ' в ', '"г"', ''], false], { allowInvalid: true }),
    rule('VALUE_IN_LIST', [Array.from({ length: 300 }, (_, i) => `Значение ${i}`), true]),
    rule('VALUE_IN_RANGE', [
      { sheetId: 5, row: 1, column: 0, rows: Number.POSITIVE_INFINITY, columns: 1 },
      true,
    ]),
    rule('VALUE_IN_RANGE', [{ sheetId: 5, row: 1, column: 0, rows: 499, columns: 1 }, false]),
    rule('NUMBER_BETWEEN', [1, 5]),
    rule('NUMBER_NOT_EQUAL_TO', [0.5]),
    rule('NUMBER_GREATER_THAN', ['=B1']),
    rule('DATE_ON_OR_AFTER', [45351]),
    rule('DATE_IS_VALID_DATE', []),
    rule('TEXT_CONTAINS', ['"а"']),
    rule('TEXT_IS_VALID_EMAIL', [], { helpText: 'п'.repeat(300) }),
    rule('CHECKBOX', []),
    rule('CHECKBOX', ['да', 'нет']),
    rule('CUSTOM_FORMULA', ['=COUNTIF(A:A;A1)=1']),
    rule('CUSTOM_FORMULA', ['=REGEXMATCH(A1,"^NST")']),
  ])('$criteria $values', async (one) => {
    const model = book(sheetWith(inColumn(one, one)), {
      ...blankSheet(5, "Списки 'д'а"),
      rows: [{ values: ['x'] }],
    });
    const back = await again(model);
    expect(back.sheets[0].rows[0]?.validations).toEqual([one]);
    expect(back.sheets[0].rows[1]?.validations?.[0]).toBe(back.sheets[0].rows[0]?.validations?.[0]);
    expect(back.sheets).toHaveLength(2);
  });
});

test('different rules that Excel has no words for are told apart', async () => {
  const rules = [
    rule('CUSTOM_FORMULA', ['=REGEXMATCH(A1,"^A")']),
    rule('CUSTOM_FORMULA', ['=REGEXMATCH(A1,"^B")']),
    rule('CUSTOM_FORMULA', [`=OR(${'A1=1,'.repeat(60)}A1=2)`]),
  ];
  const back = await sheetAgain(sheetWith(rules.map((v) => ({ values: ['x'], validations: [v] }))));
  expect(back.rows.map((row) => row?.validations?.[0])).toEqual(rules);
});

describe('conditional formats', () => {
  const ranges = [{ sheetId: 0, row: 1, column: 1, rows: Number.POSITIVE_INFINITY, columns: 1 }];
  const style = { background: '#f4cccc', bold: true };
  const rules = [
    { ranges, criterion: { type: 'TEXT_EQUAL_TO', values: ['да'] }, style, gradient: null },
    {
      ranges,
      criterion: { type: 'CUSTOM_FORMULA', values: ['=$A2>1'] },
      style: { fontColor: '#ff0000' },
      gradient: null,
    },
    {
      ranges,
      criterion: null,
      style: {},
      gradient: {
        min: { type: 'MIN', value: '', color: '#ffffff' },
        max: { type: 'NUMBER', value: '10', color: '#00ff00' },
      },
    },
  ];
  const model = book(sheetWith([{ values: ['а'] }], { conditionalFormats: rules }));

  test('are written for people and come back exactly', async () => {
    expect((await again(model)).sheets[0].conditionalFormats).toEqual(rules);
    const xml = await part(model, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<conditionalFormatting sqref="B2:B1000">');
    expect(xml).toContain('<formula>B2=&quot;да&quot;</formula>');
    expect(xml).toContain('<cfvo type="num" val="10"/>');
    expect(await part(model, 'xl/styles.xml')).toContain('FFF4CCCC');
  });

  test('of another program are read where there are words for them', async () => {
    const zip = await JSZip.loadAsync(await writeWorkbook(model));
    zip.remove('customXml/item1.xml');
    const back = await readWorkbook(await zip.generateAsync({ type: 'uint8array' }), options);
    const bounded = [{ ...ranges[0], rows: 999 }];
    expect(back.sheets[0].conditionalFormats).toEqual([
      { ranges: bounded, criterion: { type: 'CUSTOM_FORMULA', values: ['=B2="да"'] }, style, gradient: null },
      {
        ranges: bounded,
        criterion: { type: 'CUSTOM_FORMULA', values: ['=$A2>1'] },
        style: { fontColor: '#ff0000' },
        gradient: null,
      },
    ]);
  });
});

describe('the book', () => {
  test('sheets keep ids, order, names that Excel does not take, and formulas that name them', async () => {
    const long = 'Очень длинное название листа, которое не влезает в Excel: 2024/25';
    const model = book(
      sheetWith([{ values: [1], formulas: [`='${long}'!A1+1`] }]),
      { ...blankSheet(987654321, long), rows: [{ values: [1] }] },
      { ...blankSheet(17, `${long} (2)`), hidden: true },
    );
    const back = await again(model);
    expect(back.sheets.map(({ id, name, hidden }) => [id, name, hidden])).toEqual([
      [0, 'Лист', false],
      [987654321, long, false],
      [17, `${long} (2)`, true],
    ]);
    expect(back.sheets[0].rows[0]?.formulas).toEqual([`='${long}'!A1+1`]);
    expect(await part(model, 'xl/workbook.xml')).toContain('name="Очень длинное название листа, к"');
  });

  test('named ranges, also those whose names Excel does not take', async () => {
    const range = { sheetId: 0, row: 1, column: 0, rows: Number.POSITIVE_INFINITY, columns: 2 };
    const model = {
      ...book(sheetWith([])),
      namedRanges: [
        { name: 'Имена', range },
        { name: 'ABC12', range },
      ],
    };
    expect((await again(model)).namedRanges).toEqual(model.namedRanges);
    expect(await part(model, 'xl/workbook.xml')).not.toContain('ABC12');
  });

  test('what .xlsx has no place for comes back: protections, pivots, charts, metadata, filter', async () => {
    const range = { sheetId: 0, row: 0, column: 0, rows: Number.POSITIVE_INFINITY, columns: 1 };
    const sheet = sheetWith([{ values: ['а'] }], {
      protections: [
        {
          id: 'p',
          type: 'RANGE',
          range,
          description: '<"&',
          warningOnly: true,
          editors: [],
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
      ],
      pivots: [{ source: range }],
      charts: [{ kind: 'COLUMN', ranges: [range] }],
      conditionalFormats: [{ any: 1 }],
      metadata: [{ key: 'k' }],
      filter: {
        range: { sheetId: 0, row: 0, column: 0, rows: 5, columns: 1 },
        criteria: { 1: { hidden: ['x'] } },
      },
    });
    const model = { ...book(sheet), metadata: [{ key: 'schema', value: '3' }] };
    const back = await again(model);
    expect(back.metadata).toEqual(model.metadata);
    for (const key of [
      'protections',
      'pivots',
      'charts',
      'conditionalFormats',
      'metadata',
      'filter',
    ] as const) {
      expect(back.sheets[0][key]).toEqual(sheet[key]);
    }
  });

  test('pictures come back, pictures of charts do not', async () => {
    const picture = {
      data: PIXEL,
      type: 'png' as const,
      row: 2,
      column: 1,
      offsetX: 5,
      offsetY: 7,
      width: 60,
      height: 40,
      altText: 'Герб <района>',
    };
    const sheet = sheetWith([{ values: ['а'] }], { pictures: [picture], charts: [{ kind: 'PIE' }] });
    const how = { chartPicture: () => ({ data: PIXEL, row: 9, column: 2, width: 300, height: 200 }) };
    const drawing = await part(book(sheet), 'xl/drawings/drawing1.xml', how);
    expect(drawing).toContain('cx="2857500" cy="1905000"'); // 300 × 200 pixels
    const back = (await again(book(sheet), how)).sheets[0];
    expect(back.pictures.map(({ data, ...rest }) => [Buffer.from(data).equals(PIXEL), rest])).toEqual([
      [true, { ...picture, data: undefined }].map((x) => (x === true ? x : JSON.parse(JSON.stringify(x)))),
    ]);
    expect(back.charts).toEqual([{ kind: 'PIE' }]);
  });

  test('equal models give equal bytes, and a book that was read is written as it was', async () => {
    const sheet = sheetWith([
      {
        values: ['а', 1, true],
        formats: [{ bold: true }],
        notes: ['n'],
        validations: [rule('CHECKBOX', [])],
      },
    ]);
    const first = await writeWorkbook(book(sheet));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(first, await writeWorkbook(book(sheet)))).toBe(0);
    expect(Buffer.compare(first, await writeWorkbook(await readWorkbook(first, options)))).toBe(0);
    expect(
      Buffer.compare(first, await writeWorkbook(book(sheet), { modified: new Date('2025-02-03T04:05:06Z') })),
    ).not.toBe(0);
  });

  test('every part is well-formed, is of a known type, and every relation leads to a part', async () => {
    const sheet = sheetWith([{ values: ['а'], notes: ['n'] }], {
      pictures: [
        {
          data: PIXEL,
          type: 'png',
          row: 0,
          column: 0,
          offsetX: 0,
          offsetY: 0,
          width: 9,
          height: 9,
          altText: '',
        },
      ],
    });
    const zip = await JSZip.loadAsync(await writeWorkbook(book(sheet)));
    const names = Object.keys(zip.files);
    expect(names[0]).toBe('[Content_Types].xml');
    const types = (await zip.file('[Content_Types].xml')?.async('string')) ?? '';
    for (const name of names.slice(1)) {
      const extension = name.slice(name.lastIndexOf('.') + 1);
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`)).toBe(true);
    }
    for (const [, target] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(names).toContain(target);
  });

  test('13,000 rows of 16 columns on 15 sheets', async () => {
    const sheets = Array.from({ length: 15 }, (_, s) => ({
      ...blankSheet(s, `Лист ${s}`),
      rows: Array.from({ length: 867 }, (_, r) => ({
        values: Array.from({ length: 16 }, (_, c) => (c % 4 === 0 ? r * c : `Текст ${r} ${c}`)),
      })),
    }));
    let start = performance.now();
    const bytes = await writeWorkbook(book(...sheets));
    expect(performance.now() - start).toBeLessThan(40_000);
    start = performance.now();
    expect((await readWorkbook(bytes, options)).sheets[14].rows[866]).toEqual(sheets[14].rows[866]);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
