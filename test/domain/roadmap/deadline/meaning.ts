import type { DeadlineKind, Period, Recurrence } from '../../../../src/domain/roadmap/deadline/deadline';

export const plan: Period = { start: '2022-10-03', end: '2024-12-31' };

/** What a term means, written by hand. `asks`: the question has these words; without it there is none. */
export interface Meaning {
  readonly text: string;
  readonly kind: DeadlineKind;
  readonly start: string;
  readonly dates: readonly string[];
  readonly recurrence: Recurrence | null;
  readonly freshness: Period | null;
  readonly asks: RegExp | null;
}

type More = { every?: Recurrence; fresh?: readonly [string, string]; asks?: RegExp };

export const S = plan.start;
export const of =
  (kind: DeadlineKind) =>
  (text: string, start: string, dates = '', { every, fresh, asks }: More = {}): Meaning => ({
    text,
    kind,
    start,
    dates: dates === '' ? [] : dates.split(' '),
    recurrence: every ?? null,
    freshness: fresh ? { start: fresh[0], end: fresh[1] } : null,
    asks: asks ?? null,
  });
export const date = (text: string, dates: string, more?: More): Meaning => of('date')(text, S, dates, more);
export const month = of('month');
export const range = of('range');
export const again = (
  text: string,
  every: Recurrence,
  dates: string,
  more: More & { start?: string } = {},
): Meaning => of('recurring')(text, more.start ?? S, dates, { every, ...more });
export const always = (text: string, start: string = S, more?: More): Meaning =>
  of('continuous')(text, start, '', more);
export const external = (text: string, more?: More): Meaning => of('external')(text, '', '', more);
export const programme = (text: string): Meaning => of('programme')(text, '');
export const needed = (text: string): Meaning => of('as-needed')(text, '');
export const unknown = (text: string, asks: RegExp): Meaning => of('unknown')(text, '', '', { asks });

export const NO_YEAR = /Год не указан: взят/;
export const NO_SCHOOL_YEAR = /Учебный год не указан: взят/;

export const MONTH_ENDS =
  '2022-10-31 2022-11-30 2022-12-31 2023-01-31 2023-02-28 2023-03-31 2023-04-30 2023-05-31 2023-06-30 2023-07-31 2023-08-31 2023-09-30 2023-10-31 2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31';
export const QUARTER_ENDS =
  '2022-12-31 2023-03-31 2023-06-30 2023-09-30 2023-12-31 2024-03-31 2024-06-30 2024-09-30 2024-12-31';
export const HALF_ENDS = '2022-12-31 2023-06-30 2023-12-31 2024-06-30 2024-12-31';
export const YEAR_ENDS = '2022-12-31 2023-12-31 2024-12-31';
/** The day of every month of the plan. */
export const monthly = (day: string): string =>
  MONTH_ENDS.split(' ')
    .map((d) => d.slice(0, 8) + day)
    .join(' ');
/** Reports for the quarters of the plan, in the months after them. */
export const afterQuarters = (day: string): string =>
  ['2023-01', '2023-04', '2023-07', '2023-10', '2024-01', '2024-04', '2024-07', '2024-10']
    .map((m) => `${m}-${day}`)
    .join(' ');
