import type { Block } from '../../../src/domain/memo/blocks';

/** The memo as plain text, for reading and for searching in tests. */
export function print(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${block.text}`;
      if (block.kind === 'paragraph') return block.style ? `[${block.style}] ${block.text}` : block.text;
      if (block.kind === 'list')
        return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '–'} ${item}`).join('\n');
      if (block.kind === 'table')
        return [block.title, ...block.rows.map((row) => row.join(' | '))].join('\n');
      return block.kind === 'chart' ? `(${block.title})` : '----------';
    })
    .join('\n');
}

/** Words only: no-break spaces made ordinary, so that a test can be read. */
export function plain(blocks: readonly Block[]): string {
  return print(blocks).replace(/\u00a0/g, ' ');
}
