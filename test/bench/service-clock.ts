import { performance } from 'node:perf_hooks';

/**
 * Measures the time that a script spends inside services, so that the rest is the script's own. By the clock: asking for
 * processor time costs more than a small call. The façades' methods
 * are replaced on their prototypes, as the classes turn up in results.
 */
export interface ServiceClock {
  /** Milliseconds inside services since the last reset. */
  spent(): number;
  reset(): void;
}

export function serviceClock(globals: Readonly<Record<string, unknown>>): ServiceClock {
  let total = 0;
  let inside = false;
  const seen = new Set<object>();
  const watch = (value: unknown): void => {
    const one = Array.isArray(value) ? value[0] : value;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return;
    const prototype = Object.getPrototypeOf(one) as Record<string, unknown> | null;
    if (!prototype || seen.has(prototype) || !isFacade(prototype)) return;
    seen.add(prototype);
    for (const name of Object.keys(prototype)) {
      const method = prototype[name];
      if (typeof method === 'function') prototype[name] = timed(method as (...args: unknown[]) => unknown);
    }
  };
  const timed = (method: (...args: unknown[]) => unknown) =>
    function call(this: unknown, ...args: unknown[]): unknown {
      if (inside) return method.apply(this, args);
      inside = true;
      const from = performance.now();
      try {
        const result = method.apply(this, args);
        watch(result);
        return result;
      } finally {
        total += performance.now() - from;
        inside = false;
      }
    };
  for (const value of Object.values(globals)) watch(value);
  return {
    spent: () => total,
    reset: () => {
      total = 0;
    },
  };
}

/** Prototypes of façades hold enumerable methods; those of plain objects, dates and maps do not. */
function isFacade(prototype: object): boolean {
  return Object.keys(prototype).some((k) => typeof (prototype as Record<string, unknown>)[k] === 'function');
}
