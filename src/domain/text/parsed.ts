/** Why a text could not be read. A later layer turns the kind into Russian words with the tab, the row and the advice. */
export type ParseError =
  | 'empty'
  | 'not-a-date'
  | 'impossible'
  | 'not-a-number'
  | 'not-whole'
  | 'negative'
  | 'out-of-range'
  /** «-», «—», «нет» where a number is due: zero only after a person says so. */
  | 'needs-confirmation'
  | 'not-years'
  | 'not-yes-no'
  | 'not-a-school-year'
  | 'not-consecutive'
  | 'not-an-order'
  | 'no-id'
  | 'misspelt-id'
  | 'not-a-url'
  | 'no-scheme'
  | 'no-host';

/** What a parser gives: the value, or the kind of the error; never both. Tell them apart by `error`. */
export type Parsed<T> = { value: T; error?: undefined } | { error: ParseError; value?: undefined };
