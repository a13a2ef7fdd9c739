import type { Desk } from './desk';

/** A click on a link does not leave the page: the shell knows places in the book from addresses outside. */
export function listenToLinks(desk: Desk): void {
  const { sheet } = desk.parts;
  sheet.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    desk.events.link(link.getAttribute('href') ?? '');
  });
  sheet.addEventListener('keydown', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    const links = [...(link.closest('.cell')?.querySelectorAll('a') ?? [])];
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step) links[links.indexOf(link) + step]?.focus();
    else if (event.key === 'Escape') desk.focus();
    else if (event.key === 'Tab') return;
    else if (event.key !== 'Enter') return;
    else {
      desk.focus();
      desk.events.link(link.getAttribute('href') ?? '');
    }
    event.preventDefault();
  });
}

/** Alt+Enter: the link of the active cell; among several, arrows choose and Enter follows. */
export function followLinks(desk: Desk): boolean {
  const { row, column } = desk.selection!.active;
  const links = desk.painter.element(row, column)?.querySelectorAll('a') ?? [];
  if (links.length === 0) return false;
  if (links.length > 1) links[0].focus({ preventScroll: true });
  else desk.events.link(links[0].getAttribute('href') ?? '');
  return true;
}
