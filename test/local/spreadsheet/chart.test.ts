import { createHost } from '../../../src/local/host/host';
import { type ChartModel, chartDescription } from '../../../src/local/services/spreadsheet/chart';

function setUp() {
  const host = createHost({ locale: 'ru_RU' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const charts = host.globals.Charts as typeof Charts;
  const spreadsheet = app.create('Диаграммы');
  const sheet = spreadsheet.getSheets()[0];
  sheet.getRange('A1:C4').setValues([
    ['Школа', 'Пар', 'План'],
    ['Школа № 1', 5, 4],
    ['Школа № 2', 2.5, 4],
    ['Школа № 3', '', 4],
  ]);
  const own = host.spreadsheets.get(spreadsheet.getId());
  if (!own) throw new Error('no spreadsheet');
  const describeFirst = () => chartDescription(own, own.model.sheets[0].charts[0] as ChartModel);
  return { host, app, charts, sheet, describeFirst };
}

const size = (bytes: number[]) => {
  const png = Buffer.from(bytes.map((b) => b & 255));
  return [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];
};

describe('building', () => {
  test('the builder names itself as the live one and keeps what it was given', () => {
    const { charts, sheet } = setUp();
    const builder = sheet.newChart().addRange(sheet.getRange('A1:A4')).addRange(sheet.getRange('B1:B4'));
    expect(String(builder)).toMatch(
      /^com\.google\.apps\.maestro\.server\.beans\.trix\.impl\.ChartPropertyApiEmbeddedChartBuilder@/,
    );
    const chart = builder
      .setChartType(charts.ChartType.COLUMN)
      .setPosition(2, 3, 10, 20)
      .setOption('title', 'Пары')
      .build();
    const container = chart.getContainerInfo();
    expect([
      container.getAnchorRow(),
      container.getAnchorColumn(),
      container.getOffsetX(),
      container.getOffsetY(),
    ]).toEqual([2, 3, 10, 20]);
    expect(chart.getRanges().map((r) => r.getA1Notation())).toEqual(['A1:A4', 'B1:B4']);
    expect(chart.getOptions()?.get('title')).toBe('Пары');
    expect([String(chart), chart.getChartId(), chart.modify().getChartType()]).toEqual([
      'EmbeddedChart',
      null,
      charts.ChartType.COLUMN,
    ]);
  });

  test.each(['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'])(
    'as%sChart changes the same chart',
    (name) => {
      const { sheet } = setUp();
      const builder = sheet.newChart();
      const typed = (builder as unknown as Record<string, () => typeof builder>)[`as${name}Chart`]();
      expect(String(typed.getChartType())).toBe(name.toUpperCase());
      typed.addRange(sheet.getRange('A1'));
      expect([String(builder.getChartType()), builder.getRanges().length]).toEqual([name.toUpperCase(), 1]);
      expect(builder.removeRange(sheet.getRange('A1')).getRanges()).toEqual([]);
    },
  );

  test('typed builders have the setters of their kind only', () => {
    const { sheet } = setUp();
    expect('setXAxisRange' in sheet.newChart().asScatterChart()).toBe(true);
    expect('setXAxisRange' in sheet.newChart().asColumnChart()).toBe(false);
    expect('setRange' in sheet.newChart().asColumnChart()).toBe(true);
    expect('setTitle' in sheet.newChart()).toBe(false);
  });
});

describe('on the sheet', () => {
  test('insert, update in place, remove', () => {
    const { sheet } = setUp();
    sheet.insertChart(
      sheet
        .newChart()
        .asBarChart()
        .setTitle('раз')
        .addRange(sheet.getRange('A1:B4'))
        .setPosition(1, 5, 0, 0)
        .build(),
    );
    const [first] = sheet.getCharts();
    sheet.updateChart(first.modify().setOption('title', 'два').setPosition(6, 5, 0, 0).build());
    const [updated, ...others] = sheet.getCharts();
    expect(others).toEqual([]);
    expect([
      updated.getChartId(),
      updated.getOptions()?.get('title'),
      updated.getContainerInfo().getAnchorRow(),
    ]).toEqual([first.getChartId(), 'два', 6]);
    sheet.removeChart(updated);
    expect(sheet.getCharts()).toEqual([]);
  });

  test('ranges and place follow inserted rows', () => {
    const { sheet } = setUp();
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B4')).setPosition(6, 1, 0, 0).build());
    sheet.insertRowsBefore(1, 2);
    const [chart] = sheet.getCharts();
    expect([chart.getRanges()[0].getA1Notation(), chart.getContainerInfo().getAnchorRow()]).toEqual([
      'A3:B6',
      8,
    ]);
  });

  test('a picture needs an inserted chart', () => {
    const { sheet } = setUp();
    const chart = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B4')).build();
    expect(() => chart.getBlob()).toThrow(/insertChart/);
    sheet.insertChart(chart);
    const blob = sheet.getCharts()[0].getAs('image/png');
    expect([blob.getContentType(), ...size(blob.getBytes())]).toEqual(['image/png', 'PNG', 1200, 742]);
    expect(() => chart.getAs('image/jpeg')).toThrow(/not implemented in the local host/);
  });
});

describe('what is drawn', () => {
  test('headings, categories, blanks, options', () => {
    const { charts, sheet, describeFirst } = setUp();
    sheet.insertChart(
      sheet
        .newChart()
        .asComboChart()
        .setTitle('Пары и план')
        .setLegendPosition(charts.Position.TOP)
        .setYAxisTitle('Пар')
        .setRange(0, 10)
        .setColors(['#112233', 'red'])
        .setOption('series', { 1: { type: 'line', lineDashStyle: [4, 4] } })
        .setOption('width', 700)
        .addRange(sheet.getRange('A1:A4'))
        .addRange(sheet.getRange('B1:C4'))
        .setNumHeaders(1)
        .build(),
    );
    const drawn = describeFirst();
    expect(drawn).toMatchObject({
      kind: 'COMBO',
      title: 'Пары и план',
      categories: ['Школа № 1', 'Школа № 2', 'Школа № 3'],
      legend: 'top',
      vertical: { title: 'Пар', min: 0, max: 10 },
      colors: ['#112233', '#ff0000'],
      width: 700,
      height: 371,
      locale: 'ru-RU',
    });
    expect(drawn.series).toMatchObject([
      { name: 'Пар', values: [5, 2.5, null], draw: 'columns' },
      { name: 'План', values: [4, 4, 4], draw: 'line', dashed: true },
    ]);
  });

  test('headings are found without being told; hidden rows are left out; the present cells count', () => {
    const { sheet, describeFirst } = setUp();
    sheet.insertChart(
      sheet.newChart().asColumnChart().setStacked().addRange(sheet.getRange('A1:B4')).build(),
    );
    sheet.getRange('B2').setValue(50);
    sheet.hideRows(3);
    expect(describeFirst()).toMatchObject({
      categories: ['Школа № 1', 'Школа № 3'],
      series: [{ name: 'Пар', values: [50, null] }],
      stacked: 'absolute',
    });
  });

  test('transposed: rows become series', () => {
    const { sheet, describeFirst } = setUp();
    sheet.insertChart(
      sheet
        .newChart()
        .asLineChart()
        .addRange(sheet.getRange('A1:C3'))
        .setTransposeRowsAndColumns(true)
        .setNumHeaders(1)
        .build(),
    );
    expect(describeFirst()).toMatchObject({
      categories: ['Пар', 'План'],
      series: [
        { name: 'Школа № 1', values: [5, 4] },
        { name: 'Школа № 2', values: [2.5, 4] },
      ],
    });
  });

  test('a kind that the host cannot draw is refused by name', () => {
    const { charts, sheet } = setUp();
    sheet.insertChart(
      sheet.newChart().setChartType(charts.ChartType.GEO).addRange(sheet.getRange('A1:B4')).build(),
    );
    expect(() => sheet.getCharts()[0].getBlob()).toThrow(
      'Drawing a chart of type GEO is not implemented in the local host',
    );
  });
});

test('a range gives its data to the Charts service', () => {
  const { charts, sheet } = setUp();
  const built = charts
    .newBarChart()
    .setDataTable(sheet.getRange('A1:B4').getDataTable(true) as never)
    .build();
  const blob = built.getAs('image/png') as GoogleAppsScript.Base.Blob;
  expect(size(blob.getBytes())).toEqual(['PNG', 1200, 742]);
});

test('a range list passes formats on', () => {
  const { sheet } = setUp();
  sheet.getRangeList(['A1', 'C3:D4']).setBackground('red').setFontWeight('bold');
  expect([
    sheet.getRange('D4').getBackground(),
    sheet.getRange('A1').getFontWeight(),
    sheet.getRange('B2').getBackground(),
  ]).toEqual(['#ff0000', 'bold', '#ffffff']);
});
