import type { HostContext } from '../host/context';
import { fail } from '../host/errors';
import { unwrap } from '../host/membrane';
import { type BlobImpl, blobOf } from './blob';

/** A letter as it was sent. Addresses are kept as the script wrote them: `a@b.c` or `Имя <a@b.c>`. */
export interface MailMessage {
  /** Milliseconds on the host's clock. */
  readonly date: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  /** Name of the sender. */
  readonly name: string | null;
  readonly noReply: boolean;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  readonly attachments: readonly BlobImpl[];
  /** Key of `cid:key` in htmlBody → picture. */
  readonly inlineImages: Readonly<Record<string, BlobImpl>>;
}

export interface QuotaJson {
  readonly since: number | null;
  readonly recipients: number;
}

const DAY = 86_400_000;

/** The letters that scripts have sent, and the daily quota of recipients. Nothing leaves the machine. */
export class Outbox {
  readonly messages: MailMessage[] = [];
  /** Recipients a day: 100 for a personal account, 1500 for Workspace. */
  dailyLimit = 100;
  #since: number | null = null;
  #recipients = 0;

  constructor(readonly context: HostContext) {}

  /** Recipients left; the quota starts anew 24 hours after the first letter. */
  remaining(): number {
    if (this.#since !== null && this.context.clock.now() >= this.#since + DAY) {
      this.#since = null;
      this.#recipients = 0;
    }
    return Math.max(0, this.dailyLimit - this.#recipients);
  }

  send(message: MailMessage): void {
    const recipients = message.to.length + message.cc.length + message.bcc.length;
    if (recipients > this.remaining()) fail('Service invoked too many times for one day: email.');
    this.#since ??= message.date;
    this.#recipients += recipients;
    this.messages.push(message);
  }

  /** The quota's state, for state.json; letters are files of their own. */
  quota(): QuotaJson {
    return { since: this.#since, recipients: this.#recipients };
  }

  restoreQuota(quota: QuotaJson): void {
    this.#since = quota.since;
    this.#recipients = quota.recipients;
  }
}

interface Options {
  to?: unknown;
  subject?: unknown;
  body?: unknown;
  cc?: unknown;
  bcc?: unknown;
  replyTo?: unknown;
  name?: unknown;
  htmlBody?: unknown;
  noReply?: unknown;
  attachments?: unknown;
  inlineImages?: unknown;
}

const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENTS = 250;
const BODY_LIMIT = 200 * 1024;
const ATTACHMENTS_LIMIT = 25 * 1024 * 1024;
const SUBJECT_LIMIT = 250;

export class MailAppService {
  static readonly api = 'Mail.MailApp';

  constructor(
    readonly context: HostContext,
    readonly outbox: Outbox,
  ) {}

  getRemainingDailyQuota(): number {
    return this.outbox.remaining();
  }

  /** (message), (to, subject, body), (to, subject, body, options) or (to, replyTo, subject, body). */
  sendEmail(...args: readonly unknown[]): void {
    this.#send(optionsOf(args));
  }

  #send(options: Options): void {
    const message: MailMessage = {
      date: this.context.clock.now(),
      from: this.context.effectiveUser ?? this.context.user,
      to: addresses(options.to),
      cc: addresses(options.cc),
      bcc: addresses(options.bcc),
      replyTo: optional(options.replyTo),
      name: optional(options.name),
      noReply: options.noReply === true,
      subject: optional(options.subject) ?? '',
      body: optional(options.body) ?? '',
      htmlBody: optional(options.htmlBody),
      attachments: files(options.attachments),
      inlineImages: images(options.inlineImages),
    };
    checkSizes(message);
    this.outbox.send(message);
  }
}

function optionsOf(args: readonly unknown[]): Options {
  if (args.length === 1) return args[0] as Options;
  const [to, second, third, fourth] = args;
  const isText = args.length === 4 && (fourth === null || typeof fourth !== 'object');
  if (isText) return { to, replyTo: second, subject: third, body: fourth };
  return { ...(fourth as Options | undefined), to, subject: second, body: third };
}

function checkSizes(message: MailMessage): void {
  const recipients = message.to.length + message.cc.length + message.bcc.length;
  if (recipients === 0) fail('Failed to send email: no recipient');
  for (const address of [
    ...message.to,
    ...message.cc,
    ...message.bcc,
    ...(message.replyTo ? [message.replyTo] : []),
  ])
    if (!isAddress(address)) fail(`Invalid email: ${address}`);
  if (recipients > MOST_RECIPIENTS) fail('Limit Exceeded: Email Recipients Per Message.');
  if (message.subject.length > SUBJECT_LIMIT) fail('Argument too large: subject');
  if (Math.max(Buffer.byteLength(message.body), Buffer.byteLength(message.htmlBody ?? '')) > BODY_LIMIT)
    fail('Limit Exceeded: Email Body Size.');
  if (message.attachments.length > MOST_ATTACHMENTS) fail('Limit Exceeded: Email Attachments Per Message.');
  const files = [...message.attachments, ...Object.values(message.inlineImages)];
  if (files.reduce((size, file) => size + file.data.length, 0) > ATTACHMENTS_LIMIT)
    fail('Limit Exceeded: Email Total Attachments Size.');
}

function optional(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** Comma-separated addresses; a comma inside a quoted name separates nothing. */
function addresses(value: unknown): string[] {
  const text = optional(value) ?? '';
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((a) => a.trim()).filter((a) => a !== '');
}

function isAddress(text: string): boolean {
  const address = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
  return /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[^\s@<>,;"().]+$/.test(address.trim());
}

function files(value: unknown): BlobImpl[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return fail('Invalid argument: attachments');
  return value.map((source) => blobOf(unwrap(source)));
}

function images(value: unknown): Record<string, BlobImpl> {
  if (value === undefined || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, source]) => [key, blobOf(unwrap(source))]));
}
