import { lowered } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { printNumber } from '../../text/print-number';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { basis, cases, get, inPercent, NO_DATA, notComputed, said } from '../names';
import { organisationName } from '../organisations';
import { glued, longDay, OF_MENTORS, oo, paragraph, sentences } from '../phrases';
import { withoutNames } from '../privacy';

const SHORT: Readonly<Record<string, string>> = {
  'Положение о системе наставничества педагогических работников и обучающихся': 'Положение',
  'Дорожная карта ОО': 'Дорожная карта',
  'Приказ о закреплении наставнических пар/групп': 'Приказ о закреплении пар и групп',
  'Локальный акт о поощрении наставников': 'Акт о поощрении',
};

export function shortKind(kind: string): string {
  return SHORT[kind] ?? cleanText(kind);
}

/** «Рубрика создана в 3 из 5 ОО (60,0 %); план — 100 %, не достигнут», «Рубрика не создана ни в одной из 5 ОО». */
export function inOrganisations(
  memo: Memo,
  subject: string,
  verb: string,
  code: string,
  part?: string,
): string {
  const figure = get(memo, code, part);
  return said(memo, figure, (n, whole) => {
    // «В 1 из 1 ОО» would sound odd: with one organisation the numbers stand in brackets only.
    if (whole === 1) return `${subject} ${n ? '' : 'не '}${verb} (${n} из ${oo(whole)})`;
    if (n === 0) return `${subject} не ${verb} ни в одной из ${oo(whole)}`;
    const where = n === whole ? `во всех ${oo(whole)}` : `в ${printNumber(n)} из ${oo(whole)}`;
    return `${subject} ${verb} ${where} (${inPercent(figure)})`;
  });
}

type Fact = readonly [subject: string, verb: string, code: string, part?: string];

/** Section 3: orders, regulations and packages of documents; Т2. */
export function documents(memo: Memo): Block[] {
  const deadline = longDay(memo.settings.date('curatorDeadline'));
  const paragraphs: readonly (readonly Fact[])[] = [
    [[`${basis(memo, 'И-04')} приказ о внедрении ЦМН или Положение`, 'изданы', 'И-04']],
    [
      ['Куратор', 'назначен приказом', 'И-05'],
      [`В установленный срок${deadline && ` (до ${deadline})`} куратор`, 'назначен', 'И-06'],
    ],
    [
      ['Пакет документов по дорожной карте (Положение и дорожная карта ОО)', 'сформирован', 'И-07'],
      ['Полный пакет (с Программой наставничества)', 'сформирован', 'И-08'],
    ],
    [
      ['База наставляемых с перечнем запросов', 'сформирована', 'И-09', 'mentees'],
      ['База наставников с перечнем компетенций', 'сформирована', 'И-09', 'mentors'],
    ],
    [
      ['Рубрика «Наставничество» на официальном сайте', 'создана', 'И-18'],
      ['Поощрение наставников', 'закреплено локальным актом', 'И-27'],
    ],
  ];
  const legal = get(memo, 'И-30');
  const contracts = sentences(
    said(
      memo,
      legal,
      () =>
        `Из назначенных с 1${NBSP}марта 2025${NBSP}г. документы по статье 351.8 Трудового кодекса оформлены у ${cases(legal, OF_MENTORS)}`,
    ),
  );
  return [
    ...paragraphs.flatMap((facts) => {
      const text = sentences(...facts.map((fact) => inOrganisations(memo, ...fact)));
      const sources = facts.map(([, , code, part]) => (part ? `${code} ${part}` : code));
      return text ? [paragraph(text, sources)] : [];
    }),
    ...absent(memo),
    ...(contracts ? [paragraph(contracts, ['И-30'])] : []),
    ...notComputed(
      memo,
      paragraphs.flat().map(([, , code, part]) => [code, part] as const),
    ),
    ...table(memo),
  ];
}

function absent(memo: Memo): Block[] {
  const lacking = memo.report.remarks.filter((r) => r.kind === 'no-package' && r.missing?.length);
  if (!lacking.length) return [];
  const items = lacking.map(
    (r) =>
      `${organisationName(memo, r.organisation)} — ${joinList(r.missing!.map((k) => lowered(shortKind(k))))}`,
  );
  return [
    paragraph('Отсутствуют документы пакета:', ['remarks']),
    {
      kind: 'list',
      ordered: false,
      items: items.map((item, i) => item + (i === items.length - 1 ? '.' : ';')),
      sources: ['remarks'],
    },
  ];
}

function table(memo: Memo): Block[] {
  const kinds = memo.report.documents[0]?.cells.map((cell) => cell.kind) ?? [];
  if (!kinds.length) return [paragraph('Таблица 2 не составлена: сведений о документах ОО нет.')];
  return [
    {
      kind: 'table',
      title: `Таблица 2. Документы ОО, действующие на ${longDay(memo.report.asOf)}`,
      rows: [
        ['ОО', ...kinds.map(shortKind)],
        ...memo.report.organisations.map((o) => {
          const line = memo.report.documents.find(
            (d) => d.organisation === o.id || d.organisation === o.name,
          );
          const cells = kinds.map((kind) => {
            const cell = line?.cells.find((c) => c.kind === kind);
            if (!o.submitted || !cell) return NO_DATA;
            return cell.present ? `✓${NBSP}${glued(withoutNames(cell.requisites))}`.trim() : 'нет';
          });
          return [cleanText(o.name), ...cells];
        }),
      ],
      widths: [3, ...kinds.map(() => 2)],
      sources: ['documents'],
    },
  ];
}
