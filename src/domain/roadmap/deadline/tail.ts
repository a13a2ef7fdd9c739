import { has, type Sign, type Token } from './pattern';

/** What may stand before «актуализация» or «далее» and belongs to it: «с ежегодной актуализацией». */
const BEFORE: readonly Sign[] = [
  'since',
  'and',
  'comma',
  'dash',
  'recur',
  'afterwards',
  'filler',
  'word',
  'object',
];

/**
 * Where the part of a term begins that says what comes after its days: «актуализация в течение …», «далее ежегодно»; −1
 * without one. «октябрь 2022, далее апрель 2023» is only a list.
 */
export function tailOf(tokens: readonly Token[]): number {
  const days = tokens.findIndex((t) => t.symbol === 'dated' || t.symbol === 'yearless');
  const sign = tokens.findIndex((t, i) => i > days && (t.symbol === 'refresh' || t.symbol === 'afterwards'));
  if (days < 0 || sign < 0) return -1;
  let at = sign;
  while (at - 1 > days && BEFORE.includes(tokens[at - 1]!.symbol)) at--;
  const tail = tokens.slice(at);
  const list =
    has(tail, 'dated', 'yearless') && !has(tail, 'refresh', 'recur', 'always', 'need', 'during', 'whole');
  return list ? -1 : at;
}
