import { element } from './element';

/**
 * A button that opens what must be read before something is done: the second step of a choice that is made on purpose.
 * @param focus what is reached first when it opens
 */
export function unfold(
  text: string,
  cancel: string,
  content: readonly HTMLElement[],
  focus: HTMLElement,
  kind?: string,
): HTMLElement {
  const opener = element('button', { type: 'button', class: kind, 'aria-expanded': 'false' }, text);
  const back = element('button', { type: 'button' }, cancel);
  const box = element('div', { class: 'second-step', hidden: true }, ...content, back);
  const turn = (open: boolean) => {
    box.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    (open ? focus : opener).focus();
  };
  opener.addEventListener('click', () => turn(box.hidden));
  back.addEventListener('click', () => turn(false));
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') turn(false);
  });
  return element('div', {}, opener, box);
}
