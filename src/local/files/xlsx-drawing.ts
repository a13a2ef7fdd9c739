import type { PictureModel, SheetModel } from '../services/spreadsheet/model';
import { child, descendants, relationId, type XmlElement } from './xml';
import type { OfficePackage } from './zip-package';

/** Pictures that stand for charts are named so; they are drawn anew from the chart and are not read back. */
export const CHART_PICTURE = 'nastavnichestvo-chart';

const EMU_A_PIXEL = 9525;
const TYPES: Record<string, PictureModel['type']> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', gif: 'gif' };

/** The pictures of a drawing part, placed on the grid of the sheet. Shapes and charts of other programs are left out. */
export async function readPictures(
  file: OfficePackage,
  part: string,
  sheet: SheetModel,
): Promise<PictureModel[]> {
  const drawing = await file.xml(part);
  if (!drawing) return [];
  const relations = await file.relations(part);
  const pictures: PictureModel[] = [];
  for (const anchor of drawing.children.filter((c) => c.name.endsWith('CellAnchor'))) {
    const picture = descendants(anchor, 'pic')[0];
    const blip = descendants(picture, 'blip')[0];
    const properties = descendants(picture, 'cNvPr')[0];
    if (!blip || properties?.attributes.name?.startsWith(CHART_PICTURE)) continue;
    const target = relations.get(relationId(blip, 'embed') ?? '')?.target ?? '';
    const type = TYPES[target.slice(target.lastIndexOf('.') + 1).toLowerCase()];
    const data = type && (await file.bytes(target));
    const from = corner(child(anchor, 'from'));
    if (!type || !data || !from) continue;
    const to = corner(child(anchor, 'to'));
    const size = to ? between(sheet, from, to) : extent(child(anchor, 'ext'));
    pictures.push({ data, type, ...from, ...size, altText: properties?.attributes.descr ?? '' });
  }
  return pictures;
}

interface Corner {
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
}

const pixels = (emu: string | undefined): number => Math.round(Number(emu ?? 0) / EMU_A_PIXEL);

function corner(element: XmlElement | undefined): Corner | null {
  if (!element) return null;
  const value = (name: string) => child(element, name)?.text;
  return {
    row: Math.max(0, Number(value('row') ?? 0)),
    column: Math.max(0, Number(value('col') ?? 0)),
    offsetX: pixels(value('colOff')),
    offsetY: pixels(value('rowOff')),
  };
}

const extent = (element: XmlElement | undefined): { width: number; height: number } => ({
  width: pixels(element?.attributes.cx),
  height: pixels(element?.attributes.cy),
});

/** Width and height of a picture that is anchored at two corners. */
function between(sheet: SheetModel, from: Corner, to: Corner): { width: number; height: number } {
  let width = to.offsetX - from.offsetX;
  for (let c = from.column; c < to.column; c += 1) width += sheet.columnWidths.get(c) ?? 100;
  let height = to.offsetY - from.offsetY;
  for (let r = from.row; r < to.row; r += 1) height += sheet.rowHeights.get(r) ?? 21;
  return { width: Math.max(1, width), height: Math.max(1, height) };
}
