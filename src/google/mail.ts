import { type Mail, MailRefusal } from '../app/ports';

/** The port Mail over MailApp: it sends as the account that runs the script and reads nothing. */
export function mailApp(): Mail {
  return {
    quota: () => MailApp.getRemainingDailyQuota(),
    send({ to, subject, text, html, senderName, replyTo, calendar }) {
      try {
        MailApp.sendEmail({
          to,
          subject,
          body: text,
          htmlBody: html,
          name: senderName,
          ...(replyTo === '' ? {} : { replyTo }),
          ...(calendar === null
            ? {}
            : { attachments: [Utilities.newBlob(calendar, 'text/calendar', 'sroki.ics')] }),
        });
      } catch (error) {
        throw known(error);
      }
    },
  };
}

/** The texts of the service that say for certain that the letter did not leave (platform.md §1, host-behaviour.md 52). */
const REFUSALS: readonly (readonly [why: MailRefusal['why'], text: RegExp])[] = [
  ['address', /Invalid email|Failed to send email: no recipient/],
  ['quota', /Service invoked too many times/],
  ['size', /Limit Exceeded: Email|Argument too large/],
];

function known(error: unknown): unknown {
  const message = String((error as Error | null)?.message ?? error);
  const why = REFUSALS.find(([, text]) => text.test(message))?.[0];
  return why ? new MailRefusal(why, message) : error;
}
