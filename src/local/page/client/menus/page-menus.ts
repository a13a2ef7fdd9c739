import type { BookView, MenuItemView } from '../../protocol';
import { element } from '../element';
import type { Theme } from '../theme';
import { words } from '../words/words';
import type { MenuLine } from './menu';
import type { TopMenu } from './menubar';

/** What the menus of the page can do; the script's own menus stand between them. */
export interface MenuDesk {
  documents(): void;
  outbox(): void;
  runs(): void;
  versions(): void;
  save(): void;
  undo(): void;
  redo(): void;
  cut(): void;
  copy(): void;
  paste(): void;
  clear(): void;
  find(): void;
  insertRows(below: boolean): void;
  deleteRows(): void;
  clearFilters(): void;
  copyLink(): void;
  firstSteps(): void;
  keys(): void;
  theme(theme: Theme): void;
  currentTheme(): Theme;
  filtered(): boolean;
  run(name: string, caption: string): void;
}

const item = (caption: string, act: () => void, keys?: string, disabled?: boolean): MenuLine => ({
  kind: 'item',
  caption,
  act,
  keys,
  disabled,
});
const LINE: MenuLine = { kind: 'separator' };

export function pageMenus(view: () => BookView, desk: MenuDesk): readonly TopMenu[] {
  return [
    { caption: words.file, lines: () => fileLines(desk) },
    { caption: words.edit, lines: () => editLines(view(), desk) },
    { caption: words.view, lines: () => viewLines(desk) },
    ...view().menus.map(({ caption, items }) => ({
      caption,
      lines: () => items.map((one) => scriptLine(one, desk)),
    })),
    { caption: words.help, lines: () => helpLines(desk) },
  ];
}

function download(): void {
  const link = element('a', { href: '/workbook.xlsx', download: '' });
  document.body.append(link);
  link.click();
  link.remove();
}

function fileLines(desk: MenuDesk): readonly MenuLine[] {
  return [
    item(`${words.documents}…`, desk.documents),
    item(`${words.outbox}…`, desk.outbox),
    item(`${words.runs}…`, desk.runs),
    item(`${words.versions}…`, desk.versions),
    LINE,
    item(words.downloadXlsx, download),
    item(words.saveNow, desk.save, 'Ctrl+S'),
  ];
}

function editLines({ undo }: BookView, desk: MenuDesk): readonly MenuLine[] {
  return [
    item(named(words.undo, undo.undo), desk.undo, 'Ctrl+Z', undo.undo === ''),
    item(named(words.redo, undo.redo), desk.redo, 'Ctrl+Y', undo.redo === ''),
    LINE,
    item(words.cut, desk.cut, 'Ctrl+X'),
    item(words.copy, desk.copy, 'Ctrl+C'),
    item(words.paste, desk.paste, 'Ctrl+V'),
    item(words.clear, desk.clear, 'Delete'),
    LINE,
    item(`${words.find}…`, desk.find, 'Ctrl+F'),
    LINE,
    item(words.insertAbove, () => desk.insertRows(false)),
    item(words.insertBelow, () => desk.insertRows(true)),
    item(`${words.deleteSelectedRows}…`, desk.deleteRows),
  ];
}

function viewLines(desk: MenuDesk): readonly MenuLine[] {
  const now = desk.currentTheme();
  const themes: readonly Theme[] = ['system', 'light', 'dark'];
  return [
    item(words.clearFilters, desk.clearFilters, undefined, !desk.filtered()),
    item(words.copyLink, desk.copyLink),
    LINE,
    ...themes.map(
      (one): MenuLine => ({
        kind: 'item',
        caption: words.themes[one],
        checked: one === now,
        act: () => desk.theme(one),
      }),
    ),
  ];
}

function helpLines(desk: MenuDesk): readonly MenuLine[] {
  return [item(words.firstSteps, desk.firstSteps), item(words.keysTitle, desk.keys, 'Ctrl+/')];
}

function scriptLine(line: MenuItemView, desk: MenuDesk): MenuLine {
  if (line.kind === 'separator') return LINE;
  if (line.kind === 'item') return item(line.caption, () => desk.run(line.run, line.caption));
  return { kind: 'submenu', caption: line.caption, lines: line.items.map((one) => scriptLine(one, desk)) };
}

function named(name: string, what: string): string {
  return what === '' ? name : `${name}: ${what}`;
}
