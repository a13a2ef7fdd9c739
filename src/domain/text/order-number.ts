import type { DateText } from './calendar';
import { parseDate } from './parse-date';
import type { Parsed } from './parsed';
import { shortDate } from './print-date';
import { cleanText, dropTail } from './spaces';

/** The number and the day of an order («реквизиты приказа»). */
export type OrderReference = { number: string; date: DateText };

// «Пр.» is cut only with its dot or before «№»: in «ПР-15» the letters belong to the number.
const LEADING = /^(?:(?:приказ[а-яё]*|распоряжени[а-яё]*|пр\.|пр(?=\s*№))\s*|№\s*|n[o°º]?\.?\s*(?=[\d№б]))+/i;

/**
 * An order's number without what people put before it: `№ 26/1`, `N26/1`, `Пр. № 26/1`, `приказ № 26/1` → `26/1`.
 * The number itself is kept as it is (`01-03\482`, `113а`, `СЭД-26`); «без номера» becomes `б/н`.
 */
export function cleanOrderNumber(value: string | number): string {
  const number = dropTail(cleanText(String(value)).replace(LEADING, ''), ' .,;').replace(
    /\s*([/\\])\s*/g,
    '$1',
  );
  return /^(?:без номера|б\s*\/\s*н|б\.\s*н)$/i.test(number) ? 'б/н' : number;
}

/**
 * Number and day in one text: `26/1 от 01.09.2022`, `№ 26/1 от 01.09.2022 г.`, `«14» апреля 2022г. № 78`.
 * @returns both, or `empty`, `not-an-order`, or the error of the date
 */
export function parseOrderReference(text: string): Parsed<OrderReference> {
  const clean = cleanText(text);
  if (clean === '') return { error: 'empty' };
  const numberFirst = /^(.*\S)\s+от\s*(?=[\d"«“„_])(.+)$/i.exec(clean);
  const first = cleanOrderNumber(numberFirst?.[1] ?? '');
  if (isOrderNumber(first)) return dated(first, numberFirst![2]!);
  const dateFirst = /^(?:приказ[а-яё]*\s+)?(?:от\s+)?(.+?)\s*(?:№|\sN)\s*([^№]+)$/i.exec(clean);
  const second = cleanOrderNumber(dateFirst?.[2] ?? '');
  return isOrderNumber(second) ? dated(second, dateFirst![1]!) : { error: 'not-an-order' };
}

function isOrderNumber(text: string): boolean {
  return text.length <= 40 && /\d|^б\/н$/.test(text);
}

function dated(number: string, day: string): Parsed<OrderReference> {
  const date = parseDate(day);
  return date.error ? date : { value: { number, date: date.value } };
}

/** `26/1 от 01.09.2022`, the label of an order in a cell; `parseOrderReference` reads it back. */
export function printOrderReference(order: OrderReference): string {
  return `${order.number} от ${shortDate(order.date)}`;
}
