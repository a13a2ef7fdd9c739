const EDGE = 8;
const STEP = 24;

/** A box is moved by its head: with the pointer, or with the arrows and Alt while the focus is in the head. */
export function movable(box: HTMLElement, head: HTMLElement): void {
  const to = (left: number, top: number) => {
    box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - box.offsetWidth - EDGE))}px`;
    box.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - box.offsetHeight - EDGE))}px`;
  };
  to((innerWidth - box.offsetWidth) / 2, (innerHeight - box.offsetHeight) / 3);
  head.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    const { left, top } = box.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    // Otherwise the pointer is lost over the frame inside the box.
    head.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => to(moved.clientX - x, moved.clientY - y);
    head.addEventListener('pointermove', move);
    head.addEventListener('lostpointercapture', () => head.removeEventListener('pointermove', move), {
      once: true,
    });
  });
  head.addEventListener('keydown', (event) => {
    if (!event.altKey) return;
    const { left, top } = box.getBoundingClientRect();
    if (event.key === 'ArrowLeft') to(left - STEP, top);
    else if (event.key === 'ArrowRight') to(left + STEP, top);
    else if (event.key === 'ArrowUp') to(left, top - STEP);
    else if (event.key === 'ArrowDown') to(left, top + STEP);
    else return;
    event.preventDefault();
  });
}
