import type { Fired } from '../host/fire';
import type { Host } from '../host/host';
import { countTrips } from '../host/trips';
import type { ChangingAct, RunView } from './protocol';

const MOST_RUNS = 300;
/** Calls that change nothing a file keeps: a cache, a lock, a log. */
const PASSING = /^(Cache|Lock|Logger|console|Utilities|Session|Html|Ui|Menu)/;
const LOOKING =
  /^(get|is|has|can|find|createTextFinder|new|build|alert|prompt|toast|flush|evaluate|toString|activate|setActive|setCurrent)/;

/** What a run is called in the history. */
export function whatOf(act: ChangingAct): Pick<RunView, 'what' | 'how'> {
  if (act.kind === 'run') return { what: act.caption, how: 'menu' };
  if (act.kind === 'call') return { what: act.caption || act.function, how: 'panel' };
  return { what: act.kind, how: 'edit' };
}

/** What a run cost, from the counters of the host before and after it. */
export class Meter {
  readonly #calls: Readonly<Record<string, number>>;
  readonly #started = performance.now();
  readonly #letters: number;

  constructor(readonly host: Host) {
    this.#calls = { ...host.calls };
    this.#letters = host.outbox.messages.length;
  }

  read(): Pick<RunView, 'trips' | 'calls' | 'ms' | 'letters'> & { readonly writes: boolean } {
    const made: Record<string, number> = {};
    let calls = 0;
    let writes = false;
    for (const [name, times] of Object.entries(this.host.calls)) {
      const more = times - (this.#calls[name] ?? 0);
      if (more === 0) continue;
      made[name] = more;
      calls += more;
      const [service, method] = name.split('.');
      writes ||= !PASSING.test(service) && !LOOKING.test(method);
    }
    return {
      trips: countTrips(made),
      calls,
      ms: Math.round(performance.now() - this.#started),
      letters: this.host.outbox.messages.length - this.#letters,
      writes,
    };
  }
}

/** The last runs, newest first. Kept in state.json with the book. */
export class RunHistory {
  #runs: RunView[];

  constructor(runs: unknown) {
    this.#runs = Array.isArray(runs) ? (runs as RunView[]) : [];
  }

  add(...runs: readonly RunView[]): void {
    this.#runs = [...[...runs].reverse(), ...this.#runs].slice(0, MOST_RUNS);
  }

  list(): readonly RunView[] {
    return this.#runs;
  }
}

/** The error of a trigger that the run set off, as one line; '' = none. Google shows them in its log only. */
export function errorOf(fired: readonly Fired[]): string {
  const failed = fired.find(({ error }) => error !== null);
  return failed ? oneLine(failed.error) : '';
}

export function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
