/** A source of repeatable choices: the same seed gives the same municipality. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** `howMany` different items in random order; all of them when there are fewer. */
  sample<T>(items: readonly T[], howMany: number): T[];
  chance(share: number): boolean;
}

/** The generator "mulberry32": 32 bits of state, even enough for invented people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const sample = <T>(items: readonly T[], howMany: number): T[] => {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < howMany && rest.length > 0)
      taken.push(...rest.splice(whole(0, rest.length - 1), 1));
    return taken;
  };
  return {
    next,
    whole,
    pick: (items) => items[whole(0, items.length - 1)]!,
    sample,
    chance: (share) => next() < share,
  };
}
