import { enumeration, enumKey } from '../../host/enums';
import {
  changeFormat,
  changeFormats,
  checkGridSize,
  type FormatChange,
  firstFormat,
  mergeFormat,
  readFormats,
} from './cell-formats';
import { ColorImpl, concreteColor, parseColor, rgbHex } from './color';
import type { CellFormat } from './model';
import { AUTOMATIC_FORMAT } from './number-format';
import type { RangeImpl } from './range';
import { styleOfFormat, type TextStyleImpl } from './text-style';
import { assertWritable } from './write-guard';

/**
 * One formatting property of a range: four methods (get/set, singular/plural) are made from it.
 * `write` gives the change for a value of a script, or null for a value that the live service ignores silently.
 */
interface Property {
  readonly name: string;
  /** Refused on the typed columns of a Table. */
  readonly typed?: boolean;
  readonly plural: string;
  read(format: CellFormat | undefined): unknown;
  write(value: unknown): FormatChange | null;
}

const RESET = null;
const colorWritten =
  (key: 'background' | 'fontColor') =>
  (value: unknown): FormatChange | null => {
    if (value === RESET || value === '') return { [key]: undefined };
    const color = parseColor(String(value));
    return color ? { [key]: color } : null;
  };
const colorObjectWritten =
  (key: 'background' | 'fontColor') =>
  (value: unknown): FormatChange | null => ({
    [key]: value === RESET ? undefined : ((value as ColorImpl).color ?? undefined),
  });

/** A choice among words, in any case; null resets. */
const wordWritten =
  (words: Readonly<Record<string, FormatChange>>, reset: FormatChange) =>
  (value: unknown): FormatChange | null =>
    value === RESET ? reset : (words[String(value).toLowerCase()] ?? null);

const ALIGN = (key: 'horizontalAlignment' | 'verticalAlignment', words: readonly string[]) =>
  Object.fromEntries(words.map((w) => [w, { [key]: w }]));

const wrapOf = (value: unknown): CellFormat['wrap'] =>
  (enumKey('Spreadsheet.WrapStrategy', value) ?? undefined) as CellFormat['wrap'];

const PROPERTIES: readonly Property[] = [
  {
    name: 'Background',
    plural: 'Backgrounds',
    read: (f) => (f?.background ? concreteColor(f.background) : '#ffffff'),
    write: colorWritten('background'),
  },
  // The names of the first years; the live service still has them.
  {
    name: 'BackgroundColor',
    plural: 'BackgroundColors',
    read: (f) => (f?.background ? concreteColor(f.background) : '#ffffff'),
    write: colorWritten('background'),
  },
  {
    name: 'BackgroundObject',
    plural: 'BackgroundObjects',
    read: (f) => new ColorImpl(f?.background ?? '#ffffff'),
    write: colorObjectWritten('background'),
  },
  {
    name: 'FontColor',
    plural: 'FontColors',
    read: (f) => (f?.fontColor ? concreteColor(f.fontColor) : '#000000'),
    write: colorWritten('fontColor'),
  },
  {
    name: 'FontColorObject',
    plural: 'FontColorObjects',
    read: (f) => new ColorImpl(f?.fontColor ?? '#000000'),
    write: colorObjectWritten('fontColor'),
  },
  {
    name: 'FontFamily',
    plural: 'FontFamilies',
    read: (f) => f?.fontFamily ?? 'Arial',
    write: (value) => ({ fontFamily: value === RESET ? undefined : String(value) }),
  },
  {
    name: 'FontSize',
    plural: 'FontSizes',
    read: (f) => f?.fontSize ?? 10,
    write: (value) => ({ fontSize: value === RESET ? undefined : Number(value) }),
  },
  {
    name: 'FontWeight',
    plural: 'FontWeights',
    read: (f) => (f?.bold ? 'bold' : 'normal'),
    write: wordWritten({ bold: { bold: true }, normal: { bold: undefined } }, { bold: undefined }),
  },
  {
    name: 'FontStyle',
    plural: 'FontStyles',
    read: (f) => (f?.italic ? 'italic' : 'normal'),
    write: wordWritten({ italic: { italic: true }, normal: { italic: undefined } }, { italic: undefined }),
  },
  {
    name: 'FontLine',
    plural: 'FontLines',
    read: (f) => (f?.underline ? 'underline' : f?.strikethrough ? 'line-through' : 'none'),
    write: wordWritten(
      {
        underline: { underline: true, strikethrough: undefined },
        'line-through': { underline: undefined, strikethrough: true },
        none: { underline: undefined, strikethrough: undefined },
      },
      { underline: undefined, strikethrough: undefined },
    ),
  },
  {
    name: 'HorizontalAlignment',
    plural: 'HorizontalAlignments',
    read: (f) => f?.horizontalAlignment ?? 'general',
    // Live reads "normal" back as "general-left".
    write: wordWritten(
      {
        ...ALIGN('horizontalAlignment', ['left', 'center', 'right']),
        normal: { horizontalAlignment: 'general-left' },
      },
      { horizontalAlignment: undefined },
    ),
  },
  {
    name: 'VerticalAlignment',
    plural: 'VerticalAlignments',
    read: (f) => f?.verticalAlignment ?? 'bottom',
    write: wordWritten(ALIGN('verticalAlignment', ['top', 'middle', 'bottom']), {
      verticalAlignment: undefined,
    }),
  },
  {
    name: 'NumberFormat',
    typed: true,
    plural: 'NumberFormats',
    read: (f) => f?.numberFormat ?? AUTOMATIC_FORMAT,
    write: (value) => {
      const pattern = value === RESET ? '' : String(value);
      return { numberFormat: pattern === '' || pattern.toLowerCase() === 'general' ? undefined : pattern };
    },
  },
  {
    name: 'Wrap',
    plural: 'Wraps',
    // An untouched cell answers true although its strategy is OVERFLOW; so does the live service.
    read: (f) => f?.wrap === undefined || f.wrap === 'WRAP',
    write: (value) => ({ wrap: value ? 'WRAP' : 'OVERFLOW' }),
  },
  {
    name: 'WrapStrategy',
    plural: 'WrapStrategies',
    read: (f) => enumeration('Spreadsheet.WrapStrategy')[f?.wrap ?? 'OVERFLOW'],
    write: (value) => ({ wrap: wrapOf(value) }),
  },
  {
    name: 'TextDirection',
    plural: 'TextDirections',
    read: (f) => (f?.textDirection ? enumeration('Spreadsheet.TextDirection')[f.textDirection] : null),
    write: (value) => ({
      textDirection: (enumKey('Spreadsheet.TextDirection', value) ??
        undefined) as CellFormat['textDirection'],
    }),
  },
  {
    name: 'TextStyle',
    plural: 'TextStyles',
    read: (f) => styleOfFormat(f),
    write: (value) => (value === RESET ? NO_STYLE : textStyleChange(value as TextStyleImpl)),
  },
  {
    name: 'TextRotation',
    plural: 'TextRotations',
    read: (f) => new TextRotationImpl(f?.rotation ?? 0, f?.verticalText ?? false),
    write: (value) => {
      if (value instanceof TextRotationImpl)
        return { rotation: value.degrees || undefined, verticalText: value.vertical || undefined };
      const degrees = Number(value ?? 0);
      return Math.abs(degrees) > 90 ? null : { rotation: degrees || undefined, verticalText: undefined };
    },
  },
];

