import { foldHeader } from '../text/fold';

/**
 * The headers of the tabs as they stood when set-up last had them in order: three characters a header, so that all tabs
 * fit into one property of 9 KB. With the identifier of each tab, which stays when the tab is renamed.
 */
export interface RememberedTab {
  readonly id: number;
  readonly headers: readonly string[];
}

const LENGTH = 3;
const BLANK = '---';

/** A header as three characters; different headers of a tab of the template have different ones. */
export function headerCode(header: string): string {
  const key = foldHeader(header);
  if (key === '') return BLANK;
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) % 46_619;
  return hash.toString(36).padStart(LENGTH, '0');
}

export function printHeaders(tabs: ReadonlyMap<string, RememberedTab>): string {
  return JSON.stringify([...tabs].map(([title, { id, headers }]) => [title, id, headers.join('')]));
}

/** What cannot be read is as if nothing were remembered. */
export function parseHeaders(text: string | null): Map<string, RememberedTab> {
  const tabs = new Map<string, RememberedTab>();
  let list: unknown = [];
  try {
    list = JSON.parse(text ?? '[]');
  } catch {
    return tabs;
  }
  if (!Array.isArray(list)) return tabs;
  for (const item of list) {
    if (!Array.isArray(item)) continue;
    const [title, id, headers] = item as readonly unknown[];
    if (typeof title === 'string' && typeof id === 'number' && typeof headers === 'string')
      tabs.set(title, { id, headers: headers.match(/.{3}/g) ?? [] });
  }
  return tabs;
}
