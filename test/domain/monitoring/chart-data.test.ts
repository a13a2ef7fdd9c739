import { canDraw, chartData } from '../../../src/domain/monitoring/chart-data';
import { fullReport, nobodySubmitted, settings } from '../memo/reports';

const chart = (key: string, report = fullReport()) =>
  chartData(report, settings()).find((c) => c.key === key)!;

describe('charts', () => {
  it('are five, in order, with rows as wide as their header', () => {
    const charts = chartData(fullReport(), settings());
    expect(charts.map((c) => c.key)).toEqual(['Д1', 'Д2', 'Д3', 'Д4', 'Д5']);
    for (const { header, rows } of charts) for (const row of rows) expect(row).toHaveLength(header.length);
  });

  it('Д1: mentors and mentees by organisation, null without data', () => {
    expect(chart('Д1').rows.map((row) => row.slice(1))).toEqual([
      [3, 5],
      [1, 2],
      [null, null],
      [0, 0],
    ]);
  });

  it('Д2: share of the young with the target, null without data and for one person', () => {
    expect(chart('Д2').header).toEqual(['ОО', 'Охват, %', 'План, %']);
    expect(chart('Д2').rows.map((row) => row.slice(1))).toEqual([
      [75, 70],
      [100, 70],
      [null, 70],
      [null, 70],
    ]);
    const report = fullReport();
    const one = report.indicators.map((v) =>
      v.code === 'И-02' && v.scope === 'ORG-02' ? { ...v, numerator: 1, denominator: 1, value: 100 } : v,
    );
    expect(chart('Д2', { ...report, indicators: one }).rows[1]![1]).toBeNull();
  });

  it('Д3: pairs and groups by form, unused forms too', () => {
    expect(chart('Д3').rows[0]).toEqual(['педагог – педагог', 4]);
    expect(chart('Д3').rows).toContainEqual(['социальный партнёр – педагог', 0]);
  });

  it('Д4: measures by section and status', () => {
    const { header, rows } = chart('Д4');
    expect(header).toEqual([
      'Раздел',
      'В работе',
      'Выполнено',
      'Не выполнено (просрочено)',
      'Действует постоянно',
      'Требует даты',
    ]);
    expect(rows[0]).toEqual(['Муниципальный уровень', 0, 1, 0, 1, 0]);
  });

  it('Д5: both waves, only this one when they cannot be compared', () => {
    expect(chart('Д5').header.map((h) => h.replace('\u00a0', ' '))).toEqual([
      'Показатель',
      'апрель 2023 г.',
      'апрель 2024 г.',
    ]);
    expect(chart('Д5').rows[0]).toEqual(['Вовлечены в наставничество', 8.8, 14.3]);
    const alone = chart('Д5', fullReport({ previous: { ...fullReport().previous!, comparable: false } }));
    expect(alone.header).toHaveLength(2);
  });

  it('can be drawn only with something to draw', () => {
    expect(chartData(fullReport(), settings()).map(canDraw)).toEqual([true, true, true, true, true]);
    const none = chartData(
      {
        ...nobodySubmitted(),
        distributions: { ...nobodySubmitted().distributions, forms: { title: '', items: [] } },
      },
      settings(),
    );
    expect(none.map(canDraw)).toEqual([false, false, false, true, true]);
  });
});
