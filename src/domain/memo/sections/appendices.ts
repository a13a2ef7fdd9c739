import { lowered } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { counted } from '../../text/plural';
import { shortDate } from '../../text/print-date';
import { printNumber } from '../../text/print-number';
import { cleanText } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { SMALL } from '../names';
import { organisationName } from '../organisations';
import { agree, glued, list, longDay, paragraph, sentences } from '../phrases';
import { withoutNames } from '../privacy';
import { tidyMessage } from '../protocol';

/** Section 15: what is attached. */
export function appendixList(memo: Memo): Block[] {
  return [
    {
      kind: 'list',
      ordered: true,
      items: [
        memo.absent.length
          ? 'Список ОО, не представивших сведения.'
          : 'Список ОО, не представивших сведения (таких ОО нет).',
        'Методика расчёта показателей.',
        'Протокол проверок данных.',
        ...(memo.report.publishableMentors.length
          ? ['Наставники, которых можно называть в публикациях.']
          : []),
      ],
    },
  ];
}

/** The appendices themselves, after the signature, each on its own page. */
export function appendices(memo: Memo): Block[] {
  return [
    ...appendix(1, 'Список ОО, не представивших сведения', absent(memo)),
    ...appendix(2, 'Методика расчёта показателей', methodology(memo)),
    ...appendix(3, 'Протокол проверок данных', protocol(memo)),
    ...(memo.report.publishableMentors.length
      ? appendix(4, 'Наставники, которых можно называть в публикациях', mentors(memo))
      : []),
  ];
}

function appendix(number: number, title: string, blocks: readonly Block[]): Block[] {
  return [
    { kind: 'page-break' },
    paragraph(`Приложение ${number}`, [], 'right'),
    { kind: 'heading', level: 1, text: title },
    ...blocks,
  ];
}

/** Only mentors with a valid consent to publication ever come here. */
function mentors(memo: Memo): Block[] {
  const { publishableMentors } = memo.report;
  return [
    paragraph('Согласие на распространение персональных данных действует на отчётную дату.', [
      'publishableMentors',
    ]),
    ...list(
      publishableMentors.map((m) => `${cleanText(m.name)}, ${organisationName(memo, m.organisation)}`),
      ['publishableMentors'],
      true,
    ),
  ];
}

function absent(memo: Memo): Block[] {
  if (memo.total === 0) return [paragraph('Участвующих ОО в реестре нет.')];
  if (!memo.absent.length) return [paragraph('Сведения представили все участвующие ОО.')];
  return list(
    memo.absent.map((o) => `${cleanText(o.name)}${o.formStatus ? ` (${lowered(o.formStatus)})` : ''}`),
    ['organisations'],
    true,
  );
}

/** Generated from the table of indicators and the settings in force, so it cannot differ from what was computed. */
function methodology(memo: Memo): Block[] {
  const { settings, report } = memo;
  const definitions = Object.entries(report.definitions).map(
    ([key, value]) => `${cleanText(key).replace(/[\s:=]+$/, '')}: ${glued(value)}.`,
  );
  const near = printNumber(settings.number('nearShare') * 100);
  return [
    paragraph(
      `Отчётная дата (D) — ${longDay(report.asOf)}; период (P) — с ${longDay(report.periodFrom)} по отчётную дату включительно.`,
      ['settings'],
    ),
    ...list(
      [
        'Муниципальное значение доли — сумма числителей, делённая на сумму знаменателей представивших ОО, а не среднее долей ОО.',
        '«—» — случаев для расчёта нет (знаменатель равен нулю); «нет данных» — сведения не представлены или численность неизвестна. Нулём ни то ни другое не заменяется.',
        `Если случаев меньше ${SMALL}, изменения приводятся в числах, а не в процентных пунктах.`,
        `Оценка: не ниже плана — «достигнут»; не ниже ${near} % плана — «близок к достижению»; ниже — «не достигнут». Для доли прекращённых досрочно и нагрузки наставника план — верхняя граница.`.replace(
          / %/g,
          '\u00a0%',
        ),
        `Удовлетворённость оценивается, если ответов не меньше ${printNumber(settings.number('fewAnswers'))}; число людей в таблицах «ОО × признак» не приводится, если оно меньше ${printNumber(settings.number('fewPeople'))}.`,
        ...definitions,
      ],
      ['settings', 'definitions'],
    ),
    ...(memo.indicatorTable.length
      ? [
          {
            kind: 'table' as const,
            title: 'Расчёт показателей',
            rows: [
              ['Код', 'Показатель', 'Расчёт'],
              ...memo.indicatorTable
                .filter((entry) => !/^(?:level|type):/.test(entry.part ?? ''))
                .map((entry) => [entry.code, glued(entry.name), glued(entry.formula) || '—']),
            ],
            widths: [1, 4, 6],
          },
        ]
      : [paragraph('Таблица показателей пуста.')]),
  ];
}

function protocol(memo: Memo): Block[] {
  const { errors, warnings, hints, accepted, byRule } = memo.checks;
  const found = byRule.filter((rule) => rule.count > 0);
  const numbers = joinList([
    counted(errors, ['ошибка', 'ошибки', 'ошибок']),
    counted(warnings, ['предупреждение', 'предупреждения', 'предупреждений']),
    counted(hints, ['подсказка', 'подсказки', 'подсказок']),
  ]);
  const notes = memo.report.notes.map((note) => sentences(withoutNames(note))).filter((note) => note !== '');
  return [
    paragraph(
      errors + warnings + hints === 0
        ? `На ${shortDate(memo.today)} проверка данных замечаний не нашла.`
        : `На ${shortDate(memo.today)} проверка данных нашла: ${numbers}. Без исправления ошибок сведения не принимаются.`,
      ['checks'],
    ),
    ...(accepted > 0
      ? [
          paragraph(
            `Кроме того, с указанием причины ${agree(accepted, 'принято', 'приняты')} ${counted(accepted, ['исключение', 'исключения', 'исключений'])}.`,
            ['checks'],
          ),
        ]
      : []),
    ...(found.length
      ? [
          {
            kind: 'table' as const,
            title: 'Замечания по правилам',
            rows: [
              ['Код', 'Правило', 'Случаев'],
              ...found.map((rule) => [rule.code, tidyMessage(rule.message) || '—', printNumber(rule.count)]),
            ],
            widths: [1, 8, 1.5],
            numeric: [2],
            sources: ['checks'],
          },
        ]
      : []),
    ...(notes.length ? [paragraph('Особенности расчёта этой волны:'), ...list(notes, ['notes'])] : []),
  ];
}
