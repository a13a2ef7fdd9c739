import { foldKey } from '../text/fold';
import { type EnumerationKey, enumerationOf } from './enumerations';

/** The values of an enumeration as they are accepted now: the given ones and those of the tab «Справочники». */
export interface Vocabulary {
  readonly title: string;
  readonly values: readonly string[];
  /** The canonical value for a text (case, ё/е, dashes and quotes do not count), or null. */
  find(text: string): string | null;
}

export function vocabulary(key: EnumerationKey, added: readonly string[] = []): Vocabulary {
  const { title, values, synonyms = {} } = enumerationOf(key);
  const all = [...values, ...added.filter((v) => !values.includes(v))];
  const exact = new Set(all);
  let folded: Map<string, string> | null = null;
  return {
    title,
    values: all,
    find(text) {
      if (exact.has(text)) return text;
      folded ??= new Map(
        [...Object.entries(synonyms), ...all.map((v) => [v, v] as const)].map(([from, to]) => [
          foldKey(from),
          to,
        ]),
      );
      return folded.get(foldKey(text)) ?? null;
    },
  };
}
