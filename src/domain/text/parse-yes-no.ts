import { foldKey } from './fold';
import type { Parsed } from './parsed';

const YES = ['да', 'yes', 'true', 'истина', '1', '+', 'есть', 'имеется', '✓', '✔'];
const NO = ['нет', 'no', 'false', 'ложь', '0', 'нету', 'не имеется', 'отсутствует'];

/**
 * A yes/no cell, a check box included. A dash is `needs-confirmation`: it may stand for «нет» or for «неизвестно».
 * @returns true or false, or `empty`, `needs-confirmation`, `not-yes-no`
 */
export function parseYesNo(value: string | number | boolean): Parsed<boolean> {
  if (typeof value === 'boolean') return { value };
  const key = foldKey(String(value));
  if (YES.indexOf(key) >= 0) return { value: true };
  if (NO.indexOf(key) >= 0) return { value: false };
  return { error: key === '' ? 'empty' : key === '-' ? 'needs-confirmation' : 'not-yes-no' };
}
