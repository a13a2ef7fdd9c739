import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { BookFileError } from '../../../src/local/files/book-error';
import { readWorkbook } from '../../../src/local/files/xlsx-read';
import { openPackage } from '../../../src/local/files/zip-package';
import { handMade, MAIN, OFFICE, worksheet } from './foreign-workbook';

const options = { id: 'b', name: 'x.xlsx', locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg', owner: 'a@b.ru' };
const read = (bytes: Uint8Array) => readWorkbook(bytes, options);
const sheetOf = async (rows: string, after = '', more: Partial<Parameters<typeof handMade>[0]> = {}) =>
  (await read(await handMade({ sheet: worksheet(rows, after), ...more }))).sheets[0];

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-419]dd\\.mm\\.yyyy;@"/></numFmts>
<fonts><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="10"/><color rgb="FFFF0000"/><name val="Arial"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999938962981048"/></patternFill></fill></fills>
<borders><border/></borders>
<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="1" fillId="0" borderId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="0"><alignment wrapText="1" horizontal="center" textRotation="135"/></xf><xf numFmtId="22" fontId="1"/></cellXfs></styleSheet>`;

describe('values', () => {
  test('texts in the cells, numbers, booleans, errors and blanks', async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Имя &amp; отчество</t></is></c><c r="B1"><v>1.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c></row>' +
        '<row r="3"><c r="B3" t="n"><v>-2E-3</v></c></row>',
    );
    expect(sheet.rows[0]?.values).toEqual(['Имя & отчество', 1.5, true, '#REF!']);
    expect(sheet.rows[1]).toBeUndefined();
    expect(sheet.rows[2]?.values).toEqual(['', -0.002]);
    expect([sheet.maxRows, sheet.maxColumns]).toEqual([1000, 26]);
  });

  test('cells and rows without references follow one another', async () => {
    const sheet = await sheetOf(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c t="str"><v>а</v></c></row>',
    );
    expect(sheet.rows.map((r) => r?.values)).toEqual([[1, 2], ['а']]);
  });

  test('shared strings: rich text gives runs with what differs from the cell, escapes are decoded', async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" t="s" s="1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>',
      '',
      {
        styles: STYLES,
        sharedStrings: `<sst xmlns="${MAIN}"><si><t xml:space="preserve"> a_x000D_&#10;b </t></si><si><r><rPr><b/><color rgb="FFFF0000"/><sz val="10"/><rFont val="Arial"/></rPr><t>как ячейка</t></r><r><rPr><i/><sz val="10"/><rFont val="Arial"/></rPr><t> иначе</t></r><rPh sb="0" eb="1"><t>чтение</t></rPh></si></sst>`,
      },
    );
    expect(sheet.rows[0]?.values).toEqual(['как ячейка иначе', ' a\nb ']);
    expect(sheet.rows[0]?.runs?.[0]).toEqual([
      { start: 0, end: 10, style: {}, link: null },
      { start: 10, end: 16, style: { bold: false, italic: true, fontColor: '#000000' }, link: null },
    ]);
  });

  test('dates stay the serial numbers of the file, whatever the time zone', async () => {
    const cells =
      '<row r="1"><c r="A1" s="1"><v>45351</v></c><c r="B1" s="3"><v>45351.999988425923</v></c><c r="C1" s="1" t="d"><v>2024-02-29T12:00:00</v></c><c r="D1"><v>45351</v></c></row>';
    const sheet = await sheetOf(cells, '', { styles: STYLES });
    expect(sheet.rows[0]?.values).toEqual([45351, 45351.999988425923, 45351.5, 45351]);
    expect(sheet.rows[0]?.formats?.[0]?.numberFormat).toBe('dd.mm.yyyy');
  });

  test('a book that counts from 1904: dates move by 1462 days, numbers do not', async () => {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="Л" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" s="2"><v>43889</v></c><c r="B1"><v>43889</v></c></row>',
      '',
      { styles: STYLES, workbook },
    );
    expect(sheet.rows[0]?.values).toEqual([45351, 43889]);
  });
});

