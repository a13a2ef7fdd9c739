import { type IndicatorValue, MUNICIPALITY } from '../monitoring/report';
import { type Verdict, verdictOf } from '../monitoring/verdict';
import { joinList } from '../text/list';
import { counted, type PluralForms } from '../text/plural';
import { monthYear } from '../text/print-date';
import { NOT_APPLICABLE, percent, pointsDifference, printNumber, round, shareOf } from '../text/print-number';
import { NBSP } from '../text/spaces';
import type { Block } from './blocks';
import type { Memo } from './input';
import { glued, oo, paragraph, quote } from './phrases';

export const NO_DATA = 'нет данных';
export const TOO_FEW_ANSWERS = 'данных недостаточно для вывода';
/** Below this denominator a percentage jumps by more than ten points with one case. */
export const SMALL = 10;

/** A figure of this wave; a figure that was not computed at all counts as «нет данных». */
export function get(memo: Memo, code: string, part = '', scope: string = MUNICIPALITY): IndicatorValue {
  return find(memo.report.indicators, code, part, scope) ?? missing(code, part, scope);
}

/** The same figure of the wave before; null when the two cannot be compared. */
export function before(memo: Memo, code: string, part = ''): IndicatorValue | null {
  const previous = memo.report.previous;
  if (!previous?.comparable) return null;
  const figure = find(previous.indicators, code, part, MUNICIPALITY);
  return figure && known(memo, figure) ? figure : null;
}

function find(values: readonly IndicatorValue[], code: string, part: string, scope: string) {
  return values.find((v) => v.code === code && v.part === part && v.scope === scope);
}

function missing(code: string, part: string, scope: string): IndicatorValue {
  const unit = code === 'И-10' || code === 'И-20' ? 'count' : code === 'И-21' ? 'ratio' : '%';
  return {
    code,
    part,
    scope,
    numerator: null,
    denominator: null,
    value: null,
    unit,
    status: 'no-data',
    target: null,
  };
}

/** A figure that conclusions may be drawn from. */
export function known(memo: Memo, figure: IndicatorValue): boolean {
  const computed = figure.status === 'value' && figure.value !== null;
  return computed && !tooFewAnswers(memo, figure) && !isImpossible(figure);
}

/** More than all of them: somebody mistyped a count, and no conclusion may rest on it. */
function isImpossible(figure: IndicatorValue): boolean {
  return figure.unit === '%' && figure.value !== null && figure.value > 100;
}

export function tooFewAnswers(memo: Memo, figure: IndicatorValue): boolean {
  const survey = figure.code === 'И-23' || figure.code === 'И-24';
  return survey && figure.status === 'value' && answersOf(memo, figure) < memo.settings.number('fewAnswers');
}

/** Answers behind И-23 or И-24. By the rule of the average the denominator is ten marks an answer. */
export function answersOf(memo: Memo, figure: IndicatorValue): number {
  return (figure.denominator ?? 0) / (byAverage(memo) ? 10 : 1);
}

/** Satisfaction is an average of marks, not a share of people. */
export function byAverage(memo: Memo): boolean {
  return memo.settings.text('satisfactionRule').startsWith('средн');
}

/** Numerator and denominator are cases, so «a из b» can be said; an average of marks has none. */
export function isShare(memo: Memo, figure: IndicatorValue): boolean {
  const average = (figure.code === 'И-23' || figure.code === 'И-24') && byAverage(memo);
  return figure.unit === '%' && figure.numerator !== null && !!figure.denominator && !average;
}

/** As tables show it: «10 из 70 (14,3 %)», «4», «1,75», «—», «нет данных». */
export function shown(memo: Memo, figure: IndicatorValue): string {
  if (figure.status === 'zero-denominator') return NOT_APPLICABLE;
  if (figure.status === 'no-data' || figure.value === null) return NO_DATA;
  if (tooFewAnswers(memo, figure)) return TOO_FEW_ANSWERS;
  if (isShare(memo, figure)) return shareOf(figure.numerator!, figure.denominator!);
  return figure.unit === '%' ? percent(figure.value) : printNumber(figure.value);
}

/** In a sentence: a percentage, in brackets after its counts. */
export function inPercent(figure: IndicatorValue): string {
  return figure.value === null ? NO_DATA : percent(figure.value);
}

export function nameOf(memo: Memo, figure: { readonly code: string; readonly part: string }): string {
  const table = memo.indicatorTable;
  const own = table.findIndex((e) => e.code === figure.code && (e.part ?? '') === figure.part);
  if (own >= 0) return withItsWhole(table, own);
  const name = glued(table.find((e) => e.code === figure.code)?.name ?? figure.code);
  return figure.part ? `${name} (${figure.part})` : name;
}

/** «из них в срок» is understood only after the name it continues. */
function withItsWhole(table: Memo['indicatorTable'], at: number): string {
  const name = glued(table[at]!.name);
  if (!/^[а-яё]/.test(name) || at === 0) return name;
  return `${withItsWhole(table, at - 1)}, ${name}`;
}

