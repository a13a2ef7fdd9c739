import JSZip from 'jszip';

/** Parts of a small workbook by hand, in the manner of openpyxl: no theme, no docProps, texts in the cells. */
export async function handMade(parts: {
  sheet: string;
  workbook?: string;
  styles?: string;
  sharedStrings?: string;
  more?: Record<string, string | Uint8Array>;
  sheetRelations?: string;
  relations?: string;
}): Promise<Uint8Array> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  zip.file('_rels/.rels', relations(relation('rId1', 'officeDocument', '/xl/workbook.xml')));
  zip.file(
    'xl/workbook.xml',
    parts.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${office}"><sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    relations(
      relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml') +
        (parts.styles ? relation('rId2', 'styles', 'styles.xml') : '') +
        (parts.sharedStrings ? relation('rId3', 'sharedStrings', 'sharedStrings.xml') : '') +
        (parts.relations ?? ''),
    ),
  );
  zip.file('xl/worksheets/sheet1.xml', parts.sheet);
  if (parts.styles) zip.file('xl/styles.xml', parts.styles);
  if (parts.sharedStrings) zip.file('xl/sharedStrings.xml', parts.sharedStrings);
  if (parts.sheetRelations) zip.file('xl/worksheets/_rels/sheet1.xml.rels', relations(parts.sheetRelations));
  for (const [name, content] of Object.entries(parts.more ?? {})) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array' });
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A worksheet with these rows and what follows them. */
export const worksheet = (rows: string, after = '', before = ''): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
