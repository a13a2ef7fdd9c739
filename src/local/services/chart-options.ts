import { isEnumValue } from '../host/enums';
import type { ChartAxis, ChartDescription, ChartKind, ChartSeries } from './chart-description';
import { parseColor } from './spreadsheet/color';

/** Options as scripts set them: by a dotted path (`hAxis.title`) or as objects (`hAxis: {title}`). */
export type Options = Record<string, unknown>;

/** Result of getOptions(). */
export class ChartOptionsImpl {
  static readonly api = 'Charts.ChartOptions';
  constructor(readonly options: Options) {}
  get(name: string): unknown {
    return optionAt(this.options, name) ?? null;
  }
}

/** The value of a script for storing: enum constants by their lower-case keys, objects copied. */
export function storedOption(value: unknown): unknown {
  if (isEnumValue(value)) return value.name().toLowerCase();
  if (Array.isArray(value)) return value.map(storedOption);
  if (typeof value !== 'object' || value === null) return value;
  const { api, parts } = value as { api?: string; parts?: unknown };
  if (api === undefined && parts !== undefined) return storedOption(parts);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, storedOption(v)]));
}

/** `hAxis.title` as it was set, or the part of the object that was set as `hAxis`. */
export function optionAt(options: Options, path: string): unknown {
  if (path in options) return options[path];
  const names = path.split('.');
  for (let split = names.length - 1; split > 0; split--) {
    const head = options[names.slice(0, split).join('.')];
    if (typeof head === 'object' && head !== null) {
      const found = optionAt(head as Options, names.slice(split).join('.'));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export interface ChartCell {
  /** Blank is null. Dates are serial numbers. */
  readonly value: string | number | boolean | null;
  readonly text: string;
}

/** What a chart is drawn from: a head and rows of equal length. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ChartCell[])[];
}

/** Google's size of a chart that says nothing. */
const WIDTH = 600;
const HEIGHT = 371;

/** Puts options and data together into what chart-image.ts draws. */
export function describeChart(
  kind: ChartKind,
  options: Options,
  table: ChartTable,
  locale: string,
): ChartDescription {
  const text = (path: string) => {
    const value = optionAt(options, path);
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  const number = (path: string) => {
    const value = optionAt(options, path);
    return value === undefined || value === null || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  const color = (value: unknown) =>
    typeof value === 'string' ? (parseColor(value) ?? undefined) : undefined;
  const axis = (name: 'hAxis' | 'vAxis'): ChartAxis => {
    const at = (path: string) => [`${name}.${path}`, `${name === 'hAxis' ? 'hAxes' : 'vAxes'}.0.${path}`];
    const first = <T>(read: (path: string) => T | undefined, path: string) =>
      at(path)
        .map(read)
        .find((v) => v !== undefined);
    return {
      title: first(text, 'title'),
      min: first(number, 'viewWindow.min') ?? first(number, 'minValue'),
      max: first(number, 'viewWindow.max') ?? first(number, 'maxValue'),
      log: first(text, 'logScale') === 'true' || first(text, 'scaleType') === 'log' || undefined,
      format: axisFormat(first(text, 'format')),
    };
  };
  const domain = table.head.length > 1 && optionAt(options, 'useFirstColumnAsDomain') !== false;
  const colors = optionAt(options, 'colors');
  const background = optionAt(options, 'backgroundColor') ?? optionAt(options, 'backgroundColor.fill');
  return {
    kind,
    title: text('title'),
    categories: table.rows.map((row, i) => (domain ? row[0].text : String(i + 1))),
    positions: domain ? table.rows.map((row) => numberOf(row[0])) : undefined,
    series: seriesOf(kind, options, table, domain ? 1 : 0, { text, color }),
    table: { head: table.head, rows: table.rows.map((row) => row.map((cell) => cell.text)) },
    stacked: stackedOf(optionAt(options, 'isStacked')),
    colors: Array.isArray(colors) ? colors.map(color).filter((c): c is string => c !== undefined) : undefined,
    background: color(
      typeof background === 'object' && background ? (background as Options).fill : background,
    ),
    horizontal: axis('hAxis'),
    vertical: axis('vAxis'),
    legend: legendOf(text('legend.position') ?? text('legend')),
    reverseCategories: text('reverseCategories') === 'true' || undefined,
    smooth: text('curveType') === 'function' || undefined,
    pointSize: number('pointSize'),
    pieHole: number('pieHole'),
    width: number('width') ?? WIDTH,
    height: number('height') ?? HEIGHT,
    locale,
  };
}

interface Reader {
  text(path: string): string | undefined;
  color(value: unknown): string | undefined;
}

function seriesOf(
  kind: ChartKind,
  options: Options,
  table: ChartTable,
  first: number,
  read: Reader,
): ChartSeries[] {
  const columns = table.head.slice(first);
  // A combination without seriesType: columns first, lines after, as Sheets proposes it.
  const common = read.text('seriesType') ?? (kind === 'COMBO' ? undefined : '');
  return columns.map((name, i) => {
    const own = (path: string) => read.text(`series.${i}.${path}`);
    const type = own('type') ?? common ?? (i === 0 ? 'bars' : 'line');
    const dash = optionAt(options, `series.${i}.lineDashStyle`) ?? optionAt(options, 'lineDashStyle');
    const labels = own('dataLabel') ?? read.text('dataLabel');
    return {
      name: own('labelInLegend') ?? name,
      values: table.rows.map((row) => numberOf(row[i + first])),
      draw: type === 'line' ? 'line' : /area/i.test(type) ? 'area' : 'columns',
      color: read.color(own('color')),
      dashed: dash !== undefined && dash !== null ? true : undefined,
      labels: labels === undefined ? undefined : labels !== 'none',
    };
  });
}

function numberOf(cell: ChartCell | undefined): number | null {
  return typeof cell?.value === 'number' ? cell.value : null;
}

function stackedOf(value: unknown): ChartDescription['stacked'] {
  const word = String(value ?? 'false').toLowerCase();
  if (word === 'percent' || word === 'relative') return 'percent';
  return word === 'true' || word === 'absolute' || word === 'normal' || word === 'stacked'
    ? 'absolute'
    : false;
}

function legendOf(word: string | undefined): ChartDescription['legend'] {
  const known = ['top', 'bottom', 'right', 'left', 'none'] as const;
  return known.find((k) => k === word?.toLowerCase());
}

function axisFormat(format: string | undefined): string | undefined {
  switch (format) {
    case 'percent':
      return '0%';
    case 'decimal':
      return '#,##0.##';
    case 'none':
    case 'short':
    case 'long':
      return undefined;
    default:
      return format;
  }
}
