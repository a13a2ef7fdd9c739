import { cleanText } from '../../text/spaces';

/** A cell of a plan as one line, and the words that were put together from two lines. */
export interface PlanText {
  readonly text: string;
  /** `обра-зовательных → образовательных`: told, because a hyphen may have been meant. */
  readonly mended: readonly string[];
}

/** First parts of words that keep their hyphen: any other hyphen at the end of a line is taken for a division. */
const COMPOUND =
  /^(интернет|онлайн|веб|видео|аудио|медиа|мастер|бизнес|пресс|план|вице|экс|мини|педагог|учитель|наставник|член|школа|тьютор|научно|учебно|организационно|информационно|нормативно|материально|социально|культурно|программно|контрольно|воспитательно|финансово|психолого|консультационно|профессионально|административно|художественно|общественно|экспертно|образовательно|методико|какой|кто|что|по|из)$/i;

const SOFT = /\u00ad[^\S\n]*\n?\s*/g;
const DIVIDED = /([\p{L}\p{N}]+)-[^\S\n]*\n\s*([\p{L}\p{N}]+)/gu;

/**
 * A cell copied from Word or PDF: line breaks, soft hyphens, words divided at the end of a line, odd spaces.
 * @example planText('семинары, интернет-\nсообществах').text // 'семинары, интернет-сообществах'
 */
export function planText(source: string): PlanText {
  const mended: string[] = [];
  const joined = lines(source)
    .replace(SOFT, '')
    .replace(DIVIDED, (_, first: string, second: string) => {
      if (COMPOUND.test(first) || !/^\p{Ll}/u.test(second)) return `${first}-${second}`;
      mended.push(`${first}-${second} → ${first}${second}`);
      return first + second;
    });
  return { text: cleanText(joined), mended };
}

/** The term as the plan has it: nothing but white space is changed. */
export function termText(source: string): string {
  return cleanText(lines(source).replace(SOFT, ''));
}

const lines = (text: string): string => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');

/** What follows is in the middle of a sentence: a small letter, or punctuation that cannot begin one. */
export function startsInside(text: string): boolean {
  return /^[\p{Ll},;.)»]/u.test(text);
}

/** The text breaks off: a comma, a hyphen, an open bracket or quote, a word that wants another. */
export function breaksOff(text: string): boolean {
  return (
    /[,\-–—(«:]$/.test(text) ||
    /(?:^|\s)(?:и|или|в|во|на|по|с|со|о|об|для|при|из|к|от|за|до|под|через|между|а также)$/i.test(text) ||
    count(text, '(') > count(text, ')') ||
    count(text, '«') > count(text, '»')
  );
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
