import { enumeration, isEnumValue } from './enums';
import { NotImplementedError } from './errors';
import { methodsOf, parameterName, qualifiedName, reference } from './reference';
import { checkArguments, refusedNull } from './signature';

/**
 * Scripts never hold our own objects. They hold façades made here from the official reference: a façade has every
 * method that the reference documents and nothing else. A call goes through one place, which reports it (`onCall`),
 * checks the arguments against the documented signatures, takes the façades off the arguments, calls the
 * implementation and puts façades on the result. Calls between implementations are direct and never counted.
 *
 * An implementation is a plain class with `static api = 'Spreadsheet.Range'` (the key in the reference) and
 * methods named as there. A documented method that it lacks throws NotImplementedError with its own name.
 */
type Implementation = object;

/**
 * An implementation that takes part of its input as properties that scripts set on the façade (`template.rows = rows`):
 * it is given them, as the script set them, before each of its methods runs.
 */
export interface ReadsScriptProperties {
  scriptProperties: Readonly<Record<string, unknown>>;
}

type Facade = object;
const implementationOf = new WeakMap<Facade, Implementation>();

/** Before every call by a script. `service` is the class name ("Range"), args as the script passed them. */
export type CallObserver = (service: string, method: string, args: readonly unknown[]) => void;

export class Membrane {
  readonly #facades = new WeakMap<object, Facade>();
  readonly #prototypes = new Map<string, object>();
  readonly #observe: CallObserver;

  constructor(observe: CallObserver) {
    this.#observe = observe;
  }

  /** The façade of an implementation; any other value is returned as it is; arrays are wrapped element by element. */
  wrap(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || isEnumValue(value)) return value;
    if (Array.isArray(value)) return this.#needsWrap(value) ? value.map((v) => this.wrap(v)) : value;
    const api = (value.constructor as { api?: string } | undefined)?.api;
    if (!api) return value;
    let facade = this.#facades.get(value);
    if (!facade) {
      facade = Object.create(this.#prototype(api)) as Facade;
      implementationOf.set(facade, value);
      this.#facades.set(value, facade);
    }
    return facade;
  }

  /** A façade for a documented service that has no implementation at all: every method throws, naming itself. */
  absent(key: string): Facade {
    const facade = Object.create(this.#prototype(key)) as Facade;
    implementationOf.set(facade, {});
    return facade;
  }

  #needsWrap(values: readonly unknown[]): boolean {
    return values.some((v) => v !== null && typeof v === 'object');
  }

  #prototype(key: string): object {
    const known = this.#prototypes.get(key);
    if (known) return known;
    const className = key.slice(key.indexOf('.') + 1);
    const prototype: Record<string, unknown> = {};
    this.#prototypes.set(key, prototype);
    const define = (name: string, value: unknown) =>
      Object.defineProperty(prototype, name, { value, enumerable: true, writable: true, configurable: true });
    for (const [name, overloads] of Object.entries(methodsOf(key))) {
      if (name === 'toString') continue;
      define(name, this.#method(key, className, name, overloads));
    }
    for (const [name, target] of Object.entries(reference.classes[key]?.fields ?? {})) {
      if (reference.enums[target]) define(name, enumeration(target));
    }
    Object.defineProperty(prototype, 'toString', {
      value(this: Facade) {
        const own = implementationOf.get(this);
        const overridden = own && own.toString !== Object.prototype.toString;
        return overridden ? String(own) : className;
      },
      enumerable: false,
      writable: true,
    });
    return prototype;
  }

  #method(key: string, className: string, name: string, overloads: readonly (readonly string[])[]) {
    const membrane = this;
    return function call(this: Facade, ...args: unknown[]): unknown {
      membrane.#observe(className, name, args);
      const own = implementationOf.get(this) as Record<string, unknown> | undefined;
      if (!own)
        throw new TypeError(`${qualifiedName(key, name)} was called on something that is not a ${className}`);
      const implementation = own[name];
      if (typeof implementation !== 'function') throw new NotImplementedError(qualifiedName(key, name));
      const loose = (own.constructor as { loose?: readonly string[] }).loose?.includes(name);
      let plain = args.map(unwrap);
      if ('scriptProperties' in own) own.scriptProperties = { ...this };
      if (!loose) plain = checkArguments(qualifiedName(key, name), overloads, plain);
      let result: unknown;
      try {
        result = implementation.apply(own, plain);
      } catch (problem) {
        throw refusedNull(problem, plain, (at) => parameterName(key, name, plain.length, at));
      }
      return membrane.wrap(result);
    };
  }
}

/** The implementation behind a façade, also inside arrays; any other value is returned as it is. */
export function unwrap(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const own = implementationOf.get(value);
  if (own) return own;
  if (!Array.isArray(value)) return value;
  return value.some((v) => v !== null && typeof v === 'object' && !isDate(v)) ? value.map(unwrap) : value;
}

function isDate(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}
