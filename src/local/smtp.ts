import { createTransport } from 'nodemailer';
import { RefusedError } from './command';

/** A mail server of one's own. */
export interface MailServer {
  /**
   * Hands one letter over. `неверный адрес`, `не отправлено`: the server said no, it did not leave; `неизвестно`: the
   * connection broke before the server answered.
   */
  send(to: string, eml: Uint8Array): Promise<{ readonly result: string; readonly note: string }>;
  close(): void;
}

const TIMEOUT_MS = 30_000;

/**
 * Connects to a server by its address, `smtp://user:password@host:587` or `smtps://…`.
 * @param from the envelope's sender
 * @throws RefusedError when there is nobody to talk to: nothing was claimed yet
 */
export async function mailServer(address: string, from: string): Promise<MailServer> {
  const url = urlOf(address);
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    ...(url.searchParams.get('tls') === 'no' ? { ignoreTLS: true } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  try {
    await transport.verify();
  } catch (error) {
    transport.close();
    throw new RefusedError(
      `Почтовый сервер ${url.host} не отвечает: ${(error as Error).message.split('\n')[0]}. Письма не отправлены.`,
    );
  }
  return {
    async send(to, eml) {
      try {
        await transport.sendMail({ envelope: { from, to: [to] }, raw: Buffer.from(eml) });
        return { result: 'отправлено', note: '' };
      } catch (error) {
        return { result: resultOf(error as SmtpError), note: (error as Error).message.split('\n')[0] ?? '' };
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly syscall?: string;
}

/**
 * A number from the server is its answer: 5xx for good, 4xx for now. Without an answer nobody knows, unless the
 * connection was not even made: the library gives the same words for a line cut before the letter and after it.
 */
function resultOf({ responseCode, command, code, syscall }: SmtpError): string {
  if (responseCode === undefined)
    return code === 'EAUTH' || syscall === 'connect' ? 'не отправлено' : 'неизвестно';
  return responseCode >= 500 && (code === 'EENVELOPE' || command?.startsWith('RCPT'))
    ? 'неверный адрес'
    : 'не отправлено';
}

function urlOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '') return url;
  throw new RefusedError(
    'Адрес почтового сервера не распознан: нужен вид smtp://пользователь:пароль@сервер:587.',
  );
}
