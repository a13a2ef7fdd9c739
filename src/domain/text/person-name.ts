import { cleanText, NBSP } from './spaces';

/** A name in its parts, '' where there is none; `extra` is what stands in brackets (a former surname) or is left over. */
export type PersonName = { surname: string; name: string; patronymic: string; extra: string };

const DASHES = /\s*[-\u2010-\u2015\u2212]\s*/g;
const PARTICLE = /^(?:оглы|оглу|кызы|кизи|гызы|улы|уулу)$/i;
const PATRONYMIC = /(?:ич|вна|ична)$/i;
const INITIAL = /^\p{Lu}\.(?:-\p{Lu}\.)?$/u;
const CODE = /^\p{Lu}{1,3}-\d{1,5}$/u;

/** Whether a code stands in place of a name (storage mode «codes»): `П-017`, `К-12`. */
export function isCode(text: string): boolean {
  return CODE.test(cleanText(text));
}

/**
 * The parts of «Фамилия Имя Отчество». Knows double surnames (`Петрова – Иванова`, `Петрова Иванова Мария Павловна`),
 * a former surname in brackets, «оглы» and «кызы», no patronymic, initials on either side (`М. П. Иванова`).
 * Words keep their spelling; a full name in another order is not put right.
 */
export function parseName(full: string): PersonName {
  const inBrackets: string[] = [];
  const bare = cleanText(full).replace(/\(([^()]*)\)/g, (_, inside: string) => {
    inBrackets.push(inside.trim());
    return ' ';
  });
  let words = cleanText(
    bare
      .replace(DASHES, '-')
      .replace(/\.{2,}/g, '.')
      .replace(/(\p{Lu}\.)(?=\p{L})/gu, '$1 '),
  ).split(' ');
  const first = words.findIndex((word) => !INITIAL.test(word));
  if (first > 0) words = [...words.slice(first), ...words.slice(0, first)];
  // Four words with the patronymic, or the second initial, in the last place: the surname is of two words.
  const last = INITIAL.test(words[2] ?? '') ? INITIAL : PATRONYMIC;
  if (words.length === 4 && last.test(words[3]!)) words.splice(0, 2, `${words[0]} ${words[1]}`);
  if (words.length > 3 && PARTICLE.test(words[3]!)) words.splice(2, 2, `${words[2]} ${words[3]}`);
  const [surname = '', name = '', patronymic = '', ...rest] = words;
  return {
    surname,
    name,
    patronymic,
    extra: [...inBrackets, ...rest].filter((word) => word !== '').join(' '),
  };
}

/** 'Мария' → 'М.', 'Анна-Мария' → 'А.-М.' */
function initial(word: string): string {
  return word
    .split('-')
    .map((part) => (/\p{L}/u.exec(part) ?? [''])[0])
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('-');
}

/** «Иванова М. П.» with no-break spaces; a code or a lone surname stays as it is. */
export function initialsOf(full: string): string {
  if (isCode(full)) return cleanText(full);
  const { surname, name, patronymic } = parseName(full);
  return [surname, initial(name), initial(patronymic)].filter((part) => part !== '').join(NBSP);
}
