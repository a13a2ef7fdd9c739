import { RefusedError } from './command';
import type { Project } from './host/host';
import { callFromPage } from './host/script-run';

/**
 * Calls a command of the bundle through its one public `rpc`, by the rules of google.script.run: only JSON crosses.
 * @throws RefusedError when the bundle refuses, with its words
 */
export function callRpc<T>(project: Project, name: string, args: Readonly<Record<string, unknown>>): T {
  const answer = callFromPage(project, 'rpc', [name, { ...args }]) as {
    ok: boolean;
    value?: unknown;
    refused?: string;
  };
  if (!answer.ok) throw new RefusedError(answer.refused ?? 'Команда не выполнена.');
  return answer.value as T;
}
