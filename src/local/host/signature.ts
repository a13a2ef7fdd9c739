import { enumKey, isEnumValue } from './enums';
import { fail } from './errors';
import { reference } from './reference';

/**
 * Throws the live service's text when no documented overload takes these arguments.
 * Lenient where the live service is: numbers, booleans and null pass where text is expected, null passes for an
 * object. Strict where it is strict: wrong count, text or null for a boolean, text for a number, a wrong class.
 */
export function checkArguments(
  name: string,
  overloads: readonly (readonly string[])[],
  args: readonly unknown[],
): void {
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  const given = args.slice(0, count);
  if (overloads.some((parameters) => accepts(parameters, given))) return;
  if (overloads.length === 1 && overloads[0].length === given.length) {
    const wrong = given.findIndex((v, i) => !fits(overloads[0][i], v));
    if (overloads[0][wrong] === 'number' && typeof given[wrong] === 'string')
      fail(`Cannot convert ${String(given[wrong])} to int.`);
  }
  fail(`The parameters (${given.map(typeName).join(',')}) don't match the method signature for ${name}.`);
}

function accepts(parameters: readonly string[], args: readonly unknown[]): boolean {
  const rest = parameters.at(-1)?.startsWith('...') ?? false;
  const required = parameters.filter((p) => !p.endsWith('?') && !p.startsWith('...')).length;
  if (args.length < required || (!rest && args.length > parameters.length)) return false;
  return args.every((value, i) => {
    const type = parameters[i] ?? parameters.at(-1) ?? 'any';
    // `...any[]` means that each further argument is of type any.
    return fits(type.startsWith('...') ? type.replace(/^\.\.\.|\[\]$/g, '') : type.replace(/\?$/, ''), value);
  });
}

function fits(type: string, value: unknown): boolean {
  if (type.includes('|')) return type.split('|').some((t) => fits(t, value));
  switch (type) {
    case 'any':
      return true;
    case 'null':
      return value === null;
    case 'string':
      return value === null || value === undefined || typeof value !== 'object' || isDate(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'Date':
      return value === null || isDate(value);
  }
  if (type.endsWith('[]')) return value === null || Array.isArray(value);
  if (value === null || value === undefined) return true;
  if (reference.enums[type]) return isEnumValue(value) ? enumKey(type, value) !== null : false;
  if (!reference.classes[type]) return true;
  if (typeof value !== 'object' || isEnumValue(value)) return false;
  const api = (value.constructor as { api?: string }).api;
  return api === undefined ? !Array.isArray(value) : isA(api, type);
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
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value))
    return value.every((v) => typeof v === 'number') && value.length > 0 ? 'number[]' : 'Array';
  if (isEnumValue(value)) return 'Enum';
  if (isDate(value)) return 'Date';
  const api = (value.constructor as { api?: string } | undefined)?.api;
  if (!api) return '(class)';
  const [namespace, name] = [api.slice(0, api.indexOf('.')), api.slice(api.indexOf('.') + 1)];
  return `${namespace}App.${name}`;
}
