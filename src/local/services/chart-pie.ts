import type { EChartsOption } from 'echarts';
import type { ChartDescription } from './chart-description';
import { frameOf, LABEL } from './chart-layout';
import { cartesianPlan, numberText, type PlotPlan } from './chart-option';
import { AXIS_LINE, colorAt, GRID_LINE, INK, MUTED_INK } from './chart-palette';
import { textWidth } from './font-metrics';
import { wrapText } from './text-wrap';

export function piePlan(chart: ChartDescription): PlotPlan {
  const locale = chart.locale ?? 'ru';
  const values = chart.series[0]?.values ?? [];
  const slices = chart.categories
    .map((name, i) => ({ name, value: values[i] ?? 0, color: colorAt(i, undefined, chart.colors) }))
    .filter((slice) => slice.value > 0);
  const total = slices.reduce((sum, s) => sum + s.value, 0) || 1;
  const named = chart.legend === 'none';
  const frame = frameOf(
    { ...chart, legend: chart.legend ?? 'right' },
    slices.map((s) => ({ ...s, mark: 'box' as const })),
  );
  const share = (v: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(v / total);
  const width = chart.width - frame.left - frame.right;
  const height = chart.height - frame.top - frame.bottom;
  const radius = Math.max(20, Math.min(width * (named ? 0.24 : 0.32), height / 2 - 26));
  const option: EChartsOption = {
    series: [
      {
        type: 'pie',
        radius: [radius * (chart.pieHole ?? 0), radius],
        center: [frame.left + width / 2, frame.top + height / 2],
        itemStyle: { borderColor: '#ffffff', borderWidth: 1.5 },
        labelLine: { length: 8, length2: 8, lineStyle: { color: AXIS_LINE } },
        label: { color: INK, fontSize: LABEL.size, lineHeight: LABEL.line },
        data: slices.map((slice) => {
          const size = `${numberText(slice.value, undefined, locale)} (${share(slice.value)})`;
          // One line for the name: echarts keeps low labels of neighbouring slices apart, tall ones it does not.
          const lines = named
            ? wrapText(slice.name, { width: width * 0.27, size: LABEL.size, lines: 1 }).lines
            : [];
          return {
            name: slice.name,
            value: slice.value,
            itemStyle: { color: slice.color },
            label: { formatter: [...lines, size].join('\n') },
          };
        }),
      },
    ],
  };
  return { frame, option };
}

export function scatterPlan(chart: ChartDescription): PlotPlan {
  const locale = chart.locale ?? 'ru';
  const colors = chart.series.map((s, i) => colorAt(i, s.color, chart.colors));
  const entries = chart.series.map((s, i) => ({ name: s.name, color: colors[i], mark: 'box' as const }));
  const frame = frameOf(chart, entries.length > 1 ? entries : []);
  const axis = (own: ChartDescription['horizontal'], gap: number) => ({
    type: own?.log ? ('log' as const) : ('value' as const),
    min: own?.min,
    max: own?.max,
    scale: true,
    splitLine: { lineStyle: { color: GRID_LINE } },
    axisLine: { lineStyle: { color: AXIS_LINE } },
    axisLabel: {
      color: MUTED_INK,
      fontSize: LABEL.size,
      formatter: (v: number) => numberText(v, own?.format, locale),
    },
    name: own?.title,
    nameLocation: 'middle' as const,
    nameGap: gap,
    nameTextStyle: { color: MUTED_INK, fontSize: LABEL.size + 0.5 },
  });
  const widest = Math.max(
    10,
    ...chart.series.flatMap((s) =>
      s.values.map((v) => textWidth(numberText(v ?? 0, chart.vertical?.format, locale), LABEL.size)),
    ),
  );
  const option: EChartsOption = {
    grid: {
      left: frame.left + widest + 16 + (chart.vertical?.title ? 20 : 0),
      right: frame.right + 16,
      top: frame.top + 8,
      bottom: frame.bottom + LABEL.line + 10 + (chart.horizontal?.title ? 20 : 0),
    },
    xAxis: axis(chart.horizontal, LABEL.line + 12),
    yAxis: axis(chart.vertical, widest + 14),
    series: chart.series.map((s, i) => ({
      type: 'scatter' as const,
      symbol: ['circle', 'rect', 'triangle', 'diamond'][i % 4],
      symbolSize: (chart.pointSize ?? 4) * 2,
      itemStyle: { color: colors[i] },
      data: s.values.map((v, k) => [chart.positions?.[k] ?? k + 1, v]) as (number | null)[][],
    })) as EChartsOption['series'],
  };
  return { frame, option };
}

/** Counts of values in intervals of equal width; drawn as columns. */
export function histogramPlan(chart: ChartDescription): PlotPlan {
  const all = chart.series.flatMap((s) => s.values).filter((v): v is number => v !== null);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const bins = Math.max(1, Math.min(12, Math.ceil(Math.sqrt(all.length))));
  const size = niceStep((high - low) / bins || 1);
  const start = Math.floor(low / size) * size;
  const count = Math.max(1, Math.floor((high - start) / size) + 1);
  const locale = chart.locale ?? 'ru';
  const edge = (i: number) => numberText(start + i * size, undefined, locale);
  return cartesianPlan({
    ...chart,
    kind: 'COLUMN',
    categories: Array.from({ length: count }, (_, i) => `${edge(i)}–${edge(i + 1)}`),
    series: chart.series.map((s) => ({
      ...s,
      values: Array.from(
        { length: count },
        (_, i) => s.values.filter((v) => v !== null && Math.floor((v - start) / size) === i).length,
      ),
    })),
  });
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 5, 10].find((m) => m * power >= raw) ?? 10) * power;
}
