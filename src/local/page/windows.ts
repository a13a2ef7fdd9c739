import type { ServerResponse } from 'node:http';
import type { BookEvent } from './protocol';

/** A window that was closed does not come back; one that was reloaded, or whose machine slept, does. */
const GONE_MS = 20_000;
const PULSE_MS = 15_000;

/** The windows that listen: server-sent events, one connection each. */
export class Windows {
  /** A window has not come back. */
  onGone: (window: string) => void = () => undefined;
  readonly #open = new Map<string, ServerResponse>();
  readonly #gone = new Map<string, NodeJS.Timeout>();
  readonly #pulse = setInterval(() => {
    for (const response of this.#open.values()) response.write(': \n\n');
  }, PULSE_MS);

  join(window: string, response: ServerResponse, first: BookEvent): void {
    this.#open.get(window)?.end();
    clearTimeout(this.#gone.get(window));
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
      'X-Content-Type-Options': 'nosniff',
    });
    this.#open.set(window, response);
    response.write(line(first));
    response.on('close', () => {
      if (this.#open.get(window) !== response) return;
      this.#open.delete(window);
      this.#gone.set(
        window,
        setTimeout(() => {
          this.#gone.delete(window);
          this.onGone(window);
        }, GONE_MS),
      );
    });
  }

  /** @param window null = all but `except` */
  tell(window: string | null, event: BookEvent, except?: string): void {
    if (window !== null) this.#open.get(window)?.write(line(event));
    else for (const [name, response] of this.#open) if (name !== except) response.write(line(event));
  }

  close(): void {
    clearInterval(this.#pulse);
    for (const timer of this.#gone.values()) clearTimeout(timer);
    const responses = [...this.#open.values()];
    // Nobody is waited for any more: a timer for each of them would hold the program for its time.
    this.#open.clear();
    for (const response of responses) response.end();
  }
}

function line(event: BookEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