describe('formulas', () => {
  test('shared formulas are moved, text and quoted names in them are not', async () => {
    const sheet = await sheetOf(
      `<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">B1+$C$1+LOG10(B$1)&amp;"B1"+'B1 B1'!B1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>`,
    );
    expect(sheet.rows[0]?.formulas?.[0]).toBe(`=B1+$C$1+LOG10(B$1)&"B1"+'B1 B1'!B1`);
    expect(sheet.rows[1]?.formulas?.[1]).toBe(`=C2+$C$1+LOG10(C$1)&"B1"+'B1 B1'!C2`);
    expect(sheet.rows[1]?.values[1]).toBe(2);
  });

  test("prefixes of newer functions, open ranges, array formulas and Google's stand-ins", async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><f>_xlfn._xlws.FILTER(A2:A1048576,B2:B1048576)</f></c><c r="B1"><f t="array" ref="B1:B3">A1:A3*2</f><v>4</v></c>' +
        '<c r="C1" t="str"><f>IFERROR(__xludf.DUMMYFUNCTION("QUERY(A:B,""select A"")"),"итог")</f><v>итог</v></c><c r="D1" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>',
    );
    expect(sheet.rows[0]?.formulas).toEqual([
      '=FILTER(A2:A,B2:B)',
      '=ARRAYFORMULA(A1:A3*2)',
      '=QUERY(A:B,"select A")',
    ]);
    expect(sheet.rows[0]?.values).toEqual(['', 4, 'итог', true]);
  });
});

describe('looks', () => {
  test('fonts, theme colours with tint, alignment, rotation; Calibri 11 is said, Arial 10 is not', async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="0"><v>1</v></c></row>',
      '',
      { styles: STYLES },
    );
    expect(sheet.rows[0]?.formats?.[0]).toEqual({
      numberFormat: 'dd.mm.yyyy',
      background: '#b4c7e7',
      bold: true,
      fontColor: '#ff0000',
      horizontalAlignment: 'center',
      wrap: 'WRAP',
      rotation: -45,
    });
    expect(sheet.rows[0]?.formats?.[1]).toEqual({ fontFamily: 'Calibri', fontSize: 11 });
  });

  test('views, columns, rows, merges, tab, filter, names, links and notes', async () => {
    const sheet = worksheet(
      '<row r="1" ht="36" customHeight="1"><c r="A1" t="str"><v>сайт</v></c></row><row r="2" ht="15"/><row r="3" hidden="1"/>',
      '<autoFilter ref="A1:B3"/><mergeCells><mergeCell ref="A2:C3"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>',
      '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:XFD1048576"/><sheetViews><sheetView showGridLines="0" rightToLeft="1"><pane xSplit="2" ySplit="1" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="2" width="20" customWidth="1"/><col min="3" max="16384" width="9" hidden="1"/></cols>',
    );
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Мой лист" sheetId="1" r:id="rId1" state="hidden"/></sheets><definedNames><definedName name="Имена">'Мой лист'!$A$2:$A$1048576</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'Мой лист'!$A$1</definedName><definedName name="Константа">5</definedName></definedNames></workbook>`;
    const model = await read(
      await handMade({
        sheet,
        workbook,
        sheetRelations: `<Relationship Id="rId1" Type="${OFFICE}/hyperlink" Target="https://edu.gov.ru/?a=1&amp;b=2" TargetMode="External"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="/xl/comments/comment1.xml"/>`,
        more: {
          'xl/comments/comment1.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="B2"><text><r><rPr><b/></rPr><t>Автор:</t></r><r><t xml:space="preserve">\nтекст</t></r></text></comment></commentList></comments>`,
        },
      }),
    );
    const [read1] = model.sheets;
    expect(read1).toMatchObject({
      name: 'Мой лист',
      hidden: true,
      frozenRows: 1,
      frozenColumns: 2,
      hiddenGridlines: true,
      rightToLeft: true,
      tabColor: '#00b050',
    });
    expect([...read1.columnWidths]).toEqual([[1, 140]]);
    expect(read1.hiddenColumns.size).toBe(24);
    expect([...read1.rowHeights]).toEqual([[0, 48]]);
    expect([...read1.hiddenRows]).toEqual([2]);
    expect(read1.merges).toEqual([{ row: 1, column: 0, rows: 2, columns: 3 }]);
    expect(read1.filter).toEqual({
      range: { sheetId: 0, row: 0, column: 0, rows: 3, columns: 2 },
      columns: [],
    });
    expect(read1.rows[0]?.runs?.[0]).toEqual([
      { start: 0, end: 4, style: {}, link: 'https://edu.gov.ru/?a=1&b=2' },
    ]);
    expect(read1.rows[1]?.notes?.[1]).toBe('Автор:\nтекст');
    expect(model.namedRanges).toEqual([
      { name: 'Имена', range: { sheetId: 0, row: 1, column: 0, rows: Number.POSITIVE_INFINITY, columns: 1 } },
    ]);
  });
});

