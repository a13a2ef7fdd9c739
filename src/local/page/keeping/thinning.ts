import type { VersionKind } from '../../files/version-folder';

/** A version as thinning sees it. */
export interface Dated {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: VersionKind;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 31 * DAY;
/** A book is saved every few seconds while people type: of the last saves so many are kept whatever their distance. */
const NEWEST = 5;
const LAST_HOUR = 20;

/**
 * Which versions stay: of the last hour the newest five and one in three minutes, twenty at most together; then one an hour
 * for a day, one a day for a month and one a month after that, each time the newest. What was kept because it would have
 * been lost (the file of another program, what was not saved) stays for a month whatever else there is, then as the others.
 * @param now milliseconds; a version from the future (the clock was moved) counts as of now
 */
export function staying<V extends Dated>(versions: readonly V[], now: number): Set<V> {
  const newestFirst = [...versions].sort((a, b) => b.at - a.at);
  const stay = new Set<V>();
  const taken = new Set<string>();
  let lately = 0;
  newestFirst.forEach((version, i) => {
    const age = now - version.at;
    if (version.kind === 'loss' && age < MONTH) {
      stay.add(version);
      return;
    }
    const isLate = age < HOUR && lately < LAST_HOUR;
    const place = isLate ? `m${Math.floor(version.at / (3 * MINUTE))}` : placeOf(version.at, age);
    const isNewest = i < NEWEST && isLate;
    if (!isNewest && taken.has(place)) return;
    taken.add(place);
    stay.add(version);
    if (isLate) lately += 1;
  });
  return stay;
}

/** The hour, day or month that one version stands for. Days lie within months, hours within days: nothing is thinned twice. */
function placeOf(at: number, age: number): string {
  const iso = new Date(at).toISOString();
  if (age < DAY) return iso.slice(0, 13);
  return iso.slice(0, age < MONTH ? 10 : 7);
}
