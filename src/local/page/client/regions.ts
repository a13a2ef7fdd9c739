/** A part of the page that F6 stops at. */
interface Region {
  /** Is it there, and can it take the focus? */
  readonly here: () => boolean;
  readonly has: () => boolean;
  focus(): void;
}

/** F6 goes round the regions of the page, with Shift backwards, as in other programs. */
export function cycle(regions: readonly Region[], backwards: boolean): void {
  const present = regions.filter((one) => one.here());
  const at = present.findIndex((one) => one.has());
  const next = at < 0 ? 0 : (at + (backwards ? -1 : 1) + present.length) % present.length;
  present[next]?.focus();
}
