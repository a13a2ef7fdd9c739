import { cleanText, NBSP } from './spaces';

const LEGAL_FORM =
  /муниципальное\s+(бюджетн|автономн|каз[её]нн)ое\s+(?:(дошкольное образовательное|общеобразовательное|образовательное)\s+)?учреждение(\s+дополнительного\s+образования)?/gi;
const KINDS: readonly [RegExp, string][] = [
  [/средняя\s+общеобразовательная\s+школа/gi, 'СОШ'],
  [/основная\s+общеобразовательная\s+школа/gi, 'ООШ'],
  [/начальная\s+общеобразовательная\s+школа/gi, 'НОШ'],
];
const DOUBLE_QUOTES = '"«»“”„‟';
// An institution's word and the number that follows it; «приказ № 26» has none.
const NUMBERED =
  /(?:[сон]ош|школ[а-я]*|гимнази[а-я]*|лице[йяюе][а-я]*|сад[а-я]{0,2}|д\/с|доу|црр|интернат[а-я]*)[\s"«»“”„]*(?:№|n)?\s*(\d{1,3})(?!\d|\.\d)/gi;
const AFTER_SIGN = /(?:№|N)\s*(\d{1,3})(?!\d)/;

/** The numbers of schools and kindergartens that a text names (R-46): 'План в МБДОУ д/с 27' → ['27']. */
export function organisationNumbers(text: string): string[] {
  const numbers: string[] = [];
  const clean = cleanText(text);
  clean.replace(NUMBERED, (found, number: string) => {
    numbers.push(String(Number(number)));
    return found;
  });
  return numbers;
}

/** The number in an organisation's own name, without leading zeros; null when it has none. 'МБОУ «СОШ № 5»' → '5' */
export function organisationNumber(name: string): string | null {
  const signed = AFTER_SIGN.exec(cleanText(name));
  return organisationNumbers(name)[0] ?? (signed ? String(Number(signed[1])) : null);
}

/**
 * A name ready for print: every kind of double quotes as «ёлочки», «№ 5» not broken between lines.
 * @example printOrganisation('МБОУ "СОШ №5"') // 'МБОУ «СОШ № 5»'
 */
export function printOrganisation(name: string): string {
  return russianQuotes(cleanText(name)).replace(/№\s*(?=\d)/g, `№${NBSP}`);
}

/** Every kind of double quotes as «ёлочки». @example russianQuotes('МБОУ "СОШ"') // 'МБОУ «СОШ»' */
export function russianQuotes(text: string): string {
  let printed = '';
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (DOUBLE_QUOTES.indexOf(character) < 0) {
      printed += character;
      continue;
    }
    const opening = character === '«' || (character !== '»' && opens(text, at, printed, open));
    open = opening ? open + 1 : Math.max(0, open - 1);
    printed += opening ? '«' : '»';
  }
  return printed;
}

/** A quote that does not tell its side opens before a word, unless it stands right after one inside open quotes. */
function opens(text: string, at: number, printed: string, open: number): boolean {
  const after = text[at + 1] ?? ' ';
  if (/[\s,.;:!?)]/.test(after)) return false;
  return open === 0 || /(?:^|[\s(«\u2010-\u2015-])$/.test(printed);
}

/**
 * The short printable form of a long name: the legal form and the kind of school by their letters.
 * @example shortOrganisation('Муниципальное бюджетное общеобразовательное учреждение "Средняя общеобразовательная школа №1"')
 * // 'МБОУ «СОШ № 1»'
 */
export function shortOrganisation(name: string): string {
  let short = cleanText(name).replace(LEGAL_FORM, (_, founding: string, kind = '', additional?: string) => {
    const letter = founding[0]!.toUpperCase();
    return `М${letter}${/^дошк/i.test(kind) ? 'ДОУ' : kind ? 'ОУ' : 'У'}${additional ? ' ДО' : ''}`;
  });
  for (const [long, letters] of KINDS) short = short.replace(long, letters);
  return printOrganisation(short);
}
