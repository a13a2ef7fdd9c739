import type { Area, ChangingAct, Seen } from '../../protocol';
import { ofWindow, recall, remember } from '../memory';

/** An act that changes the book and has no answer yet. */
export interface Entry {
  readonly act: ChangingAct;
  readonly at: Area | undefined;
  /** What its rows are counted in. */
  readonly seen: Seen | undefined;
}

/** Two windows of one browser keep apart what they have not sent. */
const keyOf = (windowId: string) => `page:pending:${windowId}`;

/**
 * What was done in this window and not answered yet, in order. It lies in the storage of the window: a reload of the page,
 * a lost connection or a restart of the server loses nothing typed.
 */
export class Pending {
  private entries: Entry[];

  constructor(private readonly windowId: string) {
    this.entries = read(windowId);
  }

  get first(): Entry | undefined {
    return this.entries[0];
  }

  get count(): number {
    return this.entries.length;
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.keep();
  }

  drop(entry: Entry): void {
    this.entries = this.entries.filter((one) => one !== entry);
    this.keep();
  }

  /** A block too large for the storage stays in memory: it outlives a lost connection, not a reload. */
  private keep(): void {
    remember(keyOf(this.windowId), this.entries.length === 0 ? null : JSON.stringify(this.entries), ofWindow);
  }
}

function read(windowId: string): Entry[] {
  try {
    const kept: unknown = JSON.parse(recall(keyOf(windowId), ofWindow) ?? '[]');
    return Array.isArray(kept) ? (kept as Entry[]) : [];
  } catch {
    return [];
  }
}
