import type { Severity } from '../checks/finding';
import type { Report, Value } from './values';

/** What is wrong with a cell, in words; the place is added where the cell is known. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly message: string;
  readonly instruction: string;
}

export const problem = (
  code: string,
  message: string,
  expected: string,
  instruction: string,
  severity: Severity = 'error',
): Problem => ({ code, severity, expected, message, instruction });

/** Reports and gives the blank value: a cell that cannot be read is never guessed. */
export function refuse<T extends Value>(report: Report, what: Problem, blank: T): T {
  report(what);
  return blank;
}
