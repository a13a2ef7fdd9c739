import { writeDocx } from '../../../src/local/files/docx-write';
import { parseXml } from '../../../src/local/files/docx-xml';
import { png } from '../document/open-document';
import { CREATED, made, parts } from './docx-documents';

const order = (text: string, ...marks: string[]) => marks.map((mark) => text.indexOf(mark));
const isAscending = (numbers: number[]) => numbers.every((n, i) => n >= 0 && (i === 0 || n > numbers[i - 1]));

describe('the file', () => {
  test('the same document at the same moment gives the same bytes', async () => {
    const content = made(({ body, blob }) => {
      body.appendParagraph('сайт').editAsText().setLinkUrl('https://example.com/');
      body.appendImage(blob(png(20, 10), 'image/png'));
    });
    const first = await writeDocx(content, { title: 't', created: CREATED });
    const second = await writeDocx(content, { title: 't', created: CREATED });
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('every part is well-formed and every relation used is there', async () => {
    const content = made(({ body, blob }) => {
      body.appendParagraph('a "b" <c> &').editAsText().setLinkUrl('https://example.com/?a=1&b="2"');
      body.appendImage(blob(png(20, 10), 'image/png', 'a"<&.png')).setAltDescription('<&"');
      body.appendTable([['x']]);
    });
    const file = await parts(content, 'a "b" <c> &');
    for (const [name, text] of Object.entries(file))
      if (/\.(xml|rels)$/.test(name)) expect(() => parseXml(text)).not.toThrow();
    const used = [...file['word/document.xml'].matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map((m) => m[1]);
    for (const id of used) expect(file['word/_rels/document.xml.rels']).toContain(` Id="${id}"`);
    expect(used.length).toBeGreaterThan(4);
  });

  test('title, author, moments and language', async () => {
    const file = await parts(
      made(() => {}),
      'Справка & итоги',
    );
    expect(file['docProps/core.xml']).toContain('<dc:title>Справка &amp; итоги</dc:title>');
    expect(file['docProps/core.xml']).toContain('2024-04-01T09:00:00Z</dcterms:created>');
    expect(file['word/styles.xml']).toContain('w:val="ru-RU"');
    expect(file['word/styles.xml']).toContain('w:ascii="Times New Roman"');
  });

  test('page size and margins in twips; a wide page is landscape', async () => {
    const portrait = await parts(made(({ body }) => void body.setMarginLeft(85)));
    expect(portrait['word/document.xml']).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(portrait['word/document.xml']).toMatch(/<w:pgMar [^>]*w:left="1700"/);
    const wide = await parts(made(({ body }) => void body.setPageWidth(841.89).setPageHeight(595.28)));
    expect(wide['word/document.xml']).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  });

  test('a page number on all pages but the first, under the footer of the script', async () => {
    const file = await parts(made(({ doc }) => void doc.addFooter().setText('Исполнитель')));
    const footers = Object.keys(file).filter((name) => /word\/footer\d/.test(name));
    expect(file['word/document.xml']).toContain('<w:titlePg/>');
    expect(footers.filter((name) => /PAGE/.test(file[name]))).toHaveLength(1);
    expect(footers.filter((name) => file[name].includes('Исполнитель'))).toHaveLength(2);
  });

  test('characters that XML forbids are left out', async () => {
    const file = await parts(made(({ body }) => void body.appendParagraph('а\u0001б\ud800 <&>')));
    expect(file['word/document.xml']).toContain('аб\ufffd &lt;&amp;&gt;');
  });
});

describe('paragraphs', () => {
  test('headings are those of Word', async () => {
    const content = made(({ app, body }) => {
      body.appendParagraph('Т').setHeading(app.ParagraphHeading.TITLE);
      body.appendParagraph('П').setHeading(app.ParagraphHeading.SUBTITLE);
      body.appendParagraph('1').setHeading(app.ParagraphHeading.HEADING1);
      body.appendParagraph('6').setHeading(app.ParagraphHeading.HEADING6);
    });
    const xml = (await parts(content))['word/document.xml'];
    expect([...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map((m) => m[1])).toEqual([
      'Title',
      'Subtitle',
      'Heading1',
      'Heading6',
    ]);
  });

  test('what setHeadingAttributes changed is in the style', async () => {
    const content = made(({ app, body }) => {
      const { Attribute } = app;
      body.setHeadingAttributes(app.ParagraphHeading.HEADING1, {
        [Attribute.FONT_SIZE]: 20,
        [Attribute.SPACING_BEFORE]: 3,
      });
    });
    const style =
      /w:styleId="Heading1".*?<\/w:style>/.exec((await parts(content))['word/styles.xml'])?.[0] ?? '';
    expect(style).toContain('<w:sz w:val="40"/>');
    expect(style).toMatch(/w:before="60"/);
  });

  test('layout: alignment, spacing, the first line counted from the start', async () => {
    const content = made(({ app, body }) => {
      const p = body.appendParagraph('x').setAlignment(app.HorizontalAlignment.JUSTIFY).setLineSpacing(1.5);
      p.setSpacingAfter(6).setIndentStart(20).setIndentFirstLine(35);
      body.appendParagraph('y').setIndentStart(36).setIndentFirstLine(18);
    });
    const xml = (await parts(content))['word/document.xml'];
    expect(xml).toContain('<w:jc w:val="both"/>');
    expect(xml).toMatch(/<w:spacing w:after="120" w:line="360" w:lineRule="auto"\/>/);
    expect(xml).toMatch(/<w:ind w:left="400" w:firstLine="300"\/>/);
    expect(xml).toMatch(/<w:ind w:left="720" w:hanging="360"\/>/);
  });

  test('looks of runs; a line break and a tab inside a text', async () => {
    const content = made(({ body }) => {
      const text = body.appendParagraph('да\nнет\tвсё').editAsText();
      text.setFontFamily('Arial').setFontSize(13.5).setForegroundColor('#c00000').setBold(true);
    });
    const xml = (await parts(content))['word/document.xml'];
    for (const mark of ['w:ascii="Arial"', '<w:sz w:val="27"/>', '<w:color w:val="C00000"/>', '<w:b/>'])
      expect(xml).toContain(mark);
    expect(isAscending(order(xml, '>да<', '<w:br/>', '>нет<', '<w:tab/>', '>всё<'))).toBe(true);
  });

  test('a page break of its own becomes "page break before" of what follows', async () => {
    const content = made(({ body }) => {
      body.appendPageBreak();
      body.appendParagraph('новая страница');
    });
    const xml = (await parts(content))['word/document.xml'];
    expect(xml).toContain('<w:pageBreakBefore/>');
    expect(xml).not.toContain('w:type="page"');
  });
});

describe('lists', () => {
  test('each list has its own numbering, levels and glyphs', async () => {
    const content = made(({ app, body }) => {
      body.appendListItem('1');
      body.appendListItem('1а').setNestingLevel(1);
      body.appendParagraph('между');
      body.appendListItem('•').setGlyphType(app.GlyphType.BULLET);
    });
    const file = await parts(content);
    const numbers = [...file['word/document.xml'].matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/g)];
    expect(numbers.map((m) => m[1])).toEqual(['0', '1', '0']);
    expect(numbers[0][2]).toBe(numbers[1][2]);
    expect(numbers[2][2]).not.toBe(numbers[0][2]);
    for (const format of ['decimal', 'lowerLetter', 'bullet'])
      expect(file['word/numbering.xml']).toContain(`w:val="${format}"`);
  });
});

describe('tables and pictures', () => {
  test('the first row repeats, rows stay whole, the table fits the page', async () => {
    const content = made(({ body }) => {
      const table = body.appendTable([
        ['№', 'Организация', 'Доля'],
        ['1', 'Школа', '50'],
      ]);
      table.getCell(0, 0).setBackgroundColor('#d9e2f3');
      table.setBorderWidth(1);
    });
    const xml = (await parts(content))['word/document.xml'];
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(xml).toContain('w:fill="D9E2F3"');
    expect(xml).toMatch(/<w:top w:val="single" w:color="000000" w:sz="8"|<w:top [^>]*w:sz="8"/);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
    expect(widths).toHaveLength(3);
    expect(Math.abs(widths.reduce((a, b) => a + b, 0) - 20 * (595.276 - 144))).toBeLessThan(5);
    expect(widths[0]).toBeLessThan(widths[1]);
  });

  test('set widths are kept, too wide ones shrink together, short rows are filled up', async () => {
    const fill = (widths: number[]) =>
      made(({ body }) => {
        const table = body.appendTable([['a', 'b'], ['c']]);
        for (const [i, width] of widths.entries()) table.setColumnWidth(i, width);
      });
    const grid = async (widths: number[]) =>
      [...(await parts(fill(widths)))['word/document.xml'].matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) =>
        Number(m[1]),
      );
    expect(await grid([100, 150])).toEqual([2000, 3000]);
    const [first, second] = await grid([1000, 1000]);
    expect([first, second]).toEqual([4513, 4513]);
    expect((await parts(fill([10, 10])))['word/document.xml'].match(/<w:tc>/g)).toHaveLength(4);
  });

  test('a wide table gets smaller text so that words stay whole', async () => {
    const heads = [
      'Наставников',
      'Наставляемых',
      'Организаций',
      'Муниципалитет',
      'Ответственный',
      'Согласование',
      'Примечание',
    ];
    const xml = (await parts(made(({ body }) => void body.appendTable([heads]))))['word/document.xml'];
    expect(xml).toMatch(/TableText(9|8)"/);
    expect((await parts(made(({ body }) => void body.appendTable([['a']]))))['word/document.xml']).toContain(
      'TableText11"',
    );
  });

  test('a picture keeps its shape and fits the page; alternative text goes with it', async () => {
    const content = made(({ body, blob }) => {
      body.appendImage(blob(png(2000, 1000), 'image/png', 'p.png')).setAltDescription('Диаграмма «охват»');
      body
        .appendImage(blob(png(2000, 1000), 'image/png'))
        .setWidth(96)
        .setHeight(48);
    });
    const xml = (await parts(content))['word/document.xml'];
    const sizes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    expect(sizes[0][0] / 12700).toBeLessThanOrEqual(452);
    expect(sizes[0][0] / sizes[0][1]).toBeCloseTo(2, 1);
    expect(sizes[1]).toEqual([914400, 457200]);
    expect(xml).toContain('descr="Диаграмма «охват»"');
  });

  test('a caption stays with its table, a picture with its caption', async () => {
    const content = made(({ body }) => {
      body.appendParagraph('Таблица 1');
      body.appendTable([['a']]);
    });
    const xml = (await parts(content))['word/document.xml'];
    expect(isAscending(order(xml, '<w:keepNext/>', 'Таблица 1', '<w:tbl>'))).toBe(true);
  });

  test('an empty table is not written', async () => {
    const xml = (await parts(made(({ body }) => void body.appendTable())))['word/document.xml'];
    expect(xml).not.toContain('<w:tbl>');
  });
});