const NO_STYLE: FormatChange = {
  bold: undefined,
  italic: undefined,
  underline: undefined,
  strikethrough: undefined,
  fontFamily: undefined,
  fontSize: undefined,
  fontColor: undefined,
};

const textStyleChange = (style: TextStyleImpl): FormatChange =>
  Object.fromEntries(
    Object.entries(style.parts)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === false ? undefined : value]),
  );

export class TextRotationImpl {
  static readonly api = 'Spreadsheet.TextRotation';
  constructor(
    readonly degrees: number,
    readonly vertical: boolean,
  ) {}
  getDegrees(): number {
    return this.degrees;
  }
  isVertical(): boolean {
    return this.vertical;
  }
}

type Methods = Record<string, (this: RangeImpl, ...args: never[]) => unknown>;

function methodsOf(property: Property): Methods {
  return {
    [`get${property.name}`](this: RangeImpl) {
      return property.read(firstFormat(this));
    },
    [`get${property.plural}`](this: RangeImpl) {
      return readFormats(this, property.read);
    },
    [`set${property.name}`](this: RangeImpl, value: unknown) {
      if (property.typed) assertWritable(this.sheet, this);
      const change = property.write(value);
      if (change) changeFormat(this, change);
      return this;
    },
    [`set${property.plural}`](this: RangeImpl, grid: unknown) {
      checkGridSize(this, grid, `set${property.plural}`);
      if (property.typed) assertWritable(this.sheet, this);
      // One change object for each distinct value: that is what lets cells share formats.
      const changes = new Map<unknown, FormatChange | null>();
      const changeFor = (value: unknown) => {
        if (!changes.has(value)) changes.set(value, property.write(value));
        return changes.get(value) ?? null;
      };
      changeFormats(this, (row, column) => changeFor(grid[row][column]), mergeFormat);
      return this;
    },
  };
}

export const rangeFormatMethods: Methods = Object.assign({}, ...PROPERTIES.map(methodsOf), {
  setShowHyperlink(this: RangeImpl, show: boolean): RangeImpl {
    changeFormat(this, { plainLinks: show ? undefined : true });
    return this;
  },
  setBackgroundRGB(this: RangeImpl, red: number, green: number, blue: number) {
    changeFormat(this, { background: rgbHex(red, green, blue) });
    return this;
  },
  setVerticalText(this: RangeImpl, vertical: boolean) {
    changeFormat(this, { verticalText: vertical || undefined, rotation: undefined });
    return this;
  },
});
