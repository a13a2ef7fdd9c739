import { cleanText } from './spaces';

export type AddressError =
  | 'empty'
  | 'no-at'
  | 'spaces'
  | 'cyrillic'
  | 'two-ats'
  | 'no-name'
  | 'no-domain'
  | 'dots'
  | 'letters'
  | 'too-long';

/** What is wrong with an address, for the person who types it. */
export const addressErrorWords: Readonly<Record<AddressError, string>> = {
  empty: 'адрес не указан',
  'no-at': 'нет знака @',
  spaces: 'внутри адреса пробел',
  cyrillic: 'русская буква среди латинских',
  'two-ats': 'несколько знаков @ подряд в одном адресе',
  'no-name': 'нет имени ящика перед @',
  'no-domain': 'после @ нет домена с точкой',
  dots: 'лишняя точка',
  letters: 'знак, которого в адресе быть не может',
  'too-long': 'адрес слишком длинный',
};

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
const LABEL = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|[а-яё0-9](?:[а-яё0-9-]*[а-яё0-9])?)$/i;
const TOP = /^(?:[a-z]{2,}|xn--[a-z0-9-]+|[а-яё]{2,})$/i;
const CYRILLIC = /[\u0400-\u04ff]/;

/**
 * One e-mail address; quoted names of mailboxes are not accepted. A domain may be Cyrillic as a whole (`школа.рф`).
 * @returns null when it can be written to
 */
export function addressError(text: string): AddressError | null {
  const address = cleanText(text);
  if (address === '') return 'empty';
  const at = address.indexOf('@');
  if (at < 0) return 'no-at';
  if (/\s/.test(address)) return 'spaces';
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (domain.indexOf('@') >= 0) return 'two-ats';
  if (local === '') return 'no-name';
  if (local.length > 64 || address.length > 254) return 'too-long';
  if (domain.indexOf('.') < 1) return 'no-domain';
  if (/^\.|\.$|\.\./.test(local) || /\.$|\.\./.test(domain)) return 'dots';
  if (CYRILLIC.test(local)) return 'cyrillic';
  if (!LOCAL.test(local)) return 'letters';
  const labels = domain.split('.');
  if (labels.some((label) => CYRILLIC.test(label) && /[a-z]/i.test(label))) return 'cyrillic';
  if (!labels.every((label) => LABEL.test(label) && label.length <= 63)) return 'letters';
  return TOP.test(labels[labels.length - 1]) ? null : 'no-domain';
}

const PARTS = /[;,\n]+/;

/**
 * The addresses that a cell names, as they stand: after `;`, a comma or a line break, and after a space where both sides
 * are addresses. A piece that is no address stays one piece, to be shown.
 * @example addressesIn('a@b.ru, c@d.ru e@f.ru') // ['a@b.ru', 'c@d.ru', 'e@f.ru']
 */
export function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.split(PARTS).map(cleanText)) {
    if (piece === '') continue;
    const words = piece.split(' ');
    for (const one of words.every((word) => /.@./.test(word)) ? words : [piece])
      if (found.indexOf(one) < 0) found.push(one);
  }
  return found;
}
