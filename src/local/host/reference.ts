import extracted from '../../../build/reference.json';
import { withLeftOut } from './reference-left-out';

/** The official reference as data; made by build.mjs from @types/google-apps-script (see reference-extract.mjs). */
export interface ClassReference {
  readonly methods: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Names of the parameters, overload by overload as in `methods`; absent for what the types leave out. */
  readonly names?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Enum or service fields, e.g. `BorderStyle` → `Spreadsheet.BorderStyle`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly extends: readonly string[];
}

export interface Reference {
  readonly classes: Readonly<Record<string, ClassReference>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Global variable → class key, e.g. `SpreadsheetApp` → `Spreadsheet.SpreadsheetApp`. */
  readonly globals: Readonly<Record<string, string>>;
}

export const reference: Reference = withLeftOut(extracted as unknown as Reference);

/** All methods of a class, inherited ones included. */
export function methodsOf(key: string): Record<string, readonly (readonly string[])[]> {
  const entry = reference.classes[key];
  if (!entry) return {};
  const inherited = entry.extends.map(methodsOf);
  return Object.assign({}, ...inherited, entry.methods);
}

/** The name of a parameter as the live texts give it; '' when nothing tells it. */
export function parameterName(key: string, method: string, count: number, position: number): string {
  const entry = reference.classes[key];
  if (!entry) return '';
  const overloads = entry.names?.[method];
  if (!overloads)
    return entry.extends.map((parent) => parameterName(parent, method, count, position)).find(Boolean) ?? '';
  return (overloads.find((names) => names.length === count) ?? overloads.at(-1))?.[position] ?? '';
}

const GLOBAL_OF_NAMESPACE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(reference.globals)
    .filter(([name]) => /(App|Service|^Charts|^Utilities|^Session|^Logger)$/.test(name) || name === 'Charts')
    .map(([name, key]) => [key.split('.')[0], name]),
);

/** How error texts of the live service name a class or an enum: `SpreadsheetApp.Range`, `Charts.ChartType`. */
export function typeText(key: string): string {
  const [namespace, name] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
  return `${GLOBAL_OF_NAMESPACE[namespace] ?? namespace}.${name}`;
}

/** How error texts of the live service name a method: `SpreadsheetApp.Range.setNotes`, `Utilities.sleep`. */
export function qualifiedName(key: string, method: string): string {
  const name = key.slice(key.indexOf('.') + 1);
  return reference.globals[name] === key ? `${name}.${method}` : `${typeText(key)}.${method}`;
}
