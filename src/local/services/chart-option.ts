import type { EChartsOption } from 'echarts';
import type { ChartAxis, ChartDescription, ChartSeries } from './chart-description';
import { barLabels, columnLabels, type Frame, frameOf, LABEL, type LegendEntry } from './chart-layout';
import { AXIS_LINE, colorAt, GRID_LINE, INK, LINE_PALETTE, MUTED_INK, PALETTE } from './chart-palette';
import {
  columnSeries,
  drawOf,
  levelLine,
  levelOf,
  lineSeries,
  uprightLabels,
  valuesOnTop,
} from './chart-series';
import { textWidth } from './font-metrics';
import { localeSettings } from './spreadsheet/locale';
import { displayText } from './spreadsheet/number-format';

/** What is drawn: the plot for echarts and the frame (title, legend) that we place ourselves. */
export interface PlotPlan {
  readonly frame: Frame;
  readonly option: EChartsOption;
}

const AXIS_TITLE_ROOM = 20;

/** A number as people of the locale write it; at most two decimals unless a pattern says otherwise. */
export function numberText(value: number, format: string | undefined, locale: string): string {
  if (format) return displayText(value, format, localeSettings(locale.replace('-', '_')));
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** Columns, bars, lines, areas and their combinations. */
export function cartesianPlan(chart: ChartDescription): PlotPlan {
  const bars = chart.kind === 'BAR';
  const locale = chart.locale ?? 'ru';
  const percent = chart.stacked === 'percent';
  const series = percent ? shares(chart.series) : chart.series;
  const colors = series.map((s, i) =>
    colorAt(i, s.color, chart.colors, drawOf(chart, s) === 'line' ? LINE_PALETTE : PALETTE),
  );
  const valueFormat = (bars ? chart.horizontal : chart.vertical)?.format ?? (percent ? '0%' : undefined);
  const entries: LegendEntry[] = series.map((s, i) => {
    if (drawOf(chart, s) !== 'line') return { name: s.name, color: colors[i], mark: 'box' };
    // A level line (a target) says its value once, in the legend: beside the line it would lie on the columns.
    const level = levelOf(s);
    const name = level === null ? s.name : `${s.name}: ${numberText(level, valueFormat, locale)}`;
    return { name, color: colors[i], mark: s.dashed ? 'dash' : 'line' };
  });
  const frame = frameOf(chart, series.length > 1 || chart.legend === 'right' ? entries : []);
  const valueAxis: ChartAxis = (bars ? chart.horizontal : chart.vertical) ?? {};
  const categoryAxis: ChartAxis = (bars ? chart.vertical : chart.horizontal) ?? {};
  const text = (value: number) => numberText(value, valueFormat, locale);
  const columns = series.filter((s) => drawOf(chart, s) === 'columns').length;
  const extent = valueExtent(chart, series, valueAxis);

  // Room for the axes: values need the width of their longest label, categories are wrapped to what they get.
  const valueRoom = bars
    ? LABEL.line + 8
    : Math.max(...extent.map((v) => textWidth(text(v), LABEL.size))) + 12;
  const titleRoom = (axis: ChartAxis) => (axis.title ? AXIS_TITLE_ROOM : 0);
  const count = Math.max(1, chart.categories.length);
  let labels: ReturnType<typeof columnLabels>;
  let grid: { left: number; right: number; top: number; bottom: number };
  if (bars) {
    const bottom = frame.bottom + valueRoom + titleRoom(valueAxis);
    const slot = (chart.height - frame.top - bottom) / count;
    labels = barLabels(chart.categories, slot, chart.width);
    grid = {
      left: frame.left + labels.room + titleRoom(categoryAxis),
      right: frame.right + 34,
      top: frame.top,
      bottom,
    };
  } else {
    const left = frame.left + valueRoom + titleRoom(valueAxis);
    const right = frame.right + 8;
    labels = columnLabels(chart.categories, (chart.width - left - right) / count, chart.height);
    grid = { left, right, top: frame.top + 16, bottom: frame.bottom + labels.room + titleRoom(categoryAxis) };
  }
  // Upright labels stand above the columns: they need their length above the plot.
  const upright = uprightLabels(chart, series, text, chart.width - grid.left - grid.right, columns);
  if (upright) grid.top += Math.max(...extent.map((v) => textWidth(text(v), LABEL.size))) - 6;
  const plot = {
    width: chart.width - grid.left - grid.right,
    height: chart.height - grid.top - grid.bottom,
    extent,
    columns,
    upright,
  };

  const axisLabel = { color: INK, fontSize: LABEL.size, lineHeight: LABEL.line };
  const nameStyle = { color: MUTED_INK, fontSize: LABEL.size + 0.5 };
  const category = {
    type: 'category' as const,
    data: [...labels.texts],
    inverse: bars !== Boolean(chart.reverseCategories),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: AXIS_LINE } },
    axisLabel: {
      ...axisLabel,
      interval: 0,
      rotate: labels.rotate,
      margin: 6,
      align: labels.rotate ? ('right' as const) : undefined,
    },
    name: categoryAxis.title,
    nameLocation: 'middle' as const,
    nameGap: labels.room + (bars ? 8 : 6),
    nameTextStyle: nameStyle,
  };
  const value = {
    type: valueAxis.log ? ('log' as const) : ('value' as const),
    min: valueAxis.min,
    max: valueAxis.max ?? (percent ? 1 : undefined),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: GRID_LINE } },
    axisLabel: { ...axisLabel, color: MUTED_INK, formatter: (v: number) => text(v) },
    minInterval: wholeOnly(series) && !percent ? 1 : undefined,
    name: valueAxis.title,
    nameLocation: 'middle' as const,
    nameGap: valueRoom + (bars ? 2 : 0),
    nameTextStyle: nameStyle,
  };
  const option: EChartsOption = {
    grid: { ...grid, containLabel: false },
    xAxis: (bars ? value : category) as EChartsOption['xAxis'],
    yAxis: (bars ? category : value) as EChartsOption['yAxis'],
    series: [
      ...series.map((s, i) => {
        const draw = drawOf(chart, s);
        if (draw === 'columns') return columnSeries(chart, s, colors[i], text, plot);
        const level = draw === 'line' ? levelOf(s) : null;
        if (level !== null) return levelLine(s, colors[i], level);
        return lineSeries(chart, series, i, colors[i], text, draw, plot.width / count);
      }),
      ...valuesOnTop(chart, series, text),
    ] as EChartsOption['series'],
  };
  return { frame, option };
}

/** Parts of a whole of each category. */
function shares(series: readonly ChartSeries[]): ChartSeries[] {
  const count = Math.max(0, ...series.map((s) => s.values.length));
  const totals = Array.from({ length: count }, (_, i) =>
    series.reduce((sum, s) => sum + Math.abs(s.values[i] ?? 0), 0),
  );
  return series.map((s) => ({
    ...s,
    values: s.values.map((v, i) => (v === null ? null : v / (totals[i] || 1))),
  }));
}

function wholeOnly(series: readonly ChartSeries[]): boolean {
  return series.every((s) => s.values.every((v) => v === null || Number.isInteger(v)));
}

/** The smallest and largest value on the axis (stacks added up), 0 included. */
function valueExtent(
  chart: ChartDescription,
  series: readonly ChartSeries[],
  axis: ChartAxis,
): [number, number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < chart.categories.length; i++) {
    let [below, above] = [0, 0];
    for (const s of series) {
      const v = s.values[i] ?? 0;
      if (chart.stacked && drawOf(chart, s) !== 'line') {
        if (v < 0) below += v;
        else above += v;
        low = Math.min(low, below);
        high = Math.max(high, above);
      } else {
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
    }
  }
  return [axis.min ?? low, axis.max ?? high];
}
