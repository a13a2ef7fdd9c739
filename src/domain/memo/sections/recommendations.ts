import { joinList } from '../../text/list';
import { counted, plural } from '../../text/plural';
import { shortDate } from '../../text/print-date';
import { printNumber } from '../../text/print-number';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import { deadline } from '../deadlines';
import type { Memo } from '../input';
import { get, known, lightOf, targetOf } from '../names';
import { inOrder, organisationName } from '../organisations';
import { list, longDay, MENTEES, OF_CURATORS, OF_MENTORS, oo, paragraph } from '../phrases';
import { type RemarkText, remarkTexts, remarkWords } from '../remark-texts';
import { unaccepted } from './completeness';
import { CLAIMED, measuresWith, numbersOf, OVERDUE, UNDATED, UNPROVEN } from './roadmap';

/** Section 14: to whom, what and by when; each item follows from a figure or a remark. Т10. */
export function recommendations(memo: Memo): Block[] {
  const department = cleanText(memo.settings.text('department'));
  return [
    ...group(`а) Координатору мониторинга${department && ` (${department})`}`, toDepartment(memo)),
    ...group('б) Руководителям ОО', toOrganisations(memo, 'heads')),
    ...group('в) Кураторам ОО', toOrganisations(memo, 'curators')),
    ...table(memo),
  ];
}

function group(title: string, items: readonly string[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: title },
    ...(items.length
      ? list(items, ['indicators', 'remarks'], true)
      : [paragraph('Замечаний, которые требуют действий, нет.')]),
  ];
}

function toDepartment(memo: Memo): string[] {
  const { settings, report } = memo;
  const items: string[] = [];
  const absent = memo.absent.length;
  if (absent) {
    items.push(
      `Получить сведения от ${oo(absent)}, не ${plural(absent, ['представившей', 'представивших', 'представивших'])} форму, и обновить справку.`,
    );
  }
  const pending = unaccepted(memo).length;
  if (pending) items.push(`Завершить проверку сведений ${oo(pending)} и подготовить окончательную справку.`);
  const untrained = report.remarks.filter((r) => r.kind === 'untrained').reduce((n, r) => n + r.count, 0);
  if (untrained) {
    const institute = cleanText(settings.text('institute'));
    items.push(
      `Подготовить сводную заявку на обучение ${counted(untrained, OF_MENTORS)}${institute && ` и направить её в ${institute}`}.`,
    );
  }
  const curators = get(memo, 'И-17');
  const rest = (curators.denominator ?? 0) - (curators.numerator ?? 0);
  if (known(memo, curators) && rest > 0) items.push(`Организовать обучение ${counted(rest, OF_CURATORS)}.`);
  const covered = get(memo, 'И-22');
  const waiting = (covered.denominator ?? 0) - (covered.numerator ?? 0);
  if (known(memo, covered) && waiting > 0) {
    items.push(
      `Помочь подобрать наставников, в том числе из других ОО: без пары и группы ${plural(waiting, ['остаётся', 'остаются', 'остаются'])} ${counted(waiting, MENTEES)}.`,
    );
  }
  const load = get(memo, 'И-21', 'max');
  const limit = targetOf(memo, load);
  if (known(memo, load) && limit !== null && load.value! > limit) {
    items.push(
      `Рассмотреть с руководителями ОО перераспределение нагрузки: наибольшая — ${printNumber(load.value!)} при предельной ${printNumber(limit)}.`,
    );
  }
  const above = get(memo, 'И-19');
  if (known(memo, above) && (above.numerator === 0 || lightOf(memo, above) === 'не достигнут')) {
    items.push('Помочь ОО представить практики на муниципальном уровне и выше.');
  }
  const answers = get(memo, 'И-25');
  if (lightOf(memo, answers) !== '' && lightOf(memo, answers) !== 'достигнут') {
    items.push(
      `При следующем анкетировании добиться ответов не менее ${printNumber(targetOf(memo, answers)!)}${NBSP}% участников.`,
    );
  }
  for (const [statuses, text] of [
    [[OVERDUE], 'Обеспечить исполнение просроченных мероприятий дорожной карты'],
    [[UNPROVEN, CLAIMED], 'Внести подтверждения мероприятий дорожной карты'],
    [UNDATED, 'Установить сроки мероприятий дорожной карты, для которых в плане нет даты'],
  ] as const) {
    const lines = measuresWith(memo, ...statuses);
    if (lines.length)
      items.push(`${text} (${plural(lines.length, ['пункт', 'пункты', 'пункты'])} ${numbersOf(lines)}).`);
  }
  return items.length
    ? items
    : ['Продолжить методическую поддержку ОО по плану мероприятий («дорожной карте»).'];
}

/** One item a kind of remark. Organisations are named where the remark is about documents, not about people. */
function toOrganisations(memo: Memo, who: RemarkText['who']): string[] {
  const items = remarkTexts.flatMap((text) => {
    const found = inOrder(
      memo,
      memo.report.remarks.filter((r) => r.kind === text.kind),
    );
    if (text.who !== who || !found.length) return [];
    const sum = found.reduce((n, r) => n + r.count, 0);
    const act = text.act(sum).replace(/\.$/, '');
    const names = joinList(found.map((r) => organisationName(memo, r.organisation)));
    return [text.people ? `${act} (по ОО — в таблице 10).` : `${act}: ${names}.`];
  });
  if (who === 'heads') {
    const reward = get(memo, 'И-27');
    const without = memo.submitted.filter((o) => get(memo, 'И-27', '', o.id).value === 0);
    if (known(memo, reward) && without.length) {
      items.push(
        `Рассмотреть локальный акт о поощрении наставников: ${joinList(without.map((o) => cleanText(o.name)))}.`,
      );
    }
  }
  return items;
}

function table(memo: Memo): Block[] {
  const remarks = inOrder(memo, memo.report.remarks);
  if (!remarks.length) return [paragraph('Таблица 10 не составлена: замечаний к ОО нет.')];
  return [
    {
      kind: 'table',
      title: 'Таблица 10. Рекомендации организациям',
      rows: [
        ['ОО', 'Замечание', 'Что сделать', 'Срок'],
        ...remarks.map((remark) => {
          const { fact, act, term } = remarkWords(remark, memo.settings.number('fewPeople'));
          return [
            organisationName(memo, remark.organisation),
            fact,
            act,
            `до ${shortDate(deadline(memo.today, term, memo.calendar))}`.replace(' ', NBSP),
          ];
        }),
      ],
      widths: [4, 4, 5, 2],
      sources: ['remarks'],
    },
    paragraph(
      `Сроки отсчитаны от ${longDay(memo.today)}: для сведений — три рабочих дня, для документов и решений — 30${NBSP}дней с переносом на рабочий день.`,
      ['settings'],
      'note',
    ),
  ];
}
