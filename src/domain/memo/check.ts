import type { WaveReport } from '../monitoring/report';
import { percent } from '../text/print-number';
import type { Block } from './blocks';

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/\{[^{}]*\}|\bundefined\b|\bNaN\b|\bInfinity\b|\bnull\b|\[object/, 'незаполненное место'],
  [/[ \u00a0]{2,}/, 'двойной пробел'],
  [/[ \u00a0][,;!?)»]|[ \u00a0][.:](?![\w/])/, 'пробел перед знаком препинания'],
  [/%[ \u00a0]*%/, 'двойной знак процента'],
  [/\d%|\d %/, 'нет неразрывного пробела перед знаком процента'],
  [/[,;:][,.;:]|[^.]\.\.(?!\.)|\(\)|«»/, 'лишний знак препинания'],
];

/**
 * The self-check before the memo is shown: unfilled places, slips of typography, shares that disagree with their counts,
 * wrong numbers of organisations, empty tables and sections.
 * @returns one Russian sentence a fault, with the text it stands in; empty when the memo is clean
 */
export function checkMemo(blocks: readonly Block[], report: WaveReport): string[] {
  const faults: string[] = [];
  blocks.forEach((block, i) => {
    for (const whole of textsOf(block)) {
      // An address follows no rules of typography.
      const text = whole.replace(/https?:\/\/\S+/g, 'ссылка');
      for (const [pattern, what] of FAULTS) if (pattern.test(text)) faults.push(fault(what, text));
      faults.push(...wrongNumbers(text, report).map((what) => fault(what, text)));
    }
    faults.push(...shapeFaults(block, blocks[i + 1]));
  });
  return faults;
}

function fault(what: string, text: string): string {
  return `Проверьте текст (${what}): ${text.length > 160 ? `${text.slice(0, 157)}…` : text}`;
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return [block.title, ...block.rows.flat()];
  return block.kind === 'chart' ? [block.title] : [];
}

const count = (digits: string) => Number(digits.replace(/\D/g, ''));

function wrongNumbers(text: string, report: WaveReport): string[] {
  const faults: string[] = [];
  const total = report.organisations.length;
  const submitted = report.organisations.filter((o) => o.submitted).length;
  for (const [, part, whole] of text.matchAll(/(\d+) из[ \u00a0](\d+)\u00a0ОО/g)) {
    if (count(part!) > count(whole!) || count(whole!) > total) faults.push('неверное число ОО');
  }
  for (const [, part, whole] of text.matchAll(/[Пп]о данным (\d+) из (\d+)\u00a0ОО/g)) {
    if (count(part!) > submitted || count(whole!) !== total) faults.push('неверное «по данным n из N ОО»');
  }
  const shares = /(\d[\d\u00a0]*) из[ \u00a0](\d[\d\u00a0]*)[^()\d]*\(([\d,]+\u00a0%)\)/g;
  for (const [, part, whole, printed] of text.matchAll(shares)) {
    const [a, b] = [count(part!), count(whole!)];
    if (a > b) faults.push('доля больше 100\u00a0%');
    else if (b === 0 || percent((a / b) * 100) !== printed) faults.push('доля не сходится с числами');
  }
  return faults;
}

function shapeFaults(block: Block, next: Block | undefined): string[] {
  if (block.kind === 'table') {
    const width = block.rows[0]?.length ?? 0;
    if (block.rows.length < 2) return [`Таблица пуста: ${block.title}`];
    if (block.rows.some((row) => row.length !== width))
      return [`Строки таблицы разной длины: ${block.title}`];
    if (block.widths && block.widths.length !== width) return [`Ширины не по числу столбцов: ${block.title}`];
  }
  if (block.kind === 'list' && block.items.length === 0) return ['Пустой список.'];
  const empty = block.kind === 'heading' && block.level > 0;
  if (
    empty &&
    (!next || next.kind === 'page-break' || (next.kind === 'heading' && next.level <= block.level))
  ) {
    return [`Раздел пуст: ${block.text}`];
  }
  return [];
}
