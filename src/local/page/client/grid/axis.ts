/**
 * The rows or the columns that are seen, one after the other: where each begins, in pixels from the first.
 * Hidden ones are left out, so steps go over them. The first `frozen` of them stay in place when the tab scrolls.
 */
export class Axis {
  private readonly starts: Float64Array;

  /** @param seen indexes in ascending order */
  constructor(
    private readonly seen: readonly number[],
    readonly frozen: number,
    size: (index: number) => number,
  ) {
    this.starts = new Float64Array(seen.length + 1);
    for (let i = 0; i < seen.length; i++) this.starts[i + 1] = this.starts[i] + size(seen[i]);
  }

  get count(): number {
    return this.seen.length;
  }

  get total(): number {
    return this.starts[this.seen.length];
  }

  /** Pixels taken by the frozen ones. */
  get frozenSize(): number {
    return this.starts[this.frozen];
  }

  index(order: number): number {
    return this.seen[Math.max(0, Math.min(order, this.seen.length - 1))] ?? 0;
  }

  /** Place of an index among the seen; that of the next seen one where it is hidden. */
  order(index: number): number {
    let low = 0;
    let high = this.seen.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seen[middle] < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  shows(index: number): boolean {
    return this.seen[this.order(index)] === index;
  }

  isFrozen(index: number): boolean {
    return this.order(index) < this.frozen;
  }

  start(index: number): number {
    return this.starts[this.order(index)];
  }

  /** Pixels of `count` indexes from one on, hidden ones taking none. */
  size(index: number, count = 1): number {
    return this.starts[this.order(index + count)] - this.starts[this.order(index)];
  }

  /** Which one lies at this pixel, the nearest outside. */
  at(pixel: number): number {
    return this.index(this.orderAt(pixel));
  }

  orderAt(pixel: number): number {
    let low = 0;
    let high = this.seen.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= pixel) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  step(index: number, by: number): number {
    return this.index(this.order(index) + by);
  }

  /** Orders [from, to) of the ones that scroll and touch these pixels. */
  between(from: number, to: number): readonly [number, number] {
    if (this.seen.length <= this.frozen) return [this.frozen, this.frozen];
    return [Math.max(this.frozen, this.orderAt(from)), Math.max(this.frozen, this.orderAt(to) + 1)];
  }
}
