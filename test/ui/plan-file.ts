import {
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';

type CellOf =
  | string
  | { readonly text: string; readonly span?: number; readonly merge?: 'restart' | 'continue' };

function cell(source: CellOf): TableCell {
  const { text, span, merge } =
    typeof source === 'string' ? { text: source, span: 1, merge: undefined } : source;
  return new TableCell({
    columnSpan: span ?? 1,
    ...(merge
      ? { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
      : {}),
    children: text.split('\n').map((line) => new Paragraph({ children: line.split('|').map(run) })),
  });
}

/** `a|~b` is a line break between; `-…` inside `[-…-]` deleted, `[+…+]` inserted by tracked changes. */
function run(text: string): TextRun | DeletedTextRun | InsertedTextRun {
  const tracked = { id: 1, author: 'я', date: '2024-01-01T00:00:00Z' };
  if (text.startsWith('[-')) return new DeletedTextRun({ ...tracked, text: text.slice(2, -2) });
  if (text.startsWith('[+')) return new InsertedTextRun({ ...tracked, text: text.slice(2, -2) });
  return text.startsWith('~') ? new TextRun({ text: text.slice(1), break: 1 }) : new TextRun(text);
}

/** A .docx with these tables; a row of one text goes over the whole width. */
export async function planDocx(...tables: readonly (readonly CellOf[])[][]): Promise<Buffer> {
  const children = tables.flatMap((rows) => [
    new Paragraph('ПЛАН'),
    new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) }),
  ]);
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
