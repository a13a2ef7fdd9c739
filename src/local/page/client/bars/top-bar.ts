import type { BookView, SaveView } from '../../protocol';
import { button, element } from '../element';
import { icon } from '../icon';
import { Menubar } from '../menus/menubar';
import { dayOf, timeOf } from '../words/when';
import { chooseLanguage, language, words } from '../words/words';

interface TopBarActs {
  today(): void;
  actAs(): void;
  theme(): void;
  focusGrid(): void;
}

/** The name of the book, its menus, whether it is saved, the day and the person. */
export class TopBar {
  readonly element: HTMLElement;
  readonly menubar: Menubar;
  private readonly name = element('h1', {}, words.book);
  private readonly saved = element('span', { class: 'save-state', role: 'status' });
  private readonly today: HTMLButtonElement;
  private readonly person: HTMLButtonElement;

  constructor(acts: TopBarActs) {
    this.menubar = new Menubar(words.menus, words.menu, acts.focusGrid);
    this.today = button('', acts.today, { class: 'quiet' });
    this.person = button('', acts.actAs, { class: 'quiet person' });
    const other = language === 'ru' ? 'en' : 'ru';
    const tongue = button(other.toUpperCase(), () => chooseLanguage(other), {
      class: 'quiet',
      lang: other,
      'aria-label': `${other.toUpperCase()}: ${words.otherLanguage}`,
      title: words.otherLanguage,
    });
    const theme = button(icon('theme'), acts.theme, {
      class: 'quiet',
      'aria-label': words.theme,
      title: words.theme,
    });
    this.element = element(
      'header',
      { class: 'page-top' },
      element('div', { class: 'title' }, this.name, this.saved),
      element('nav', { 'aria-label': words.menus }, this.menubar.element),
      element('div', { class: 'right' }, this.today, this.person, tongue, theme),
    );
  }

  show(view: BookView): void {
    this.name.textContent = view.name;
    this.name.title = view.folder;
    document.title = view.name;
    this.showSave(view.save);
    this.today.replaceChildren(element('span', { class: 'label' }, words.todayIs), ' ', dayOf(view.today));
    this.today.classList.toggle('moved', view.moved);
    this.today.title = view.moved ? words.dayMoved : words.dayOfMachine;
    const short = element('span', { class: 'mail' }, view.user || words.nobody);
    this.person.replaceChildren(element('span', { class: 'label' }, words.you), ' ', short);
    this.person.title = words.actAs;
  }

  private showSave(save: SaveView): void {
    const text = words.save[save.state](save.at === null ? '' : timeOf(save.at), save.words);
    if (this.saved.textContent !== text) this.saved.textContent = text;
    this.saved.title = text;
    this.saved.classList.toggle('bad', save.state === 'failed' || save.state === 'outside');
  }
}
