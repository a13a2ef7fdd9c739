import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { BlobImpl } from '../services/blob';
import type { MailMessage } from '../services/mail';

/**
 * A letter as the bytes of an .eml file. The same letter gives the same bytes: its date is the host clock's, its
 * Message-ID and MIME boundaries come from what it says. BCC is kept, for the file is the sender's own copy.
 */
export async function writeEml(message: MailMessage): Promise<Uint8Array> {
  const id = fingerprint(message);
  const composer = new MailComposer({
    from: message.name === null ? message.from : { name: message.name, address: message.from },
    to: [...message.to],
    cc: [...message.cc],
    bcc: [...message.bcc],
    replyTo: message.replyTo ?? undefined,
    subject: message.subject,
    text: message.body,
    html: message.htmlBody ?? undefined,
    date: new Date(message.date),
    messageId: `<${id}@local-host>`,
    baseBoundary: id,
    attachments: [
      ...Object.entries(message.inlineImages).map(([cid, blob]) => ({
        ...part(blob, cid),
        cid,
        contentDisposition: 'inline' as const,
      })),
      ...message.attachments.map((blob, i) => part(blob, `attachment-${i + 1}`)),
    ],
  });
  const root = composer.compile();
  root.keepBcc = true;
  return new Uint8Array(await root.build());
}

function part(blob: BlobImpl, name: string) {
  return {
    filename: blob.getName() ?? name,
    content: Buffer.from(blob.data),
    contentType: blob.getContentType() ?? 'application/octet-stream',
  };
}

function fingerprint(message: MailMessage): string {
  const { attachments, inlineImages, ...rest } = message;
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const blob of [...attachments, ...Object.values(inlineImages)])
    hash.update(String(blob.getName())).update(blob.data);
  return hash.digest('hex').slice(0, 24);
}
