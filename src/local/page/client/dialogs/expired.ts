import { element } from '../element';
import { words } from '../words/words';

/** The server does not know this browser any more: nothing on the page works, so the page says only what to do. */
export function showExpired(): void {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  document.body.replaceChildren(
    element(
      'main',
      { class: 'expired' },
      element('h1', {}, words.expiredTitle),
      element('p', {}, words.expired),
    ),
  );
}
