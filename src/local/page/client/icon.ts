/** Signs of buttons as lines on 16 × 16: no font has to know them. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10',
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5L14 14',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 3v10M6.6 3v10M5.2 3.6v8.8M3.8 5v6',
  more: 'M6 4l4 4-4 4',
  done: 'M3 8.5l3.5 3.5L13 4.5',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

/** What it means is said by the name of the button around it. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  made.setAttribute('viewBox', '0 0 16 16');
  made.setAttribute('class', 'sign');
  made.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', PATHS[name]);
  made.append(path);
  return made;
}
