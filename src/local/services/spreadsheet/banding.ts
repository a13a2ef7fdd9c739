import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { ColorImpl, concreteColor, parseColor } from './color';
import type { RangeRef } from './model';
import type { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';
import { intersects } from './write-guard';

type Part = 'header' | 'first' | 'second' | 'footer';
type Direction = 'Row' | 'Column';

/** Alternating colours of a range, as SheetModel.bandings holds them. Plain data; colours are those of color.ts. */
export interface BandingModel {
  range: RangeRef;
  colors: Partial<Record<`${Part}${Direction}`, string>>;
}

/** Live values: header, second band and footer; the first band is white in every theme. */
const THEMES: Readonly<Record<string, readonly [header: string, second: string, footer: string]>> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

export class BandingImpl {
  static readonly api = 'Spreadsheet.Banding';
  constructor(
    readonly sheet: SheetImpl,
    readonly model: BandingModel,
  ) {}
  getRange(): RangeImpl {
    return rangeOfRef(this.sheet.parent, this.model.range) ?? fail('The banding is gone.');
  }
  setRange(range: RangeImpl): this {
    checkFree(range, this.model);
    this.model.range = refOf(range);
    return this;
  }
  copyTo(range: RangeImpl): BandingImpl {
    checkFree(range, null);
    return add(range.sheet, { range: refOf(range), colors: { ...this.model.colors } });
  }
  remove(): void {
    const { model } = this.sheet;
    model.bandings = model.bandings.filter((b) => b !== this.model);
  }
}

for (const direction of ['Row', 'Column'] as const) {
  for (const part of ['header', 'first', 'second', 'footer'] as const) {
    const key = `${part}${direction}` as const;
    const name = `${part[0].toUpperCase()}${part.slice(1)}${direction}Color`;
    Object.defineProperty(BandingImpl.prototype, `get${name}`, {
      value(this: BandingImpl) {
        const color = this.model.colors[key];
        return color === undefined ? null : concreteColor(color);
      },
    });
    Object.defineProperty(BandingImpl.prototype, `get${name}Object`, {
      value(this: BandingImpl) {
        const color = this.model.colors[key];
        return color === undefined ? null : new ColorImpl(color);
      },
    });
    Object.defineProperty(BandingImpl.prototype, `set${name}`, {
      value(this: BandingImpl, text: string | null) {
        const color = text === null ? undefined : parseColor(text);
        if (color === null) fail(`Invalid color string: ${text}`);
        return paint(this, part, direction, color);
      },
    });
    Object.defineProperty(BandingImpl.prototype, `set${name}Object`, {
      value(this: BandingImpl, color: ColorImpl | null) {
        return paint(this, part, direction, color?.color ?? undefined);
      },
    });
  }
}

function paint(
  banding: BandingImpl,
  part: Part,
  direction: Direction,
  color: string | undefined,
): BandingImpl {
  if (color === undefined && (part === 'first' || part === 'second'))
    fail(`${part === 'first' ? 'First' : 'Second'} ${direction.toLowerCase()} color should not be null`);
  banding.model.colors = { ...banding.model.colors, [`${part}${direction}`]: color };
  return banding;
}

function checkFree(range: RangeImpl, own: BandingModel | null): void {
  const taken = (range.sheet.model.bandings as BandingModel[]).some(
    (b) => b !== own && intersects(b.range, range.ref()),
  );
  if (taken)
    fail(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
}

function add(sheet: SheetImpl, model: BandingModel): BandingImpl {
  sheet.model.bandings.push(model);
  return shown(sheet, model);
}

const made = new WeakMap<BandingModel, BandingImpl>();

function shown(sheet: SheetImpl, model: BandingModel): BandingImpl {
  let known = made.get(model);
  if (!known) {
    known = new BandingImpl(sheet, model);
    made.set(model, known);
  }
  return known;
}

function apply(
  range: RangeImpl,
  direction: Direction,
  theme: EnumValue | undefined,
  header: boolean,
  footer: boolean,
): BandingImpl {
  checkFree(range, null);
  const [headerColor, second, footerColor] = THEMES[theme?.name() ?? 'LIGHT_GREY'];
  const colors: BandingModel['colors'] = { [`first${direction}`]: '#ffffff', [`second${direction}`]: second };
  if (header) colors[`header${direction}`] = headerColor;
  if (footer) colors[`footer${direction}`] = footerColor;
  return add(range.sheet, { range: refOf(range), colors });
}

function bandingsOf(sheet: SheetImpl): BandingImpl[] {
  return (sheet.model.bandings as BandingModel[]).map((model) => shown(sheet, model));
}

export const rangeBandingMethods = {
  applyRowBanding(this: RangeImpl, theme?: EnumValue, header = true, footer = false): BandingImpl {
    return apply(this, 'Row', theme, header, footer);
  },
  applyColumnBanding(this: RangeImpl, theme?: EnumValue, header = true, footer = false): BandingImpl {
    return apply(this, 'Column', theme, header, footer);
  },
  getBandings(this: RangeImpl): BandingImpl[] {
    return bandingsOf(this.sheet).filter((b) => intersects(b.model.range, this.ref()));
  },
};

export const sheetBandingMethods = {
  getBandings(this: SheetImpl): BandingImpl[] {
    return bandingsOf(this);
  },
};

export const spreadsheetBandingMethods = {
  getBandings(this: SpreadsheetImpl): BandingImpl[] {
    return this.model.sheets.flatMap((sheet) => bandingsOf(this.sheetOf(sheet)));
  },
};
