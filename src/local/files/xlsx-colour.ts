import { child, children, type XmlElement } from './xml';

/** The old palette of .xls that `indexed` colours point into; 64 and 65 are the system's text and window colours. */
const INDEXED =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 000000 ffffff'.split(
    ' ',
  );

/** Office 2013, for files that come without a theme. */
const OFFICE_THEME =
  'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');

/** Colours of the theme in the order of the `theme` attribute: light 1, dark 1, light 2, dark 2, accents 1–6, links. */
export function themeColours(theme: XmlElement | null): string[] {
  const scheme = child(child(theme ?? undefined, 'themeElements'), 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  const value = (name: string, i: number): string => {
    const colour = child(scheme, name)?.children[0];
    return (colour?.attributes.lastClr ?? colour?.attributes.val ?? OFFICE_THEME[i]).toLowerCase();
  };
  return 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'
    .split(' ')
    .map(value);
}

/** A colour element (`<color rgb|theme|indexed tint>`) → #rrggbb; null when automatic. */
export function readColour(
  element: XmlElement | undefined,
  theme: readonly string[],
  palette: readonly string[] = INDEXED,
): string | null {
  if (!element) return null;
  const { rgb, theme: themed, indexed, tint, auto } = element.attributes;
  if (auto === '1') return null;
  const base =
    rgb?.slice(-6).toLowerCase() ?? (themed !== undefined ? theme[Number(themed)] : palette[Number(indexed)]);
  if (!base || !/^[0-9a-f]{6}$/.test(base)) return null;
  return `#${tint === undefined ? base : tinted(base, Number(tint))}`;
}

/** `<colors><indexedColors>`: a palette of the file's own. */
export function indexedPalette(styles: XmlElement | null): readonly string[] {
  const own = children(child(child(styles ?? undefined, 'colors'), 'indexedColors'), 'rgbColor');
  return own.length > 0 ? own.map((c) => (c.attributes.rgb ?? '').slice(-6).toLowerCase()) : INDEXED;
}

/** Lighter (tint > 0) or darker (tint < 0) by the lightness of HSL, as the format prescribes. */
function tinted(base: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((i) => Number.parseInt(base.slice(i, i + 2), 16) / 255);
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (max + min) / 2;
  const range = max - min;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (range !== 0) {
    hue = max === r ? ((g - b) / range) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  }
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const part = (n: number): string => {
    const k = (n + hue * 2) % 12;
    const value = light - (chroma / 2) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(Math.max(0, Math.min(1, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  const turn = (n: number) => part(((n % 12) + 12) % 12);
  return turn(0) + turn(8) + turn(4);
}
