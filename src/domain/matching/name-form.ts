import { foldName } from '../text/fold';

/** A name taken apart for comparing: every part folded (small letters, е for ё, Cyrillic for look-alikes), '' where absent. */
export interface NameForm {
  /** The whole name folded: equal keys are equal names. */
  readonly key: string;
  /** Double surnames are joined by a hyphen, however they were written. */
  readonly surname: string;
  /** The surname, its halves and the former one in brackets: under each of them the person may stand elsewhere. */
  readonly surnames: readonly string[];
  readonly former: readonly string[];
  /** A single letter is an initial. */
  readonly name: string;
  readonly patronymic: string;
  /** By the patronymic alone: surnames of men and women may end alike. */
  readonly gender: '' | 'm' | 'f';
}

const SON = /^(?:оглы|оглу|улы|уулу)$/;
const DAUGHTER = /^(?:кызы|кизи|гызы)$/;
const PATRONYMIC = /(?:[ое]вич|ьич|[ое]вна|инична|ична|мич|кич)$/;
const OF_SURNAME = /(?:[ое]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|ко|[ую]к|[иы]х|ян|дзе|ич)$/;
const IN_BRACKETS = /\(([^()]*)\)?/g;
/** Words that stand before a former surname in brackets. */
const BEFORE_FORMER =
  /^(?:урожд[а-я]*|ранее|бывш[а-я]*|быв|до|брака|замужества|в|девич[а-я]*|дев|прежн[а-я]*|фамилия)$/;

/** The form of a name; fold it once and keep the form. */
export function nameForm(name: string): NameForm {
  const key = foldName(name);
  let former: readonly string[] = NONE;
  let bare = key;
  if (key.indexOf('(') >= 0) {
    const inside: string[] = [];
    bare = key.replace(IN_BRACKETS, (_, words: string) => {
      inside.push(...words.split(' ').filter((word) => word !== '' && !BEFORE_FORMER.test(word)));
      return ' ';
    });
    former = inside;
  }
  const words = bare.split(' ').filter((word) => word !== '');
  let gender: NameForm['gender'] = '';
  const last = words.length > 3 ? words[words.length - 1] : '';
  if (last !== '' && (SON.test(last) || DAUGHTER.test(last))) {
    gender = SON.test(last) ? 'm' : 'f';
    words.pop();
  }
  const [surname, given, patronymic] = inOrder(words);
  if (gender === '' && patronymic.length > 3)
    gender = patronymic.endsWith('ич') ? 'm' : patronymic.endsWith('на') ? 'f' : '';
  const surnames =
    former.length > 0 || surname.includes('-') ? [surname, ...halvesOf(surname), ...former] : [surname];
  return { key, surname, surnames, former, name: given, patronymic, gender };
}

const NONE: readonly string[] = [];

function halvesOf(surname: string): readonly string[] {
  return surname.includes('-') ? surname.split('-').filter((half) => half.length > 2) : NONE;
}

/** Surname, name and patronymic, in whatever order the words stand. */
function inOrder(words: readonly string[]): readonly [string, string, string] {
  const [a = '', b = '', c = '', d = ''] = words;
  if (a.length === 1) {
    const first = words.findIndex((word) => word.length > 1);
    if (first > 0) return inOrder([...words.slice(first), ...words.slice(0, first)]);
  }
  if (d !== '' && (PATRONYMIC.test(d) || (d.length === 1 && c.length === 1))) return [`${a}-${b}`, c, d];
  if (c !== '') {
    if (b.length === 1 && c.length > 1) return [c, a, b];
    if (!PATRONYMIC.test(b) || PATRONYMIC.test(c)) return [a, b, c];
    // «Мария Павловна Иванова» is far more usual than «Иванова Павловна Мария».
    return OF_SURNAME.test(a) && !OF_SURNAME.test(c) ? [a, c, b] : [c, a, b];
  }
  if (PATRONYMIC.test(b) && !OF_SURNAME.test(a)) return ['', a, b];
  return b.length > 1 && OF_SURNAME.test(b) && !OF_SURNAME.test(a) ? [b, a, ''] : [a, b, ''];
}
