import { type LedgerEntry, letterId, measureText, type Outcome } from './ledger';
import type { Letter } from './letter';
import { keyDate } from './obligation-id';

/** Marks a row of a letter without items: the word about what the quota did not take. */
const NOTICE = 'лимит';

/**
 * The rows of the ledger for a letter, one an item: to be written before it is sent, or afterwards with another result.
 * A letter without items has one row, so that the day of the address is taken.
 * @param run ID of the run; `when` `yyyy-mm-dd hh:mm`
 */
export function ledgerRowsOf(
  letter: Letter,
  run: string,
  when: string,
  result: Outcome = 'намерение',
): LedgerEntry[] {
  const common = {
    row: 0,
    letter: letterId(letter.date, letter.to),
    date: letter.date,
    to: letter.to,
    intent: when,
    result,
    when: result === 'намерение' ? '' : when,
    note: '',
    run,
  };
  if (letter.items.length === 0) {
    const key = `${NOTICE}|${letter.to}|${letter.date}`;
    return [{ ...common, key, measure: '', organisation: '', stage: NOTICE, controlDate: '' }];
  }
  return letter.items.map(({ key, stage, obligation }) => ({
    ...common,
    key,
    measure: measureText(obligation.measureId, obligation.step),
    organisation: obligation.organisation,
    stage,
    controlDate: keyDate(obligation),
  }));
}
