import type { OrganisationLine } from '../../monitoring/report';
import { lowered } from '../../text/letter-case';
import { joinList } from '../../text/list';
import { percent, printNumber, shareOf } from '../../text/print-number';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import type { Memo } from '../input';
import { get, known, NO_DATA, shown, tail } from '../names';
import { agree, oo, paragraph, sentences, shortDay } from '../phrases';
import { tidyMessage } from '../protocol';

const RETURNED = 'Возвращено на доработку';
const ACCEPTED = 'Принято';

/** Submitted but not accepted yet: all figures are preliminary. */
export function unaccepted(memo: Memo): OrganisationLine[] {
  return memo.submitted.filter((o) => o.formStatus !== ACCEPTED);
}

/** Section 2: who submitted, when and how complete; Т1. */
export function completeness(memo: Memo): Block[] {
  const { report } = memo;
  if (memo.total === 0) return [paragraph('Таблица 1 не составлена: участвующих ОО в реестре нет.')];
  const pending = unaccepted(memo).length;
  const late = report.organisations.filter((o) => o.submitted && o.late).length;
  return [
    paragraph(submission(memo), ['organisations']),
    ...(pending
      ? [
          paragraph(
            `Сведения ${oo(pending)} ещё не приняты координатором, поэтому показатели справки предварительные.`,
            ['organisations'],
          ),
        ]
      : []),
    paragraph(
      sentences(
        accepted(memo),
        late ? `С опозданием сведения ${agree(late, 'представила', 'представили')} ${oo(late)}` : '',
        returned(memo),
      ) || 'Сведений о сроках представления нет.',
      ['И-29', 'organisations'],
    ),
    table(report.organisations),
  ];
}

function accepted(memo: Memo): string {
  const figure = get(memo, 'И-29');
  if (!known(memo, figure)) return '';
  const whose =
    figure.numerator === 0
      ? `Сведения, представленные в срок, пока не приняты ни у одной из ${oo(figure.denominator!)}`
      : `Представлены в срок и приняты сведения ${ofOrganisations(shown(memo, figure))}`;
  return whose + tail(memo, figure);
}

/** «3 из 4 (75,0 %)» → «3 из 4 ОО (75,0 %)» */
function ofOrganisations(share: string): string {
  return share.replace(' (', `${NBSP}ОО (`);
}

function submission(memo: Memo): string {
  const { total, submitted, absent } = memo;
  const n = submitted.length;
  const share = `${agree(n, 'представила', 'представили')} ${ofOrganisations(shareOf(n, total))}`;
  if (n === total) {
    return total === 1
      ? `Сведения представила единственная участвующая ОО — ${cleanText(submitted[0]!.name)}.`
      : `Сведения представили все ${oo(total)} (${percent(100)}).`;
  }
  if (n === 0) {
    return total === 1
      ? `Единственная участвующая ОО — ${cleanText(absent[0]!.name)} — сведения не представила; показатели по реестрам не рассчитывались.`
      : `Сведения не представила ни одна из ${oo(total)}; показатели по данным ОО не рассчитывались. Список ОО — в приложении 1.`;
  }
  const who = joinList(absent.map((o) => cleanText(o.name)));
  return `Сведения ${share}. Не ${agree(absent.length, 'представила', 'представили')}: ${who}. Показатели ниже рассчитаны по данным представивших ОО.`;
}

/** The coordinator's reasons are not quoted: they may name people. The checks say what errors there are; only those send data back. */
function returned(memo: Memo): string {
  const n = memo.report.organisations.filter(
    (o) => o.formStatus === RETURNED || cleanText(o.returnedWhy) !== '',
  ).length;
  if (!n) return '';
  const top = memo.checks.byRule
    .filter((r) => r.count > 0 && r.severity === 'error')
    .sort((a, b) => b.count - a.count);
  const reasons = top
    .slice(0, 3)
    .map(
      (r) => `${lowered(tidyMessage(r.message)) || `нарушение правила ${r.code}`} (${printNumber(r.count)})`,
    );
  const why = reasons.length ? `; чаще всего проверка находит: ${reasons.join('; ')}` : '';
  return `На доработку возвращались данные ${oo(n)}${why}`;
}

function table(organisations: readonly OrganisationLine[]): Block {
  return {
    kind: 'table',
    title: 'Таблица 1. Полнота и своевременность представления сведений',
    rows: [
      ['ОО', 'Статус', 'Дата', 'Заполнено', 'Строк без ошибок', 'Ошибок'],
      ...organisations.map((o) => [
        cleanText(o.name),
        (o.formStatus || 'Не представлено') + (o.submitted && o.late ? ' (с опозданием)' : ''),
        o.submittedOn ? shortDay(o.submittedOn) : '—',
        o.completeness === null ? NO_DATA : percent(o.completeness),
        o.quality === null ? NO_DATA : percent(o.quality),
        printNumber(o.errors),
      ]),
    ],
    widths: [5, 3, 2, 2, 2, 1.5],
    numeric: [3, 4, 5],
    sources: ['organisations'],
  };
}