describe('rules', () => {
  const rule = async (xml: string) => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      `<dataValidations>${xml}</dataValidations>`,
    );
    return sheet.rows[1]?.validations?.[0];
  };
  const strict = 'sqref="A2:A9" allowBlank="1" showErrorMessage="1"';

  test.each([
    [
      `<dataValidation type="list" ${strict} prompt="Выберите"><formula1>"да,нет, может"</formula1></dataValidation>`,
      'VALUE_IN_LIST',
      [['да', 'нет', 'может'], true],
      false,
      'Выберите',
    ],
    [
      `<dataValidation type="list" sqref="A2" showDropDown="1" errorStyle="warning" showErrorMessage="1"><formula1>$C$1:$C$9</formula1></dataValidation>`,
      'VALUE_IN_RANGE',
      [{ sheetId: 0, row: 0, column: 2, rows: 9, columns: 1 }, false],
      true,
      null,
    ],
    [
      `<dataValidation type="whole" ${strict}><formula1>1</formula1><formula2>B1</formula2></dataValidation>`,
      'NUMBER_BETWEEN',
      [1, '=B1'],
      false,
      null,
    ],
    [
      `<dataValidation type="decimal" operator="lessThanOrEqual" ${strict}><formula1>0.5</formula1></dataValidation>`,
      'NUMBER_LESS_THAN_OR_EQUAL_TO',
      [0.5],
      false,
      null,
    ],
    [
      `<dataValidation type="date" operator="greaterThan" ${strict}><formula1>45351</formula1></dataValidation>`,
      'DATE_AFTER',
      [45351],
      false,
      null,
    ],
    [
      `<dataValidation type="date" operator="greaterThanOrEqual" ${strict}><formula1>1</formula1></dataValidation>`,
      'DATE_IS_VALID_DATE',
      [],
      false,
      null,
    ],
    [
      `<dataValidation type="custom" ${strict}><formula1>LEN(A2)&gt;1</formula1></dataValidation>`,
      'CUSTOM_FORMULA',
      ['=LEN(A2)>1'],
      false,
      null,
    ],
  ])('%s', async (xml, criteria, values, allowInvalid, helpText) => {
    expect(await rule(xml)).toEqual({ criteria, values, allowInvalid, helpText });
  });

  test('a rule of newer Excel in the extension list points to another sheet', async () => {
    const after = `<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Лист!$B$1:$B$3</xm:f></x14:formula1><xm:sqref>A2 C2:C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    const sheet = await sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>', after);
    expect(sheet.rows[2]?.validations?.[2]?.values[0]).toEqual({
      sheetId: 0,
      row: 0,
      column: 1,
      rows: 3,
      columns: 1,
    });
    expect(sheet.rows[1]?.validations?.[0]).toBe(sheet.rows[2]?.validations?.[2]);
  });

  test('a rule and formats down to the last row of Excel stop a little below the data', async () => {
    const start = performance.now();
    let rows = '<row r="1500"><c r="A1500"><v>1</v></c></row>';
    for (let r = 1600; r < 90_000; r += 1)
      rows += `<row r="${r}"><c r="A${r}" s="2"/><c r="XFD${r}" s="2"/></row>`;
    const sheet = await sheetOf(
      rows,
      '<dataValidations><dataValidation type="list" sqref="A2:XFD1048576"><formula1>"а"</formula1></dataValidation></dataValidations>',
      { styles: STYLES },
    );
    expect(sheet.rows).toHaveLength(1700);
    expect(sheet.maxRows).toBe(1700);
    expect(sheet.maxColumns).toBe(26);
    expect(sheet.rows[1699]?.validations).toHaveLength(26);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('writers of other programs', () => {
  test('LibreOffice, days from 1904', async () => {
    const model = await read(readFileSync(join(__dirname, 'fixtures/libreoffice.xlsx')));
    const [sheet, list] = model.sheets;
    expect([sheet.name, list.name, list.rows.length]).toEqual(['Лист1', 'Справочник', 2]);
    expect(sheet.rows[1]?.values).toEqual([45351, 'да', 'один', 3]);
    expect(sheet.rows[0]?.notes?.[1]).toBe('Заметка');
    expect(sheet.columnWidths.get(0)).toBe(179);
    expect(sheet.rows[1]?.validations?.map((v) => v?.criteria)).toEqual([
      undefined,
      'VALUE_IN_LIST',
      'VALUE_IN_RANGE',
      'NUMBER_BETWEEN',
    ]);
    expect(sheet.rows[1]?.validations?.[2]?.values[0]).toMatchObject({ sheetId: list.id, rows: 3 });
  });

  test('a prefix on every element, UTF-16 and single quotes', async () => {
    const xml = `<?xml version='1.0'?><x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row r='2'><x:c r='B2' t='inlineStr'><x:is><x:t>ж</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const model = await read(
      await handMade({
        sheet: '',
        more: { 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') },
      }),
    );
    expect(model.sheets[0].rows[1]?.values).toEqual(['', 'ж']);
  });

  test('Excel keeps strict books with other namespaces; the reader does not mind', async () => {
    const sheet = worksheet('<row r="1"><c r="A1"><v>7</v></c></row>').replace(
      MAIN,
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    expect((await read(await handMade({ sheet }))).sheets[0].rows[0]?.values).toEqual([7]);
  });
});

