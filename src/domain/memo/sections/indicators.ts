import { type IndicatorValue, MUNICIPALITY } from '../../monitoring/report';
import { capital } from '../../text/letter-case';
import { monthYear } from '../../text/print-date';
import { pointsDifference, printNumber, round } from '../../text/print-number';
import type { Block } from '../blocks';
import { chart } from '../chart-block';
import type { Memo } from '../input';
import {
  bare,
  basis,
  before,
  isSame,
  isShare,
  isSmall,
  known,
  lightOf,
  nameOf,
  planText,
  shown,
} from '../names';
import { longDay, paragraph, sentences } from '../phrases';
import { unaccepted } from './completeness';
import { unrepresentative } from './satisfaction';

/** Section 11: every indicator with its plan, fact and change; Т9, Д5. */
export function indicators(memo: Memo): Block[] {
  const figures = tabled(memo);
  if (!figures.length) return [paragraph('Таблица 9 и диаграмма 5 не составлены: показатели не рассчитаны.')];
  const previous = memo.report.previous;
  const compared = previous?.comparable ? previous : null;
  const preliminary = unaccepted(memo).length ? ' (предварительно)' : '';
  const header = ['Код', 'Показатель', 'План', 'Факт'];
  const past = compared ? [capital(monthYear(compared.wave)), 'Изменение'] : [];
  return [
    paragraph(
      `${memo.submitted.length ? `Показатели рассчитаны ${basis(memo)}.` : 'Показатели по данным ОО не рассчитаны: форм нет.'} ${dynamics(memo)}`,
      ['indicators'],
    ),
    {
      kind: 'table',
      title: `Таблица 9. Показатели: план, факт, динамика${preliminary}`,
      rows: [
        [...header, ...past, 'Оценка'],
        ...figures.map((figure) => [
          figure.code,
          nameOf(memo, figure),
          planText(memo, figure) || '—',
          shown(memo, figure),
          ...(compared ? comparison(memo, figure) : []),
          assessment(memo, figure),
        ]),
      ],
      widths: compared ? [1.2, 6, 1.7, 3, 3, 2.2, 2.4] : [1.2, 7, 2, 3.4, 2.6],
      numeric: compared ? [2, 3, 4, 5] : [2, 3],
      sources: figures.map((v) => (v.part ? `${v.code} ${v.part}` : v.code)),
    },
    paragraph(
      'Прочерк «—» в графе «Факт» означает, что случаев для расчёта нет; в графах «План» и «Оценка» — что плановое значение не установлено или оценить нечего.',
      [],
      'note',
    ),
    ...chart(memo, 'Д5'),
  ];
}

/** Municipal figures of Т9 in the order of the table of indicators; levels and types of practices are in Т6. */
export function tabled(memo: Memo): IndicatorValue[] {
  const municipal = memo.report.indicators.filter(
    (v) => v.scope === MUNICIPALITY && !/^(?:level|type):/.test(v.part) && !/\.P$/.test(v.part),
  );
  const order = memo.indicatorTable.map((entry) => entry.code);
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  // The share of pupils is outside teacher mentoring and is shown only where somebody typed it in.
  return municipal
    .filter((v) => v.code !== 'И-31' || v.status === 'value')
    .sort((a, b) => place(a.code) - place(b.code));
}

/** Whether and with what this wave can be compared. */
export function dynamics(memo: Memo): string {
  const { previous } = memo.report;
  if (!previous) return 'Сравнить показатели не с чем: это первая волна мониторинга.';
  const wave = monthYear(previous.wave, 'prepositional');
  if (!previous.comparable) {
    return `Динамика не приводится: после волны, проведённой в ${wave}, изменились определения показателей.`;
  }
  const source =
    previous.source === 'snapshot'
      ? 'взяты из сохранённых итогов той волны'
      : `пересчитаны по реестрам на ${longDay(previous.asOf)}`;
  return sentences(
    `Для сравнения приведены показатели предыдущей волны (${monthYear(previous.wave)}); они ${source}`,
  );
}

function comparison(memo: Memo, figure: IndicatorValue): [string, string] {
  const old = before(memo, figure.code, figure.part);
  if (!old) return ['нет данных', '—'];
  if (!known(memo, figure)) return [shown(memo, old), '—'];
  if (isSame(old, figure)) return [shown(memo, old), 'без изменений'];
  const difference = figure.value! - old.value!;
  if (figure.unit === '%') {
    const few = isShare(memo, figure) && (isSmall(figure) || isSmall(old));
    return [
      shown(memo, old),
      few ? `${bare(memo, old)} → ${bare(memo, figure)}` : pointsDifference(difference),
    ];
  }
  const rounded = round(difference, 2);
  return [shown(memo, old), (rounded > 0 ? '+' : '') + printNumber(rounded)];
}

function assessment(memo: Memo, figure: IndicatorValue): string {
  const light = lightOf(memo, figure);
  if (!light) return '—';
  const survey = figure.code === 'И-23' || figure.code === 'И-24';
  return survey && unrepresentative(memo) ? `${light} (нерепрезентативно)` : light;
}

/** The figures of one indicator that have a plan and a value, with the worst of their lights. */
export function judged(memo: Memo): { figures: IndicatorValue[]; light: string }[] {
  const rank = ['достигнут', 'близок к достижению', 'не достигнут'];
  const all = tabled(memo).filter((v) => lightOf(memo, v) !== '');
  return [...new Set(all.map((v) => v.code))].map((code) => {
    const figures = all.filter((v) => v.code === code);
    const worst = Math.max(...figures.map((v) => rank.indexOf(lightOf(memo, v))));
    return { figures: figures.filter((v) => lightOf(memo, v) === rank[worst]), light: rank[worst]! };
  });
}

/** Codes with a plan that this wave has no value for. */
export function unjudged(memo: Memo): IndicatorValue[] {
  return tabled(memo).filter((v) => planText(memo, v) !== '' && lightOf(memo, v) === '' && v.code !== 'И-31');
}
