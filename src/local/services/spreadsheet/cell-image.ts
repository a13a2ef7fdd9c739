import { fail } from '../../host/errors';

/** What is said of an image in a cell. */
interface Described {
  readonly url: string | null;
  readonly title: string;
  readonly description: string;
}

/** An image to be put into a cell. The host makes and describes it; cells that hold images it does not have. */
export class CellImageImpl {
  static readonly api: string = 'Spreadsheet.CellImage';
  constructor(protected image: Described) {}
  /** Google serves the image from an address of its own only after it has taken it over: never here. */
  getContentUrl(): string {
    const { api } = this.constructor as typeof CellImageImpl;
    fail(
      `Unexpected error while getting the method or property getContentUrl on object SpreadsheetApp.${api.slice(12)}.`,
    );
  }
  getUrl(): string | null {
    return this.image.url;
  }
  getAltTextTitle(): string {
    return this.image.title;
  }
  getAltTextDescription(): string {
    return this.image.description;
  }
  toBuilder(): CellImageBuilderImpl {
    return new CellImageBuilderImpl(this.image);
  }
}

export class CellImageBuilderImpl extends CellImageImpl {
  static override readonly api = 'Spreadsheet.CellImageBuilder';
  constructor(image: Described = { url: null, title: '', description: '' }) {
    super(image);
  }
  setSourceUrl(url: string): this {
    this.image = { ...this.image, url };
    return this;
  }
  setAltTextTitle(title: string): this {
    this.image = { ...this.image, title };
    return this;
  }
  setAltTextDescription(description: string): this {
    this.image = { ...this.image, description };
    return this;
  }
  build(): CellImageImpl {
    return new CellImageImpl(this.image);
  }
}
