import type { HostContext } from '../host/context';
import { fail } from '../host/errors';

type LockKind = 'script' | 'user' | 'document';

export class LockServiceImpl {
  static readonly api = 'Lock.LockService';
  readonly #locks = new Map<string, LockImpl>();

  constructor(
    readonly context: HostContext,
    readonly spreadsheets: { active(): object | null },
  ) {}

  getScriptLock(): LockImpl {
    return this.#lock('script');
  }

  getUserLock(): LockImpl {
    return this.#lock('user');
  }

  /** null in a script that is not bound to a document. */
  getDocumentLock(): LockImpl | null {
    return this.spreadsheets.active() ? this.#lock('document') : null;
  }

  /**
   * Plays another execution that holds the lock.
   * @param milliseconds after which it lets go by itself; without it, it holds until the returned function is called
   */
  holdElsewhere(kind: LockKind, milliseconds = Number.POSITIVE_INFINITY): () => void {
    const lock = this.#lock(kind);
    lock.heldElsewhereUntil = this.context.clock.now() + milliseconds;
    return () => {
      lock.heldElsewhereUntil = null;
    };
  }

  /** At the end of an execution, and while Ui.alert or Ui.prompt suspends it, its locks are dropped. */
  releaseAll(): void {
    for (const lock of this.#locks.values()) lock.releaseLock();
  }

  #lock(kind: LockKind): LockImpl {
    const key = kind === 'user' ? `user ${this.context.effectiveUser ?? this.context.user}` : kind;
    let lock = this.#locks.get(key);
    if (!lock) {
      lock = new LockImpl(this.context);
      this.#locks.set(key, lock);
    }
    return lock;
  }
}

class LockImpl {
  static readonly api = 'Lock.Lock';
  #held = false;
  heldElsewhereUntil: number | null = null;

  constructor(readonly context: HostContext) {}

  hasLock(): boolean {
    return this.#held;
  }

  releaseLock(): void {
    this.#held = false;
  }

  /**
   * Waits, on the host's clock, until the other execution lets go or the time is over. A lock already held stays held;
   * with less than no time even a free one is not taken (as live).
   */
  tryLock(milliseconds: number): boolean {
    if (this.#held) return true;
    if (milliseconds < 0) return false;
    const clock = this.context.clock;
    if (this.heldElsewhereUntil !== null && this.heldElsewhereUntil > clock.now()) {
      const wait = Math.min(milliseconds, this.heldElsewhereUntil - clock.now());
      clock.sleep(wait);
      if (this.heldElsewhereUntil > clock.now()) return false;
      this.heldElsewhereUntil = null;
    }
    this.#held = true;
    return true;
  }

  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) fail('Lock timeout: another process was holding the lock for too long.');
  }
}
