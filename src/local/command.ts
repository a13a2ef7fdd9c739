import type { Finding } from '../domain/checks/finding';

/** Options of the command line (architecture.md, contract 3). */
export interface Options {
  readonly book?: string;
  readonly out?: string;
  /** `yyyy-mm-dd` */
  readonly today?: string;
  readonly user?: string;
  readonly json: boolean;
  readonly wave?: string;
  readonly asOf?: string;
  readonly storage?: string;
  /** What follows the command: the function and its arguments for `call`. */
  readonly rest: readonly string[];
}

export const EXIT = { done: 0, blocked: 1, refused: 2, failed: 3 } as const;

/** What a command leaves behind for run.json and the screen. */
export interface Outcome {
  readonly exit: number;
  /** Folder where the results are. */
  readonly folder: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** For `--json`: printed on stdout as it is. */
  readonly data?: unknown;
  /** For people: printed line by line. */
  readonly lines: readonly string[];
  readonly calls: Readonly<Record<string, number>>;
  readonly trips: number;
}

/** The input is bad: said in one line, exit status 2, nothing was changed. */
export class RefusedError extends Error {}

/** Says what is going on while a command works; goes to stderr, so that --json stays clean. */
export type Progress = (step: string) => void;

/** How many findings of each severity. */
export function findingCounts(findings: readonly Finding[]): {
  errors: number;
  warnings: number;
  hints: number;
} {
  const of = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), hints: of('hint') };
}
