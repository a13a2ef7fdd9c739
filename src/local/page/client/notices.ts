import { tell } from './dialogs/dialog';
import { button, element } from './element';
import { icon } from './icon';
import { Refused } from './link/post';
import { words } from './words/words';
import './notices.css';

const USUAL_SECONDS = 5;

/** Toasts: read out when they come, gone by themselves unless the script wants them closed by hand. */
export class Notices {
  readonly element = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

  /** @param seconds negative = until closed */
  toast(title: string, message: string, seconds = USUAL_SECONDS): void {
    const toast = element('div', { class: 'toast' });
    const close = () => toast.remove();
    if (title) toast.append(element('strong', {}, title));
    toast.append(
      element('p', {}, message),
      button(icon('close'), close, { class: 'icon', 'aria-label': words.close, title: words.close }),
    );
    this.element.append(toast);
    if (seconds < 0) return;
    // A toast that is being read stays.
    let timer = setTimeout(close, (seconds || USUAL_SECONDS) * 1000);
    toast.addEventListener('pointerenter', () => clearTimeout(timer));
    toast.addEventListener('pointerleave', () => {
      timer = setTimeout(close, 2000);
    });
  }
}

/** Does what a person asked for, and shows a refusal in its own words. @returns false when it was refused */
export async function attempt(what: () => Promise<unknown>): Promise<boolean> {
  try {
    await what();
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await tell(error.why === 'stopped' ? words.stoppedTitle : words.refusedTitle, error.message);
    return false;
  }
}
