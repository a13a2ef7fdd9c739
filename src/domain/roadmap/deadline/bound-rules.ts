import { type Bound, bare, merged, type Rule, type Sign, type Token } from './pattern';
import { REVERSED_ORDER } from './questions';
import { type DatedSpan, inYear, joined, type YearlessSpan } from './span';

const SPAN = '(dated|yearless)';

/** The span without a year in the first year in which it follows the day; in the last in which it ends before it. */
function beside(span: YearlessSpan, year: number, fits: (found: DatedSpan) => boolean): DatedSpan | null {
  for (const y of [year - 1, year, year + 1]) {
    const found = inYear(span, y);
    if (found !== null && fits(found)) return found;
  }
  return null;
}

/** «с 20 октября 2022 г. по 20 мая 2023 г.», «сентябрь 2022 — май»: one end may be without its year. */
function range(run: readonly Token[]): readonly Token[] | null {
  const symbols = run.map((t) => t.symbol);
  if (!symbols.includes('since') && (symbols.includes('until') || symbols.includes('comma'))) return null;
  const [first, last] = run.filter((t) => t.symbol === 'dated' || t.symbol === 'yearless');
  if (first!.dated === null && last!.dated === null) return null;
  let [from, to] = [first!.dated, last!.dated];
  let question = '';
  if (to === null) {
    to = beside(last!.yearless!, +from!.start.slice(0, 4), (found) => found.end > from!.end);
    question = to === null ? '' : `Год конца не указан: взят ${to.end.slice(0, 4)}. Проверьте.`;
  } else if (from === null) {
    const year = +to.start.slice(0, 4);
    from =
      [year, year - 1].map((y) => inYear(first!.yearless!, y)).find((f) => f && f.end <= to!.end) ?? null;
    // The same year needs no words: «с 1 сентября по 15 октября 2022 г.».
    if (from !== null && from.start.slice(0, 4) !== to.start.slice(0, 4))
      question = `Год начала не указан: взят ${from.start.slice(0, 4)}. Проверьте.`;
  }
  const dated = from === null || to === null ? null : joined(from, to);
  if (dated === null) return [merged(run, 'wrong', { question: REVERSED_ORDER })];
  const made = merged(run, 'dated', { dated });
  return [question === '' ? made : { ...made, question }];
}

/** Spans of one kind in a list have one bound: «до 15.04.2023, 15.04.2024». */
function bounded(bound: Bound): Rule['make'] {
  return (run) => {
    const spans = run.filter((t) => t.symbol === 'dated' || t.symbol === 'yearless');
    const [first] = spans.map(grainOf);
    return run.slice(run.indexOf(spans[0]!)).map((t) => (grainOf(t) === first ? { ...t, bound } : t));
  };
}

const grainOf = (t: Token): string => (t.dated ?? t.yearless)?.grain ?? '';

const listOf = (before: string): string => `(${before}) ${SPAN}( (comma|and|or)? ${SPAN})*`;

/** What stands before a span: from when, until when. */
export const boundRules: readonly Rule[] = [
  { when: `(since )?${SPAN} (comma|dash)? (dash|through|until) ${SPAN}`, make: range },
  { when: 'not (later|earlier)', make: (run) => [bare(run[1]!.symbol as Sign, run[0]!.from, run[1]!.to)] },
  { when: 'through until', make: (run) => [run[1]!] },
  // The date of a document, not a term: «приказ от 03.10.2022».
  { when: `from ${SPAN}`, make: (run) => [merged(run, 'filler')] },
  {
    when: `after ${SPAN}`,
    make: (run) => [merged(run, 'wrong', { question: 'Сказано, после чего, но не до какого дня.' })],
  },
  { when: listOf('later'), make: bounded('by') },
  { when: listOf('until|toward'), make: bounded('until') },
  { when: listOf('through'), make: bounded('by') },
  { when: `(since|earlier) ${SPAN}`, make: ([, span]) => [{ ...span!, bound: 'since' }] },
];
