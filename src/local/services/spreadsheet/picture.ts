import { fail, NotImplementedError } from '../../host/errors';
import type { BlobImpl } from '../blob';
import type { PictureModel } from './model';
import { RangeImpl } from './range';
import type { SheetImpl } from './sheet';

/** Width and height in pixels from the file itself; null when it is no PNG, JPEG or GIF. */
export function pictureSize(
  data: Uint8Array,
): { type: PictureModel['type']; width: number; height: number } | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (data.length > 10 && view.getUint32(0) === 0x47494638) {
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (data.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < data.length; at += 2 + view.getUint16(at + 2)) {
    const marker = data[at + 1];
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/** A picture over the cells of a sheet. */
export class OverGridImageImpl {
  static readonly api = 'Spreadsheet.OverGridImage';
  constructor(
    readonly sheet: SheetImpl,
    readonly model: PictureModel,
  ) {}

  getSheet(): SheetImpl {
    return this.sheet;
  }
  getAnchorCell(): RangeImpl {
    return new RangeImpl(this.sheet, this.model.row, this.model.column, 1, 1);
  }
  setAnchorCell(cell: RangeImpl): this {
    [this.model.row, this.model.column] = [cell.row, cell.column];
    return this;
  }
  getAnchorCellXOffset(): number {
    return this.model.offsetX;
  }
  setAnchorCellXOffset(pixels: number): this {
    this.model.offsetX = pixels;
    return this;
  }
  getAnchorCellYOffset(): number {
    return this.model.offsetY;
  }
  setAnchorCellYOffset(pixels: number): this {
    this.model.offsetY = pixels;
    return this;
  }
  getWidth(): number {
    return this.model.width;
  }
  setWidth(pixels: number): this {
    this.model.width = pixels;
    return this;
  }
  getHeight(): number {
    return this.model.height;
  }
  setHeight(pixels: number): this {
    this.model.height = pixels;
    return this;
  }
  getInherentWidth(): number {
    return pictureSize(this.model.data)?.width ?? this.model.width;
  }
  getInherentHeight(): number {
    return pictureSize(this.model.data)?.height ?? this.model.height;
  }
  resetSize(): this {
    return this.setWidth(this.getInherentWidth()).setHeight(this.getInherentHeight());
  }
  getAltTextDescription(): string {
    return this.model.altText;
  }
  setAltTextDescription(text: string): this {
    this.model.altText = text;
    return this;
  }
  replace(source: BlobImpl | string): this {
    const { data, type } = readPicture(source);
    [this.model.data, this.model.type] = [data, type];
    return this;
  }
  remove(): void {
    const { pictures } = this.sheet.model;
    const at = pictures.indexOf(this.model);
    if (at >= 0) pictures.splice(at, 1);
  }
}

function readPicture(source: BlobImpl | string) {
  if (typeof source === 'string') throw new NotImplementedError('A picture from a URL');
  const blob = source.getBlob();
  const size = pictureSize(blob.data);
  if (!size) fail('The image format is not supported. Use PNG, JPEG or GIF.');
  return { data: blob.data, ...size };
}

const made = new WeakMap<PictureModel, OverGridImageImpl>();

function shown(sheet: SheetImpl, model: PictureModel): OverGridImageImpl {
  let known = made.get(model);
  if (!known) {
    known = new OverGridImageImpl(sheet, model);
    made.set(model, known);
  }
  return known;
}

/** Pictures of a sheet. Column and row are 1-based, as everywhere in Apps Script column comes first here. */
export const sheetPictureMethods = {
  insertImage(
    this: SheetImpl,
    source: BlobImpl | string,
    column: number,
    row: number,
    offsetX = 0,
    offsetY = 0,
  ): OverGridImageImpl {
    const { data, type, width, height } = readPicture(source);
    const model: PictureModel = {
      data,
      type,
      row: row - 1,
      column: column - 1,
      offsetX,
      offsetY,
      width,
      height,
      altText: '',
    };
    this.model.pictures.push(model);
    return shown(this, model);
  },
  getImages(this: SheetImpl): OverGridImageImpl[] {
    return this.model.pictures.map((model) => shown(this, model));
  },
};
