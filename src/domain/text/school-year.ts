import type { Parsed } from './parsed';
import { cleanText } from './spaces';

const SCHOOL_YEAR =
  /^(\d{4})\s*[-\u2010-\u2015\u2212/]\s*(\d{4}|\d{2})\s*(?:уч[а-я]*\.?)?\s*(?:года|год|гг|г)?\.?$/;

/**
 * A school year as people type it (`2022–2023`, `2022/23`, `2022/2023 уч.г.`) in the form `2022/2023`.
 * @returns the school year, or `empty`, `not-a-school-year`, `not-consecutive` (`2022/2024`)
 */
export function parseSchoolYear(text: string): Parsed<string> {
  const clean = cleanText(text).toLowerCase();
  if (clean === '') return { error: 'empty' };
  const found = SCHOOL_YEAR.exec(clean);
  if (!found) return { error: 'not-a-school-year' };
  const next = String(Number(found[1]) + 1).padStart(4, '0');
  if (next.slice(-found[2]!.length) !== found[2]) return { error: 'not-consecutive' };
  return { value: `${found[1]}/${next}` };
}
