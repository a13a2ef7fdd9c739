import { type EnumValue, enumeration } from '../../host/enums';
import { BlobImpl } from '../blob';
import type { ElementImpl } from './element';
import { pictureSide } from './image';
import type { ParagraphNode, PositionedModel } from './model';
import type { DocumentSession } from './session';

/** A picture anchored to a paragraph, beside its text. Sizes are pixels, offsets points from the paragraph's corner. */
export class PositionedImageImpl {
  static readonly api = 'Document.PositionedImage';

  constructor(
    readonly session: DocumentSession,
    readonly paragraph: ParagraphNode,
    readonly model: PositionedModel,
  ) {}

  getId(): string {
    return this.model.id;
  }
  getParagraph(): ElementImpl {
    return this.session.element(this.paragraph);
  }
  getBlob(): BlobImpl {
    const { data, contentType, name } = this.model.picture;
    return new BlobImpl(data, contentType, name);
  }
  getAs(contentType: string): BlobImpl {
    return this.getBlob().getAs(contentType);
  }
  getWidth(): number {
    return this.model.picture.width;
  }
  setWidth(pixels: number): this {
    this.session.change();
    this.model.picture.width = pictureSide(pixels);
    return this;
  }
  getHeight(): number {
    return this.model.picture.height;
  }
  setHeight(pixels: number): this {
    this.session.change();
    this.model.picture.height = pictureSide(pixels);
    return this;
  }
  getLayout(): EnumValue {
    return enumeration('Document.PositionedLayout')[this.model.layout];
  }
  setLayout(layout: EnumValue): this {
    this.session.change();
    this.model.layout = layout.name();
    return this;
  }
  getLeftOffset(): number {
    return this.model.left;
  }
  setLeftOffset(points: number): this {
    this.session.change();
    this.model.left = points;
    return this;
  }
  getTopOffset(): number {
    return this.model.top;
  }
  setTopOffset(points: number): this {
    this.session.change();
    this.model.top = points;
    return this;
  }
}
