import { cleanText } from '../text/spaces';
import type { Memo } from './input';

/** The name of an organisation by its ID; a text that is no ID is taken for a name. */
export function organisationName(memo: Memo, key: string): string {
  const line = memo.report.organisations.find((o) => o.id === key);
  return cleanText(line ? line.name : key);
}

/** Organisations that a list of facts names, in the order of the registry. */
export function inOrder<T extends { readonly organisation: string }>(memo: Memo, facts: readonly T[]): T[] {
  const place = (key: string) => {
    const at = memo.report.organisations.findIndex((o) => o.id === key || o.name === key);
    return at < 0 ? memo.total : at;
  };
  return [...facts].sort((a, b) => place(a.organisation) - place(b.organisation));
}
