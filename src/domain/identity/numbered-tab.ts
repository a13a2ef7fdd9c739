import type { Tab } from '../registry/tab';

/** The roadmap's numbers are those of the plan: people give them. */
export function isNumbered(
  tab: Tab,
): tab is Tab & { readonly id: { readonly prefix: string; readonly digits: number } } {
  return tab.id !== undefined && tab.id.digits > 0;
}
