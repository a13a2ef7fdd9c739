import { counted, plural } from '../../text/plural';
import type { Block } from '../blocks';
import { crossTable } from '../cross-table';
import type { Memo } from '../input';
import { basis, change, get, known, notComputed } from '../names';
import { longDay, paragraph, sentences } from '../phrases';
import { inOrganisations } from './documents';

/** Section 8: practices and their level; Т6. */
export function practices(memo: Memo): Block[] {
  const total = get(memo, 'И-20', 'total');
  const difference = change(memo, total);
  const counts =
    known(memo, total) && total.value
      ? `За период с ${longDay(memo.report.periodFrom)} ${basis(memo, 'И-20', 'total')} ${plural(total.value, ['учтена', 'учтены', 'учтено'])} ${counted(total.value, ['практика', 'практики', 'практик'])}${difference && `; ${difference}`}`
      : '';
  const text = sentences(
    counts,
    inOrganisations(memo, 'Практики муниципального уровня и выше', 'представлены', 'И-19'),
    inOrganisations(memo, 'Рубрика «Наставничество» на сайте', 'создана', 'И-18'),
  );
  return [
    ...(text ? [paragraph(text, ['И-18', 'И-19', 'И-20 total'])] : []),
    ...notComputed(memo, [['И-18'], ['И-19'], ['И-20', 'total']]),
    ...crossTable(
      memo.report.practices,
      'Таблица 6. Практики: уровень и тип',
      'Уровень',
      `Таблица 6 не составлена: практик с датой после ${longDay(memo.report.periodFrom)} в реестре нет.`,
    ),
  ];
}
