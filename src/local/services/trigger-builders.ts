import { type EnumValue, enumeration } from '../host/enums';
import { fail } from '../host/errors';
import { isZone } from './time-zone';
import { midnight, type Schedule } from './trigger-schedule';
import type { TriggerRecord, TriggerStore } from './trigger-store';

/** An installed trigger. */
export class TriggerImpl {
  static readonly api = 'Script.Trigger';

  constructor(readonly record: TriggerRecord) {}

  getEventType(): EnumValue {
    return enumeration('Script.EventType')[this.record.eventType];
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getTriggerSource(): EnumValue {
    return enumeration('Script.TriggerSource')[this.record.source];
  }

  getTriggerSourceId(): string | null {
    return this.record.sourceId;
  }

  getUniqueId(): string {
    return this.record.uid;
  }
}

/** `ScriptApp.newTrigger(handler)`: says what sets the trigger off. */
export class TriggerBuilderImpl {
  static readonly api = 'Script.TriggerBuilder';

  constructor(
    readonly store: TriggerStore,
    readonly handler: string,
    readonly timeZone: string,
  ) {}

  timeBased(): ClockTriggerBuilderImpl {
    return new ClockTriggerBuilderImpl(this.store, this.handler, this.timeZone);
  }

  forSpreadsheet(spreadsheet: unknown): SpreadsheetTriggerBuilderImpl {
    return new SpreadsheetTriggerBuilderImpl(this.store, this.handler, idOf(spreadsheet));
  }

  forDocument(document: unknown): DocumentTriggerBuilderImpl {
    return new DocumentTriggerBuilderImpl(this.store, this.handler, idOf(document));
  }
}

function idOf(file: unknown): string {
  const get = (file as { getId?: () => string } | null)?.getId;
  return typeof get === 'function' ? get.call(file) : String(file);
}

class SpreadsheetTriggerBuilderImpl {
  static readonly api = 'Script.SpreadsheetTriggerBuilder';
  #eventType: string | null = null;

  constructor(
    readonly store: TriggerStore,
    readonly handler: string,
    readonly id: string,
  ) {}

  onOpen(): this {
    return this.#on('ON_OPEN');
  }

  onEdit(): this {
    return this.#on('ON_EDIT');
  }

  onChange(): this {
    return this.#on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }

  create(): TriggerImpl {
    const eventType =
      this.#eventType ?? fail('The trigger has no event: call onOpen, onEdit, onChange or onFormSubmit.');
    const facts = { handler: this.handler, eventType, source: 'SPREADSHEETS', sourceId: this.id };
    return new TriggerImpl(this.store.add(facts));
  }

  #on(eventType: string): this {
    this.#eventType = eventType;
    return this;
  }
}

class DocumentTriggerBuilderImpl {
  static readonly api = 'Script.DocumentTriggerBuilder';

  constructor(
    readonly store: TriggerStore,
    readonly handler: string,
    readonly id: string,
  ) {}

  onOpen(): this {
    return this;
  }

  create(): TriggerImpl {
    const facts = { handler: this.handler, eventType: 'ON_OPEN', source: 'DOCUMENTS', sourceId: this.id };
    return new TriggerImpl(this.store.add(facts));
  }
}

type Draw = (from: number, to: number) => number;

const MINUTE = 60_000;
const EVERY_MINUTES = [1, 5, 10, 15, 30];

class ClockTriggerBuilderImpl {
  static readonly api = 'Script.ClockTriggerBuilder';
  #at: ((draw: Draw, timeZone: string) => number) | null = null;
  #every: { readonly unit: 'minutes' | 'hours' | 'days' | 'weeks'; readonly count: number } | null = null;
  #hour: number | null = null;
  #minute: number | null = null;
  #monthDay: number | null = null;
  #weekday: number | null = null;

  constructor(
    readonly store: TriggerStore,
    readonly handler: string,
    private timeZone: string,
  ) {}

  after(milliseconds: number): this {
    this.#at = () => this.store.context.clock.now() + milliseconds;
    return this;
  }

  at(date: Date): this {
    this.#at = () => date.getTime();
    return this;
  }

  /** Near midnight of the day, a quarter of an hour at most from it; month 1–12. */
  atDate(year: number, month: number, day: number): this {
    this.#at = (draw, timeZone) => midnight(year, month, day, timeZone) + draw(-15, 15) * MINUTE;
    return this;
  }

  atHour(hour: number): this {
    if (!(hour >= 0 && hour <= 23)) fail('The hour must be between 0 and 23.');
    this.#hour = Math.trunc(hour);
    return this;
  }

  nearMinute(minute: number): this {
    if (!(minute >= 0 && minute <= 59)) fail('The minute must be between 0 and 59.');
    this.#minute = Math.trunc(minute);
    return this;
  }

  everyMinutes(count: number): this {
    if (!EVERY_MINUTES.includes(count))
      fail('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#repeat('minutes', count);
  }

  everyHours(count: number): this {
    return this.#repeat('hours', count);
  }

  everyDays(count: number): this {
    return this.#repeat('days', count);
  }

  everyWeeks(count: number): this {
    return this.#repeat('weeks', count);
  }

  onMonthDay(day: number): this {
    if (!(day >= 1 && day <= 31)) fail('The day of the month must be between 1 and 31.');
    this.#monthDay = Math.trunc(day);
    return this;
  }

  onWeekDay(day: EnumValue): this {
    this.#weekday = day.ordinal();
    return this;
  }

  inTimezone(timeZone: string): this {
    if (!isZone(String(timeZone))) fail('Invalid argument: timezone');
    this.timeZone = String(timeZone);
    return this;
  }

  create(): TriggerImpl {
    const facts = { handler: this.handler, eventType: 'CLOCK', source: 'CLOCK', sourceId: null };
    return new TriggerImpl(this.store.add(facts, (draw) => this.#schedule(draw)));
  }

  #repeat(unit: 'minutes' | 'hours' | 'days' | 'weeks', count: number): this {
    if (!(Number.isInteger(count) && count >= 1)) fail(`Invalid argument: ${count}`);
    this.#every = { unit, count };
    return this;
  }

  #schedule(draw: Draw): Schedule {
    if (this.#at) return { kind: 'once', at: this.#at(draw, this.timeZone) };
    const every = this.#every;
    if (every?.unit === 'minutes') return { kind: 'minutes', every: every.count };
    if (every?.unit === 'hours') return { kind: 'hours', every: every.count, minute: this.#near(draw) };
    const time = { hour: this.#hour ?? draw(0, 23), minute: this.#near(draw), timeZone: this.timeZone };
    if (this.#monthDay !== null) return { kind: 'month', day: this.#monthDay, ...time };
    if (this.#weekday !== null || every?.unit === 'weeks')
      return { kind: 'weeks', every: every?.count ?? 1, weekday: this.#weekday ?? draw(0, 6), ...time };
    if (!every) return fail('The trigger has no schedule: call everyDays, everyHours, at, after …');
    return { kind: 'days', every: every.count, ...time };
  }

  /** Some minute of the hour, or one at most 15 minutes from the one asked for. */
  #near(draw: Draw): number {
    return this.#minute === null ? draw(0, 59) : this.#minute + draw(-15, 15);
  }
}
