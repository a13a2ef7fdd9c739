import type { Area, State } from '../../domain/health/check';
import type { FastKey } from '../../domain/health/fast-checks';
import type { SlowKey } from '../../domain/health/slow-checks';

export type CheckKey = FastKey | SlowKey;

/**
 * What is well; what was found when it is not: {n} how many, {of} the limit, {values} codes, days and versions,
 * {who} addresses and other texts of people; one thing to do. Tabs are added by the panel.
 */
type CheckWords = readonly [title: string, found: string, todo: string];

export interface DoctorWords {
  readonly title: string;
  readonly wait: string;
  readonly waitSlow: string;
  readonly slow: string;
  readonly slowWhy: string;
  readonly again: string;
  readonly count: (bad: number, all: number) => string;
  readonly good: (n: number) => string;
  readonly account: (address: string) => string;
  readonly todo: string;
  /** Before what is well. */
  readonly should: string;
  readonly go: (place: string) => string;
  readonly tabs: string;
  readonly copy: string;
  readonly copyWhy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly report: string;
  readonly unknown: string;
  readonly unknownOf: (n: number) => string;
  readonly unknownTodo: string;
  readonly state: Readonly<Record<State, string>>;
  readonly area: Readonly<Record<Area, string>>;
  readonly checks: Readonly<Record<CheckKey, CheckWords>>;
}

/** Beside the words, never instead of them. */
export const SIGNS: Readonly<Record<State, string>> = { error: '✖', warning: '▲', unknown: '?', ok: '✔' };
