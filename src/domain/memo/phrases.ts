import type { Distribution } from '../monitoring/report';
import { isDate } from '../text/calendar';
import { capital, lowered } from '../text/letter-case';
import { joinList } from '../text/list';
import { type PluralForms, plural } from '../text/plural';
import { longDate, shortDate } from '../text/print-date';
import { printNumber } from '../text/print-number';
import { cleanText, NBSP } from '../text/spaces';
import type { Block } from './blocks';

/** After a number: «5 педагогов». */
export const TEACHERS: PluralForms = ['педагог', 'педагога', 'педагогов'];
export const MENTORS: PluralForms = ['наставник', 'наставника', 'наставников'];
export const MENTEES: PluralForms = ['наставляемый', 'наставляемых', 'наставляемых'];
export const PAIRS: PluralForms = ['пара', 'пары', 'пар'];
export const GROUPS: PluralForms = ['группа', 'группы', 'групп'];
export const MEASURES: PluralForms = ['мероприятие', 'мероприятия', 'мероприятий'];
/** After «из», «для», «закрепление» with a number: genitive. */
export const OF_YOUNG: PluralForms = ['молодого специалиста', 'молодых специалистов', 'молодых специалистов'];
export const OF_MENTORS: PluralForms = ['наставника', 'наставников', 'наставников'];
export const OF_CURATORS: PluralForms = ['куратора', 'кураторов', 'кураторов'];
export const OF_MENTEES: PluralForms = ['наставляемого', 'наставляемых', 'наставляемых'];
export const OF_UNITS: PluralForms = ['пары (группы)', 'пар и групп', 'пар и групп'];
export const OF_MEASURES: PluralForms = ['мероприятия', 'мероприятий', 'мероприятий'];

/** «6 ОО»: the abbreviation has one form for all cases and numbers. */
export function oo(n: number): string {
  return `${printNumber(n)}${NBSP}ОО`;
}

export function paragraph(
  text: string,
  sources: readonly string[] = [],
  style?: 'centre' | 'right' | 'note' | 'signature' | 'caption',
): Block {
  return { kind: 'paragraph', text, ...(style && { style }), ...(sources.length && { sources }) };
}

export function list(items: readonly string[], sources: readonly string[] = [], ordered = false): Block[] {
  return items.length ? [{ kind: 'list', ordered, items, ...(sources.length && { sources }) }] : [];
}

/** Sentences of one paragraph; empty ones fall out. Each begins with a capital and ends with a full stop. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => capital(/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** In «ёлочки»; quotation marks inside become „лапки“. */
export function quote(text: string): string {
  return `«${cleanText(text).replace(/«/g, '„').replace(/»/g, '“')}»`;
}

export function quoted(labels: readonly string[]): string {
  return joinList(labels.map(quote));
}

/** A text that people typed, with the no-break spaces of the memo: after «№» and before «%». */
export function glued(text: string): string {
  return cleanText(text)
    .replace(/№\s*/g, `№${NBSP}`)
    .replace(/(\d)\s*%/g, `$1${NBSP}%`);
}

export function longDay(date: string): string {
  return isDate(date) ? longDate(date) : '';
}

export function shortDay(date: string): string {
  return isDate(date.slice(0, 10)) ? shortDate(date.slice(0, 10)) : cleanText(date) || '—';
}

/** A verb that goes with the number of organisations: «представила 1», «представили 2». */
export function agree(n: number, one: string, many: string): string {
  return plural(n, [one, many, many]);
}

/** «а — 5, б — 3»; with `few` above 0, labels that stand for fewer people are only counted. */
export function counts(distribution: Distribution, few = 0, limit = 10): string {
  const shown = distribution.items.filter((item) => item.count > 0 && item.count >= few);
  const rare = distribution.items.some((item) => item.count > 0 && item.count < few);
  const texts = shown
    .slice(0, limit)
    .map((item) => `${lowered(cleanText(item.label))} — ${printNumber(item.count)}`);
  if (rare && texts.length) texts.push(`прочие — менее чем по ${few}`);
  return texts.join('; ');
}
