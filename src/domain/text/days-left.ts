import { counted, type PluralForms, plural } from './plural';

export const DAYS: PluralForms = ['день', 'дня', 'дней'];
const LEFT: PluralForms = ['остался', 'осталось', 'осталось'];

/** @example daysLeftWords(3) // 'осталось 3 дня' */
export function daysLeftWords(days: number): string {
  return `${plural(days, LEFT)} ${counted(days, DAYS)}`;
}
