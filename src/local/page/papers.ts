import PostalMime, { type Address } from 'postal-mime';
import type { Session } from '../session';
import type { DocumentView, LetterText, LetterView } from './protocol';

/** The documents of the book, the newest first. */
export function documentList(session: Session): DocumentView[] {
  return session
    .documentFiles()
    .map((view) => ({ ...view }))
    .sort((a, b) => (b.changed ?? 0) - (a.changed ?? 0) || (a.file < b.file ? 1 : -1));
}

/** The letters that left, the newest first. */
export async function letterList(session: Session): Promise<LetterView[]> {
  const letters: LetterView[] = [];
  for (const [file, data] of await session.letterFiles()) letters.push(headOf(file, await parsed(data)));
  return letters.reverse();
}

/** @returns null where there is no such letter */
export async function letterText(session: Session, file: string): Promise<LetterText | null> {
  const data = (await session.letterFiles()).get(file);
  if (!data) return null;
  const mail = await parsed(data);
  return {
    ...headOf(file, mail),
    from: addresses(mail.from ? [mail.from] : []),
    replyTo: addresses(mail.replyTo ?? []),
    html: mail.html ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename }, i) => ({
      name: filename ?? `attachment-${i + 1}`,
      address: `/outbox/${encodeURIComponent(file)}/${i}`,
    })),
  };
}

export async function attachment(
  session: Session,
  file: string,
  index: number,
): Promise<{ readonly name: string; readonly type: string; readonly data: Uint8Array } | null> {
  const data = (await session.letterFiles()).get(file);
  const found = data ? (await parsed(data)).attachments[index] : undefined;
  if (!found) return null;
  const { content, filename, mimeType } = found;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return { name: filename ?? `attachment-${index + 1}`, type: mimeType, data: bytes };
}

type Mail = Awaited<ReturnType<typeof PostalMime.parse>>;

function parsed(data: Uint8Array): Promise<Mail> {
  return PostalMime.parse(data);
}

function headOf(file: string, mail: Mail): LetterView {
  const date = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return {
    file,
    date: Number.isNaN(date) ? null : date,
    to: addresses(mail.to ?? []),
    subject: mail.subject ?? '',
  };
}

function addresses(list: readonly Address[]): string {
  return list
    .flatMap((one) => (one.group ? one.group : [one]))
    .map(({ name, address }) => (name && address ? `${name} <${address}>` : (address ?? name)))
    .join(', ');
}
