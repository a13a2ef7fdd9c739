const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** The extras are a custom XML part: the kind of part that Excel keeps when it saves the book. */
export async function addExtras(
  put: (part: string, content: string) => void,
  text: (part: string) => Promise<string>,
  content: string,
): Promise<void> {
  put('customXml/item1.xml', content);
  put(
    'customXml/itemProps1.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{5C0E7B1C-6C55-4B54-9C39-0F4B8C2E7A10}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  put(
    'customXml/_rels/item1.xml.rels',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'customXmlProps', 'itemProps1.xml')}</Relationships>`,
  );
  const relations = await text('xl/_rels/workbook.xml.rels');
  put(
    'xl/_rels/workbook.xml.rels',
    relations.replace(
      '</Relationships>',
      `${relation('rIdExtras', 'customXml', '../customXml/item1.xml')}</Relationships>`,
    ),
  );
  const types = await text('[Content_Types].xml');
  const override =
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>';
  put('[Content_Types].xml', types.replace('</Types>', `${override}</Types>`));
}
