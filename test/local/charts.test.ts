import { createHost } from '../../src/local/host/host';
import type { ChartDescription, ChartKind } from '../../src/local/services/chart-description';
import { chartPng, chartSvg } from '../../src/local/services/chart-image';
import { lightness, PALETTE } from '../../src/local/services/chart-palette';
import { textWidth } from '../../src/local/services/font-metrics';
import { wrapText } from '../../src/local/services/text-wrap';

const ORGANISATIONS = [
  'МБОУ «Средняя общеобразовательная школа № 1»',
  'МБОУ «Средняя общеобразовательная школа № 2 с углублённым изучением отдельных предметов»',
  'МБДОУ «Детский сад № 7 «Солнышко»',
  'МБОУ СОШ № 11 имени Героя Советского Союза А. П. Маресьева',
];

function chart(kind: ChartKind, more: Partial<ChartDescription> = {}): ChartDescription {
  return {
    kind,
    title: 'Наставнические пары',
    categories: ORGANISATIONS,
    series: [
      { name: 'Действует', values: [5, 2.5, 0, 12] },
      { name: 'Завершена', values: [1, 4, 3, 0] },
    ],
    width: 640,
    height: 400,
    ...more,
  };
}

describe('Charts service', () => {
  const host = createHost({ locale: 'ru_RU' });
  const charts = host.globals.Charts as typeof Charts;

  test('a column chart from a data table to PNG', () => {
    const data = charts
      .newDataTable()
      .addColumn(charts.ColumnType.STRING, 'Школа')
      .addColumn(charts.ColumnType.NUMBER, 'Пар')
      .addRow(['№ 1', 5])
      .addRow(['№ 2', 7])
      .build();
    const built = charts
      .newColumnChart()
      .setTitle('Пары')
      .setDataTable(data as never)
      .setDimensions(500, 300)
      .build();
    expect(String(charts)).toBe('Charts');
    expect([built.getOptions()?.get('title'), built.getOptions()?.get('width')]).toEqual(['Пары', 500]);
    const blob = built.getAs('image/png') as GoogleAppsScript.Base.Blob;
    const png = Buffer.from(blob.getBytes().map((b) => b & 255));
    expect([png.readUInt32BE(16), png.readUInt32BE(20), blob.getContentType()]).toEqual([
      1000,
      600,
      'image/png',
    ]);
  });

  test('a chart needs data; a row is not longer than the table', () => {
    expect(() => charts.newPieChart().build()).toThrow('Data table is required');
    expect(() => charts.newDataTable().addColumn(charts.ColumnType.NUMBER, 'x').addRow([1, 2])).toThrow(
      /1 columns/,
    );
  });
});

describe('pictures', () => {
  test.each<ChartKind>(['COLUMN', 'BAR', 'LINE', 'AREA', 'COMBO', 'PIE', 'HISTOGRAM'])(
    '%s has its title and is of twice its size',
    (kind) => {
      const description = chart(kind);
      expect(chartSvg(description)).toContain('Наставнические пары');
      const png = Buffer.from(chartPng(description));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
    },
  );

  test('numbers are written with a decimal comma', () => {
    expect(chartSvg(chart('COLUMN'))).toContain('>2,5<');
    expect(chartSvg(chart('COLUMN', { locale: 'en-US' }))).toContain('>2.5<');
  });

  test('stacks show their totals, shares add up to a hundred per cent', () => {
    expect(chartSvg(chart('COLUMN', { stacked: 'absolute' }))).toContain('>6,5<');
    expect(chartSvg(chart('BAR', { stacked: 'percent' }))).toContain('>100%<');
  });

  test('a target says its value in the legend', () => {
    const svg = chartSvg(
      chart('COMBO', {
        series: [
          { name: 'Охват', values: [5, 6, 7, 8] },
          { name: 'План', values: [6, 6, 6, 6], draw: 'line', dashed: true },
        ],
      }),
    );
    expect(svg).toContain('План: 6');
    expect(svg).toContain('stroke-dasharray');
  });

  test('a table writes its cells', () => {
    const svg = chartSvg(chart('TABLE', { table: { head: ['Школа', 'Пар'], rows: [['№ 1 <2>', '5']] } }));
    expect(svg).toContain('№\u00a01 &lt;2&gt;');
  });

  test('an empty chart is still a picture', () => {
    expect(chartPng(chart('COLUMN', { categories: [], series: [] })).length).toBeGreaterThan(500);
    expect(chartPng(chart('PIE', { categories: [], series: [] })).length).toBeGreaterThan(500);
  });

  test('neighbours in the palette differ in a black-and-white print', () => {
    const steps = PALETTE.slice(1).map((c, i) => Math.abs(lightness(c) - lightness(PALETTE[i])));
    expect(Math.min(...steps)).toBeGreaterThan(45);
  });
});

describe('wrapping names', () => {
  const options = { width: 120, size: 11, lines: 3 };
  test('lines fit the width', () => {
    for (const name of ORGANISATIONS)
      for (const line of wrapText(name, options).lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(120);
  });

  test('a short name stays as it is', () => {
    expect(wrapText('МБОУ СОШ', options)).toEqual({ lines: ['МБОУ СОШ'], cut: false });
  });

  test('the number stays with its sign, and the end of a cut name stays', () => {
    const { lines } = wrapText(ORGANISATIONS[0], { width: 110, size: 11, lines: 2 });
    expect(lines.at(-1)).toMatch(/№\u00a01»$/);
    const cut = wrapText(ORGANISATIONS[1], { width: 110, size: 11, lines: 2 });
    expect([cut.cut, cut.lines.length]).toEqual([true, 2]);
    expect(cut.lines[1]).toMatch(/^….*предметов»$/);
  });

  test('a word that is wider than the line is broken', () => {
    const { lines, cut } = wrapText('общеобразовательная', { width: 60, size: 11, lines: 3 });
    expect([cut, lines.length > 1, lines[0].endsWith('-')]).toEqual([true, true, true]);
  });
});
