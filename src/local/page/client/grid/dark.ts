/**
 * Colours of a book are given for a white page. In the dark scheme lightness is turned over in OKLab, where equal steps
 * look equal, so that pale fills become dark ones of the same hue; then the text is moved until it can be read.
 */
import type { StyleView } from '../../protocol';

const DARK_PAGE = '#1b2027';
const DARK_TEXT = '#e6edf3';
const PAGE_LIGHTNESS = 0.24;
const TEXT_LIGHTNESS = 0.95;
/** WCAG 1.4.3. */
const ENOUGH = 4.5;

type Rgb = readonly [number, number, number];

/** Background and text of a style in the dark scheme; absent where the page's own do. */
export function darkColours(style: StyleView): { readonly background?: string; readonly color?: string } {
  const background = style.background === undefined ? undefined : turned(style.background);
  if (background === undefined && style.color === undefined) return {};
  const wanted = style.color === undefined ? DARK_TEXT : turned(style.color);
  return {
    ...(background === undefined ? {} : { background }),
    color: readable(wanted, background ?? DARK_PAGE),
  };
}

/** A colour with its lightness turned over: white becomes the dark page, black its text. */
export function turned(colour: string): string {
  const [lightness, a, b] = toOklab(parse(colour));
  const other = PAGE_LIGHTNESS + (1 - lightness) * (TEXT_LIGHTNESS - PAGE_LIGHTNESS);
  return print(fromOklab([other, a * 0.8, b * 0.8]));
}

/** Contrast ratio of WCAG, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function readable(text: string, background: string): string {
  if (contrast(text, background) >= ENOUGH) return text;
  // One of the two is always enough: their ratios multiply to 21.
  const goal = contrast('#ffffff', background) >= contrast('#000000', background) ? 255 : 0;
  const from = parse(text);
  for (let part = 0.1; part < 1; part += 0.1) {
    const mixed = print(from.map((value) => value + (goal - value) * part) as unknown as Rgb);
    if (contrast(mixed, background) >= ENOUGH) return mixed;
  }
  return goal === 255 ? '#ffffff' : '#000000';
}

function parse(colour: string): Rgb {
  const long = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const value = /^#[0-9a-f]{6}/i.test(long) ? Number.parseInt(long.slice(1, 7), 16) : 0xffffff;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function print(rgb: Rgb): string {
  return `#${rgb
    .map((value) =>
      Math.round(Math.max(0, Math.min(255, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function gamma(part: number): number {
  const shown = part <= 0.0031308 ? part * 12.92 : 1.055 * Math.max(0, part) ** (1 / 2.4) - 0.055;
  return shown * 255;
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Björn Ottosson, «A perceptual color space for image processing», 2020. */
function toOklab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
