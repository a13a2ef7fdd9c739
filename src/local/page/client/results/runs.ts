import type { RunView } from '../../protocol';
import type { Connection } from '../link/connection';
import { momentOf, numberOf } from '../words/when';
import { words } from '../words/words';
import { openListing, table } from './listing';

/** What ran, for whom, and what it would cost on Google. */
export function openRuns(connection: Connection): void {
  openListing(
    words.runs,
    () => connection.ask({ kind: 'runs' }),
    words.noRuns,
    (runs) => runTable(runs),
  );
}

export function runTable(runs: readonly RunView[]): HTMLElement {
  return table(
    words.runHead,
    runs.map((run) => [
      momentOf(run.at),
      // What people do by hand is named by the page; the rest by the script.
      words.acts[run.what] ?? run.what,
      words.runHow[run.how],
      run.user,
      numberOf(run.trips),
      numberOf(run.calls),
      `${numberOf(Math.round(run.ms))} ${words.ms}`,
      run.letters === 0 ? '' : words.letters(run.letters),
      run.error,
    ]),
  );
}
