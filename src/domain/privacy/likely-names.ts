/** A piece of a text, its first and the place after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const PATRONYMIC =
  '[А-ЯЁ][а-яё]+(?:(?:ов|ев|ьев|ьм|к|фом|лук|иль)ич(?:а|у|ем|ом|е)?|(?:ов|ев)н(?:а|ы|е|у|ой|ою)|(?:ин)?ичн(?:а|ы|е|у|ой|ою)|инишн(?:а|ы|е|у|ой))(?![а-яё])';
const SUFFIXED = `${WORD}\\s+(?:оглы|оглу|кызы|гызы|улы)(?![а-яё])`;
const INITIALS = '[А-ЯЁ]\\.[\\s\\u00a0]?[А-ЯЁ]\\.';

/** What a name of a person looks like in Russian; the commonest shapes only, so that alarms stay rare. */
const SHAPES: readonly RegExp[] = [
  `${WORD}\\s+${WORD}\\s+${PATRONYMIC}`,
  `${WORD}\\s+${SUFFIXED}`,
  `${WORD}\\s+${PATRONYMIC}(?:\\s+${WORD})?`,
  `${WORD}\\s+${INITIALS}`,
  `${INITIALS}\\s?${WORD}`,
].map((shape) => new RegExp(`(?<![А-Яа-яЁё])${shape}`, 'g'));

/** Capitalised adjectives that end like a patronymic. */
const ADJECTIVE = /\s(?:Основн|Верховн|Духовн|Церковн|Условн|Уголовн|Полковн|Плановн|Базовн)/;

/** Before the name of somebody whom a school, a street or a prize is named after. */
const NAMED_AFTER =
  /(?:имени|им\.?|ул(?:ица|ице|ицы|\.)?|проспект[а-я]*|пр-т|пр\.|переулок|пер\.|площад[ьи]|пл\.|памяти|геро[йя]|маршала|генерала|космонавта|академика|адмирала|прем(?:ия|ии)|чтени[яй])[\s«"]*(?:[А-ЯЁ][а-яё]+\s+){0,4}$/i;

/** Whether what stands at this place names a street, a school or a prize, not a colleague. */
export function namedAfter(text: string, start: number): boolean {
  return NAMED_AFTER.test(text.slice(Math.max(0, start - 40), start));
}

/**
 * The pieces of a text that look like a person's name: surname, name and patronymic in either order and any case, a
 * surname with initials on either side. Schools and streets named after people are passed over.
 */
export function likelyNames(text: string): Span[] {
  // Most cells have neither an initial nor an ending of a patronymic.
  if (!/[А-ЯЁ]\.|ич|вн|шн|оглы|оглу|кызы|гызы|улы/.test(text)) return [];
  const found: Span[] = [];
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((f) => f.start < span.end && span.start < f.end)) continue;
      if (!ADJECTIVE.test(match[0]) && !namedAfter(text, span.start)) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
