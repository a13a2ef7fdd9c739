/** Styles of the book as CSS rules: a cell carries one class, so that drawing thousands of cells stays cheap. */
import type { StyleView } from '../../protocol';
import { darkColours, turned } from './dark';

export interface Looks {
  /** Class of a style, '' for the usual look. */
  name(index: number | undefined): string;
  readonly dark: boolean;
  dispose(): void;
}

const ACROSS = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;
const DOWN = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;
const POINT = 4 / 3;

/**
 * @param changed the scheme of the page is another now. The rules stand in a constructed sheet: a policy that forbids inline
 * styles does not forbid these.
 */
export function createLooks(style: (index: number) => StyleView, changed: () => void): Looks {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const made = new Set<number>();
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  let dark = isDark();
  const look = () => {
    if (isDark() === dark) return;
    dark = !dark;
    made.clear();
    sheet.replaceSync('');
    changed();
  };
  const watcher = new MutationObserver(look);
  watcher.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', look);

  function isDark(): boolean {
    return root.dataset.theme === 'dark' || (root.dataset.theme !== 'light' && system.matches);
  }

  return {
    name(index) {
      if (!index) return '';
      if (!made.has(index)) {
        made.add(index);
        sheet.insertRule(`.grid .s${index} { ${declarations(style(index), dark)} }`, sheet.cssRules.length);
      }
      return `s${index}`;
    },
    get dark() {
      return dark;
    },
    dispose() {
      watcher.disconnect();
      system.removeEventListener('change', look);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

function declarations(style: StyleView, dark: boolean): string {
  const { background, color } = dark ? darkColours(style) : style;
  const lines = [style.underline && 'underline', style.strike && 'line-through'].filter(Boolean);
  const parts: [string, string | undefined | false][] = [
    ['background-color', background],
    // What lies over other cells: frozen, merged.
    ['--under', background],
    ['color', color],
    // A link on a fill of the book keeps the colour that the book gives: the accent may not be readable there.
    ['--link', color ?? (background && (dark ? undefined : '#000000'))],
    ['font-weight', style.bold && 'bold'],
    ['font-style', style.italic && 'italic'],
    ['text-decoration', lines.length > 0 && lines.join(' ')],
    ['font-size', style.size !== undefined && `${(style.size * POINT).toFixed(2)}px`],
    ['font-family', style.family !== undefined && `${JSON.stringify(style.family)}, Arial, sans-serif`],
    ['text-align', style.across],
    ['justify-content', style.across && ACROSS[style.across]],
    ['align-items', style.down && DOWN[style.down]],
    ['white-space', style.wrap === 'WRAP' && 'pre-wrap'],
    ['overflow-wrap', style.wrap === 'WRAP' && 'anywhere'],
    ...borders(style, dark),
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('; ');
}

/**
 * Between two cells there is one line: upper and left borders are drawn over that of the neighbour. A border is CSS:
 * `1px solid #808080`.
 */
function borders({ borders: of }: StyleView, dark: boolean): [string, string | undefined][] {
  if (!of) return [];
  const line = (css: string) => (dark ? css.replace(/#[0-9a-f]{3,6}/i, turned) : css);
  const width = (css: string) => Number.parseInt(css, 10) || 1;
  const colour = (css: string) => /#[0-9a-f]{3,6}/i.exec(line(css))?.[0] ?? 'currentcolor';
  const shadows = [
    ...(of.top ? [`0 -${width(of.top)}px 0 ${colour(of.top)}`] : []),
    ...(of.left ? [`-${width(of.left)}px 0 0 ${colour(of.left)}`] : []),
  ];
  return [
    ['border-right', of.right && line(of.right)],
    ['border-bottom', of.bottom && line(of.bottom)],
    ['box-shadow', shadows.join(', ')],
  ];
}
