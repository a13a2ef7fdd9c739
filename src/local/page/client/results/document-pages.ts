import { renderAsync } from 'docx-preview';

/** Paper is white in the dark scheme too. */
const LOOK = `
  .docx-wrapper { padding: 16px; background: transparent; }
  .docx-wrapper > section.docx { margin: 0 auto 16px; background: #fff; color: #000; box-shadow: 0 1px 6px rgb(0 0 0 / 40%); }
`;

/**
 * Draws a .docx as pages. Its styles stay inside a shadow root; embedded pages (altChunk) are left out, and links lead where
 * the page decides.
 */
export async function drawDocument(
  file: Blob,
  host: HTMLElement,
  link: (href: string) => void,
): Promise<void> {
  const root = host.attachShadow({ mode: 'open' });
  const styles = document.createElement('div');
  const body = document.createElement('div');
  const look = document.createElement('style');
  look.textContent = LOOK;
  root.append(styles, look, body);
  await renderAsync(file, body, styles, { useBase64URL: true, renderAltChunks: false });
  shrink(host, body);
  root.addEventListener('click', (event) => {
    const anchor = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const href = anchor?.getAttribute('href') ?? '';
    if (href === '') return;
    event.preventDefault();
    // A bookmark of the document itself.
    const inside = href.startsWith('#') ? root.getElementById(href.slice(1)) : null;
    if (inside) inside.scrollIntoView();
    else link(href);
  });
}

/** A page wider than a phone is drawn smaller. */
function shrink(host: HTMLElement, body: HTMLElement): void {
  const widest = Math.max(...[...body.querySelectorAll('section')].map((page) => page.offsetWidth + 40), 1);
  const room = host.clientWidth;
  if (widest > room) body.style.zoom = String(room / widest);
}
