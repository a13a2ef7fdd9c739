import { counted, type PluralForms, plural } from '../text/plural';
import type { Letter, LetterBlock } from './letter';
import type { LetterInput } from './letter-input';
import { bookLink, closing, greeting, paragraph } from './letter-text';

const LETTERS: PluralForms = ['письмо', 'письма', 'писем'];
const GO: PluralForms = ['уйдёт', 'уйдут', 'уйдут'];
const BEGINS = 'Не поместилось в суточный лимит: ';

/** @example 'Не поместилось в суточный лимит: 12 писем, уйдут завтра.' */
function noticeText(later: number): string {
  const go = plural(later, GO);
  return `${BEGINS}${counted(later, LETTERS)}, ${go} в следующий день отправки.`;
}

/** The sentence about what is carried over, if the letter has one. */
export function noticeOf(letter: Letter): string | null {
  for (const block of letter.content)
    if (block.kind === 'paragraph' && block.text.startsWith(BEGINS)) return block.text;
  return null;
}

/** The letter with the sentence right after its greeting. */
export function withNotice(letter: Letter, notice: string): Letter {
  const [first, ...rest] = letter.content;
  return { ...letter, content: [first, paragraph(notice), ...rest] };
}

export function tellsOfCarried(letter: Letter, later: number): Letter {
  return withNotice(letter, noticeText(later));
}

/** A letter that tells of nothing else, for a coordinator who has no digest today. */
export function carriedLetter(to: string, later: number, input: LetterInput): Letter {
  const content: LetterBlock[] = [
    greeting(''),
    paragraph(noticeText(later)),
    ...bookLink(input),
    ...closing(true),
  ];
  return {
    to,
    as: ['coordinator'],
    date: input.today,
    items: [],
    subject: `Наставничество: не поместилось в суточный лимит ${later}`,
    content,
    calendar: null,
    priority: 0,
  };
}
