import { foldHeader } from '../text/fold';
import type { TabLayout } from './layout';
import type { RememberedTab } from './remembered-headers';

/** A tab of the workbook that may be one of the template under another name. */
export interface StrangeTab {
  readonly title: string;
  readonly id: number;
  readonly header: readonly string[];
}

/** The strange tabs that are this one: by its identifier, which a rename keeps, else by its headers. */
export function renamedFrom(
  layout: TabLayout,
  strange: readonly StrangeTab[],
  remembered: RememberedTab | undefined,
): readonly StrangeTab[] {
  const known = strange.filter((tab) => tab.id === remembered?.id && likeness(layout, tab.header) > 0);
  return known.length > 0 ? known : strange.filter((tab) => likeness(layout, tab.header) >= SAME);
}

const SAME = 0.8;

/** The part of the headers of a layout that a row has; 0 for layouts too small to be told apart. */
function likeness(layout: TabLayout, header: readonly string[]): number {
  if (layout.generated || layout.columns.length < 3) return 0;
  const there = new Set(header.map(foldHeader));
  return layout.columns.filter((c) => there.has(foldHeader(c.title))).length / layout.columns.length;
}

/** The tab of which a title says that it is a copy: «Наставники (копия)», «Копия Наставники», «Copy of …». */
export function copyOf(title: string, titles: readonly string[]): string | null {
  const bare = title
    .replace(/^\s*(?:копия(?:\s+листа|\s+вкладки)?|copy of)\s+/i, '')
    .replace(/\s*[([]?(?:копия|copy)?\s*\d*[)\]]?\s*$/i, '');
  if (foldHeader(bare) === foldHeader(title)) return null;
  return titles.find((t) => foldHeader(t) === foldHeader(bare)) ?? null;
}
