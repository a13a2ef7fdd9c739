import type { MenuRecord } from '../services/ui-service';
import type { MenuItemView, MenuView } from './protocol';

export function menuViews(menus: readonly MenuRecord[]): MenuView[] {
  return menus.map(({ title, items }) => ({ caption: title, items: items.map(itemView) }));
}

function itemView(entry: MenuRecord['items'][number]): MenuItemView {
  if (entry.kind === 'separator') return entry;
  if (entry.kind === 'item') return { kind: 'item', caption: entry.caption, run: entry.functionName };
  return { kind: 'submenu', caption: entry.menu.title, items: entry.menu.items.map(itemView) };
}
