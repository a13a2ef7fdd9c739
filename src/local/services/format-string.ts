import { fail } from '../host/errors';

/**
 * The `%` formats of Utilities.formatString and Logger.log: `%s %d %i %f %e %g %x %X %o %c %b %%`, with the flags
 * `- + 0 , ( # space`, a width, a precision and positions (`%2$s`).
 */
export function formatString(
  template: string,
  values: readonly unknown[],
  text: (v: unknown) => string = String,
): string {
  let next = 0;
  return template.replace(
    /%(?:(\d+)\$)?([-+ 0,(#]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g,
    (
      spec,
      position: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return align('%', flags, width);
      if (!/[sdifeEgGxXocbB]/.test(kind)) fail(`Unknown format conversion '${kind}'`);
      const index = position === undefined ? next++ : Number(position) - 1;
      if (index >= values.length) fail(`Format specifier '${spec}'`);
      const value = values[index];
      const digits = precision === undefined ? undefined : Number(precision);
      return align(print(kind, value, flags, digits, text), flags, width, 'sbBc'.includes(kind));
    },
  );
}

function print(
  kind: string,
  value: unknown,
  flags: string,
  precision: number | undefined,
  text: (v: unknown) => string,
): string {
  if (kind === 's') {
    const all = text(value);
    return precision === undefined ? all : all.slice(0, precision);
  }
  if (kind === 'b' || kind === 'B')
    return kind === 'B' ? String(Boolean(value)).toUpperCase() : String(Boolean(value));
  if (kind === 'c')
    return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
  const number = Number(value);
  if (Number.isNaN(number) && typeof value !== 'number') fail(`Cannot convert ${String(value)} to a number`);
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'NaN' : signed(number < 0, 'Infinity', flags);
  if ('xXo'.includes(kind)) {
    const whole = BigInt(Math.trunc(number));
    const raw = (whole < 0n ? BigInt.asUintN(32, whole) : whole).toString(kind === 'o' ? 8 : 16);
    const prefix = flags.includes('#') ? (kind === 'o' ? '0' : '0x') : '';
    return kind === 'X' ? (prefix + raw).toUpperCase() : prefix + raw;
  }
  return signed(
    number < 0 || Object.is(number, -0),
    grouped(magnitude(kind, Math.abs(number), precision), flags),
    flags,
  );
}

function magnitude(kind: string, size: number, precision: number | undefined): string {
  switch (kind) {
    case 'd':
    case 'i':
      return BigInt(Math.trunc(size)).toString();
    case 'f':
      return size < 1e21 ? size.toFixed(precision ?? 6) : BigInt(size).toString();
    case 'e':
    case 'E': {
      const short = size.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
      return kind === 'E' ? short.toUpperCase() : short;
    }
    default: {
      const digits = precision === 0 ? 1 : (precision ?? 6);
      return size !== 0 && (size < 1e-4 || size >= 10 ** digits)
        ? magnitude(kind === 'G' ? 'E' : 'e', size, digits - 1)
        : size.toPrecision(digits);
    }
  }
}

function grouped(text: string, flags: string): string {
  if (!flags.includes(',')) return text;
  const [whole, ...fraction] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

function signed(negative: boolean, text: string, flags: string): string {
  if (negative && !/^[0.,]*$/.test(text)) return flags.includes('(') ? `(${text})` : `-${text}`;
  if (flags.includes('+')) return `+${text}`;
  return flags.includes(' ') ? ` ${text}` : text;
}

function align(text: string, flags: string, width: string | undefined, words = true): string {
  if (width === undefined) return text;
  const size = Number(width);
  if (flags.includes('-')) return text.padEnd(size);
  if (!flags.includes('0') || words) return text.padStart(size);
  const [, sign, digits] = /^([-+ (]?|0x)(.*)$/s.exec(text) as RegExpExecArray;
  return sign + digits.padStart(size - sign.length, '0');
}
