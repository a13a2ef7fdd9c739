import type { SwotEntry } from '../../monitoring/report';
import { capital } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { counted } from '../../text/plural';
import { printNumber } from '../../text/print-number';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import {
  answersOf,
  basis,
  byAverage,
  get,
  known,
  lightOf,
  NO_DATA,
  notComputed,
  planText,
  shown,
  TOO_FEW_ANSWERS,
  tail,
  tooFewAnswers,
} from '../names';
import { agree, oo, paragraph, sentences } from '../phrases';

const ROLES = [
  ['И-23', 'наставляемых', 'mentees'],
  ['И-24', 'наставников', 'mentors'],
] as const;

/** The share of answers is known and below its target: what the answers say may not be said of all. */
export function unrepresentative(memo: Memo): boolean {
  const share = get(memo, 'И-25');
  const light = lightOf(memo, share);
  return light !== '' && light !== 'достигнут';
}

/** Section 9: surveys, only where there are enough answers, and SWOT by the number of organisations; Т7. */
export function satisfaction(memo: Memo): Block[] {
  const answered = get(memo, 'И-25');
  const doubtful = unrepresentative(memo);
  const text = sentences(
    ...ROLES.map(([code, whom]) => level(memo, code, whom)),
    known(memo, answered)
      ? `Доля ответивших на анкеты — ${shown(memo, answered)}${tail(memo, answered)}${doubtful ? '; результаты нерепрезентативны' : ''}`
      : '',
  );
  return [
    ...(text ? [paragraph(text, ['И-23', 'И-24', 'И-25'])] : []),
    ...notComputed(memo, [['И-23'], ['И-24'], ['И-25']]),
    ...table(memo, doubtful),
    ...swot(memo),
  ];
}

function level(memo: Memo, code: 'И-23' | 'И-24', whom: string): string {
  const figure = get(memo, code);
  if (tooFewAnswers(memo, figure)) {
    const few = memo.settings.number('fewAnswers');
    return `Удовлетворённость ${whom}: ${TOO_FEW_ANSWERS} (ответов меньше ${printNumber(few)})`;
  }
  if (!known(memo, figure)) return '';
  const how = byAverage(memo)
    ? `средняя оценка × 10${NBSP}%, ${counted(answersOf(memo, figure), ['ответ', 'ответа', 'ответов'])}`
    : 'оценки 8–10 из 10';
  return `Удовлетворённость ${whom} (${how}) — ${shown(memo, figure)}${tail(memo, figure)}`;
}

function table(memo: Memo, doubtful: boolean): Block[] {
  const rows = ROLES.map(([code, whom]) => ({ whom, figure: get(memo, code) })).filter(
    ({ figure }) => figure.status !== 'no-data',
  );
  if (!rows.length)
    return [paragraph('Таблица 7 не составлена: анкетирование не проводилось или его итоги не внесены.')];
  const average = byAverage(memo);
  return [
    {
      kind: 'table',
      title: `Таблица 7. Удовлетворённость участников${doubtful ? ' (нерепрезентативно)' : ''}`,
      rows: [
        ['Кто отвечал', 'Ответов', average ? `Средняя оценка × 10${NBSP}%` : 'Оценки 8–10', 'План', 'Вывод'],
        ...rows.map(({ whom, figure }) => [
          capital(whom === 'наставников' ? 'наставники' : 'наставляемые'),
          printNumber(answersOf(memo, figure)),
          shown(memo, figure),
          planText(memo, figure) || '—',
          lightOf(memo, figure) || (tooFewAnswers(memo, figure) ? TOO_FEW_ANSWERS : '—'),
        ]),
      ],
      widths: [3, 2, 3, 2, 3],
      numeric: [1, 2, 3],
      sources: ['И-23', 'И-24'],
    },
    paragraph(
      capital(`${basis(memo, 'И-23')}; анкеты анонимные, итоги отдельных ОО не приводятся.`),
      ['И-23'],
      'note',
    ),
  ];
}

const QUADRANTS: readonly (readonly [keyof SwotEntry, string])[] = [
  ['strengths', 'сильные стороны'],
  ['weaknesses', 'слабые стороны'],
  ['opportunities', 'возможности'],
  ['threats', 'угрозы'],
];

/** The texts themselves may hold names and stay in the registry: here only how many organisations filled what. */
function swot(memo: Memo): Block[] {
  const filled = (key: keyof SwotEntry) =>
    memo.report.swot.filter((entry) => cleanText(entry[key]) !== '').length;
  const any = memo.report.swot.filter((entry) =>
    QUADRANTS.some(([key]) => cleanText(entry[key]) !== ''),
  ).length;
  const problems = filled('problems');
  const asked = problems
    ? `Проблемы и запрос на помощь ${agree(problems, 'указала', 'указали')} ${oo(problems)}`
    : '';
  if (!any)
    return [paragraph(sentences(`SWOT-анализ не представила ни одна ОО (${NO_DATA})`, asked), ['swot'])];
  const parts = QUADRANTS.map(([key, name]) => `${name} — ${printNumber(filled(key))}`);
  return [
    paragraph(
      sentences(
        `SWOT-анализ ${agree(any, 'представила', 'представили')} ${oo(any)}; из них описали: ${joinList(parts)}`,
        asked,
        'Тексты ОО в справку не переносятся, так как в них могут быть имена; обобщение вносит координатор',
      ),
      ['swot'],
    ),
  ];
}
