export type GrammaticalCase = 'nominative' | 'genitive' | 'dative' | 'prepositional';

const STEMS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');
const ABBREVIATIONS = 'янв фев,февр мар апр май июн июл авг сен,сент окт ноя,нояб дек'.split(' ');
const CASES: GrammaticalCase[] = ['nominative', 'genitive', 'dative', 'prepositional'];

/** The name of a month (1–12) in a grammatical case. @example monthName(4, 'prepositional') // 'апреле' */
export function monthName(month: number, grammaticalCase: GrammaticalCase = 'nominative'): string {
  const ending = CASES.indexOf(grammaticalCase);
  const stem = STEMS[month - 1]!;
  if (month === 3 || month === 8) return stem + ['', 'а', 'у', 'е'][ending];
  return stem + (ending === 0 && month === 5 ? 'й' : 'ьяюе'[ending]);
}

/**
 * The number of the month (1–12) that a lower-case word names in the nominative, the genitive or as an abbreviation
 * with or without its dot; 0 for any other word: a misspelt month is never guessed.
 */
export function monthNumber(word: string): number {
  const bare = word.replace(/\.$/, '');
  for (let month = 1; month <= 12; month++) {
    if (ABBREVIATIONS[month - 1]!.split(',').indexOf(bare) >= 0) return month;
    if (word === monthName(month) || word === monthName(month, 'genitive')) return month;
  }
  return 0;
}