describe('files that are no workbook', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const error = await read(bytes).then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(BookFileError);
    const { message } = error as Error;
    expect(message).toMatch(/^Файл «x\.xlsx» не читается как книга \.xlsx: .*\.$/);
    expect(message).not.toContain('\n');
    return message;
  };
  test.each([
    ['nothing', new Uint8Array(), 'файл пуст (0 байт)'],
    [
      'old .xls or a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'похоже на старый формат .xls или книгу с паролем. Сохраните её как «Книга Excel (.xlsx)» без пароля',
    ],
    ['text', Buffer.from('Имя;Дата\n'), 'это другой формат'],
  ])('%s', async (_, bytes, text) => {
    expect(await refusal(bytes)).toContain(text);
  });

  test('a file cut in the middle, at any place', async () => {
    const whole = await handMade({ sheet: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') });
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await refusal(whole.slice(0, whole.length * share))).toContain('обрезан или повреждён');
  });

  test('a damaged part', async () => {
    const cut = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -20);
    expect(await refusal(await handMade({ sheet: cut }))).toContain('повреждено');
  });

  test('other zips', async () => {
    const zip = new JSZip().file('word/document.xml', '<a/>');
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toContain('это документ Word');
    expect(
      await refusal(await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' })),
    ).toContain('в нём нет книги');
  });

  test('a part that unpacks to too much is stopped while it is unpacked', async () => {
    const bytes = await new JSZip()
      .file('a.xml', 'а'.repeat(4_000_000))
      .generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    const file = await openPackage(bytes, 'x.xlsx', 2 * 1024 * 1024);
    await expect(file.bytes('a.xml')).rejects.toThrow('в распакованном виде она больше 2 МБ');
  });
});

test('reading leaves the bytes alone', async () => {
  const bytes = await handMade({ sheet: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') });
  const copy = bytes.slice();
  await read(bytes);
  expect(Buffer.compare(bytes, copy)).toBe(0);
});
