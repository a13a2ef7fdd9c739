import type * as Resvg from '@resvg/resvg-js';
import type * as ECharts from 'echarts';
import type { ChartDescription } from './chart-description';
import { LEGEND, type PlacedLegend, TITLE } from './chart-layout';
import { cartesianPlan, type PlotPlan } from './chart-option';
import { INK } from './chart-palette';
import { histogramPlan, piePlan, scatterPlan } from './chart-pie';
import { tableSvg } from './chart-table';
import { fontFile, packageRequire, textWidth } from './font-metrics';

/** Pixels of the picture for one pixel of the chart: pictures go into printed documents. */
export const PIXEL_RATIO = 2;
const FAMILY = 'PT Sans';

/** Draws a chart as a PNG of the chart's size × PIXEL_RATIO. Nothing depends on fonts of the machine. */
export function chartPng(chart: ChartDescription): Uint8Array {
  const { Resvg: Renderer } = packageRequire()('@resvg/resvg-js') as typeof Resvg;
  const renderer = new Renderer(chartSvg(chart), {
    fitTo: { mode: 'zoom', value: PIXEL_RATIO },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile('regular'), fontFile('bold')],
      defaultFontFamily: FAMILY,
    },
  });
  return new Uint8Array(renderer.render().asPng());
}

/** The same picture as SVG text (fonts by name, "PT Sans"). */
export function chartSvg(chart: ChartDescription): string {
  if (chart.kind === 'TABLE') return tableSvg(chart, FAMILY);
  const { frame, option } = planOf(chart);
  const echarts = load();
  const plot = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: chart.width,
    height: chart.height,
  });
  try {
    plot.setOption({
      animation: false,
      backgroundColor: chart.background ?? '#ffffff',
      textStyle: { fontFamily: FAMILY, color: INK },
      ...option,
    });
    const svg = plot.renderToSVGString();
    return svg.replace(/<\/svg>\s*$/, `${titleSvg(chart, frame.titleLines)}${legendSvg(frame.legend)}</svg>`);
  } finally {
    plot.dispose();
  }
}

function planOf(chart: ChartDescription): PlotPlan {
  switch (chart.kind) {
    case 'PIE':
      return piePlan(chart);
    case 'SCATTER':
      return scatterPlan(chart);
    case 'HISTOGRAM':
      return histogramPlan(chart);
    default:
      return cartesianPlan(chart);
  }
}

let loaded: typeof ECharts | null = null;

/** Loaded at the first picture: most runs of the host draw none. */
function load(): typeof ECharts {
  if (loaded) return loaded;
  loaded = packageRequire()('echarts') as typeof ECharts;
  loaded.setPlatformAPI({
    measureText(text: string, font?: string) {
      const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
      return { width: textWidth(text, size, /bold|[6-9]00/.test(font ?? '') ? 'bold' : 'regular') };
    },
  });
  return loaded;
}

export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string,
  );
}

function titleSvg(chart: ChartDescription, lines: readonly string[]): string {
  return lines
    .map(
      (line, i) =>
        `<text x="${chart.width / 2}" y="${14 + TITLE.size * 0.8 + i * TITLE.line}" text-anchor="middle" ` +
        `font-family="${FAMILY}" font-size="${TITLE.size}" font-weight="bold" fill="${INK}">${escapeXml(line)}</text>`,
    )
    .join('');
}

function legendSvg(legend: PlacedLegend): string {
  return legend.entries
    .map((entry) => {
      const { x, y, color } = entry;
      const middle = y + LEGEND.line / 2 - 1;
      const mark =
        entry.mark === 'box'
          ? `<rect x="${x}" y="${middle - LEGEND.icon / 2}" width="${LEGEND.icon}" height="${LEGEND.icon}" fill="${color}"/>`
          : `<line x1="${x - 4}" x2="${x + LEGEND.icon + 1}" y1="${middle}" y2="${middle}" stroke="${color}" stroke-width="2.4"` +
            `${entry.mark === 'dash' ? ' stroke-dasharray="4 3"' : ''}/>`;
      const text = entry.lines
        .map(
          (line, i) =>
            `<text x="${x + LEGEND.icon + 6}" y="${middle + LEGEND.size * 0.35 + i * LEGEND.line}" font-family="${FAMILY}" ` +
            `font-size="${LEGEND.size}" fill="${INK}">${escapeXml(line)}</text>`,
        )
        .join('');
      return mark + text;
    })
    .join('');
}
