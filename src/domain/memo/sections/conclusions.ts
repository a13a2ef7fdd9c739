import type { IndicatorValue } from '../../monitoring/report';
import { counted, plural } from '../../text/plural';
import { monthYear } from '../../text/print-date';
import { pointsDifference, printNumber, round } from '../../text/print-number';
import { NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { bare, before, isShare, isSmall, known, nameOf, planText, shown } from '../names';
import { oo, paragraph, quote, quoted, sentences } from '../phrases';
import { unaccepted } from './completeness';
import { dynamics, judged, tabled, unjudged } from './indicators';

/** Section 12: plans met and missed, notable changes. Rules only: the memo never explains a figure. */
export function conclusions(memo: Memo): Block[] {
  return [...completeness(memo), ...plans(memo), ...missed(memo), ...changes(memo)];
}

function completeness(memo: Memo): Block[] {
  const { total, submitted } = memo;
  if (total === 0) return [];
  const n = submitted.length;
  const pending = unaccepted(memo).length;
  const who =
    n === 0
      ? 'Сведений ОО нет, поэтому выводы о состоянии наставничества сделать нельзя'
      : `Выводы сделаны по данным ${printNumber(n)} из ${oo(total)}`;
  return [
    paragraph(
      sentences(who, pending ? `Выводы предварительные: сведения ${oo(pending)} ещё не приняты` : ''),
      ['organisations'],
    ),
  ];
}

function plans(memo: Memo): Block[] {
  const all = judged(memo);
  if (!all.length) {
    return [paragraph('Сравнить с планом нечего: показателей, у которых есть и план, и значение, нет.')];
  }
  const reached = all.filter((j) => j.light === 'достигнут');
  const codes = new Set(all.map((j) => j.figures[0]!.code));
  const rest = new Set(
    unjudged(memo)
      .map((v) => v.code)
      .filter((code) => !codes.has(code)),
  ).size;
  const of = counted(all.length, [
    'показателя, имеющего плановое значение',
    'показателей, имеющих плановые значения',
    'показателей, имеющих плановые значения',
  ]);
  const verb = plural(reached.length, ['Достигнут', 'Достигнуты', 'Достигнуты']);
  return [
    paragraph(
      sentences(
        reached.length ? `${verb} ${printNumber(reached.length)} из ${of}` : `Не достигнут ни один из ${of}`,
        reached.length ? `Достигнутые: ${quoted(reached.map((j) => nameOf(memo, j.figures[0]!)))}` : '',
        rest
          ? `Ещё ${plural(rest, ['не рассчитан', 'не рассчитаны', 'не рассчитаны'])} ${counted(rest, ['показатель', 'показателя', 'показателей'])} с плановыми значениями: нет данных или случаев для расчёта`
          : '',
      ),
      all.map((j) => j.figures[0]!.code),
    ),
  ];
}

function missed(memo: Memo): Block[] {
  return (['близок к достижению', 'не достигнут'] as const).flatMap((light) => {
    const figures = judged(memo).flatMap((j) => (j.light === light ? j.figures : []));
    if (!figures.length) return [];
    return [
      paragraph(
        light === 'не достигнут' ? 'Не достигнуты:' : 'Близки к достижению:',
        figures.map((v) => v.code),
      ),
      {
        kind: 'list' as const,
        ordered: false,
        items: figures.map(
          (v, i) =>
            `${quote(nameOf(memo, v))} — ${shown(memo, v)} при плане ${planText(memo, v)}${i === figures.length - 1 ? '.' : ';'}`,
        ),
        sources: figures.map((v) => v.code),
      },
    ];
  });
}

interface Change {
  readonly figure: IndicatorValue;
  readonly old: IndicatorValue;
  readonly points: number;
}

function changes(memo: Memo): Block[] {
  const { previous } = memo.report;
  if (!previous?.comparable) return [paragraph(dynamics(memo))];
  const notable = memo.settings.number('notableChange');
  const all: Change[] = tabled(memo).flatMap((figure) => {
    const old = before(memo, figure.code, figure.part);
    if (figure.unit !== '%' || !old || !known(memo, figure)) return [];
    return [{ figure, old, points: round(figure.value! - old.value!, 1) }];
  });
  const since = `К ${monthYear(previous.wave, 'dative')}`;
  if (!all.length)
    return [
      paragraph(
        `Показателей, которые можно сравнить с предыдущей волной (${monthYear(previous.wave)}), нет.`,
      ),
    ];
  const strong = all.filter((c) => Math.abs(c.points) > notable);
  if (!strong.length) {
    return [
      paragraph(`${since} показатели изменились не более чем на ${printNumber(notable)}${NBSP}п.${NBSP}п.`, [
        'indicators',
      ]),
    ];
  }
  // One case moves a share of fewer than ten by more than ten points: such changes are told in cases and not ranked.
  const few = ({ figure, old }: Change) => isShare(memo, figure) && (isSmall(figure) || isSmall(old));
  const large = strong.filter((c) => !few(c)).sort((a, b) => b.points - a.points);
  const small = strong.filter(few);
  const named = (c: Change) => `${quote(nameOf(memo, c.figure))} (${pointsDifference(c.points)})`;
  const rise = large[0] && large[0].points > 0 ? `наибольший прирост — ${named(large[0])}` : '';
  const last = large[large.length - 1];
  const fall = last && last.points < 0 ? `наибольшее снижение — ${named(last)}` : '';
  const others = large.filter((c) => c !== large[0] && c !== last);
  const between = others.length
    ? `Заметно (больше чем на ${printNumber(notable)}${NBSP}п.${NBSP}п.) изменились также: ${others.map(named).join('; ')}`
    : '';
  const cases = small.map(
    (c) => `${quote(nameOf(memo, c.figure))} — было ${bare(memo, c.old)}, стало ${bare(memo, c.figure)}`,
  );
  return [
    paragraph(
      sentences(
        [rise, fall].filter(Boolean).length ? `${since} ${[rise, fall].filter(Boolean).join(', ')}` : '',
        between,
        cases.length
          ? `Показатели с малым числом случаев (меньше 10) приводятся без процентов: ${cases.join('; ')}`
          : '',
      ),
      strong.map((c) => c.figure.code),
    ),
  ];
}
