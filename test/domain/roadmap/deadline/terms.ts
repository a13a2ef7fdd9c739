import { exactDates, months, ranges } from './calendar-terms';
import type { Meaning } from './meaning';
import { lasting, notUnderstood, othersDecide, recurring } from './other-terms';

export const terms: readonly Meaning[] = [
  ...exactDates,
  ...months,
  ...ranges,
  ...recurring,
  ...lasting,
  ...othersDecide,
  ...notUnderstood,
];
