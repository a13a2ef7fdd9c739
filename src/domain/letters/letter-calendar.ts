import type { Obligation } from '../roadmap/obligation';
import { addDays, isDate } from '../text/calendar';
import { lowered } from '../text/letter-case';
import { cleanText } from '../text/spaces';
import { type CalendarEvent, calendarFile, uidOf } from './ics';
import { compare } from './item-order';
import { isEscalation, type LetterItem } from './letter';
import type { LetterInput } from './letter-input';
import { organisationName } from './letter-lines';
import { obligationId } from './obligation-id';
import { measureTitle } from './phrases';
import { letterRules } from './rules';

/** An event that lies further back is of the past: nobody looks at it, and the file does not grow for ever. */
const CANCEL_BACK_DAYS = 31;

/**
 * The calendar file of a digest: what it tells of, and what was told to the address before and is done by now, or is no
 * more (the plan got another date).
 */
export function letterCalendar(
  address: string,
  items: readonly LetterItem[],
  input: LetterInput,
): string | null {
  if (!letterRules(input.settings).calendarFile) return null;
  // What organisations have not done is no date of the coordinator, nor of the head: it has passed.
  const own = items.filter(({ stage }) => !isEscalation(stage));
  const events = own.map(({ obligation }) => event(obligation, input, false));
  return calendarFile([...events, ...cancelled(address, input)], input.today);
}

function cancelled(address: string, input: LetterInput): CalendarEvent[] {
  const told = input.told.toldTo(address);
  if (told.size === 0) return [];
  const now = new Map(input.obligations.map((obligation) => [obligationId(obligation), obligation]));
  const since = addDays(input.today, -CANCEL_BACK_DAYS);
  const events: CalendarEvent[] = [];
  for (const [id, { measure, controlDate }] of told) {
    const obligation = now.get(id);
    // The intents of this very letter may stand in the ledger: nobody has an event of them yet.
    if (obligation?.open || input.told.daysToldBefore(id, input.today) === 0) continue;
    const day = obligation?.due || controlDate;
    if (!isDate(day) || day < since) continue;
    events.push(
      obligation
        ? event(obligation, input, true)
        : {
            uid: uidOf(id, input.bookId),
            day,
            sequence: input.told.daysToldBefore(id, input.today),
            summary: `Отменено: срок мероприятия ${measure.replace(/^RM-/, '').replace(/\/.*/, '')}`,
            description: '',
            url: '',
            cancelled: true,
          },
    );
  }
  return events.sort((a, b) => compare(a.uid, b.uid));
}

function event(obligation: Obligation, input: LetterInput, isCancelled: boolean): CalendarEvent {
  const id = obligationId(obligation);
  const where = organisationName(obligation.organisation, input);
  return {
    uid: uidOf(id, input.bookId),
    day: obligation.due,
    sequence: input.told.daysToldBefore(id, input.today),
    summary: `${isCancelled ? 'Отменено' : 'Срок'}: ${measureTitle(obligation)}${where === '' ? '' : ` (${where})`}`,
    description:
      isCancelled || obligation.left === '' ? '' : `Осталось: ${lowered(cleanText(obligation.left))}`,
    url: input.url(obligation.tab),
    cancelled: isCancelled,
  };
}
