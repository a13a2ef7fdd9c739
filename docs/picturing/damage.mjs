/** What happens to the demo book before some pictures: as a person types it, or as another program leaves the file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';

/** Row of the mentor whose category is not in the list: a flaw of the demo. */
export async function faultyMentor(book) {
  const { rows, column } = await look(book, 'Наставники', 'Квалификационная категория');
  return rows.find(({ c }) => c[column]?.t === '1 категория').r + 1;
}

async function look(book, title, header) {
  const { sheets } = await book.act({ kind: 'open', language: 'ru' });
  const { id: sheetId } = sheets.find(({ name }) => name === title);
  const { rows } = await book.act({ kind: 'rows', sheetId, from: 0, to: 500 });
  return { sheetId, rows, column: rows[0].c.findIndex((cell) => cell?.t === header) };
}

async function type(book, title, row, header, text) {
  const { sheetId, column } = await look(book, title, header);
  await book.act({ kind: 'edit', id: crypto.randomUUID(), sheetId, row: row - 1, column, values: [[text]] });
}

export async function untidy(book) {
  await type(book, 'Документы', 3, '№', '№ 40-од');
  await type(book, 'Документы', 4, '№', 'Пр. № 12');
  await type(book, 'Документы', 5, 'Название', 'Положение о наставничестве  в МБОУ "Заречная СОШ"');
  await type(book, 'Наставники', 1, 'Должность', 'Кем работает');
}

/** Memos of a workbook in Google are documents of the Drive. */
export async function onDrive(book) {
  const { sheetId, rows, column } = await look(book, 'Документы', 'Ссылка');
  for (const { r } of rows.filter(({ c }) => c[column]?.t.startsWith('file:'))) {
    const values = [[`https://docs.google.com/document/d/1aB2cD${r}/edit`]];
    await book.act({ kind: 'edit', id: crypto.randomUUID(), sheetId, row: r, column, values });
  }
}

/**
 * What another program leaves of a book: no dropdowns, joined cells, a hidden tab. The page itself can do nothing of the
 * kind, so the file is changed before it is opened.
 */
export async function wipeRules(folder) {
  const path = join(folder, 'workbook.xlsx');
  const zip = await JSZip.loadAsync(readFileSync(path));
  const change = async (name, work) => zip.file(name, work(await zip.file(name).async('string')));
  const book = await zip.file('xl/workbook.xml').async('string');
  const links = await zip.file('xl/_rels/workbook.xml.rels').async('string');
  const part = (title) => {
    const id = new RegExp(`<sheet [^>]*name="${title}"[^>]*r:id="(\\w+)"`).exec(book)[1];
    const link = links.match(/<Relationship [^>]*>/g).find((one) => one.includes(`Id="${id}"`));
    return `xl/${/Target="([^"]+)"/.exec(link)[1]}`;
  };
  await change(part('Наставники'), (xml) => xml.replace(/<dataValidations.*<\/dataValidations>/s, ''));
  await change(part('Обучение'), (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="D5:D6"/></mergeCells>'),
  );
  await change('xl/workbook.xml', (xml) =>
    xml.replace(/(<sheet [^>]*name="Практики")( state="\w+")?/, '$1 state="hidden"'),
  );
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}
