import { bare, merged, type Rule, type Token } from './pattern';
import { REVERSED_ORDER } from './questions';
import { inSchoolYear, inYear, wraps } from './span';

const LIST = '(comma|and|or)';

/** The year of a span whose end the year is written beside: «октябрь–май 2023» began the year before. */
function inYearOfEnd(token: Token, year: number): Token {
  const span = token.yearless!;
  const wrapped = wraps(span);
  const dated = inYear(span, wrapped ? year - 1 : year);
  if (dated === null) return { ...token, symbol: 'wrong' };
  const question = wrapped ? `Год начала не указан: взят ${year - 1}. Проверьте.` : token.question;
  return { ...token, symbol: 'dated', dated, yearless: null, question };
}

function inWritten(token: Token, year: Token): Token {
  if (year.symbol === 'year') return inYearOfEnd(token, year.value);
  const dated = inSchoolYear(token.yearless!, year.value);
  return dated === null
    ? { ...token, symbol: 'wrong', question: REVERSED_ORDER }
    : { ...token, symbol: 'dated', dated, yearless: null };
}

const YEARS = '(year|school-year)';

/** Spans and the years beside them: every span in every year. */
function dated(run: readonly Token[]): readonly Token[] {
  const spans = run.filter((t) => t.symbol === 'yearless');
  const years = run.filter((t) => t.symbol === 'year' || t.symbol === 'school-year');
  const [first, last] = years;
  const pair = run.some(
    (t, i) => t.symbol === 'dash' && run[i - 1]?.symbol === 'year' && run[i + 1]?.symbol === 'year',
  );
  if (pair && years.length === 2 && first!.value < last!.value) {
    // «сентябрь–май 2022–2023»: a span over the new year has both years already.
    if (spans.length === 1 && wraps(spans[0]!.yearless!) && last!.value === first!.value + 1)
      return [stretched(run, inYearOfEnd(spans[0]!, last!.value))].map((t) => ({ ...t, question: '' }));
    for (let year = first!.value + 1; year < last!.value; year++)
      years.push(bare('year', first!.from, last!.to, { value: year }));
  } else if (pair) return [merged(run, 'wrong', { question: REVERSED_ORDER })];
  const made = years.flatMap((year) => spans.map((span) => inWritten(span, year)));
  return made.map((t, i) => (i === 0 ? stretched(run, t) : t));
}

const stretched = (run: readonly Token[], token: Token): Token => ({
  ...token,
  from: run[0]!.from,
  to: run[run.length - 1]!.to,
});

/** «2022 год: октябрь, декабрь; 2023 год: апрель»: years before their months. */
export const yearFirstRules: readonly Rule[] = [
  { when: `${YEARS} (comma|dash)? (yearless ${LIST}? )*yearless`, make: dated },
];

export const yearAfterRules: readonly Rule[] = [
  {
    when: `(yearless (${LIST} until?)? )*yearless comma? ${YEARS}( (comma|and|or|dash)? ${YEARS})*`,
    make: dated,
  },
];
