import { fail } from '../../host/errors';
import { BlobImpl, blobOf } from '../blob';
import { IMAGE_KEYS } from './attributes';
import { ElementImpl } from './element';
import { imageSize } from './image-size';
import type { Attributes, AttributeValue, ImageNode } from './model';

/** A picture in a paragraph. Width and height are pixels (96 to the inch). */
export class InlineImageImpl extends ElementImpl<ImageNode> {
  static readonly api = 'Document.InlineImage';
  protected override readonly ownKeys = IMAGE_KEYS;
  protected override readonly hasText = false;

  getBlob(): BlobImpl {
    return new BlobImpl(this.node.data, this.node.contentType, this.node.name);
  }
  getAs(contentType: string): BlobImpl {
    return this.getBlob().getAs(contentType);
  }
  getWidth(): number {
    return this.node.width;
  }
  setWidth(pixels: number): this {
    return this.write('WIDTH', pixels);
  }
  getHeight(): number {
    return this.node.height;
  }
  setHeight(pixels: number): this {
    return this.write('HEIGHT', pixels);
  }
  getAltTitle(): string | null {
    return this.node.altTitle;
  }
  setAltTitle(title: string | null): this {
    this.session.change();
    this.node.altTitle = title;
    return this;
  }
  getAltDescription(): string | null {
    return this.node.altDescription;
  }
  setAltDescription(description: string | null): this {
    this.session.change();
    this.node.altDescription = description;
    return this;
  }
  getLinkUrl(): unknown {
    return this.read('LINK_URL');
  }
  setLinkUrl(url: string): this {
    return this.write('LINK_URL', url);
  }

  protected override ownAttributes(): Attributes {
    return { ...this.node.attributes, WIDTH: this.node.width, HEIGHT: this.node.height };
  }

  protected override setOwn(changes: Readonly<Record<string, AttributeValue | null>>): void {
    const { WIDTH: width, HEIGHT: height, ...rest } = changes;
    if (typeof width === 'number') this.node.width = pictureSide(width);
    if (typeof height === 'number') this.node.height = pictureSide(height);
    super.setOwn(rest);
  }
}

/** A checked width or height of a picture. */
export function pictureSide(pixels: number): number {
  return pixels > 0
    ? Math.round(pixels)
    : fail(`Invalid argument: ${pixels}. The size of an image must be positive.`);
}

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_PIXELS = 25_000_000;

/** The node of an inline image passed by a script, or a new one of natural size for a blob (or a chart). */
export function imageNode(source: unknown): ImageNode {
  if (source instanceof InlineImageImpl) return source.node;
  const blob = blobOf(source);
  const { data } = blob;
  if (data.length > MAX_BYTES) fail('Blob size exceeds the 50 MB limit for images.');
  const size = imageSize(data);
  if (!size || size.width * size.height === 0 || size.width * size.height > MAX_PIXELS)
    fail('Invalid image data.');
  return {
    type: 'INLINE_IMAGE',
    parent: null,
    attributes: {},
    children: [],
    data,
    contentType: size.contentType,
    name: blob.getName(),
    width: size.width,
    height: size.height,
    altTitle: null,
    altDescription: null,
  };
}
