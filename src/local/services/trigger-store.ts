import { createHash } from 'node:crypto';
import type { HostContext } from '../host/context';
import { fail } from '../host/errors';
import { nextFiring, type Schedule } from './trigger-schedule';

/** An installable trigger as state.json keeps it. */
export interface TriggerRecord {
  readonly uid: string;
  /** Name of the function. */
  readonly handler: string;
  /** E-mail of the person who made it, and as whom it runs. */
  readonly owner: string;
  /** Milliseconds on the host's clock. */
  readonly created: number;
  /** A key of Script.EventType: CLOCK, ON_OPEN, ON_EDIT, ON_CHANGE, ON_FORM_SUBMIT. */
  readonly eventType: string;
  /** A key of Script.TriggerSource: CLOCK, SPREADSHEETS, DOCUMENTS. */
  readonly source: string;
  /** ID of the document; null for clock triggers. */
  readonly sourceId: string | null;
  readonly schedule: Schedule | null;
}

export interface Due {
  readonly trigger: TriggerRecord;
  readonly at: number;
}

const MOST_TRIGGERS = 20;

/** The installable triggers of the script, of all its users. */
export class TriggerStore {
  #records: TriggerRecord[] = [];
  #made = 0;

  constructor(readonly context: HostContext) {}

  all(): readonly TriggerRecord[] {
    return this.#records;
  }

  /** Those of the acting person: a script sees no others. */
  own(): readonly TriggerRecord[] {
    return this.#records.filter((t) => t.owner === this.#person());
  }

  /** @param plan gets a function that draws a whole number from a range, always the same for the same trigger */
  add(
    facts: Pick<TriggerRecord, 'handler' | 'eventType' | 'source' | 'sourceId'>,
    plan: (draw: (from: number, to: number) => number) => Schedule | null = () => null,
  ): TriggerRecord {
    if (this.own().length >= MOST_TRIGGERS)
      fail(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    const created = this.context.clock.now();
    const uid = this.#newUid(`${created} ${this.#person()} ${facts.handler}`);
    let drawn = 0;
    const draw = (from: number, to: number) => from + (digest(`${uid} ${drawn++}`) % (to - from + 1));
    const record = { uid, owner: this.#person(), created, ...facts, schedule: plan(draw) };
    this.#records.push(record);
    return record;
  }

  remove(uid: string): void {
    this.#records = this.#records.filter((t) => t.uid !== uid);
  }

  /** Firings of clock triggers after `from` and up to `to`, in their order. */
  due(from: number, to: number): Due[] {
    const all: Due[] = [];
    for (const trigger of this.#records) {
      let at = this.next(trigger, from);
      while (at !== null && at <= to) {
        all.push({ trigger, at });
        at = this.next(trigger, at);
      }
    }
    return all.sort((a, b) => a.at - b.at);
  }

  /** The first firing of a trigger after a moment; null for triggers of documents and for what is over. */
  next(trigger: TriggerRecord, after: number): number | null {
    return trigger.schedule && nextFiring(trigger.schedule, trigger.created, after);
  }

  toJSON(): readonly TriggerRecord[] {
    return this.#records;
  }

  restore(records: readonly TriggerRecord[]): void {
    this.#records = [...records];
  }

  #person(): string {
    return this.context.effectiveUser ?? this.context.user;
  }

  /** Digits, as the live ones; the same script run again with a standing clock makes the same ones. */
  #newUid(seed: string): string {
    let uid: string;
    do uid = `${digest(`${seed} ${this.#made}`)}${digest(`${this.#made++} ${seed}`)}`;
    while (this.#records.some((t) => t.uid === uid));
    return uid;
  }
}

function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
