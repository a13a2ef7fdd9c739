import { MUNICIPALITY } from '../../monitoring/report';
import { joinList } from '../../text/list';
import { counted, plural } from '../../text/plural';
import { monthYear } from '../../text/print-date';
import { percent, printNumber, shareOf } from '../../text/print-number';
import { cleanText, NBSP } from '../../text/spaces';
import type { Block } from '../blocks';
import { chart } from '../chart-block';
import type { Memo } from '../input';
import { basis, before, get, inPercent, isSmall, known, NO_DATA, notComputed, said, shown } from '../names';
import { organisationName } from '../organisations';
import {
  counts,
  GROUPS,
  longDay,
  MENTEES,
  MENTORS,
  OF_MENTEES,
  OF_YOUNG,
  PAIRS,
  paragraph,
  sentences,
  TEACHERS,
} from '../phrases';
import { guardedCounts } from '../privacy';

/** Section 4: how many take part and whom mentoring reaches; Т3, Д1, Д2. */
export function participants(memo: Memo): Block[] {
  return [
    ...involved(memo),
    ...numbers(memo),
    ...young(memo),
    ...supply(memo),
    ...notComputed(memo, [['И-01'], ['И-02'], ['И-03'], ['И-22'], ['И-21', 'mean'], ['И-21', 'max']]),
    ...table(memo),
    ...chart(memo, 'Д1'),
    ...chart(memo, 'Д2'),
  ];
}

function involved(memo: Memo): Block[] {
  const all = get(memo, 'И-01');
  const text = said(memo, all, (n, whole) => {
    const who = n
      ? `${plural(n, ['вовлечён', 'вовлечены', 'вовлечены'])} ${counted(n, TEACHERS)}`
      : 'не вовлечён ни один педагог';
    const share = isSmall(all)
      ? `из ${printNumber(whole)} (${inPercent(all)})`
      : `— ${inPercent(all)} от их общей численности (${printNumber(whole)})`;
    return `${basis(memo, 'И-01')} в наставничество (в роли наставника и (или) наставляемого) ${who} ${share}`;
  });
  return text ? [paragraph(sentences(text), ['И-01'])] : [];
}

function numbers(memo: Memo): Block[] {
  const at = (part: string) => get(memo, 'И-10', part);
  const phrase = (value: (part: string) => number | null, when: string) => {
    const [mentors, mentees, pairs, groups, members] = [
      'mentors',
      'mentees',
      'pairs',
      'groups',
      'group_members',
    ].map((part) => value(`${part}.${when}`));
    const texts = [
      mentors != null && counted(mentors, MENTORS),
      mentees != null && counted(mentees, MENTEES),
      pairs != null && counted(pairs, PAIRS),
      groups != null &&
        counted(groups, GROUPS) +
          (groups > 0 && members != null ? ` (в составе — ${counted(members, MENTEES)})` : ''),
    ].filter((text): text is string => typeof text === 'string');
    return joinList(texts);
  };
  const now = phrase((part) => at(part).value, 'D');
  const period = phrase((part) => at(part).value, 'P');
  const past = phrase((part) => before(memo, 'И-10', part)?.value ?? null, 'D');
  if (!now && !period) return [paragraph('Сведений о числе наставников, наставляемых, пар и групп нет.')];
  const previous = memo.report.previous;
  const text = sentences(
    now && `На ${longDay(memo.report.asOf)} в реестрах: ${now}`,
    past && previous ? `В ${monthYear(previous.wave, 'prepositional')}: ${past}` : '',
    period && `Всего за период с ${longDay(memo.report.periodFrom)}: ${period}`,
    kinds(memo),
  );
  return [paragraph(text, ['И-10', 'distributions'])];
}

function kinds(memo: Memo): string {
  const { menteeCategories, mentorQualifications, topRequests } = memo.report.distributions;
  // When all mentees are of one organisation, the municipal distribution is that organisation's own.
  const holders = memo.submitted.filter((o) => get(memo, 'И-10', 'mentees.D', o.id).value).length;
  const few = holders > 1 ? 0 : memo.settings.number('fewPeople');
  const categories = counts(menteeCategories, few);
  const qualifications = counts(mentorQualifications, few);
  const requests = counts(topRequests, few);
  return sentences(
    categories && `Категории наставляемых: ${categories}`,
    qualifications && `Квалификационные категории наставников: ${qualifications}`,
    requests && `Чаще всего наставляемые просят помощи по темам: ${requests}`,
  );
}

function young(memo: Memo): Block[] {
  const share = get(memo, 'И-02');
  const early = get(memo, 'И-03');
  const years = memo.settings.text('newYears') === '< 3' ? 'менее 3 лет' : `0–3${NBSP}года`;
  const text = sentences(
    said(
      memo,
      share,
      (n, whole) =>
        `Из ${counted(whole, OF_YOUNG)} со стажем ${years} в программы наставничества ${n ? plural(n, ['вошёл', 'вошли', 'вошли']) : 'не вошёл'} ${n ? printNumber(n) : 'никто'} (${inPercent(share)})`,
    ),
    said(
      memo,
      early,
      () =>
        `Доля педагогов до 35 лет, вовлечённых в наставничество в первые три года работы, — ${shown(memo, early)}`,
    ),
  );
  const alone = memo.report.newWithoutMentor.filter((line) => line.count > 0);
  return [
    ...(text ? [paragraph(text, ['И-02', 'И-03'])] : []),
    ...(alone.length ? [paragraph(withoutMentor(memo, alone), ['newWithoutMentor'])] : []),
  ];
}

