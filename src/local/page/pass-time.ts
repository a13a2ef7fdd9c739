import type { Host } from '../host/host';
import { runDueTriggers } from '../host/trigger-runner';
import type { RunView } from './protocol';
import { Meter, oneLine } from './runs';

/**
 * Lets the book's clock run up to a moment: the triggers that become due on the way run as their owners, and what each
 * cost is told apart. The clock goes on from that moment.
 */
export function passTime(host: Host, until: number): RunView[] {
  const runs: RunView[] = [];
  for (let due = host.triggers.due(host.clock.now(), until)[0]; due; ) {
    const owners = new Map(host.triggers.all().map(({ uid, owner }) => [uid, owner]));
    const meter = new Meter(host);
    const fired = runDueTriggers(host, due.at);
    const { writes: _, ...cost } = meter.read();
    fired.forEach(({ handler, uid, at, error }, i) => {
      runs.push({
        at,
        what: handler,
        how: 'trigger',
        user: owners.get(uid ?? '') ?? '',
        // Two of the same moment are counted together.
        ...(i === 0 ? cost : { trips: 0, calls: 0, ms: 0, letters: 0 }),
        error: error === null ? '' : oneLine(error),
      });
    });
    due = host.triggers.due(host.clock.now(), until)[0];
  }
  host.clock.runFrom(until);
  return runs;
}
