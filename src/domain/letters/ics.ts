import { addDays, type DateText } from '../text/calendar';

/** A day in a calendar of a person: the due day of an obligation. */
export interface CalendarEvent {
  readonly uid: string;
  readonly day: DateText;
  /** Grows with every letter that told of it: a calendar takes the greatest. */
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  /** Address of the tab; ''. */
  readonly url: string;
  /** Done, or not applicable any more: the calendar takes it out. */
  readonly cancelled: boolean;
}

const LINE_OCTETS = 75;

/**
 * The text of an .ics file (RFC 5545), published and not invited to: no answer is asked. A cancelled event stands in it
 * with its own status, and where there are only such ones the file is a cancellation.
 * @param stamp when the file was made: a day, taken at midnight UTC
 * @returns null when there is nothing to tell
 */
export function calendarFile(events: readonly CalendarEvent[], stamp: DateText): string | null {
  if (events.length === 0) return null;
  const method = events.every((event) => event.cancelled) ? 'CANCEL' : 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nastavnichestvo//Letters//RU',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: DateText): string[] {
  const { uid, day, sequence, summary, description, url, cancelled } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${digits(stamp)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    `DTEND;VALUE=DATE:${digits(addDays(day, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    // An address is no TEXT: it is not escaped, and may not bring a line break.
    ...(/^https?:\/\/[!-~]+$/.test(url) ? [`URL:${url}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    // An alarm about the past would ring at once.
    ...(cancelled || day < stamp
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escapeText(summary)}`,
          'TRIGGER:-P1D',
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/**
 * The same for everybody and for ever.
 * @example uidOf('RM-3.3/submit|ORG-01|2024-04-15', '1AbC') // 'rm-3.3.submit_org-01_2024-04-15@1AbC.nastavnichestvo'
 */
export function uidOf(obligationId: string, bookId: string): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9._-]/g, '');
  const parts = obligationId.split('|').map((part) => plain(part.replace('/', '.')));
  // IDs of workbooks are told apart by the case of letters too.
  return `${parts.join('_')}@${bookId.replace(/[^\w-]/g, '')}.nastavnichestvo`;
}

export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Lines of at most 75 octets of UTF-8; a character is never cut. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const width = octetsOf(character);
    if (octets + width > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += width;
  }
  return folded;
}

export function unfoldLines(text: string): string {
  return text.replace(/\r\n[ \t]/g, '');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function digits(day: DateText): string {
  return day.replace(/-/g, '');
}