const YOUNG = ['молодым специалистом', 'молодыми специалистами', 'молодыми специалистами'] as const;

/** A single person in an organisation is not pointed at: such organisations are not named here. */
function withoutMentor(memo: Memo, lines: readonly { organisation: string; count: number }[]): string {
  const total = lines.reduce((sum, line) => sum + line.count, 0);
  const named = lines
    .filter((line) => line.count > 1)
    .map((line) => `${organisationName(memo, line.organisation)} — ${printNumber(line.count)}`);
  const rest = lines.some((line) => line.count <= 1);
  const where = named.length
    ? `: ${named.join('; ')}${rest ? '; в отдельных ОО — по одному' : ''}`
    : ' (в отдельных ОО)';
  return `Наставник пока не закреплён за ${counted(total, YOUNG)} из базы наставляемых${where}.`;
}

function supply(memo: Memo): Block[] {
  const covered = get(memo, 'И-22');
  const mean = get(memo, 'И-21', 'mean');
  const max = get(memo, 'И-21', 'max');
  const limit = printNumber(memo.settings.number('loadLimit'));
  const load = [
    known(memo, mean) && `в среднем — ${printNumber(mean.value!)}`,
    known(memo, max) && `наибольшее — ${printNumber(max.value!)} при предельной нагрузке ${limit}`,
  ].filter(Boolean);
  const text = sentences(
    said(
      memo,
      covered,
      (n, whole) =>
        `Из ${counted(whole, OF_MENTEES)} в базе в парах и группах ${n ? plural(n, ['состоит', 'состоят', 'состоят']) : 'не состоит'} ${n ? printNumber(n) : 'никто'} (${inPercent(covered)})`,
    ),
    load.length ? `Число наставляемых на одного наставника: ${load.join(', ')}` : '',
  );
  return text ? [paragraph(text, ['И-22', 'И-21 mean', 'И-21 max'])] : [];
}

function table(memo: Memo): Block[] {
  const { report } = memo;
  const organisations = report.organisations;
  if (!organisations.length) return [];
  const young = guardedCounts(
    organisations.map((o) => (o.submitted ? o.newTeachers : null)),
    memo.settings.number('fewPeople'),
  );
  const counts = (scope: string) =>
    ['mentors.D', 'mentees.D', 'pairs.D', 'groups.D'].map((part) =>
      shown(memo, get(memo, 'И-10', part, scope)),
    );
  const teachers = get(memo, 'И-01').denominator;
  const newcomers = get(memo, 'И-02').denominator;
  const cell = (n: number | null) => (n === null ? NO_DATA : printNumber(n));
  const rows = [
    ['ОО', 'Педагогов', 'из них со стажем 0–3 года', 'Наставников', 'Наставляемых', 'Пар', 'Групп', 'Охват'],
    ...organisations.map((o, i) => [
      cleanText(o.name),
      cell(o.submitted ? o.teachers : null),
      young[i]!,
      ...counts(o.id),
      coverage(memo, o.id),
    ]),
    ...(memo.total > 1
      ? [['Итого', cell(teachers), cell(newcomers), ...counts(MUNICIPALITY), coverage(memo, MUNICIPALITY)]]
      : []),
  ];
  const notes = [
    `Охват — доля педагогов, вовлечённых в наставничество (И-01); таблица составлена ${basis(memo)}.`,
  ];
  if (young.some((text) => text.startsWith('менее'))) {
    notes.push('Малые числа не приводятся, чтобы не указывать на отдельных людей.');
  }
  const sum = (part: string) =>
    organisations.reduce((total, o) => total + (get(memo, 'И-10', part, o.id).value ?? 0), 0);
  if (['mentors.D', 'mentees.D'].some((part) => (get(memo, 'И-10', part).value ?? sum(part)) < sum(part))) {
    notes.push('Работающие в нескольких ОО в итоговой строке учтены один раз.');
  }
  return [
    {
      kind: 'table',
      title: 'Таблица 3. Участники и охват',
      rows,
      widths: [5, 2, 2, 2, 2.4, 1.2, 1.4, 2],
      numeric: [1, 2, 3, 4, 5, 6, 7],
      total: memo.total > 1,
      sources: ['И-01', 'И-10', 'organisations'],
    },
    paragraph(notes.join(' '), ['И-01'], 'note'),
  ];
}

/** For fewer than ten teachers the counts themselves. */
function coverage(memo: Memo, scope: string): string {
  const figure = get(memo, 'И-01', '', scope);
  if (!known(memo, figure)) return shown(memo, figure);
  if (!isSmall(figure)) return percent(figure.value!);
  return shareOf(figure.numerator ?? 0, figure.denominator ?? 0).replace(/ \(.*$/, '');
}
