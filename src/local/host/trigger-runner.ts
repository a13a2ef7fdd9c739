import { calendarFields } from '../services/calendar-fields';
import type { Due } from '../services/trigger-store';
import { enumeration } from './enums';
import { type Fired, fire } from './fire';
import type { Host } from './host';

/**
 * Lets the host's clock run up to a moment and calls the handlers of the clock triggers that fire on the way, each as
 * its owner and with nobody looking. Triggers that a handler makes or deletes count at once. A handler's error is
 * logged and does not stop the others.
 * @param until a moment as Clock.set takes it
 * @returns what was run, in order
 */
export function runDueTriggers(host: Host, until: Date | string | number): Fired[] {
  const end = new Date(until).getTime();
  const start = host.clock.now();
  const last = new Map<string, number>();
  const fired: Fired[] = [];
  for (let due = nextDue(host, start, last, end); due; due = nextDue(host, start, last, end)) {
    last.set(due.trigger.uid, due.at);
    if (host.clock.now() < due.at) host.clock.set(due.at);
    const { uid, handler, owner } = due.trigger;
    fired.push(
      fire(host, handler, clockEvent(host, uid), { uid, owner, authMode: 'FULL', unattended: true }),
    );
  }
  if (host.clock.now() < end) host.clock.set(end);
  return fired;
}

function nextDue(host: Host, start: number, last: ReadonlyMap<string, number>, end: number): Due | null {
  let first: Due | null = null;
  for (const trigger of host.triggers.all()) {
    const at = host.triggers.next(trigger, last.get(trigger.uid) ?? start);
    if (at !== null && at <= end && (first === null || at < first.at)) first = { trigger, at };
  }
  return first;
}

/** The event object of a time-driven trigger; its parts are those of UTC, whatever the zone of the script. */
function clockEvent(host: Host, triggerUid: string): object {
  const now = calendarFields(host.clock.now());
  return {
    authMode: enumeration('Script.AuthMode').FULL,
    'day-of-month': now.day,
    'day-of-week': now.weekday || 7,
    hour: now.hour,
    minute: now.minute,
    month: now.month + 1,
    second: now.second,
    timezone: 'UTC',
    triggerUid,
    'week-of-year': now.weekOfYear,
    year: now.year,
  };
}
