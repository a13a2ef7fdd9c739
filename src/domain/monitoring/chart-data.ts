import { enumerations } from '../registry/enumerations';
import type { Settings } from '../registry/settings';
import { monthYear } from '../text/print-date';
import { round } from '../text/print-number';
import { cleanText } from '../text/spaces';
import type { ChartData } from './charts';
import { type IndicatorValue, MUNICIPALITY, type WaveReport } from './report';

/** Shares that Д5 compares between the waves, with labels short enough for an axis. */
const MAIN: readonly (readonly [code: string, label: string])[] = [
  ['И-01', 'Вовлечены в наставничество'],
  ['И-02', 'Молодые специалисты в программах'],
  ['И-05', 'ОО с куратором'],
  ['И-08', 'ОО с полным пакетом'],
  ['И-11', 'Пары и группы с приказом'],
  ['И-12', 'Пары и группы с программой'],
  ['И-15', 'Обученные наставники'],
  ['И-22', 'Обеспеченность запросов'],
  ['И-28', 'Исполнение дорожной карты'],
];

/** The tables behind the five charts Д1–Д5 (domain.md §4), always five and in this order; null = no data. */
export function chartData(report: WaveReport, settings: Settings): ChartData[] {
  return [participants(report), coverage(report, settings), forms(report), roadmap(report), waves(report)];
}

/** Whether there is anything to draw: at least one number above zero, or a percentage of any size. */
export function canDraw(chart: ChartData): boolean {
  const percentages = chart.key === 'Д2' || chart.key === 'Д5';
  // The last column of Д2 is the target, which alone is no news.
  const figures = chart.rows.flatMap((row) => row.slice(1, chart.key === 'Д2' ? 2 : undefined));
  return figures.some((cell) => typeof cell === 'number' && (percentages || cell > 0));
}

function figureOf(
  values: readonly IndicatorValue[],
  code: string,
  part: string,
  scope: string,
): IndicatorValue | undefined {
  return values.find((v) => v.code === code && v.part === part && v.scope === scope && v.status === 'value');
}

function participants(report: WaveReport): ChartData {
  const number = (part: string, scope: string) =>
    figureOf(report.indicators, 'И-10', part, scope)?.value ?? null;
  return {
    key: 'Д1',
    title: 'Наставники и наставляемые по ОО',
    kind: 'stacked-columns',
    header: ['ОО', 'Наставники', 'Наставляемые'],
    rows: report.organisations.map((o) => [
      cleanText(o.name),
      number('mentors.D', o.id),
      number('mentees.D', o.id),
    ]),
  };
}

/** A share of one person would tell about that person, so it is not shown. */
function coverage(report: WaveReport, settings: Settings): ChartData {
  const target =
    report.indicators.find((v) => v.code === 'И-02' && v.scope === MUNICIPALITY)?.target ??
    settings.target('И-02', Number(report.wave.slice(0, 4)));
  return {
    key: 'Д2',
    title: 'Молодые специалисты, вошедшие в программы наставничества, по ОО, %',
    kind: 'bars-with-target',
    header: target === null ? ['ОО', 'Охват, %'] : ['ОО', 'Охват, %', 'План, %'],
    rows: report.organisations.map((o) => {
      const share = figureOf(report.indicators, 'И-02', '', o.id);
      const value = share && (share.denominator ?? 0) > 1 ? rounded(share.value) : null;
      return target === null ? [cleanText(o.name), value] : [cleanText(o.name), value, target];
    }),
  };
}

function forms(report: WaveReport): ChartData {
  return {
    key: 'Д3',
    title: 'Пары и группы по формам наставничества',
    kind: 'bars',
    header: ['Форма', 'Пар и групп'],
    rows: report.distributions.forms.items.map((item) => [cleanText(item.label), item.count]),
  };
}

function roadmap(report: WaveReport): ChartData {
  const statuses = [...new Set(report.roadmap.map((line) => line.status))];
  const known: readonly string[] = enumerations.roadmapStatus.values;
  statuses.sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const sectionOf = (number: string) => {
    const section = enumerations.roadmapSection.values.find((s) => s[0] === number.trim()[0]);
    return section ? section.slice(2) : 'Прочие мероприятия';
  };
  const sections = [...new Set(report.roadmap.map((line) => sectionOf(line.number)))];
  return {
    key: 'Д4',
    title: 'Исполнение дорожной карты: мероприятия по статусам',
    kind: 'stacked-bar',
    header: ['Раздел', ...statuses],
    rows: sections.map((section) => [
      section,
      ...statuses.map(
        (status) =>
          report.roadmap.filter((l) => l.status === status && sectionOf(l.number) === section).length,
      ),
    ]),
  };
}

function waves(report: WaveReport): ChartData {
  const before = report.previous?.comparable ? report.previous : null;
  const now = monthYear(report.wave);
  const share = (values: readonly IndicatorValue[], code: string) =>
    rounded(figureOf(values, code, '', MUNICIPALITY)?.value ?? null);
  return {
    key: 'Д5',
    title: before
      ? `Основные показатели: ${monthYear(before.wave)} и ${now}, %`
      : `Основные показатели: ${now}, %`,
    kind: 'columns',
    header: before ? ['Показатель', monthYear(before.wave), now] : ['Показатель', now],
    rows: MAIN.map(([code, label]) =>
      before
        ? [label, share(before.indicators, code), share(report.indicators, code)]
        : [label, share(report.indicators, code)],
    ),
  };
}

/** One decimal, as everywhere in the memo: labels of the columns come from the numbers themselves. */
function rounded(value: number | null): number | null {
  return value === null ? null : round(value, 1);
}
