import { type EnumValue, enumeration, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { CSS_COLORS } from './css-colors';

/**
 * A colour in the model is a text: `#rrggbb` (lower case) or `theme:ACCENT1`. `concreteColor` gives the `#rrggbb`
 * of either; readers of the model that know nothing of themes (the .xlsx writer, pictures) use it.
 */
const THEME_PREFIX = 'theme:';

/** The theme that a new spreadsheet has. */
const STANDARD_THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  HYPERLINK: '#1155cc',
};

/** `#rrggbb` of what a script gave: `#abc`, `#AABBCC`, a CSS name in any case; null when it is none of these. */
export function parseColor(text: string): string | null {
  const lower = String(text).trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower;
  if (/^#[0-9a-f]{3}$/.test(lower)) return `#${[...lower.slice(1)].map((d) => d + d).join('')}`;
  const rgb = /^rgb\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})\)$/.exec(lower);
  if (rgb) return rgbHex(Number(rgb[1]), Number(rgb[2]), Number(rgb[3]));
  return CSS_COLORS.get(lower) ?? null;
}

/** `#rrggbb` of parts 0–255. */
export function rgbHex(red: number, green: number, blue: number): string {
  const part = (n: number) =>
    Math.max(0, Math.min(255, Math.round(n)))
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

/** The `#rrggbb` that is seen for a colour of the model. */
export function concreteColor(color: string): string {
  return color.startsWith(THEME_PREFIX)
    ? (STANDARD_THEME[color.slice(THEME_PREFIX.length)] ?? '#000000')
    : color;
}

/** A concrete colour: result of `Color.asRgbColor()`. */
export class RgbColorImpl {
  static readonly api = 'Base.RgbColor';
  constructor(readonly hex: string) {}
  asHexString(): string {
    return this.hex;
  }
  getRed(): number {
    return Number.parseInt(this.hex.slice(1, 3), 16);
  }
  getGreen(): number {
    return Number.parseInt(this.hex.slice(3, 5), 16);
  }
  getBlue(): number {
    return Number.parseInt(this.hex.slice(5, 7), 16);
  }
  getColorType(): EnumValue {
    return enumeration('Base.ColorType').RGB;
  }
}

/** A colour of the theme: result of `Color.asThemeColor()`. */
export class ThemeColorImpl {
  static readonly api = 'Spreadsheet.ThemeColor';
  constructor(readonly key: string) {}
  getThemeColorType(): EnumValue {
    return enumeration('Spreadsheet.ThemeColorType')[this.key];
  }
  getColorType(): EnumValue {
    return enumeration('Base.ColorType').THEME;
  }
}

/** The three questions that a Color and a ColorBuilder answer alike; null is a colour that is not set yet. */
function typeOf(color: string | null): EnumValue {
  const types = enumeration('Base.ColorType');
  if (color === null) return types.UNSUPPORTED;
  return color.startsWith(THEME_PREFIX) ? types.THEME : types.RGB;
}

function asRgb(color: string | null): RgbColorImpl {
  if (color === null || color.startsWith(THEME_PREFIX)) fail('Object is not of type RgbColor.');
  return new RgbColorImpl(color);
}

function asTheme(color: string | null): ThemeColorImpl {
  if (!color?.startsWith(THEME_PREFIX)) fail('Object is not of type ThemeColor.');
  return new ThemeColorImpl(color.slice(THEME_PREFIX.length));
}

export class ColorImpl {
  static readonly api = 'Spreadsheet.Color';
  /** @param color as the model holds it; null only for a builder that was built empty */
  constructor(readonly color: string | null) {}
  asRgbColor(): RgbColorImpl {
    return asRgb(this.color);
  }
  asThemeColor(): ThemeColorImpl {
    return asTheme(this.color);
  }
  getColorType(): EnumValue {
    return typeOf(this.color);
  }
}

export class ColorBuilderImpl {
  static readonly api = 'Spreadsheet.ColorBuilder';
  #color: string | null = null;
  /** As the model holds it: the live service takes a builder wherever it takes a colour. */
  get color(): string | null {
    return this.#color;
  }
  setRgbColor(text: string): this {
    const color = parseColor(String(text));
    if (!color) fail(`Invalid color string: ${text}`);
    this.#color = color;
    return this;
  }
  setThemeColor(type: EnumValue): this {
    this.#color = `${THEME_PREFIX}${enumKey('Spreadsheet.ThemeColorType', type) ?? 'UNSUPPORTED'}`;
    return this;
  }
  asRgbColor(): RgbColorImpl {
    return asRgb(this.#color);
  }
  asThemeColor(): ThemeColorImpl {
    return asTheme(this.#color);
  }
  getColorType(): EnumValue {
    return typeOf(this.#color);
  }
  build(): ColorImpl {
    return new ColorImpl(this.#color);
  }
}
