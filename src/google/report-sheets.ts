import type { ReportSheets } from '../app/ports';
import type { ChartData } from '../domain/monitoring/charts';
import { FACTS_HEADER, FACTS_TITLE } from '../domain/monitoring/facts-sheet';
import type { Cell } from '../domain/registry/cell';
import { CHARTS_TITLE, PIVOT_TITLE } from '../domain/workbook/generated-layout';
import type { OpenSpreadsheet } from './spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The pivots of «Свод»: rows and columns by titles of «Данные свода». */
const PIVOTS = [
  {
    anchor: 'A3',
    heading: 'Участники на отчётную дату (ОО, представившие форму)',
    rows: 'ОО',
    columns: 'Объект',
    objects: ['Наставник', 'Наставляемый', 'Пара', 'Группа'],
    value: 'На дату D',
    // A total over people and pairs together would mean nothing.
    total: false,
  },
  {
    anchor: 'I3',
    heading: 'Пары и группы на отчётную дату: форма и вид',
    rows: 'Форма',
    columns: 'Вид',
    objects: ['Пара', 'Группа'],
    value: 'Пар и групп',
    total: true,
  },
] as const;

/** 1-based column of «Данные свода». */
const fact = (title: string): number => FACTS_HEADER.indexOf(title) + 1;

/** The tables behind the charts stand to the right of them. */
const DATA_COLUMN = 9;
const CHART_ROWS = 21;
const SIZE = { width: 760, height: 400 } as const;
const COLOURS = ['#2f5f8f', '#e08a2e', '#5b9a68', '#8a6fb0', '#b5525c', '#7f7f7f', '#c2a83e', '#4aa3a8'];

/** The port ReportSheets: native pivot tables and charts, made once; later runs only refill what they stand on. */
export function reportSheets(open: OpenSpreadsheet): ReportSheets {
  /** The charts as they stand after `charts()`; null when some were made or changed. */
  let unchanged: GoogleAppsScript.Spreadsheet.EmbeddedChart[] | null = null;
  return {
    pivots() {
      const sheet = open.sheet(PIVOT_TITLE);
      const standing = sheet.getPivotTables().map((p) => p.getAnchorCell().getA1Notation());
      for (const pivot of PIVOTS) {
        if (standing.includes(pivot.anchor)) continue;
        // Whole columns of a tab with fixed columns: no method can move a pivot's source later.
        const source = open.sheet(FACTS_TITLE).getRange(`A:${String.fromCharCode(64 + FACTS_HEADER.length)}`);
        const anchor = sheet.getRange(pivot.anchor);
        sheet.getRange(1, anchor.getColumn()).setValue(pivot.heading);
        sheet.setColumnWidth(anchor.getColumn(), 260);
        makePivot(anchor.createPivotTable(source), pivot);
      }
    },
    charts(data) {
      const sheet = open.sheet(CHARTS_TITLE);
      const places = placeTables(data);
      writeTables(open, sheet, data, places);
      const known = sheet.getCharts();
      unchanged = known;
      data.forEach((chart, i) => {
        const range = sheet.getRange(2, places[i], chart.rows.length + 1, chart.header.length);
        const title = `${chart.key}. ${chart.title}`;
        const existing = known.find((c) => String(c.getOptions().get('title')).startsWith(`${chart.key}.`));
        if (!existing) {
          if (chart.rows.length === 0) return;
          sheet.insertChart(build(sheet.newChart(), chart, title, range, 2 + i * CHART_ROWS));
          unchanged = null;
          return;
        }
        const same =
          existing.getRanges()[0]?.getA1Notation() === range.getA1Notation() &&
          existing.getOptions().get('title') === title;
        if (same || chart.rows.length === 0) return;
        sheet.updateChart(existing.modify().clearRanges().addRange(range).setOption('title', title).build());
        unchanged = null;
      });
    },
    pictures(keys) {
      const pictures: Record<string, unknown> = {};
      for (const chart of unchanged ?? open.sheet(CHARTS_TITLE).getCharts()) {
        const key = String(chart.getOptions().get('title')).slice(0, 2);
        if ((keys as readonly string[]).includes(key)) pictures[key] = chart.getAs('image/png');
      }
      return pictures;
    },
    dressIndicators(title, widths) {
      const sheet = open.sheet(title);
      // Set once: later people may have chosen their own.
      if (sheet.getColumnWidth(2) === widths[1]) return;
      sheet.getRange(1, 3, sheet.getMaxRows(), sheet.getMaxColumns() - 2).setHorizontalAlignment('center');
      let from = 0;
      for (let i = 1; i <= widths.length; i++) {
        if (i < widths.length && widths[i] === widths[from]) continue;
        sheet.setColumnWidths(from + 1, i - from, widths[from]);
        from = i;
      }
    },
  };
}

