import { counted, plural } from '../../text/plural';
import { printNumber } from '../../text/print-number';
import { cleanText } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { basis, cases, get, notComputed, said } from '../names';
import { longDay, OF_CURATORS, OF_MENTORS, paragraph, sentences } from '../phrases';

/** Section 7: training of mentors and curators; Т5. */
export function training(memo: Memo): Block[] {
  const [mentors, courses, curators] = ['И-15', 'И-16', 'И-17'].map((code) => get(memo, code));
  const years = counted(memo.settings.number('trainingYears'), ['год', 'года', 'лет']);
  const verb = (n: number) => plural(n, ['прошёл', 'прошли', 'прошли']);
  const text = sentences(
    said(
      memo,
      mentors!,
      (n) =>
        `${basis(memo, 'И-15')} за последние ${years} обучение ${verb(n)} ${cases(mentors!, OF_MENTORS)}`,
    ),
    said(
      memo,
      courses!,
      (n) => `В том числе курсы повышения квалификации (КПК) ${verb(n)} ${cases(courses!, OF_MENTORS)}`,
    ),
    said(memo, curators!, (n) => `Обучение ${verb(n)} ${cases(curators!, OF_CURATORS)}`),
  );
  return [
    ...(text ? [paragraph(text, ['И-15', 'И-16', 'И-17'])] : []),
    ...notComputed(memo, [['И-15'], ['И-16'], ['И-17']]),
    ...table(memo),
  ];
}

function table(memo: Memo): Block[] {
  const lines = memo.report.training.filter((line) => line.events > 0);
  if (!lines.length) {
    return [
      paragraph(
        `Таблица 5 не составлена: обучающих мероприятий, проведённых с ${longDay(memo.report.periodFrom)}, в реестре нет.`,
      ),
    ];
  }
  return [
    {
      kind: 'table',
      title: 'Таблица 5. Обучение наставников и кураторов',
      rows: [
        ['Вид', 'Мероприятий', 'Обучено, чел.', 'Часов'],
        ...lines.map((line) => [
          cleanText(line.kind),
          printNumber(line.events),
          printNumber(line.people),
          printNumber(line.hours),
        ]),
      ],
      widths: [4, 2, 2, 2],
      numeric: [1, 2, 3],
      sources: ['training'],
    },
    paragraph(
      'Один человек мог пройти обучение нескольких видов, поэтому итог по людям не подводится.',
      [],
      'note',
    ),
  ];
}
