import { isNothing } from './parse-number';
import type { Parsed } from './parsed';
import { cleanText } from './spaces';

const DAYS = '(?:[\\s,]*(?:и )?\\d{1,2} ?(?:дней|день|дня|дн|д)\\.?)?';
const YEARS = new RegExp(`^(\\d{1,4})(?:[.,]\\d+)?(?: ?(?:года|год|лет|г|л)\\.?${DAYS})?\\.?$`);
const WITH_MONTHS = new RegExp(
  `^(?:(\\d{1,3}) ?(?:года|год|лет|г|л)\\.?[\\s,]*(?:и )?)?(\\d{1,3}) ?(?:месяцев|месяца|месяц|мес|м)\\.?${DAYS}$`,
);
const LESS_THAN_ONE = /^(?:(?:менее|меньше|до) (?:1 |одного )?года|полгода)\.?$/;
const MOST_YEARS = 100;

/**
 * Years of service as completed years: `3 года 5 мес.` → 3, `3,5` → 3, `менее года` → 0, `11 мес.` → 0, `год` → 1.
 * @returns completed years, or `empty`, `needs-confirmation` («нет», «-»), `negative`, `out-of-range` (`2010`: a year
 * of the calendar; `3 года 14 мес.`), `not-years` («более 10 лет»: not known how many)
 */
export function parseYears(value: string | number): Parsed<number> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { error: 'not-years' };
    return value < 0 ? { error: 'negative' } : completed(Math.floor(value));
  }
  const text = cleanText(value).toLowerCase();
  if (text === '') return { error: 'empty' };
  if (isNothing(text)) return { error: 'needs-confirmation' };
  if (/^[-\u2212] ?\d/.test(text)) return { error: 'negative' };
  if (LESS_THAN_ONE.test(text)) return { value: 0 };
  if (/^(?:один )?год$/.test(text)) return { value: 1 };
  const years = YEARS.exec(text);
  if (years) return completed(Number(years[1]));
  const parts = WITH_MONTHS.exec(text);
  if (!parts) return { error: 'not-years' };
  const months = Number(parts[2]);
  if (parts[1] === undefined) return completed(Math.floor(months / 12));
  return months > 11 ? { error: 'out-of-range' } : completed(Number(parts[1]));
}

function completed(years: number): Parsed<number> {
  return years > MOST_YEARS ? { error: 'out-of-range' } : { value: years };
}
