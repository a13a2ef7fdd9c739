import type { Project } from './host';

/** Refused by google.script.run itself, before or after the function: the page's failure handler gets it. */
export class PageCallError extends Error {
  override readonly name = 'ScriptError';
}

/**
 * Calls a public function as `google.script.run` of a page does: arguments and result cross as JSON-like values.
 * Names ending in "_" are private. A Date, a function or an object of a service is refused on both ways; undefined in
 * an array becomes null, an undefined property is left out.
 * @throws what the function threw, or PageCallError
 */
export function callFromPage(project: Project, name: string, args: readonly unknown[]): unknown {
  if (name.endsWith('_') || !Object.hasOwn(project.functions, name))
    throw new PageCallError(`Script function not found: ${name}`);
  const sent = args.map((value, i) =>
    value === undefined
      ? null
      : cross(value, (where) => new PageCallError(`Failed due to illegal value in property: ${i}${where}`)),
  );
  const result = project.run(name, sent, 'FULL');
  if (result === undefined) return null;
  return cross(
    result,
    (where) => new PageCallError(`${name} returned a value that cannot cross to a page, at result${where}`),
  );
}

function cross(
  value: unknown,
  refuse: (where: string) => Error,
  where = '',
  above: readonly object[] = [],
): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || above.includes(value)) throw refuse(where);
  const inside = [...above, value];
  if (Array.isArray(value))
    return Array.from(value as unknown[], (v, i) =>
      v === undefined ? null : cross(v, refuse, `${where}[${i}]`, inside),
    );
  if (!isPlain(value)) throw refuse(where);
  const copy: Record<string, unknown> = {};
  for (const [key, v] of Object.entries(value))
    if (v !== undefined) copy[key] = cross(v, refuse, `${where}.${key}`, inside);
  return copy;
}

/** Plain in any realm: made by {} or Object.create(null), not a Date, a Map or a service's object. */
function isPlain(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty'))
  );
}
