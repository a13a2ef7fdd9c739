import type { Settings } from '../registry/settings';
import { addYears, isDate, schoolYearStart } from '../text/calendar';

/** A wave of monitoring and the days that its figures are counted for (domain.md §3.6). */
export interface Wave {
  /** `2024-04` */
  readonly key: string;
  readonly year: number;
  /** Reference date D. */
  readonly asOf: string;
  /** First day of P: 1 September of D's school year. P ends on D. */
  readonly periodFrom: string;
  /** Last day on which a form is in time. */
  readonly submitBy: string;
}

export class NotAWaveError extends Error {}

/**
 * @param key `yyyy-mm`
 * @param asOf the reference date when it is not the usual one of the settings
 * @throws NotAWaveError for anything else than a year and a month, or a date that does not exist
 */
export function waveOf(key: string, settings: Settings, asOf?: string): Wave {
  if (!isDate(`${key}-01`))
    throw new NotAWaveError(`Волна «${key}» не распознана: нужен год и месяц, например 2024-04.`);
  const year = Number(key.slice(0, 4));
  const date = asOf || dayOf(year, settings.dayMonth('asOfDay'));
  if (!isDate(date)) throw new NotAWaveError(`Отчётная дата «${date}» не распознана: нужен вид 2024-03-31.`);
  return {
    key,
    year,
    asOf: date,
    periodFrom: schoolYearStart(date),
    submitBy: dayOf(year, settings.dayMonth('submitDay')),
  };
}

/** The latest April that has begun: the wave that the menu builds. */
export function latestWave(today: string): string {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) >= '04-01' ? year : year - 1}-04`;
}

/** The wave one year before. */
export function waveBefore(key: string): string {
  return `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`;
}

/** 29.02 in a common year is the 28th. */
export function dayOf(year: number, monthDay: string): string {
  const date = `${year}-${monthDay}`;
  return isDate(date) ? date : addYears(`2000-${monthDay}`, year - 2000);
}
