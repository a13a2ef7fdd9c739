/**
 * A book served by the built program, as a person starts it:
 *
 *   const book = await serve(folder);                 // build/cli.mjs serve --book folder --port 0
 *   const { value } = await book.act({ kind: 'open', language: 'ru' });
 *   book.kill('SIGKILL');                             // or await book.stop(): Ctrl-C
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Act, Area, BookEvent, Reply, Results, SheetInfo } from '../../src/local/page/protocol';

/** Tests and the bench are started here; the bench is one file elsewhere. */
const ROOT = process.cwd();
const SLOW_MACHINE_MS = 60_000;

export interface Served {
  readonly pid: number;
  readonly origin: string;
  /** The address with the token. */
  readonly entrance: string;
  readonly cookie: string;
  /** Asks as a window does. @throws the refusal */
  act<K extends Act['kind']>(act: Extract<Act, { kind: K }>, window?: string, at?: Area): Promise<Results[K]>;
  /** The same, refusals as data. */
  reply(act: Act, window?: string, at?: Area): Promise<Reply>;
  tab(title: string): Promise<SheetInfo>;
  /** What a window hears from now on. */
  listen(window: string): Promise<Listening>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ctrl-C. @returns the exit status and what was printed */
  stop(): Promise<{ readonly exit: number | null; readonly stdout: string }>;
}

export interface Listening {
  readonly events: readonly BookEvent[];
  /** The first event of a kind that was not waited for yet. */
  next<T extends BookEvent['type']>(type: T): Promise<Extract<BookEvent, { type: T }>>;
  close(): void;
}

const running = new Set<ChildProcess>();

/** For afterAll: nothing stays behind, whatever failed. */
export function killServed(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function serve(folder: string, ...options: readonly string[]): Promise<Served> {
  const words = ['build/cli.mjs', 'serve', '--book', folder, '--json', ...options];
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const exited = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let stdout = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  const entrance = await entranceOf(child);
  const { origin } = new URL(entrance);
  const entered = await fetch(entrance, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0];
  const reply: Served['reply'] = async (act, window = 'w1', at) => {
    const response = await fetch(`${origin}/api/do`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ window, act, at }),
    });
    return (await response.json()) as Reply;
  };
  const act: Served['act'] = async (asked, window, at) => {
    const answer = await reply(asked, window, at);
    if (!answer.ok) throw new Error(`${asked.kind}: ${answer.why}: ${answer.refused}`);
    return answer.value as never;
  };
  return {
    pid: child.pid!,
    origin,
    entrance,
    cookie,
    act,
    reply,
    async tab(title) {
      const { sheets } = await act({ kind: 'open', language: 'ru' });
      const found = sheets.find(({ name }) => name === title);
      if (!found) throw new Error(`No tab «${title}» among ${sheets.map((s) => s.name).join(', ')}`);
      return found;
    },
    listen: (window) => listen(`${origin}/api/events?window=${window}`, cookie),
    get: (path, headers = {}) =>
      fetch(origin + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    async kill(signal) {
      child.kill(signal);
      await exited;
    },
    async stop() {
      child.kill('SIGINT');
      return { exit: await exited, stdout };
    },
  };
}

async function entranceOf(child: ChildProcess): Promise<string> {
  let said = '';
  const found = new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      said += data;
      const line = said.split('\n').find((one) => one.startsWith('{"entrance"'));
      if (line) resolve((JSON.parse(line) as { entrance: string }).entrance);
    });
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`serve said no address: ${said}`)), SLOW_MACHINE_MS).unref();
  });
  return found;
}

async function listen(address: string, cookie: string): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(address, { headers: { cookie }, signal: stop.signal });
  const events: BookEvent[] = [];
  let heard = () => {};
  const reading = async () => {
    let rest = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += Buffer.from(chunk).toString();
      const parts = rest.split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts)
        if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)) as BookEvent);
      heard();
    }
  };
  reading().catch(() => undefined);
  let from = 0;
  return {
    events,
    async next(type) {
      const until = Date.now() + SLOW_MACHINE_MS;
      for (;;) {
        const at = events.findIndex((event, i) => i >= from && event.type === type);
        if (at >= 0) {
          from = at + 1;
          return events[at] as never;
        }
        if (Date.now() > until)
          throw new Error(`No event «${type}» came: ${JSON.stringify(events).slice(0, 500)}`);
        await new Promise<void>((resolve) => {
          heard = resolve;
          setTimeout(resolve, 200);
        });
      }
    },
    close: () => stop.abort(),
  };
}

/** A new id of an act, as a window makes one. */
export function actId(): string {
  return Math.random().toString(36).slice(2);
}
