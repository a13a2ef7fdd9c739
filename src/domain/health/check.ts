/** `unknown`: nobody could be asked; it is never taken for well. */
export type State = 'ok' | 'warning' | 'error' | 'unknown';

/** A cell to show to the person. */
interface HealthPlace {
  /** Title of the tab in the template. */
  readonly tab: string;
  /** ID of the record, '' for the tab as a whole. */
  readonly id: string;
  /** 1-based. */
  readonly row: number;
}

/**
 * What a check says. The words stand in the panel, which is no part of the bundle: `src/ui/doctor/words.ts` has them by
 * the key of the check, in both languages.
 */
export interface Verdict {
  readonly state: State;
  readonly count?: number;
  /** The limit of what was counted. */
  readonly of?: number;
  /** Titles of tabs of the template. */
  readonly tabs?: readonly string[];
  /** Versions, zones, days, rules, IDs: nothing that names a person. */
  readonly values?: readonly string[];
  /** Addresses, texts of errors, titles that people gave: shown, and never part of the report for support. */
  readonly personal?: readonly string[];
  readonly place?: HealthPlace;
}

/** The parts of the screen, in its order. */
export type Area = 'access' | 'automation' | 'structure' | 'records' | 'privacy' | 'size' | 'upkeep';

export interface HealthCheck<F> {
  readonly area: Area;
  readonly judge: (facts: F) => Verdict;
}

export interface HealthResult extends Verdict {
  readonly key: string;
  readonly area: Area;
}

/** What a service answered, or why it did not. */
export type Answer<T> = { readonly value: T } | { readonly failed: string };

/** Puts a question to a service: a failure is an answer too, and makes the checks that need it unknown. */
export function ask<T>(question: () => T): Answer<T> {
  try {
    return { value: question() };
  } catch (error) {
    return { failed: String((error as Error | null)?.message ?? error) };
  }
}

/** Judges an answer; what could not be asked is unknown. */
export function known<T>(answer: Answer<T>, judge: (value: T) => Verdict): Verdict {
  return 'value' in answer ? judge(answer.value) : { state: 'unknown', personal: [answer.failed] };
}

export const OK: Verdict = { state: 'ok' };
type Found = Omit<Verdict, 'state'>;
export const warnIf = (bad: boolean, found: Found = {}): Verdict =>
  bad ? { state: 'warning', ...found } : OK;
export const errorIf = (bad: boolean, found: Found = {}): Verdict =>
  bad ? { state: 'error', ...found } : OK;

/** The verdicts of all checks, in the order of the table. */
export function examine<F>(checks: Readonly<Record<string, HealthCheck<F>>>, facts: F): HealthResult[] {
  return Object.entries(checks).map(([key, { area, judge }]) => ({ key, area, ...judge(facts) }));
}
