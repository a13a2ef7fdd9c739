import type { DateText } from '../text/calendar';
import { parseDate } from '../text/parse-date';
import { cleanText } from '../text/spaces';

/**
 * The days of a cell «Контрольные даты»: ascending, each once; and the pieces that are no days, as typed.
 * @example controlDatesOf('30.04.2024; 30.04.2023; скоро') // { dates: ['2023-04-30', '2024-04-30'], bad: ['скоро'] }
 */
export function controlDatesOf(cell: string): {
  readonly dates: readonly DateText[];
  readonly bad: readonly string[];
} {
  const dates = new Set<DateText>();
  const bad: string[] = [];
  for (const piece of cell.split(/[;,\n]/)) {
    const text = cleanText(piece);
    if (text === '') continue;
    const { value } = parseDate(text);
    if (value === undefined) bad.push(text);
    else dates.add(value);
  }
  return { dates: [...dates].sort(), bad };
}
