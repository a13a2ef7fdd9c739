import type { BookView, SheetView } from '../protocol';
import type { Banners } from './bars/banner';
import { button, element } from './element';
import { ofWindow, recall, remember } from './memory';
import { words } from './words/words';

/** What was brought back is said once in a window. */
const READ = 'page:recovered';

interface BannerDesk {
  outside(take: 'theirs' | 'ours'): void;
}

/** What the book itself wants to be known: a file that was changed outside, what was brought back after a kill. */
export function bookBanners(view: BookView, banners: Banners, desk: BannerDesk): void {
  if (view.save.state === 'outside')
    banners.show('outside', words.outside(view.save.words), [
      { caption: words.openTheirs, help: words.openTheirsHelp, act: () => desk.outside('theirs') },
      { caption: words.saveOver, help: words.saveOverHelp, act: () => desk.outside('ours') },
    ]);
  else banners.hide('outside');
  if (view.recovered !== '' && view.recovered !== recall(READ, ofWindow))
    banners.show(
      'recovered',
      view.recovered,
      [
        {
          caption: words.understood,
          act: () => {
            remember(READ, view.recovered, ofWindow);
            banners.hide('recovered');
          },
        },
      ],
      'info',
    );
}

/** What to do first on a tab that holds nothing yet. */
export function tabHint(
  place: HTMLElement,
  view: BookView,
  sheet: SheetView,
  desk: { setUp(): void; firstRow(): void },
): void {
  const header = sheet.frozenRows > 0 && sheet.used > 0 && sheet.used <= sheet.frozenRows;
  const blank = !view.steps.tabs && sheet.used === 0;
  place.hidden = !(header || blank);
  if (place.hidden) return;
  const text = blank ? words.blankBook : words.blankTab;
  if (place.firstChild?.textContent === text) return;
  place.replaceChildren(
    element('span', {}, text),
    blank ? button(words.createTabs, desk.setUp) : button(words.toFirstRow, desk.firstRow),
  );
}
