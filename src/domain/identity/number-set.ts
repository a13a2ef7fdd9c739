/**
 * A set of numbers as a short text: runs in ascending order, each the gap from the end of the run before it and, when it
 * is longer than one, its length less one, in base 36. The numbers 1–40 and 42 are `1+13.2`.
 */
export function packNumbers(ascending: readonly number[]): string {
  const runs: string[] = [];
  let end = 0;
  for (let i = 0; i < ascending.length; ) {
    const first = ascending[i];
    let last = first;
    while (i < ascending.length && ascending[i] <= last + 1) last = Math.max(last, ascending[i++]);
    runs.push((first - end).toString(36) + (last > first ? `+${(last - first).toString(36)}` : ''));
    end = last;
  }
  return runs.join('.');
}

/** The numbers of a packed text, by runs: a set of thousands is opened without making thousands of entries. */
export class NumberSet {
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #added = new Map<number, boolean>();

  constructor(packed: string) {
    if (packed === '') return;
    let end = 0;
    for (const run of packed.split('.')) {
      const plus = run.indexOf('+');
      const first = end + Number.parseInt(plus < 0 ? run : run.slice(0, plus), 36);
      end = first + (plus < 0 ? 0 : Number.parseInt(run.slice(plus + 1), 36));
      this.#first.push(first);
      this.#last.push(end);
    }
  }

  has(number: number): boolean {
    const known = this.#added.get(number);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.#first.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (number < this.#first[middle]) high = middle - 1;
      else if (number > this.#last[middle]) low = middle + 1;
      else return true;
    }
    return false;
  }

  greatest(): number {
    return Math.max(0, this.#last[this.#last.length - 1] ?? 0, ...this.#added.keys());
  }

  set(number: number, present: boolean): void {
    this.#added.set(number, present);
  }

  packed(): string {
    const all: number[] = [];
    this.#first.forEach((first, i) => {
      for (let n = first; n <= this.#last[i]; n++) if (this.#added.get(n) !== false) all.push(n);
    });
    for (const [n, present] of this.#added) if (present) all.push(n);
    return packNumbers(all.sort((a, b) => a - b));
  }
}