function makePivot(pivot: GoogleAppsScript.Spreadsheet.PivotTable, layout: (typeof PIVOTS)[number]): void {
  pivot.addRowGroup(fact(layout.rows));
  const columns = pivot.addColumnGroup(fact(layout.columns));
  if (!layout.total) columns.showTotals(false);
  pivot
    .addPivotValue(fact('На дату D'), SpreadsheetApp.PivotTableSummarizeFunction.SUM)
    .setDisplayName(layout.value);
  pivot.addFilter(fact('Объект'), visible([...layout.objects]));
  // The same rows that the indicators count: of organisations that submitted the form, on the reference date.
  pivot.addFilter(fact('Форма ОО представлена'), visible(['да']));
  pivot.addFilter(fact('На дату D'), visible(['1']));
}

function visible(values: string[]): GoogleAppsScript.Spreadsheet.FilterCriteria {
  return SpreadsheetApp.newFilterCriteria().setVisibleValues(values).build();
}

/** First column of each table: side by side with a blank column between. */
function placeTables(data: readonly ChartData[]): number[] {
  let next = DATA_COLUMN;
  return data.map((chart) => {
    const at = next;
    next += chart.header.length + 1;
    return at;
  });
}

/** All five tables in one write: titles in row 1, headers in row 2. */
function writeTables(
  open: OpenSpreadsheet,
  sheet: Sheet,
  data: readonly ChartData[],
  places: readonly number[],
): void {
  const last = data.length - 1;
  const width = places[last] + data[last].header.length - DATA_COLUMN;
  const used = sheet.getDataRange();
  const height = Math.max(used.getLastRow(), 2 + Math.max(...data.map((c) => c.rows.length)));
  const grid: Cell[][] = Array.from({ length: height }, () => new Array(width).fill(''));
  data.forEach((chart, i) => {
    const at = places[i] - DATA_COLUMN;
    grid[0][at] = `${chart.key}. ${chart.title}`;
    chart.header.forEach((text, k) => {
      grid[1][at + k] = text;
    });
    chart.rows.forEach((row, r) => {
      row.forEach((value, k) => {
        grid[r + 2][at + k] = value ?? '';
      });
    });
  });
  const right = DATA_COLUMN + width - 1;
  const range = () => sheet.getRange(1, DATA_COLUMN, height, width);
  if (height > used.getLastRow() || right > used.getLastColumn()) {
    open.makeRoom(CHARTS_TITLE, height, right);
    // A tall row would push the charts apart.
    range().setWrap(false);
  }
  range().setValues(open.cells().toValues(grid));
}

function build(
  builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder,
  chart: ChartData,
  title: string,
  range: GoogleAppsScript.Spreadsheet.Range,
  row: number,
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const type = {
    'stacked-columns': Charts.ChartType.COLUMN,
    'bars-with-target': Charts.ChartType.COMBO,
    bars: Charts.ChartType.BAR,
    'stacked-bar': Charts.ChartType.BAR,
    columns: Charts.ChartType.COLUMN,
  }[chart.kind];
  const made = builder
    .setChartType(type)
    .addRange(range)
    .setNumHeaders(1)
    .setPosition(row, 1, 10, 10)
    .setOption('title', title)
    .setOption('width', SIZE.width)
    .setOption('height', SIZE.height)
    .setOption('colors', COLOURS)
    .setOption('legend', { position: chart.header.length > 2 ? 'bottom' : 'none' });
  if (chart.kind.startsWith('stacked')) made.setOption('isStacked', true);
  if (chart.kind === 'bars-with-target')
    made.setOption('seriesType', 'bars').setOption('series', { 1: { type: 'line' } });
  return made.build();
}
