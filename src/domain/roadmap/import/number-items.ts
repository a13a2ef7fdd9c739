import { foldKey } from '../../text/fold';
import { lostZero, nextNumber, prefixOf } from './plan-number';
import type { PlanItem, PlanItems } from './plan-rows';

/** A measure with its number in the registry. */
export interface NumberedItem {
  readonly item: PlanItem;
  readonly number: string;
  /** 1-based row where the number stands already; 0 = it stands once. */
  readonly doubles: number;
  readonly remarks: readonly string[];
}

/**
 * Gives every measure its number: that of the plan; where numbers begin anew in each section, with the section before it;
 * the next free one of the section where the plan has none.
 * @param known numbers of the registry with the folded names: a measure without a number that is there keeps it
 */
export function numberItems(
  { items, sections }: PlanItems,
  known: ReadonlyMap<string, string>,
): NumberedItem[] {
  const sectionNumber = (at: number): string => sections[at]?.number || (at < 0 ? '' : String(at + 1));
  const anew = beginsAnew(items);
  const numbers: string[] = [];
  const remarks = items.map((): string[] => []);
  for (const [i, { number, section }] of items.entries()) {
    let text = number.text;
    if (text !== '' && number.kind === 'whole' && anew) {
      text = `${sectionNumber(section)}.${text}`;
      remarks[i].push(`Номер ${number.text} раздела ${sectionNumber(section)} — ${text}.`);
    }
    const meant = i > 0 && numbers.includes(text) ? lostZero(text, numbers[i - 1]) : null;
    if (meant !== null) {
      remarks[i].push(`Номер ${text} прочитан как ${meant}: таблица теряет ноль в конце.`);
      text = meant;
    }
    numbers.push(text);
  }
  const taken = new Set(numbers.filter((n) => n !== ''));
  for (const [i, item] of items.entries()) {
    if (numbers[i] !== '') continue;
    const name = foldKey(item.name);
    const standing = [...known].find(([number, other]) => other === name && !taken.has(number))?.[0];
    // The section of a measure is told by its neighbours: its own title may have another number.
    const near = items.findIndex((other, k) => other.section === item.section && prefixOf(numbers[k]) !== '');
    const prefix = near >= 0 ? prefixOf(numbers[near]) : sectionNumber(item.section);
    const others = [...known].filter(([, other]) => other !== '').map(([number]) => number);
    const made = standing ?? nextNumber(prefix, [...taken, ...others]);
    const unread = item.number.unread;
    remarks[i].push(
      unread === '' ? `В плане нет номера: дан ${made}.` : `Номер «${unread}» не читается: дан ${made}.`,
    );
    taken.add(made);
    numbers[i] = made;
  }
  return items.map((item, i) => {
    const first = numbers.indexOf(numbers[i]);
    return {
      item,
      number: numbers[i],
      doubles: first < i ? items[first].rows[0] : 0,
      remarks: remarks[i],
    };
  });
}

/** Whole numbers that stand twice, never in one section. */
function beginsAnew(items: readonly PlanItem[]): boolean {
  const whole = items.filter((i) => i.number.kind === 'whole');
  if (whole.length === 0 || items.some((i) => i.number.kind === 'dotted')) return false;
  const all = new Set(whole.map((i) => i.number.text));
  const within = new Set(whole.map((i) => `${i.section} ${i.number.text}`));
  return all.size < whole.length && within.size === whole.length;
}
