import { sourcesWithErrors } from './evidence/sources';
import type { PreparedFulfilment } from './prepared';

/**
 * The same fulfilment with the open errors of another day.
 * @param errors ID of an organisation → open errors of its rows
 */
export function withErrors(
  prepared: PreparedFulfilment,
  errors: ReadonlyMap<string, number>,
): PreparedFulfilment {
  return { ...prepared, sources: sourcesWithErrors(prepared.sources, errors) };
}
