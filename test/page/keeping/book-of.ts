import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of a book that holds these acts, as saveBook gives them to its writer. The keeper does not look into them. */
export function bookOf(folder: string, acts: readonly number[]): Map<string, Uint8Array> {
  const text = (part: string): Uint8Array => Buffer.from(JSON.stringify({ part, acts }));
  return new Map([
    [join(folder, 'documents', 'Справка.docx'), text('memo')],
    [join(folder, 'outbox', `000${acts.length} Письмо.eml`), text('letter')],
    [join(folder, 'state.json'), text('state')],
    [join(folder, 'workbook.xlsx'), text('workbook')],
  ]);
}

export const actsOf = (data: Uint8Array): number[] =>
  (JSON.parse(Buffer.from(data).toString()) as { acts: number[] }).acts;

/** Writes them as another program would: without our care. */
export function putBook(folder: string, acts: readonly number[]): void {
  for (const [path, data] of bookOf(folder, acts)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }
}
