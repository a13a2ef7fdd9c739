import { counted, plural } from '../../text/plural';
import { printNumber } from '../../text/print-number';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { get, known, targetOf } from '../names';
import { list, MEASURES, oo, paragraph } from '../phrases';
import { remarkTexts } from '../remark-texts';
import { judged } from './indicators';
import { measuresWith, numbersOf, OVERDUE } from './roadmap';
import { unrepresentative } from './satisfaction';

export const AUTHOR_WRITES = 'Текст раздела вносит координатор на вкладке «Тексты справки».';

/** Section 13: facts that the figures show. Causes are for people to name. */
export function problems(memo: Memo): Block[] {
  const facts = [...missedPlans(memo), ...remarks(memo), ...others(memo)];
  if (!facts.length)
    return [paragraph('По данным мониторинга отклонений от плана и замечаний к ОО не выявлено.')];
  const items = facts.map((fact, i) => fact + (i === facts.length - 1 ? '.' : ';'));
  return [
    paragraph('По данным мониторинга выявлены факты (о причинах цифры не говорят):'),
    ...list(items, ['indicators', 'remarks', 'roadmap']),
  ];
}

function missedPlans(memo: Memo): string[] {
  const n = judged(memo).filter((j) => j.light === 'не достигнут').length;
  if (!n) return [];
  return [
    `${plural(n, ['не достигнуто плановое значение', 'не достигнуты плановые значения', 'не достигнуты плановые значения'])} ${counted(n, ['показателя', 'показателей', 'показателей'])} (перечень — в разделе 12)`,
  ];
}

/** Summed over the organisations, so nobody is pointed at. */
function remarks(memo: Memo): string[] {
  return remarkTexts.flatMap((text) => {
    const found = memo.report.remarks.filter((r) => r.kind === text.kind);
    if (!found.length) return [];
    const sum = found.reduce((n, r) => n + r.count, 0);
    const number = text.cases ? `${printNumber(sum)} (в ${oo(found.length)})` : printNumber(found.length);
    return [`${text.summary} — ${number}`];
  });
}

function others(memo: Memo): string[] {
  const overdue = measuresWith(memo, OVERDUE);
  const load = get(memo, 'И-21', 'max');
  const limit = targetOf(memo, load);
  return [
    overdue.length
      ? `в дорожной карте ${plural(overdue.length, ['просрочено', 'просрочены', 'просрочено'])} ${counted(overdue.length, MEASURES)}: ${numbersOf(overdue)}`
      : '',
    known(memo, load) && limit !== null && load.value! > limit
      ? `у отдельных наставников больше наставляемых, чем предельные ${printNumber(limit)}`
      : '',
    unrepresentative(memo) ? 'результаты анкетирования нерепрезентативны' : '',
  ].filter((fact) => fact !== '');
}
