import type { ChartDescription, ChartSeries } from './chart-description';
import { LABEL } from './chart-layout';
import { INK, inkOn } from './chart-palette';
import { textWidth } from './font-metrics';

export type Draw = 'columns' | 'line' | 'area';
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const;
const DASHES = ['solid', 'solid', 'dashed', 'dotted'] as const;

/** How a series of this chart is drawn. */
export function drawOf(chart: ChartDescription, series: ChartSeries): Draw {
  if (chart.kind === 'COMBO') return series.draw ?? 'columns';
  if (chart.kind === 'LINE') return 'line';
  return chart.kind === 'AREA' || chart.kind === 'STEPPED_AREA' ? 'area' : 'columns';
}

/** The room for the marks, in pixels, and what stands in it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly extent: readonly [number, number];
  /** Number of column series. */
  readonly columns: number;
  /** Labels of columns are turned: some are wider than their column. */
  readonly upright: boolean;
}

/** Width of a column or height of a bar. */
function thicknessOf(chart: ChartDescription, along: number, columns: number): number {
  const slot = along / Math.max(1, chart.categories.length);
  return Math.min(chart.stacked ? 56 : 44, (slot * 0.72) / (chart.stacked ? 1 : Math.max(1, columns)));
}

/** Whether the labels of grouped columns must be turned to fit over their columns. */
export function uprightLabels(
  chart: ChartDescription,
  series: readonly ChartSeries[],
  text: (v: number) => string,
  width: number,
  columns: number,
): boolean {
  if (chart.kind === 'BAR' || chart.stacked) return false;
  const thickness = thicknessOf(chart, width, columns);
  return series.some(
    (s) =>
      drawOf(chart, s) === 'columns' &&
      s.values.some((v) => v !== null && textWidth(text(v), LABEL.size) > thickness + 6),
  );
}

export function columnSeries(
  chart: ChartDescription,
  s: ChartSeries,
  color: string,
  text: (v: number) => string,
  plot: Plot,
): object {
  const bars = chart.kind === 'BAR';
  const stacked = Boolean(chart.stacked);
  const thickness = thicknessOf(chart, bars ? plot.height : plot.width, plot.columns);
  const pixels = (v: number) =>
    (Math.abs(v) / (plot.extent[1] - plot.extent[0] || 1)) * (bars ? plot.width : plot.height);
  const { upright } = plot;
  const shown = (v: number): boolean => {
    if (s.labels === false) return false;
    const width = textWidth(text(v), LABEL.size);
    if (!stacked) return thickness >= 9 && !(chart.kind === 'COMBO' && plot.columns === 1);
    if (v === 0) return false;
    return bars ? pixels(v) >= width + 6 && thickness >= 11 : pixels(v) >= 10.5 && thickness >= width - 2;
  };
  return {
    type: 'bar',
    name: s.name,
    stack: stacked ? 'all' : undefined,
    barWidth: thickness,
    barGap: '6%',
    itemStyle: { color, borderColor: '#ffffff', borderWidth: stacked ? 1 : 0 },
    label: { fontSize: LABEL.size, color: stacked ? inkOn(color) : INK, rotate: upright ? 90 : 0 },
    data: s.values.map((v) =>
      v === null
        ? null
        : {
            value: v,
            label: {
              show: shown(v),
              formatter: text(v),
              position: stacked ? 'inside' : bars ? (v < 0 ? 'left' : 'right') : v < 0 ? 'bottom' : 'top',
              ...(upright ? { align: 'left', verticalAlign: 'middle', distance: 6 } : {}),
            },
          },
    ),
  };
}

