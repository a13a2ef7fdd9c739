import type { RoadmapLine } from '../../monitoring/report';
import { enumerations } from '../../registry/enumerations';
import { lowered } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { counted, plural } from '../../text/plural';
import { printNumber } from '../../text/print-number';
import { cleanText } from '../../text/spaces';
import type { Block } from '../blocks';
import { chart } from '../chart-block';
import type { Memo } from '../input';
import { get, inPercent, known, notComputed, tail } from '../names';
import { glued, MEASURES, OF_MEASURES, paragraph, sentences } from '../phrases';
import { withoutNames } from '../privacy';

export const OVERDUE = 'Не выполнено (просрочено)';
/** Nobody has set a date: ours to set, and somebody else's. */
export const UNDATED: readonly string[] = ['Требует даты', 'Ждём срок'];
export const CLAIMED = 'Заявлено';
export const UNPROVEN = 'Нет подтверждений';

export function measuresWith(memo: Memo, ...statuses: readonly string[]): RoadmapLine[] {
  return memo.report.roadmap.filter((line) => statuses.includes(line.status));
}

/** «2.1, 2.2 и 3.4» */
export function numbersOf(lines: readonly RoadmapLine[]): string {
  return joinList(lines.map((line) => cleanText(line.number)));
}

/** Section 10: the roadmap; Т8, Д4. */
export function roadmap(memo: Memo): Block[] {
  const lines = memo.report.roadmap;
  const done = get(memo, 'И-28');
  if (!lines.length)
    return [
      paragraph(
        'Таблица 8 и диаграмма 4 не составлены: дорожная карта в муниципальной таблице не заполнена.',
      ),
    ];
  const n = done.numerator ?? 0;
  const overdue = measuresWith(memo, OVERDUE);
  const undated = measuresWith(memo, ...UNDATED);
  const unproven = measuresWith(memo, UNPROVEN);
  const claimed = measuresWith(memo, CLAIMED);
  const statuses = enumerations.roadmapStatus.values.flatMap((status) => {
    const count = lines.filter((line) => line.status === status).length;
    return count ? [`${lowered(status)} — ${printNumber(count)}`] : [];
  });
  return [
    paragraph(
      sentences(
        known(memo, done)
          ? `Из ${counted(done.denominator ?? 0, OF_MEASURES)}, срок ${plural(done.denominator ?? 0, ['которого', 'которых', 'которых'])} наступил, ${n ? `${plural(n, ['исполнено', 'исполнены', 'исполнено'])} ${printNumber(n)}` : 'не исполнено ни одно'} (${inPercent(done)})${tail(memo, done)}`
          : '',
        statuses.length
          ? `Всего в дорожной карте ${counted(lines.length, MEASURES)}: ${statuses.join('; ')}`
          : '',
        overdue.length
          ? `${plural(overdue.length, ['Просрочен пункт', 'Просрочены пункты', 'Просрочены пункты'])} ${numbersOf(overdue)}`
          : '',
        unproven.length
          ? `Нет подтверждений по ${plural(unproven.length, ['пункту', 'пунктам', 'пунктам'])} ${numbersOf(unproven)}`
          : '',
        claimed.length
          ? `Заявлено, но не подтверждено исполнение ${plural(claimed.length, ['пункта', 'пунктов', 'пунктов'])} ${numbersOf(claimed)}`
          : '',
        undated.length
          ? `Срок требуется установить для ${plural(undated.length, ['пункта', 'пунктов', 'пунктов'])} ${numbersOf(undated)}: в плане даты нет`
          : '',
      ),
      ['И-28', 'roadmap'],
    ),
    ...notComputed(memo, [['И-28']]),
    {
      kind: 'table',
      title: 'Таблица 8. Исполнение дорожной карты',
      rows: [
        ['№', 'Мероприятие', 'Срок по плану', 'Статус', 'Подтверждение'],
        ...lines.map((line) => [
          cleanText(line.number),
          glued(line.name),
          glued(line.term) || '—',
          line.status,
          glued(withoutNames(line.evidence)) || 'нет',
        ]),
      ],
      widths: [1, 6, 3, 3, 4],
      sources: ['roadmap'],
    },
    ...chart(memo, 'Д4'),
  ];
}
