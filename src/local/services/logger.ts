import { format } from 'node:util';
import type { HostContext } from '../host/context';
import { unwrap } from '../host/membrane';
import { formatString } from './format-string';
import { formatDate } from './simple-date-format';

export interface LogEntry {
  /** As Cloud Logging names them: console.log is `debug`. */
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** Milliseconds on the host's clock. */
  readonly time: number;
}

/** `Logger`: keeps its own text for getLog() and writes to the log of the host. */
export class LoggerService {
  static readonly api = 'Base.Logger';
  static readonly loose = ['log'];
  #lines: string[] = [];

  constructor(
    readonly context: HostContext,
    readonly entries: LogEntry[],
  ) {}

  log(data: unknown, ...values: unknown[]): this {
    const show = (value: unknown) => javaText(value, this.context.timeZone);
    const text = values.length > 0 ? formatString(show(data), values, show) : show(data);
    const time = this.context.clock.now();
    this.entries.push({ level: 'info', text, time });
    const stamp = formatDate(time, this.context.timeZone, 'EEE MMM dd HH:mm:ss zzz yyyy');
    this.#lines.push(`${stamp} INFO: ${text}\n`);
    return this;
  }

  getLog(): string {
    return this.#lines.join('');
  }

  clear(): void {
    this.#lines = [];
  }
}

/** Logger prints values as Java does: 1.0, [a, b], {key=value}. */
function javaText(value: unknown, timeZone: string): string {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e7 ? value.toFixed(1) : String(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map((v) => javaText(v, timeZone)).join(', ')}]`;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]')
    return formatDate((value as Date).getTime(), timeZone, "EEE MMM dd HH:mm:ss 'GMT'XXX yyyy");
  const prototype = Object.getPrototypeOf(value) as object | null;
  const plain =
    tag === '[object Object]' && (prototype === null || Object.getPrototypeOf(prototype) === null);
  const api = (value.constructor as { api?: string } | undefined)?.api;
  if (api !== undefined) return String(value) === tag ? api.slice(api.indexOf('.') + 1) : String(value);
  if (!plain) return String(value);
  return `{${Object.entries(value)
    .map(([k, v]) => `${k}=${javaText(v, timeZone)}`)
    .join(', ')}}`;
}

/** The `console` of scripts; writes to the log of the host and nowhere else. */
export function scriptConsole(context: HostContext, log: LogEntry[]): object {
  const started = new Map<string, number>();
  const write =
    (level: LogEntry['level']) =>
    (...args: unknown[]): void => {
      log.push({ level, text: consoleText(args), time: context.clock.now() });
    };
  return {
    log: write('debug'),
    info: write('info'),
    warn: write('warning'),
    error: write('error'),
    time: (label = 'default') => {
      started.set(String(label), context.clock.now());
    },
    timeEnd: (label = 'default') => {
      const start = started.get(String(label));
      if (start === undefined) return;
      started.delete(String(label));
      write('debug')(`${label}: ${context.clock.now() - start}ms`);
    },
  };
}

/** A façade is shown as its class name, not as a list of its methods. */
function consoleText(args: readonly unknown[]): string {
  return format(
    ...args.map((value) => (Array.isArray(value) || unwrap(value) === value ? value : String(value))),
  );
}
