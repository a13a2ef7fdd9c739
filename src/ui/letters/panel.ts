/**
 * The side bar «Напоминания»: the state and the stop button first, then the letters of today as they would go out, and
 * what stands in their way. One call a screen.
 */
import type { LettersScreen, ShownLetter } from '../../app/letters-screen';
import { call } from '../kit/call';
import { element } from '../kit/element';
import { type Ask, button, type Desk, switchTo, words } from './desk';
import { letterView } from './letter-view';
import { preview } from './preview';
import { dailyRun, notes, sending, standing } from './standing';
import { messengers, unknownLetters, unreachable } from './trouble';

interface Done {
  readonly words: string;
  /** Null where it was not worth waiting for: a stop is said at once, and the screen is asked for afterwards. */
  readonly screen: LettersScreen | null;
}

const place = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;
const read = new Set<string>();
/**
 * Answers may come in another order than the questions: a stop overtakes a long sending. An older answer never covers a
 * newer one.
 */
let asked = 0;
let shown = 0;

document.title = words.title;
load();

function load(): void {
  const turn = ++asked;
  place.setAttribute('aria-busy', 'true');
  if (place.firstChild) lock();
  // Whether letters may leave is not known yet: the stop button is there.
  else place.append(heading(), stopAnyway(), element('p', { role: 'status' }, words.loading));
  call<LettersScreen>('lettersScreen').then(
    (screen) => {
      if (turn < shown) return;
      shown = turn;
      showMain(screen);
    },
    (error: Error) => {
      if (turn < shown) return;
      place.removeAttribute('aria-busy');
      const title = heading();
      place.replaceChildren(
        title,
        element('p', { class: 'bad', role: 'alert' }, error.message),
        stopAnyway(),
        button(words.retry, load, 'main'),
      );
      title.focus();
    },
  );
}

function heading(): HTMLElement {
  return element('h1', { tabindex: '-1' }, words.title);
}

function stopAnyway(): HTMLElement {
  return command(words.stop, words.stopping, switchTo('stop'), 'stop');
}

function showMain(screen: LettersScreen, backFrom?: ShownLetter): void {
  const desk: Desk = {
    screen,
    command,
    tell,
    open: (letter) => showLetter(desk, letter),
    isRead: (letter) => read.has(keyOf(letter)),
  };
  place.removeAttribute('aria-busy');
  place.replaceChildren(
    ...standing(desk),
    ...unknownLetters(desk),
    preview(desk),
    ...sending(desk),
    dailyRun(desk),
    ...notes(desk),
    ...unreachable(desk),
    ...messengers(desk),
    element('section', {}, button(words.again, again)),
  );
  window.scrollTo(0, 0);
  const focus = backFrom && [...place.querySelectorAll<HTMLElement>('.letter')].find(isOf(backFrom));
  (focus ?? place.querySelector('h1'))?.focus();
}

const isOf = (letter: ShownLetter) => (opener: HTMLElement) => opener.dataset.to === letter.to;
/** A letter that has changed meanwhile is a letter to be read anew. */
const keyOf = ({ to, content }: ShownLetter) => JSON.stringify([to, content]);

function again(): void {
  say('');
  load();
}

function showLetter(desk: Desk, letter: ShownLetter): void {
  say('');
  read.add(keyOf(letter));
  place.replaceChildren(...letterView(desk, letter, () => showMain(desk.screen, letter)));
  window.scrollTo(0, 0);
  place.querySelector<HTMLElement>('h1')?.focus();
}

function command(text: string, busy: string, ask: Ask, kind?: string): HTMLButtonElement {
  const made = button(
    text,
    () => {
      const turn = ++asked;
      const unlock = begin(made, busy);
      call<Done>(ask.name, ask.args).then(
        (done) => {
          say(done.words);
          if (turn < shown || !done.screen) {
            unlock();
            load();
            return;
          }
          shown = turn;
          showMain(done.screen);
        },
        (error: Error) => {
          unlock();
          if (made.isConnected) made.after(told(error.message, true));
          else say(error.message, true);
        },
      );
    },
    kind,
  );
  return made;
}

function tell(text: string, busy: string, ask: Ask): HTMLElement {
  const made = button(text, () => {
    const unlock = begin(made, busy);
    call<Pick<Done, 'words'>>(ask.name, ask.args)
      .then(
        (done) => told(done.words, false),
        (error: Error) => told(error.message, true),
      )
      .then((said) => {
        unlock();
        made.after(said);
      });
  });
  return element('div', {}, made);
}

/** While the server works only the stop button can be pressed. @returns what makes the buttons as they were */
function begin(pressed: HTMLButtonElement, busy: string): () => void {
  const text = pressed.textContent;
  pressed.parentElement?.querySelector(':scope > .told')?.remove();
  say('');
  const unlock = lock(pressed);
  pressed.textContent = busy;
  return () => {
    unlock();
    pressed.textContent = text;
    pressed.focus();
  };
}

function lock(pressed?: HTMLButtonElement): () => void {
  const locked = [...place.querySelectorAll('button')].filter(
    (b) => !b.disabled && (b === pressed || !b.classList.contains('stop')),
  );
  place.setAttribute('aria-busy', 'true');
  for (const one of locked) one.disabled = true;
  return () => {
    place.removeAttribute('aria-busy');
    for (const one of locked) one.disabled = false;
  };
}

function told(text: string, bad: boolean): HTMLElement {
  return element(
    'p',
    { class: `told ${bad ? 'bad' : 'good'}`, role: bad ? 'alert' : 'status', lang: 'ru' },
    text,
  );
}

function say(text: string, bad = false): void {
  state.textContent = text;
  state.className = bad ? 'bad' : 'done';
}
