import type { DateText } from '../../text/calendar';
import { shortDate } from '../../text/print-date';
import type { Period } from './deadline';

/** Words of what a person should look at. */
export const REVERSED_ORDER = 'Начало стоит позже конца.';
export const NOT_GIVEN = 'Срок не указан.';
export const TOO_LONG = 'Текст срока слишком длинный. Впишите в «Срок» только сам срок.';

const quoted = (part: string): string => `«${part.trim()}»`;

export const notRecognised = (text: string): string =>
  `Срок не распознан: ${quoted(text)}. Впишите даты сами.`;
export const noSuchDays = (part: string, why: string): string =>
  why === '' ? `Такой даты нет: ${quoted(part)}.` : `Срок не распознан: ${quoted(part)}. ${why}`;
export const leftOver = (parts: readonly string[]): string => `Не понято: ${parts.map(quoted).join(', ')}.`;
export const noYear = (years: readonly string[]): string =>
  `Год не указан: ${years.length > 1 ? 'взяты' : 'взят'} ${years.join(' и ')}. Проверьте.`;
export const noSchoolYear = (year: string): string => `Учебный год не указан: взят ${year}. Проверьте.`;
export const outsidePlan = (part: string, plan: Period): string =>
  `Год не указан, а ${quoted(part)} не попадает в период плана ${period(plan)}.`;
export const datesOutside = (dates: readonly DateText[], plan: Period): string =>
  `Вне периода плана ${period(plan)}: ${dates.map(shortDate).join(', ')}. Проверьте.`;
export const takenBefore = (date: DateText): string =>
  `Понято как «по ${shortDate(date)} включительно». Проверьте.`;
export const noneInside = 'В период плана не попадает ни одна дата.';
export const yearNotSaid = 'Год не указан: понято как весь период плана. Проверьте.';
export const alternatives = 'Указаны сроки на выбор: взяты все. Проверьте.';
export const firstYear = (year: string): string => `Ежегодно, а год указан: взято с ${year} года. Проверьте.`;
export const manyTimes = (times: number): string =>
  `Срок ${times} раза за период, дни не указаны: взят конец периода. Проверьте.`;
export const counted = 'Счёт идёт от начала плана. Проверьте.';
export const monthAfter = 'Месяц не указан: взят следующий за отчётным периодом. Проверьте.';

const period = ({ start, end }: Period): string => `${shortDate(start)}–${shortDate(end)}`;
