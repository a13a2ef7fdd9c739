import type { Condition } from '../../domain/registry/condition';
import { isoDay } from './day';

/** Whether a condition holds for the texts that the fields show: what `holds` of the domain says of the values read from them. */
export function isDue(condition: Condition, shown: Readonly<Record<string, string>>): boolean {
  if (condition.and && !isDue(condition.and, shown)) return false;
  const text = (shown[condition.column] ?? '').trim();
  if ('is' in condition)
    return condition.is.some((word) => String(word).toLowerCase() === text.toLowerCase());
  if ('from' in condition) return isoDay(text) >= condition.from;
  return text !== '';
}
