import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { writeFiles } from '../files/atomic-write';
import { writeEml } from '../files/eml';
import { freeFileName } from '../files/file-name';
import type { LetterJson, LettersJson, SentJson } from '../letters-json';
import { writeJson } from '../output';
import { callRpc } from '../rpc';
import { BlobImpl } from '../services/blob';
import type { MailMessage } from '../services/mail';
import { openSession, outputFolder, type Session } from '../session';
import { mailServer } from '../smtp';

/** Where the address of the mail server may stand instead of the command line: it holds a password. */
const SMTP_VARIABLE = 'NASTAVNICHESTVO_SMTP';

/**
 * `remind`: the letters of the day. Without `--send` nothing is sent or written down: letters.json and the letters
 * themselves in preview/. With `--send` the ledger «Письма» keeps what was sent, the letters are in outbox/, and with
 * `--smtp` they leave through a mail server.
 */
export async function remind(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  const smtp = smtpAddress(options);
  progress('Открываю книгу…');
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  progress('Готовлю письма…');
  const report = callRpc<LettersJson>(session.project, 'lettersReport', {});
  await rm(join(folder, 'preview'), { recursive: true, force: true });
  const sent = !options.send
    ? await preview(session, report.letters, folder)
    : smtp === undefined
      ? await sendHere(session, folder)
      : await sendBySmtp(session, folder, smtp, progress);
  const data = { ...report, mode: options.send ? 'sent' : 'dry', sent };
  await writeJson(folder, 'letters.json', data);
  return {
    exit: EXIT.done,
    folder,
    counts: {
      letters: report.letters.length,
      items: report.letters.reduce((sum, { items }) => sum + items.length, 0),
      later: report.later,
      unreachable: report.unreachable.length,
      unknown: report.unknown.length + (sent?.unknown ?? 0),
      sent: sent?.sent ?? 0,
    },
    warnings: [...report.notes, ...unknownWords(report), ...session.warnings()],
    data,
    lines: lines(report, sent),
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

/** `--smtp env`: the address stands in the environment, for it holds a password. */
function smtpAddress({ smtp, send, user }: Options): string | undefined {
  if (smtp === undefined) return undefined;
  if (!send)
    throw new RefusedError('Параметр --smtp отправляет письма по-настоящему и нужен только вместе с --send.');
  if (user === undefined)
    throw new RefusedError('Укажите, от чьего адреса отправлять письма: --user <e-mail>.');
  const address = smtp === 'env' ? process.env[SMTP_VARIABLE] : smtp;
  if (!address)
    throw new RefusedError(
      `Адрес почтового сервера не задан: --smtp smtp://сервер:587 или переменная ${SMTP_VARIABLE} и --smtp env.`,
    );
  return address;
}

async function preview(session: Session, letters: readonly LetterJson[], folder: string): Promise<null> {
  const taken = new Set<string>();
  const files = new Map<string, Uint8Array>();
  for (const letter of letters)
    files.set(
      join(folder, 'preview', freeFileName(`${letter.to}.eml`, taken)),
      await writeEml(messageOf(session, letter)),
    );
  if (files.size > 0) {
    await mkdir(join(folder, 'preview'), { recursive: true });
    await writeFiles(files);
  }
  return null;
}

/** The bundle sends by MailApp; the local one puts the letters into outbox/. */
async function sendHere(session: Session, folder: string): Promise<SentJson> {
  const outcome = callRpc<SentJson>(session.project, 'lettersSendNow', {});
  await session.save(folder);
  return outcome;
}

/**
 * Through a mail server: the intents are on the disk before the first letter is handed over, so that a run that dies in
 * between leaves «неизвестно» and never a second letter.
 */
async function sendBySmtp(
  session: Session,
  folder: string,
  address: string,
  progress: Progress,
): Promise<SentJson> {
  const from = session.host.context.user;
  const server = await mailServer(address, from);
  try {
    const claim = callRpc<{ run: string; letters: readonly LetterJson[] }>(
      session.project,
      'lettersClaim',
      {},
    );
    await session.save(folder);
    const count = { отправлено: 0, 'неверный адрес': 0, 'не отправлено': 0, неизвестно: 0 };
    const results: { keys: string[]; result: string; note: string }[] = [];
    for (const letter of claim.letters) {
      progress(`Отправляю: ${letter.to}…`);
      const message = messageOf(session, letter);
      const { result, note } = await server.send(letter.to, await writeEml(message));
      if (result === 'отправлено') session.host.outbox.send(message);
      count[result as keyof typeof count]++;
      results.push({ keys: letter.items.map(({ key }) => key), result, note });
    }
    callRpc(session.project, 'lettersResults', { run: claim.run, results });
    await session.save(folder);
    return {
      sent: count.отправлено,
      refused: count['неверный адрес'],
      failed: count['не отправлено'],
      unknown: count.неизвестно,
      notNeeded: 0,
      waiting: { quota: 0, time: 0, stopped: 0 },
    };
  } finally {
    server.close();
  }
}

function messageOf(session: Session, letter: LetterJson): MailMessage {
  const { context } = session.host;
  return {
    date: context.clock.now(),
    from: context.user,
    to: [letter.to],
    cc: [],
    bcc: [],
    replyTo: letter.replyTo === '' ? null : letter.replyTo,
    name: letter.senderName,
    noReply: false,
    subject: letter.subject,
    body: letter.text,
    htmlBody: letter.html,
    attachments:
      letter.calendar === null
        ? []
        : [new BlobImpl(Buffer.from(letter.calendar), 'text/calendar', 'sroki.ics')],
    inlineImages: {},
  };
}

function unknownWords({ unknown }: LettersJson): string[] {
  return unknown.map(
    ({ to, at }) =>
      `Неизвестно, ушло ли письмо на ${to} (${at}): запуск прервался. Само оно повторно не уйдёт; решите на вкладке «Письма», столбец «Результат».`,
  );
}

function lines(report: LettersJson, sent: SentJson | null): string[] {
  const who = report.letters.slice(0, 20).map(({ to, subject }) => `${to}: ${subject}`);
  if (report.letters.length > who.length) who.push(`… и ещё ${report.letters.length - who.length}`);
  return [
    sent === null
      ? `Писем к отправке: ${report.letters.length}. Это проба: ничего не отправлено (отправить: --send).`
      : `Отправлено: ${sent.sent}. Адрес не принят: ${sent.refused}. Неизвестно, ушло ли: ${sent.unknown}.`,
    ...(report.waiting.dayOff ? ['Сегодня нерабочий день: письма уходят в рабочие дни.'] : []),
    ...(report.later > 0 ? [`Не поместилось в суточный лимит: ${report.later}.`] : []),
    ...(report.unreachable.length > 0
      ? [`Некому написать (нет верного адреса): ${report.unreachable.length}.`]
      : []),
    ...report.notes,
    ...who,
  ];
}
