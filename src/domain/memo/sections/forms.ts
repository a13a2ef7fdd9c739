import type { Distribution } from '../../monitoring/report';
import { enumerations } from '../../registry/enumerations';
import { capital } from '../../text/letter-case';
import { counted } from '../../text/plural';
import { percent, printNumber } from '../../text/print-number';
import type { Block } from '../blocks';
import { chart } from '../chart-block';
import { crossTable } from '../cross-table';
import type { Memo } from '../input';
import { basis, get } from '../names';
import { OF_UNITS, paragraph, quote, quoted, sentences } from '../phrases';

/** Section 5: which forms and kinds are used; Т4, Д3. */
export function forms(memo: Memo): Block[] {
  const { forms, kinds } = memo.report.distributions;
  const total = (d: Distribution) => d.items.reduce((sum, item) => sum + item.count, 0);
  if (total(forms) === 0) {
    const units = (get(memo, 'И-10', 'pairs.D').value ?? 0) + (get(memo, 'И-10', 'groups.D').value ?? 0);
    const why = units
      ? 'Форма наставничества у действующих пар и групп не указана'
      : 'Действующих пар и групп на отчётную дату нет';
    return [paragraph(`${why}, поэтому таблица 4 и диаграмма 3 не составлены.`, ['И-10'])];
  }
  return [
    paragraph(
      capital(
        `${basis(memo)} ${leading(forms, 'форма', 'формы')} ${unused(forms, enumerations.form.values, 'формы')}`.trim(),
      ),
      ['distributions.forms'],
    ),
    ...(total(kinds)
      ? [
          paragraph(
            sentences(
              capital(leading(kinds, 'вид', 'виды')),
              unused(kinds, enumerations.kind.values, 'виды'),
            ),
            ['distributions.kinds'],
          ),
        ]
      : []),
    ...crossTable(
      memo.report.formsByKinds,
      'Таблица 4. Пары и группы: форма и вид наставничества',
      'Форма',
      'Таблица 4 не составлена: сведений о видах наставничества нет.',
    ),
    ...chart(memo, 'Д3'),
  ];
}

/** «преобладает форма «…»: 12 из 15 пар и групп (80,0 %).» */
function leading(distribution: Distribution, one: string, many: string): string {
  const sum = distribution.items.reduce((n, item) => n + item.count, 0);
  const most = Math.max(...distribution.items.map((item) => item.count));
  const leaders = distribution.items.filter((item) => item.count === most);
  const of = `из ${counted(sum, OF_UNITS)} (${percent((most / sum) * 100)})`;
  const names = quoted(leaders.map((item) => item.label));
  if (leaders.length > 1) return `чаще других встречаются ${many} ${names}: по ${printNumber(most)} ${of}.`;
  const word = most * 2 > sum ? 'преобладает' : 'чаще других встречается';
  return most === sum
    ? `используется только ${one} ${names} (${counted(sum, ['пара или группа', 'пары и группы', 'пар и групп'])}).`
    : `${word} ${one} ${names}: ${printNumber(most)} ${of}.`;
}

function unused(distribution: Distribution, known: readonly string[], many: string): string {
  const used = new Set(distribution.items.filter((item) => item.count > 0).map((item) => item.label));
  const labels = [...new Set([...known, ...distribution.items.map((item) => item.label)])];
  const rest = labels.filter((label) => !used.has(label) && label !== 'иная');
  if (!rest.length) return '';
  return rest.length === 1
    ? `Не используется ${quote(rest[0]!)}.`
    : `Не используются ${many}: ${quoted(rest)}.`;
}
