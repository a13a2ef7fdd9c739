import type { LetterInput } from '../../src/domain/letters/letter-input';

const DAY = 86_400_000;
const BEFORE = [14, 7, 3, 1, 0];

/**
 * A reminder script as one writes it by hand: what is due on one of five days or overdue, by address, sorted, as plain
 * text. No ledger, no working days, no escalation, no calendar file.
 */
export function handLetters({ obligations, contacts, today, url }: LetterInput): Map<string, string> {
  const now = Date.parse(today);
  const lines = new Map<string, { left: number; text: string }[]>();
  for (const o of obligations) {
    if (!o.open) continue;
    const left = Math.round((Date.parse(o.due) - now) / DAY);
    if (left > 0 && !BEFORE.includes(left)) continue;
    const words = left < 0 ? `просрочено на ${-left} дн.` : left === 0 ? 'сегодня' : `осталось ${left} дн.`;
    const text = `${o.number} ${o.title}: ${words} Осталось: ${o.left}. ${url(o.tab)}`;
    for (const { address } of contacts.organisations.get(o.organisation)?.curators ?? []) {
      const own = lines.get(address);
      if (own) own.push({ left, text });
      else lines.set(address, [{ left, text }]);
    }
  }
  const letters = new Map<string, string>();
  for (const [address, own] of lines)
    letters.set(
      address,
      own
        .sort((a, b) => a.left - b.left)
        .map((line) => line.text)
        .join('\n'),
    );
  return letters;
}
