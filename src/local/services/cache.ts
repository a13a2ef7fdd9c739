import type { Clock } from '../host/clock';
import type { HostContext } from '../host/context';
import { fail } from '../host/errors';

export class CacheServiceImpl {
  static readonly api = 'Cache.CacheService';
  readonly #script: CacheImpl;
  readonly #document: CacheImpl;
  readonly #users = new Map<string, CacheImpl>();

  constructor(
    readonly context: HostContext,
    readonly spreadsheets: { active(): object | null },
  ) {
    this.#script = new CacheImpl(context.clock);
    this.#document = new CacheImpl(context.clock);
  }

  getScriptCache(): CacheImpl {
    return this.#script;
  }

  /** null in a script that is not bound to a document. */
  getDocumentCache(): CacheImpl | null {
    return this.spreadsheets.active() ? this.#document : null;
  }

  getUserCache(): CacheImpl {
    const user = this.context.effectiveUser ?? this.context.user;
    let cache = this.#users.get(user);
    if (!cache) {
      cache = new CacheImpl(this.context.clock);
      this.#users.set(user, cache);
    }
    return cache;
  }
}

const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const MOST_ITEMS = 1000;
const ITEMS_KEPT = 900;

/** Text by key for a while. Store methods answer null, as the live service does. */
class CacheImpl {
  static readonly api = 'Cache.Cache';
  readonly #items = new Map<string, { readonly value: string; readonly expires: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(key: string): string | null {
    const item = this.#items.get(String(key));
    if (!item) return null;
    if (item.expires > this.#clock.now()) return item.value;
    this.#items.delete(String(key));
    return null;
  }

  getAll(keys: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }

  put(key: string, value: unknown, seconds = DEFAULT_SECONDS): null {
    const [name, text] = [String(key), String(value)];
    if (name.length > KEY_LIMIT) fail('Argument too large: key');
    if (Buffer.byteLength(text) > VALUE_LIMIT) fail('Argument too large: value');
    const lifetime = Math.min(Math.max(seconds, 1), LONGEST_SECONDS);
    this.#items.set(name, { value: text, expires: this.#clock.now() + lifetime * 1000 });
    if (this.#items.size > MOST_ITEMS) this.#evict();
    return null;
  }

  putAll(values: object, seconds = DEFAULT_SECONDS): null {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
    return null;
  }

  remove(key: string): null {
    this.#items.delete(String(key));
    return null;
  }

  removeAll(keys: readonly string[]): null {
    for (const key of keys) this.remove(key);
    return null;
  }

  /** Over 1000 items the 900 that would live longest stay. */
  #evict(): void {
    const longest = [...this.#items].sort(([, a], [, b]) => b.expires - a.expires);
    for (const [key] of longest.slice(ITEMS_KEPT)) this.#items.delete(key);
  }
}
