import { counted, type PluralForms } from './plural';
import { printNumber } from './print-number';
import { NBSP } from './spaces';

export type ListLimit = { limit: number; forms?: PluralForms };

/**
 * Items as a phrase. With a limit the rest is counted, with its noun when the forms are given.
 * @example joinList(['а', 'б', 'в']) // 'а, б и в'
 * @example joinList(['а', 'б', 'в', 'г'], { limit: 2, forms: ['школа', 'школы', 'школ'] }) // 'а, б и ещё 2 школы'
 */
export function joinList(items: readonly string[], only?: ListLimit): string {
  const limit = only ? Math.max(1, only.limit) : items.length;
  const rest = items.length - limit;
  if (only && rest > 0) {
    const others = only.forms ? counted(rest, only.forms) : printNumber(rest);
    return `${items.slice(0, limit).join(', ')} и ещё${NBSP}${others}`;
  }
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} и ${items[items.length - 1]}`;
}
