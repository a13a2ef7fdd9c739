/** Collects garbage; the bench is run with --expose-gc. */
export function collect(): void {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run with node --expose-gc');
  gc();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Milliseconds of processor time since the process began: other programs on the machine do not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of one run. */
export function timeOf(work: () => unknown): number {
  const from = processorTime();
  work();
  return processorTime() - from;
}

/** Median milliseconds of a number of runs. */
export function times(rounds: number, work: () => unknown): number {
  return median(Array.from({ length: rounds }, () => timeOf(work)));
}

/** Median times of two works run in turns, so that both meet the same machine. */
export function compare(
  own: () => unknown,
  hand: () => unknown,
  rounds: number,
): { own: number; hand: number } {
  const taken = { own: [] as number[], hand: [] as number[] };
  for (let i = 0; i < rounds; i++) {
    collect();
    taken.hand.push(timeOf(hand));
    collect();
    taken.own.push(timeOf(own));
  }
  return { own: median(taken.own), hand: median(taken.hand) };
}

/** Megabytes that stay on the heap for what `make` returns. */
export function heapOf<T>(make: () => T): { made: T; mb: number } {
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  collect();
  return { made, mb: (process.memoryUsage().heapUsed - before) / 2 ** 20 };
}
