import { parseId } from '../text/id';

/** The greatest number ever seen or given, by prefix: a number below it is never given again, whoever held it. */
export type HighWater = Readonly<Record<string, number>>;

/** A slip of the keyboard (NST-999999999) must not use up all the numbers. */
const GREATEST_ID = 9_999_999;

export function readHighWater(text: string | null): HighWater {
  if (text === null) return {};
  const marks: Record<string, number> = {};
  for (const [, prefix, number] of text.matchAll(/([A-Z]{2,3}):(\d{1,9})/g)) marks[prefix] = Number(number);
  return marks;
}

/** @example printHighWater({ NST: 41, ORG: 6 }) // 'NST:41 ORG:6' */
export function printHighWater(marks: HighWater): string {
  return Object.keys(marks)
    .sort()
    .map((prefix) => `${prefix}:${marks[prefix]}`)
    .join(' ');
}

/** The marks after these IDs were seen; the same object when none is higher. */
export function raised(marks: HighWater, ids: Iterable<string>): HighWater {
  let higher: Record<string, number> | null = null;
  for (const id of ids) {
    const parts = parseId(id);
    if (!parts || parts.number > GREATEST_ID) continue;
    if (parts.number <= ((higher ?? marks)[parts.prefix] ?? 0)) continue;
    higher ??= { ...marks };
    higher[parts.prefix] = parts.number;
  }
  return higher ?? marks;
}
