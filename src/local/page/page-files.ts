import type { LiveBook } from './live-book';
import { attachment } from './papers';
import { pictureOf } from './sheet-views';
import type { FileAnswer } from './thread-messages';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file of the page that the open book has, by the path that the server made of its address; null = there is none. */
export async function pageFile(live: LiveBook, path: readonly string[]): Promise<FileAnswer | null> {
  const { session, spreadsheet, telling } = live;
  const [what, name = '', extra, index] = path;
  switch (what) {
    case 'frame': {
      const html = telling.page(Number(name));
      return html === null ? null : { type: 'text/html; charset=utf-8', name: null, data: Buffer.from(html) };
    }
    case 'picture': {
      const picture = pictureOf(spreadsheet, Number(name), extra, Number(index));
      return picture && { ...picture, name: null };
    }
    case 'documents': {
      const data = await session.documentBytes(name);
      return data && { type: DOCX, name, data };
    }
    case 'outbox': {
      if (extra !== undefined) return attachment(session, name, Number(extra));
      const data = (await session.letterFiles()).get(name);
      return data ? { type: 'message/rfc822', name, data } : null;
    }
    default:
      return null;
  }
}
