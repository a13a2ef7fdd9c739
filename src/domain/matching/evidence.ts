import { foldKey } from '../text/fold';
import type { Person } from './person';

/** What else than the name speaks for one person or against it. */
interface Evidence {
  readonly points: number;
  readonly reasons: readonly string[];
}

/**
 * Points for what two rows share beside the name: one organisation 20, one year of birth 20 (age group 10), one subject
 * 5, one position 2; against: years of birth that cannot be one person's −30, different subjects −10.
 * @param year of today: age groups are judged by it
 * @param wanted fewer points than these are of no use
 */
export function evidenceOf(a: Person, b: Person, year: number): Evidence;
export function evidenceOf(a: Person, b: Person, year: number, wanted: number): Evidence | null;
export function evidenceOf(a: Person, b: Person, year: number, wanted?: number): Evidence | null {
  const reasons: string[] = [];
  let points = 0;
  if (a.organisation !== '' && a.organisation === b.organisation) points += 20;
  const born = compareBirth(String(a.entry.values.birth ?? ''), String(b.entry.values.birth ?? ''), year);
  points += born;
  if (wanted !== undefined && points + 7 < wanted) return null;
  if (born === 20) reasons.push('тот же год рождения');
  if (born < 0) reasons.push('годы рождения разные');
  const oneSubject = same(a, b, 'subject');
  if (oneSubject) reasons.push('тот же предмет');
  if (oneSubject !== null) points += oneSubject ? 5 : -10;
  if (same(a, b, 'position')) points += 2;
  return { points, reasons };
}

/** null where one of the cells is blank. */
function same(a: Person, b: Person, column: 'subject' | 'position'): boolean | null {
  const [x, y] = [String(a.entry.values[column] ?? ''), String(b.entry.values[column] ?? '')];
  return x === '' || y === '' ? null : x === y || foldKey(x) === foldKey(y);
}

/** 20 one year, 10 the same group or a year inside it, −30 too far apart for a slip or a group of last year, else 0. */
function compareBirth(a: string, b: string, year: number): number {
  if (a === '' || b === '') return 0;
  if (a === b && a.length === 4) return 20;
  const [x, y] = [span(a, year), span(b, year)];
  if (x === null || y === null) return 0;
  const apart = Math.max(x[0] - y[1], y[0] - x[1], 0);
  if (apart === 0) return a === b && x[0] === x[1] ? 20 : 10;
  return apart > 1 ? -30 : 0;
}

/** Years of birth that a year or an age group allows. */
function span(birth: string, year: number): readonly [number, number] | null {
  if (/^\d{4}$/.test(birth)) return [Number(birth), Number(birth)];
  const ages = /(\d\d)(?:\D+(\d\d))?/.exec(birth);
  if (ages === null) return null;
  const from = birth.startsWith('до') ? 16 : Number(ages[1]);
  const to = birth.startsWith('до') ? Number(ages[1]) - 1 : Number(ages[2] ?? 99);
  return [year - to - 1, year - from];
}