/** «по данным 5 из 6 ОО»: organisations whose own figure is known. */
export function basis(memo: Memo, code = '', part = ''): string {
  const ids = memo.submitted.map((o) => o.id);
  const own = memo.report.indicators.filter(
    (v) => v.code === code && v.part === part && v.scope !== MUNICIPALITY,
  );
  const withData = own.filter((v) => v.status !== 'no-data' && ids.includes(v.scope)).length;
  return `по данным ${own.length ? withData : ids.length} из ${oo(memo.total)}`;
}

/** Whether one case more would move the percentage of either wave too far to speak of points. */
export function isSmall(figure: IndicatorValue): boolean {
  return figure.unit === '%' && (figure.denominator ?? SMALL) < SMALL;
}

/** Numbers did not change at all. */
export function isSame(a: IndicatorValue, b: IndicatorValue): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value;
}

/** What changed since the wave before: «без изменений», «+3,1 п. п. к апрелю 2023 г.», for small numbers «в апреле 2023 г. — 2 из 4». */
export function change(memo: Memo, figure: IndicatorValue): string {
  const old = before(memo, figure.code, figure.part);
  const wave = memo.report.previous?.wave;
  if (!old || !wave || !known(memo, figure)) return '';
  if (isSame(old, figure)) return 'без изменений';
  if (figure.unit !== '%' || ((isSmall(figure) || isSmall(old)) && isShare(memo, old))) {
    return `в ${monthYear(wave, 'prepositional')} — ${bare(memo, old)}`;
  }
  return `${pointsDifference(round(figure.value! - old.value!, 1))} к ${monthYear(wave, 'dative')}`;
}

/** «2 из 4», without the percentage. */
export function bare(memo: Memo, figure: IndicatorValue): string {
  if (!isShare(memo, figure)) return shown(memo, figure);
  return `${printNumber(figure.numerator!)} из${NBSP}${printNumber(figure.denominator!)}`;
}

/** «70 %», «не более 3» */
export function planText(memo: Memo, figure: IndicatorValue): string {
  const target = targetOf(memo, figure);
  if (target === null) return '';
  const number = printNumber(target) + (figure.unit === '%' ? `${NBSP}%` : '');
  return lowerIsBetter(figure.code) ? `не более ${number}` : number;
}

/** Early endings and the load of a mentor: the plan is a ceiling. */
function lowerIsBetter(code: string): boolean {
  return code === 'И-14' || code === 'И-21';
}

/** The plan of a figure; for the load of a mentor it is the limit from the settings. */
export function targetOf(memo: Memo, figure: IndicatorValue): number | null {
  return figure.target ?? (figure.code === 'И-21' ? memo.settings.number('loadLimit') : null);
}

/** The verdict against the plan; '' where there is no plan, no value or too few answers. */
export function lightOf(memo: Memo, figure: IndicatorValue): Verdict {
  return known(memo, figure) ? verdictOf({ ...figure, target: targetOf(memo, figure) }, memo.settings) : '';
}

/** The end of a sentence about a figure: «; план — 70 %, достигнут; +3,1 п. п. к апрелю 2023 г.», '' when neither is known. */
export function tail(memo: Memo, figure: IndicatorValue): string {
  const light = lightOf(memo, figure);
  const plan = light ? `план — ${planText(memo, figure)}, ${light}` : '';
  return [plan, change(memo, figure)]
    .filter((text) => text !== '')
    .map((text) => `; ${text}`)
    .join('');
}

/** A sentence about a known figure with its plan and change; '' when there is nothing to say. */
export function said(
  memo: Memo,
  figure: IndicatorValue,
  words: (part: number, whole: number) => string,
): string {
  return known(memo, figure)
    ? words(figure.numerator ?? 0, figure.denominator ?? 0) + tail(memo, figure)
    : '';
}

/** «4 из 5 пар и групп (80,0 %)» */
export function cases(figure: IndicatorValue, forms: PluralForms): string {
  return `${printNumber(figure.numerator ?? 0)} из ${counted(figure.denominator ?? 0, forms)} (${inPercent(figure)})`;
}

/** One honest sentence about the figures that a section does without. */
export function notComputed(memo: Memo, codes: readonly (readonly [code: string, part?: string])[]): Block[] {
  const figures = codes.map(([code, part]) => get(memo, code, part));
  const reasons = [
    [(v: IndicatorValue) => v.status === 'no-data', NO_DATA],
    [(v: IndicatorValue) => v.status === 'zero-denominator', '«—» (случаев для расчёта нет)'],
    [isImpossible, 'больше 100\u00a0%, исходные числа нужно проверить'],
  ] as const;
  const parts = reasons.flatMap(([holds, why]) => {
    const names = figures.filter(holds).map((v) => quote(nameOf(memo, v)));
    return names.length ? [`${joinList(names)} — ${why}`] : [];
  });
  return parts.length ? [paragraph(`Не оценивается: ${parts.join('; ')}.`, [], 'note')] : [];
}
