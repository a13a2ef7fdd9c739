import { enumKey, isEnumValue } from './enums';
import { fail, ServiceException } from './errors';
import { methodsOf, reference, typeText } from './reference';

/**
 * Throws the live service's text when no documented overload takes these arguments, else returns them as the service
 * reads them: numbers and booleans become text where text is expected, numeric text a number where nothing else fits.
 * Lenient where the live service is: null passes for text, arrays and objects. Strict where it is strict: wrong count,
 * text or null for a boolean, null for a number, a wrong class. An undefined argument counts and is a null.
 */
export function checkArguments(
  name: string,
  overloads: readonly (readonly string[])[],
  args: readonly unknown[],
): unknown[] {
  const parameters = overloads.find((types) => accepts(types, args));
  if (parameters) {
    const wrong = args.find((value) => typeof value === 'number' && !Number.isFinite(value));
    if (wrong !== undefined && takesIntegers(parameters, name)) fail(`Cannot convert '${wrong}' to int.`);
    return args.map((value, i) => asText(typeAt(parameters, i), value));
  }
  const sameCount = overloads.filter((types) => types.length === args.length);
  const listed = args.find(
    (v, i) => sameCount.length === 1 && sameCount[0][i] === 'number' && isPlainObject(v),
  );
  if (listed !== undefined) fail(`Cannot convert '${String(listed)}' to int.`);
  const [only] = overloads;
  if (overloads.length === 1 && only.length === args.length) {
    const read = args.map((value, i) => asNumber(only[i], value));
    if (accepts(only, read)) return read;
    const wrong = args.findIndex((v, i) => only[i] === 'number' && typeof v === 'string' && read[i] === v);
    if (wrong >= 0) fail(`Cannot convert '${String(args[wrong])}' to int.`);
  }
  fail(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${name}.`);
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isEnumValue(value)) return false;
  return (value.constructor as { api?: string } | undefined)?.api === undefined;
}

function asText(type: string, value: unknown): unknown {
  const plain = typeof value === 'number' || typeof value === 'boolean';
  return plain && /^(string|string\|null|null\|string)$/.test(type) ? String(value) : value;
}

function asNumber(type: string | undefined, value: unknown): unknown {
  if (type !== 'number' || typeof value !== 'string' || value.trim() === '') return value;
  return Number.isFinite(Number(value)) ? Number(value) : value;
}

/** The reference does not tell int from double; what is named after numbers takes any. */
function takesIntegers(parameters: readonly string[], name: string): boolean {
  return name.startsWith('SpreadsheetApp.') && !/number/i.test(name) && parameters.includes('number');
}

/**
 * What a script sees when an implementation stumbles over a null: the live service refuses null by the name of the
 * parameter. Any other error is returned as it is.
 * @param nameAt gives the name of the parameter at a position
 */
export function refusedNull(
  problem: unknown,
  args: readonly unknown[],
  nameAt: (position: number) => string,
): unknown {
  if (!(problem instanceof TypeError)) return problem;
  const position = args.findIndex((value) => value === null || value === undefined);
  if (position < 0) return problem;
  return new ServiceException(`Argument cannot be null: ${nameAt(position)}`, { cause: problem });
}

function accepts(parameters: readonly string[], args: readonly unknown[]): boolean {
  const rest = parameters.at(-1)?.startsWith('...') ?? false;
  const required = parameters.filter((p) => !p.endsWith('?') && !p.startsWith('...')).length;
  if (args.length < required || (!rest && args.length > parameters.length)) return false;
  return args.every(
    (value, i) => (value === undefined && parameters[i]?.endsWith('?')) || fits(typeAt(parameters, i), value),
  );
}

/** The type of an argument, without the marks; `...any[]` means that each further argument is of type any. */
function typeAt(parameters: readonly string[], position: number): string {
  const type = parameters[position] ?? parameters.at(-1) ?? 'any';
  return type.startsWith('...') ? type.replace(/^\.\.\.|\[\]$/g, '') : type.replace(/\?$/, '');
}

function fits(type: string, value: unknown): boolean {
  if (type.includes('|')) return type.split('|').some((t) => fits(t, value));
  switch (type) {
    case 'any':
      return true;
    case 'null':
      return value === null || value === undefined;
    case 'string':
      return value === null || value === undefined || typeof value !== 'object' || isDate(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'Date':
      return value === null || value === undefined || isDate(value);
  }
  if (type.endsWith('[]')) return value === null || value === undefined || listFits(type.slice(0, -2), value);
  if (value === null || value === undefined) return true;
  if (reference.enums[type]) return isEnumValue(value) ? enumKey(type, value) !== null : false;
  if (!reference.classes[type]) return true;
  if (typeof value !== 'object' || isEnumValue(value)) return false;
  const api = (value.constructor as { api?: string }).api;
  // Of a class without methods plain objects are the instances (named parameters of an advanced call).
  if (api === undefined) return !Array.isArray(value) && Object.keys(methodsOf(type)).length === 0;
  return isA(api, type);
}

/** Objects and arrays in a list are checked; plain values pass for each other, as null passes for anything. */
function listFits(type: string, list: unknown): boolean {
  if (!Array.isArray(list)) return false;
  if (type === 'any') return true;
  const checked = type.endsWith('[]') || Boolean(reference.classes[type]);
  return list.every((value) => (checked || Array.isArray(value) ? fits(type, value) : true));
}

function isA(api: string, type: string): boolean {
  if (api === type) return true;
  const short = (key: string) => key.slice(key.indexOf('.') + 1);
  if (short(type) === 'Element' || short(type) === 'BlobSource') return true;
  return reference.classes[api]?.extends.some((parent) => isA(parent, type)) ?? false;
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** As the live texts print the types of arguments: `(String,number,SpreadsheetApp.Range,null)`. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : '[]';
  if (isEnumValue(value)) {
    const key = Object.keys(reference.enums).find((name) => enumKey(name, value) !== null);
    return key ? typeText(key) : '(class)';
  }
  if (isDate(value)) return 'Date';
  const api = (value.constructor as { api?: string } | undefined)?.api;
  return api ? typeText(api) : '(class)';
}
