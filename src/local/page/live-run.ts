import type { CallObserver } from '../host/membrane';
import { isTrip } from '../host/trips';
import type { Answer, QuestionRecord } from '../services/ui';

type Question = Omit<QuestionRecord, 'answer'>;

/** Somebody stopped the command: thrown at every further call of a service, so that no `catch` of the script outlives it. */
export class StoppedError extends Error {}

/** What the thread of the book can ask of the outside while a script runs; every call returns at once, but for `ask`. */
export interface Outside {
  stopAsked(): boolean;
  /** Waits for a person. */
  ask(question: Question): Answer;
  progress(trips: number, last: string): void;
}

const UNANSWERED: Answer = { button: 'CLOSE', text: '' };
/** Milliseconds between two words about the progress. */
const BREATH = 200;

/**
 * Watches the calls of the running script: tells how far it is, stops it, remembers the answers that people gave. In a
 * replay the answers are given, and the script stops where it stopped then.
 */
export class LiveRun {
  #calls = 0;
  #trips = 0;
  #told = 0;
  #stopped = false;
  #stopAt: number | null = null;
  #answers: Answer[] = [];
  #given: Answer[] = [];
  #live = true;

  constructor(readonly outside: Outside) {}

  begin(): void {
    this.#calls = 0;
    this.#trips = 0;
    this.#told = performance.now();
    this.#stopped = false;
    this.#stopAt = null;
    this.#answers = [];
    this.#given = [];
    this.#live = true;
  }

  /** As `begin`, for an act that was done before. */
  beginReplay(answers: readonly Answer[], stopAt: number | null): void {
    this.begin();
    this.#live = false;
    this.#given = [...answers];
    this.#stopAt = stopAt;
  }

  /** Number of the call at which the run was stopped; null = it was not. */
  get stoppedAt(): number | null {
    return this.#stopped ? this.#calls : null;
  }

  get answers(): readonly Answer[] {
    return this.#answers;
  }

  readonly observe: CallObserver = (service, method) => {
    if (!this.#stopped) {
      this.#calls++;
      if (isTrip(service, method)) this.#trips++;
      this.#stopped = this.#live ? this.outside.stopAsked() : this.#calls === this.#stopAt;
    }
    if (this.#stopped) throw new StoppedError('Остановлено');
    const now = performance.now();
    if (!this.#live || now - this.#told < BREATH) return;
    this.#told = now;
    this.outside.progress(this.#trips, `${service}.${method}`);
  };

  readonly answer = (question: Question): Answer => {
    // A question that the log has no answer to was never agreed to.
    const answer = this.#live ? this.outside.ask(question) : (this.#given.shift() ?? UNANSWERED);
    this.#stopped = this.#live
      ? this.outside.stopAsked()
      : this.#given.length === 0 && this.#stopAt === this.#calls;
    if (this.#stopped) throw new StoppedError('Остановлено');
    this.#answers.push(answer);
    return answer;
  };
}
