/**
 * Parts of the page that are needed while a modal box is open: toasts, and the button that stops a command. A modal box makes
 * everything outside of it dead, so they go into it, and home again.
 */
const kept = new Map<HTMLElement, Comment>();

/** @param part is in the page already */
export function keepAbove(part: HTMLElement): void {
  const home = document.createComment('');
  part.before(home);
  kept.set(part, home);
}

/** Into the box that is open on top, or home when there is none. */
export function moveAbove(): void {
  const top = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1);
  for (const [part, home] of kept) {
    if (top) top.append(part);
    else home.after(part);
  }
}
