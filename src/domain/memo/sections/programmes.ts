import { plural } from '../../text/plural';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { basis, cases, get, notComputed, said } from '../names';
import { OF_UNITS, OF_YOUNG, paragraph, sentences } from '../phrases';

const ENDED = ['завершённой программы', 'завершённых программ', 'завершённых программ'] as const;
const CLOSED = [
  'закончившей работу пары (группы)',
  'закончивших работу пар и групп',
  'закончивших работу пар и групп',
] as const;

/** Section 6: orders, programmes, routes and how they ended. */
export function programmes(memo: Memo): Block[] {
  const codes = ['И-11', 'И-12', 'И-13', 'И-14', 'И-26'] as const;
  const [order, programme, reached, stopped, retained] = codes.map((code) => get(memo, code));
  const underway = sentences(
    said(
      memo,
      order!,
      (n) =>
        `${basis(memo, 'И-11')} приказом ${plural(n, ['закреплена', 'закреплены', 'закреплено'])} ${cases(order!, OF_UNITS)}`,
    ),
    said(
      memo,
      programme!,
      () =>
        `Программа наставничества или индивидуальный образовательный маршрут есть у ${cases(programme!, OF_UNITS)}`,
    ),
  );
  const ended = sentences(
    said(memo, reached!, () => `За период цель достигнута в ${cases(reached!, ENDED)}`),
    said(
      memo,
      stopped!,
      (n) => `Досрочно ${plural(n, ['прекращена', 'прекращены', 'прекращено'])} ${cases(stopped!, CLOSED)}`,
    ),
    said(
      memo,
      retained!,
      (n) =>
        `Через год после программы ${plural(n, ['продолжает', 'продолжают', 'продолжают'])} работать ${cases(retained!, OF_YOUNG)}`,
    ),
  );
  return [
    ...(underway ? [paragraph(underway, ['И-11', 'И-12'])] : []),
    ...(ended ? [paragraph(ended, ['И-13', 'И-14', 'И-26'])] : []),
    ...notComputed(
      memo,
      codes.map((code) => [code] as const),
    ),
  ];
}
