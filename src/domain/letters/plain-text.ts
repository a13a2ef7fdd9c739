import type { LetterBlock, LetterLine } from './letter';

const COLUMNS = 76;

/** The letter as plain text: for programs that show no HTML, with the addresses written out. Lines end with `\n`. */
export function plainText(content: readonly LetterBlock[]): string {
  const text = content.map(blockText).join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
      return wrap(`${block.text}:`);
    case 'paragraph':
      return wrap(block.text);
    case 'list':
      return block.items.map(lineText).join('\n\n');
    case 'link':
      return `${wrap(`${block.text}:`)}\n${block.url}`;
  }
}

function lineText({ text, when, left, url }: LetterLine): string {
  return [
    wrap(`— ${text}`, '  '),
    ...[when, left].filter((part) => part !== '').map((part) => wrap(`  ${part}`, '  ')),
    ...(url === '' ? [] : [`  ${url}`]),
  ].join('\n');
}

/** Breaks at ordinary spaces: a date, a number with its noun and an address stay whole, however long. */
export function wrap(text: string, indent = ''): string {
  const lead = /^ */.exec(text)![0];
  const lines: string[] = [];
  let line = lead;
  for (const word of text.slice(lead.length).split(/[ \n]+/)) {
    const started = line.trim() !== '';
    if (started && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = indent + word;
    } else line += started ? ` ${word}` : word;
  }
  lines.push(line);
  return lines.join('\n');
}
