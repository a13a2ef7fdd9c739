/** A noun or a verb after 1, after 2–4, after 5–20 (Russian); after 1 and after others (English). */
type Forms = readonly [one: string, few: string, many: string] | readonly [one: string, other: string];

const RUSSIAN = new Intl.PluralRules('ru');

/** @example plural(22, ['письмо', 'письма', 'писем']) // 'письма' */
export function plural(n: number, forms: Forms): string {
  if (forms.length === 2) return forms[n === 1 ? 0 : 1];
  const form = RUSSIAN.select(n);
  return forms[form === 'one' ? 0 : form === 'few' ? 1 : 2];
}

/** A number with its noun, never broken between lines. @example counted(21, ['письмо', 'письма', 'писем']) // '21 письмо' */
export function counted(n: number, forms: Forms): string {
  return `${n}\u00a0${plural(n, forms)}`;
}
