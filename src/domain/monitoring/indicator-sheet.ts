import type { Cell } from '../registry/cell';
import type { Settings } from '../registry/settings';
import { monthYear, shortDate } from '../text/print-date';
import { percent, pointsDifference, printNumber, shareOf } from '../text/print-number';
import { NBSP } from '../text/spaces';
import { indicators } from './indicators';
import { type IndicatorValue, MUNICIPALITY, type OrganisationLine, type WaveReport } from './report';
import { type Verdict, verdictOf } from './verdict';

export const INDICATORS_TITLE = 'Показатели';

/** The readable table of a wave: a row an indicator, «a из b (x,x %)» for the municipality and every organisation. */
export interface IndicatorSheet {
  readonly rows: readonly (readonly Cell[])[];
  /** Verdict of each row below the header, for its colour. */
  readonly verdicts: readonly Verdict[];
  readonly widths: readonly number[];
}

export function indicatorSheet(report: WaveReport, settings: Settings): IndicatorSheet {
  const find = index(report.indicators);
  const before = report.previous?.comparable ? index(report.previous.indicators) : null;
  const submitted = report.organisations.filter((o) => o.submitted).length;
  const scopes = [MUNICIPALITY, ...report.organisations.map((o) => o.id)];
  const header = [
    'Код',
    `Показатель — ${monthYear(report.wave)}, на ${shortDate(report.asOf)}; по данным ${submitted} из ${report.organisations.length}${NBSP}ОО`,
    'Цель',
    'Оценка',
    report.previous ? `Изменение к ${shortDate(report.previous.asOf)}` : 'Изменение',
    settings.text('territory'),
    ...report.organisations.map((o) => o.name),
  ];
  const shown = indicators.filter((i) => !isEmptyPart(i.code, i.part, find));
  const rows = shown.map((i): Cell[] => {
    const figure = find(i.code, i.part, MUNICIPALITY)!;
    return [
      i.code,
      i.name,
      figure.target === null || i.better === null
        ? ''
        : `${i.better === 'less' ? '≤' : '≥'}${NBSP}${i.unit === '%' ? percent(figure.target).replace(',0', '') : printNumber(figure.target)}`,
      verdictOf(figure, settings),
      change(figure, before?.(i.code, i.part, MUNICIPALITY)),
      ...scopes.map((scope) => printFigure(find(i.code, i.part, scope))),
    ];
  });
  const below = [...qualityRows(report), ...distributionRows(report)];
  return {
    rows: [
      header,
      ...rows,
      ...below.map((row) => [...row, ...new Array(header.length - row.length).fill('')]),
    ],
    verdicts: [
      ...shown.map((i) => verdictOf(find(i.code, i.part, MUNICIPALITY)!, settings)),
      ...below.map((): Verdict => ''),
    ],
    widths: [60, 360, 90, 140, 120, 170, ...report.organisations.map(() => 150)],
  };
}

/** Completeness and timeliness of each organisation (§5.4), under the indicators. */
function qualityRows({ organisations }: WaveReport): Cell[][] {
  const line = (name: string, cell: (o: OrganisationLine) => Cell): Cell[] => [
    '',
    name,
    '',
    '',
    '',
    '',
    ...organisations.map(cell),
  ];
  const share = (value: number | null): Cell => (value === null ? 'нет данных' : percent(value));
  return [
    [''],
    ['', 'Полнота и своевременность'],
    line('Форма мониторинга', (o) => o.formStatus || 'формы нет'),
    line('Представлена', (o) =>
      o.submittedOn ? `${shortDate(o.submittedOn)}${o.late ? ', с опозданием' : ''}` : '',
    ),
    line('Заполненность обязательных полей', (o) => share(o.completeness)),
    line('Записей без ошибок', (o) => share(o.quality)),
    line('Ошибок', (o) => o.errors),
  ];
}

/** Distributions over the municipality, under the indicators; counts only. */
function distributionRows({ distributions }: WaveReport): Cell[][] {
  return Object.values(distributions).flatMap(({ title, items }): Cell[][] => [
    [''],
    ['', title],
    ...items.map(({ label, count }): Cell[] => ['', label, '', '', '', count]),
  ]);
}

/** Levels and types of practices that nobody has (И-20) would be fifteen rows of zeros. */
function isEmptyPart(code: string, part: string, find: ReturnType<typeof index>): boolean {
  return code === 'И-20' && part !== 'total' && find(code, part, MUNICIPALITY)?.value === 0;
}

function index(
  values: readonly IndicatorValue[],
): (code: string, part: string, scope: string) => IndicatorValue | undefined {
  const found = new Map(values.map((v) => [`${v.code}|${v.part}|${v.scope}`, v]));
  return (code, part, scope) => found.get(`${code}|${part}|${scope}`);
}

/** Three states, never mixed: the value, «—» for a zero denominator, «нет данных». */
export function printFigure(figure: IndicatorValue | undefined): string | number {
  if (!figure || figure.status === 'no-data') return 'нет данных';
  if (figure.status === 'zero-denominator') return '—';
  if (figure.unit === '%') return shareOf(figure.numerator!, figure.denominator!);
  return Math.round(figure.value! * 100) / 100;
}

function change(now: IndicatorValue, before: IndicatorValue | undefined): string {
  if (now.value === null || before?.value == null) return '';
  const difference = now.value - before.value;
  if (now.unit === '%') return pointsDifference(difference);
  return `${difference > 0 ? '+' : ''}${printNumber(difference)}`;
}
