import { reference } from './reference';

/** A constant of an Apps Script enum: an object with identity, not a string. */
export interface EnumValue {
  toString(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
  toJSON(): string;
}

class Constant implements EnumValue {
  readonly #key: string;
  readonly #position: number;
  constructor(key: string, position: number) {
    this.#key = key;
    this.#position = position;
    // All hosts of a process share the constants: nobody may leave a mark on them.
    Object.freeze(this);
  }
  toString(): string {
    return this.#key;
  }
  name(): string {
    return this.#key;
  }
  ordinal(): number {
    return this.#position;
  }
  compareTo(other: EnumValue): number {
    return this.#position - other.ordinal();
  }
  toJSON(): string {
    return this.#key;
  }
}

const made = new Map<string, Readonly<Record<string, EnumValue>>>();

/**
 * The enum with its constants as enumerable keys. As live, the enum itself answers the methods of its first constant.
 * @param key as in the reference, e.g. `Spreadsheet.BorderStyle`
 */
export function enumeration(key: string): Readonly<Record<string, EnumValue>> {
  const known = made.get(key);
  if (known) return known;
  const keys = reference.enums[key];
  if (!keys) throw new Error(`No enum ${key} in the reference`);
  const constants = Object.fromEntries(keys.map((k, i) => [k, new Constant(k, i)]));
  const entry = Object.freeze(Object.defineProperties(constants, methodsOf(constants[keys[0]])));
  made.set(key, entry);
  return entry;
}

function methodsOf(first: EnumValue): PropertyDescriptorMap {
  const value = (method: () => unknown) => ({ value: method, enumerable: false });
  return {
    name: value(() => first.name()),
    toString: value(() => first.toString()),
    ordinal: value(() => first.ordinal()),
    compareTo: { value: (other: EnumValue) => first.compareTo(other), enumerable: false },
  };
}

export function isEnumValue(value: unknown): value is EnumValue {
  return value instanceof Constant;
}

/** The constant's key when it belongs to the enum, otherwise null. */
export function enumKey(key: string, value: unknown): string | null {
  if (!isEnumValue(value)) return null;
  const name = value.name();
  return enumeration(key)[name] === value ? name : null;
}
