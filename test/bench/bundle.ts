import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { createHost } from '../../src/local/host/host';
import { collect, median, timeOf } from './measure';

/** What the bundle weighs before it has done anything. */
export interface BundleFigures {
  readonly bytes: number;
  readonly characters: number;
  /** Milliseconds to evaluate the file in a bare context. */
  readonly evaluate: number;
  /** Milliseconds of the first onOpen, which evaluates the modules. */
  readonly firstCall: number;
  /** Megabytes on the heap after the file was evaluated, and after the first onOpen. */
  readonly heapLoaded: number;
  readonly heapCalled: number;
}

const ROUNDS = 15;
let loaded = 0;

/** Every context gets a text of its own: V8 would take an equal one from its cache, already compiled. */
function evaluate(code: string, globals: Record<string, unknown>): { scope: object; ms: number } {
  const scope = createContext(globals);
  const fresh = `${code}\n// ${++loaded}`;
  return { scope, ms: timeOf(() => runInContext(fresh, scope, { filename: 'Code.js' })) };
}

export function bundleFigures(file: string): BundleFigures {
  const code = readFileSync(file, 'utf8');
  const [heapLoaded, heapCalled] = heapGrowth(code);
  const evaluated = Array.from({ length: ROUNDS }, () => evaluate(code, {}).ms);
  const called = Array.from({ length: ROUNDS }, () => {
    const { scope } = evaluate(code, hostGlobals());
    return timeOf(() => runInContext('onOpen()', scope));
  });
  return {
    bytes: Buffer.byteLength(code),
    characters: code.length,
    evaluate: median(evaluated),
    firstCall: median(called),
    heapLoaded,
    heapCalled,
  };
}

function hostGlobals(): Record<string, unknown> {
  const host = createHost();
  host.spreadsheets.activeId = host.spreadsheets.create('').model.id;
  return { ...host.globals };
}

function heapGrowth(code: string): [number, number] {
  const scope = createContext(hostGlobals());
  const mine = `${code}\n// heap`;
  const used = () => {
    // The contexts made before go only with the second collection.
    for (let i = 0; i < 4; i++) collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = used();
  runInContext(mine, scope, { filename: 'Code.js' });
  const afterLoad = used() - before;
  runInContext('onOpen()', scope);
  return [afterLoad, used() - before];
}