export function lineSeries(
  chart: ChartDescription,
  all: readonly ChartSeries[],
  index: number,
  color: string,
  text: (v: number) => string,
  draw: Draw,
  slot: number,
): object {
  const s = all[index];
  const lines = all.filter((other) => drawOf(chart, other) === 'line' && levelOf(other) === null);
  const roomy = s.values.every((v) => v === null || textWidth(text(v), LABEL.size) + 8 <= slot);
  const labelled = s.labels !== false && draw === 'line' && roomy;
  const mixed = chart.kind === 'COMBO';
  return {
    type: 'line',
    name: s.name,
    z: 5,
    stack: draw === 'area' && chart.stacked ? 'all' : undefined,
    smooth: chart.smooth,
    step: chart.kind === 'STEPPED_AREA' ? 'middle' : undefined,
    symbol: chart.pointSize === 0 ? 'none' : SYMBOLS[index % SYMBOLS.length],
    symbolSize: chart.pointSize ? chart.pointSize * 2 : 7,
    showSymbol: true,
    itemStyle: { color },
    lineStyle: {
      color,
      width: 2.2,
      type: s.dashed ? 'dashed' : mixed ? 'solid' : DASHES[index % DASHES.length],
    },
    areaStyle: draw === 'area' ? { color, opacity: chart.stacked ? 0.85 : 0.35 } : undefined,
    label: { ...HALO, distance: 5 },
    data: s.values.map((v, i) => {
      const side = v === null || !labelled ? null : labelSide(lines, s, i, v);
      return {
        value: v,
        label: side && v !== null ? { show: true, formatter: text(v), position: side } : { show: false },
      };
    }),
  };
}

/** The highest of several lines is labelled above, the lowest below, those between not at all: nothing overlaps. */
function labelSide(
  lines: readonly ChartSeries[],
  own: ChartSeries,
  at: number,
  value: number,
): 'top' | 'bottom' | null {
  const others = lines.filter((l) => l !== own).map((l) => l.values[at] ?? null);
  const numbers = others.filter((v): v is number => v !== null);
  if (numbers.every((v) => value > v)) return 'top';
  if (numbers.every((v) => value < v)) return 'bottom';
  // Equal points share one label: the first line's.
  const first = lines.find((l) => l.values[at] === value);
  return first === own && numbers.every((v) => value >= v) ? 'top' : null;
}

const HALO = { fontSize: LABEL.size, color: INK, textBorderColor: '#ffffff', textBorderWidth: 3 };

/** The value of a line that is level over all categories, such as a target; null for any other. */
export function levelOf(s: ChartSeries): number | null {
  const values = s.values.filter((v): v is number => v !== null);
  return values.length > 1 && values.every((v) => v === values[0]) ? values[0] : null;
}

export function levelLine(s: ChartSeries, color: string, level: number): object {
  return {
    type: 'line',
    name: s.name,
    z: 5,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    data: [...s.values],
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color, width: 2.2, type: s.dashed ? 'dashed' : 'solid' },
      data: [{ yAxis: level }],
    },
  };
}

/**
 * Labels that must lie over lines are carried by an invisible series in front of everything: the values of the one
 * column series of a combination, and the totals of stacks.
 */
export function valuesOnTop(
  chart: ChartDescription,
  series: readonly ChartSeries[],
  text: (v: number) => string,
): object[] {
  const columns = series.filter((s) => drawOf(chart, s) === 'columns');
  const totals = chart.stacked === 'absolute' && columns.length > 1;
  if (!totals && !(chart.kind === 'COMBO' && columns.length === 1 && columns[0].labels !== false)) return [];
  if (columns.some((s) => s.values.some((v) => v !== null && v < 0))) return [];
  return [
    {
      type: 'line',
      z: 10,
      symbol: 'circle',
      symbolSize: 1,
      lineStyle: { opacity: 0 },
      itemStyle: { color: 'rgba(0,0,0,0)' },
      data: chart.categories.map((_, i) => {
        const total = columns.reduce((sum, s) => sum + (s.values[i] ?? 0), 0);
        const blank = columns.every((s) => s.values[i] == null) || (totals && total === 0);
        const position = chart.kind === 'BAR' ? 'right' : 'top';
        const label = {
          ...HALO,
          show: !blank,
          formatter: text(total),
          position,
          fontWeight: totals ? 'bold' : 'normal',
        };
        return chart.kind === 'BAR' ? { value: [total, i], label } : { value: total, label };
      }),
    },
  ];
}
