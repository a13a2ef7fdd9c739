import type { HostContext } from '../host/context';
import { fail } from '../host/errors';

/** What state.json keeps of the properties. */
export interface PropertyStoresJson {
  readonly script: Readonly<Record<string, string>>;
  readonly document: Readonly<Record<string, string>>;
  /** E-mail of the person → that person's store. */
  readonly users: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The three kinds of stores. A host has one container, so one document store. */
export class PropertyStores {
  readonly script = new Map<string, string>();
  readonly document = new Map<string, string>();
  readonly #users = new Map<string, Map<string, string>>();

  user(email: string): Map<string, string> {
    let store = this.#users.get(email);
    if (!store) {
      store = new Map();
      this.#users.set(email, store);
    }
    return store;
  }

  toJSON(): PropertyStoresJson {
    return {
      script: Object.fromEntries(this.script),
      document: Object.fromEntries(this.document),
      users: Object.fromEntries([...this.#users].map(([email, store]) => [email, Object.fromEntries(store)])),
    };
  }

  /** Replaces everything by what toJSON once gave; parts may be missing. */
  restore(json: Partial<PropertyStoresJson>): void {
    refill(this.script, json.script);
    refill(this.document, json.document);
    this.#users.clear();
    for (const [email, values] of Object.entries(json.users ?? {})) refill(this.user(email), values);
  }
}

function refill(store: Map<string, string>, values: Readonly<Record<string, string>> = {}): void {
  store.clear();
  for (const [key, value] of Object.entries(values)) store.set(key, value);
}

export class PropertiesServiceImpl {
  static readonly api = 'Properties.PropertiesService';
  readonly #made = new WeakMap<Map<string, string>, PropertiesImpl>();

  constructor(
    readonly context: HostContext,
    readonly stores: PropertyStores,
    readonly spreadsheets: { active(): object | null },
  ) {}

  getScriptProperties(): PropertiesImpl {
    return this.#of(this.stores.script);
  }

  getUserProperties(): PropertiesImpl {
    return this.#of(this.stores.user(this.context.effectiveUser ?? this.context.user));
  }

  /** null in a script that is not bound to a document. */
  getDocumentProperties(): PropertiesImpl | null {
    return this.spreadsheets.active() ? this.#of(this.stores.document) : null;
  }

  #of(store: Map<string, string>): PropertiesImpl {
    let made = this.#made.get(store);
    if (!made) {
      made = new PropertiesImpl(store);
      this.#made.set(store, made);
    }
    return made;
  }
}

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** One store: text by key. */
class PropertiesImpl {
  static readonly api = 'Properties.Properties';
  readonly #store: Map<string, string>;

  constructor(store: Map<string, string>) {
    this.#store = store;
  }

  getProperty(key: string): string | null {
    return this.#store.get(String(key)) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.#store);
  }

  getKeys(): string[] {
    return [...this.#store.keys()];
  }

  setProperty(key: string, value: unknown): this {
    this.#write(new Map(this.#store).set(...checked(key, value)));
    return this;
  }

  setProperties(values: object, deleteAllOthers = false): this {
    const next = new Map(deleteAllOthers ? [] : this.#store);
    for (const [key, value] of Object.entries(values)) next.set(...checked(key, value));
    this.#write(next);
    return this;
  }

  deleteProperty(key: string): this {
    this.#store.delete(String(key));
    return this;
  }

  deleteAllProperties(): this {
    this.#store.clear();
    return this;
  }

  /** All or nothing: a store that would grow too large stays as it was. */
  #write(next: ReadonlyMap<string, string>): void {
    let size = 0;
    for (const [key, value] of next) size += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (size > STORE_LIMIT)
      fail('You have exceeded the property storage quota. Please remove some properties and try again.');
    this.#store.clear();
    for (const [key, value] of next) this.#store.set(key, value);
  }
}

function checked(key: string, value: unknown): [string, string] {
  const [name, text] = [String(key), String(value)];
  if (Buffer.byteLength(name) > VALUE_LIMIT) fail('Argument too large: key');
  if (Buffer.byteLength(name) + Buffer.byteLength(text) > VALUE_LIMIT) fail('Argument too large: value');
  return [name, text];
}
