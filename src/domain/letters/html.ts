import type { LetterBlock, LetterLine } from './letter';

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';
const INK = '#1f1f1f';
const LINK = 'color:#0b57d0;text-decoration:underline';
const MARGIN = 'margin:0 0 16px';
/** The bar beside a line; what it says stands in words too. */
const BARS: Readonly<Record<LetterLine['tone'], string>> = {
  overdue: '#b3261e',
  today: '#9a5b00',
  soon: '#5f6368',
};

/** The letter as a page of its own: inline styles only (mail programs drop others), no images, readable without any style. */
export function letterHtml(content: readonly LetterBlock[]): string {
  return [
    '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    `<body style="margin:0;padding:16px;background:#ffffff;color:${INK};${FONT}">`,
    `<div style="max-width:640px;color:${INK};${FONT}">`,
    ...content.map(blockHtml),
    '</div></body></html>',
  ].join('\n');
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3;color:${INK}">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="${MARGIN}">${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul style="${MARGIN};padding:0;list-style:none">${block.items.map(lineHtml).join('')}</ul>`;
    case 'link':
      return `<p style="${MARGIN}">${linkHtml(escapeHtml(block.text), block.url)}</p>`;
  }
}

function lineHtml({ text, when, tone, left, url }: LetterLine): string {
  const title = linkHtml(`<strong>${escapeHtml(text)}</strong>`, url);
  const whenHtml = when === '' ? '' : `<br><span style="color:${BARS[tone]}">${escapeHtml(when)}</span>`;
  const leftHtml = left === '' ? '' : `<br>${escapeHtml(left)}`;
  return `<li style="margin:0 0 12px;padding:0 0 0 12px;border-left:4px solid ${BARS[tone]}">${title}${whenHtml}${leftHtml}</li>`;
}

/** Only the web: `javascript:` or `file:` from a cell is no link in a letter. */
function linkHtml(inner: string, url: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}" style="${LINK}">${inner}</a>` : inner;
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
