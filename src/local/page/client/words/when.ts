import { language } from './words';

const LOCALE = language === 'en' ? 'en-GB' : 'ru-RU';
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** @example timeOf(Date.now()) // '12:05' */
export function timeOf(ms: number): string {
  return TIME.format(ms);
}

/** @example momentOf(0) // '1 янв. 1970 г., 03:00' */
export function momentOf(ms: number): string {
  return DAY_AND_TIME.format(ms);
}

/** @param day `yyyy-mm-dd` @example dayOf('2024-04-20') // '20 апреля 2024 г.' */
export function dayOf(day: string): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : DAY.format(ms);
}

/** A number as people read it. @example numberOf(1234.5) // '1 234,5' */
export function numberOf(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 }).format(value);
}

/** @example bytesOf(123456) // '121 КБ' */
export function bytesOf(bytes: number, unit: string): string {
  return `${numberOf(Math.max(1, Math.round(bytes / 1024)))} ${unit}`;
}
