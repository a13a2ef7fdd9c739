/**
 * Calm colours with steps of lightness between neighbours, so that a black-and-white print keeps them apart.
 * Order matters: dark, light, middle, …
 */
export const PALETTE: readonly string[] = [
  '#1f4e79',
  '#f2b56b',
  '#3d8f86',
  '#d9d9d9',
  '#8a3b3b',
  '#a8c8e6',
  '#6b5b8c',
  '#e3dc9a',
  '#59636e',
  '#c58a9b',
];

/** For lines and points, where pale colours are lost on white paper. */
export const LINE_PALETTE: readonly string[] = [
  '#1f4e79',
  '#c9772b',
  '#3d8f86',
  '#8a3b3b',
  '#6b5b8c',
  '#59636e',
];

export const INK = '#26323d';
export const MUTED_INK = '#4a5661';
export const GRID_LINE = '#dde2e6';
export const AXIS_LINE = '#8a949e';

/** Perceived lightness 0–255. */
export function lightness(hex: string): number {
  const part = (i: number) => Number.parseInt(hex.slice(i, i + 2), 16);
  return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5);
}

/** Text colour that reads on a filled mark. */
export function inkOn(hex: string): string {
  return lightness(hex) > 140 ? INK : '#ffffff';
}

/** The colour of a series or a slice: its own, the chart's list, the palette. */
export function colorAt(
  index: number,
  own: string | undefined,
  colors: readonly string[] | undefined,
  palette: readonly string[] = PALETTE,
): string {
  const list = colors?.length ? colors : palette;
  return own ?? list[index % list.length];
}
