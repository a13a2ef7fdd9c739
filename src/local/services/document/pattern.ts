import { fail } from '../../host/errors';

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: '0-9A-Za-z',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\t\\n\\v\\f\\r ',
  blank: '\\t ',
  word: '0-9A-Za-z_',
  punct: '!-\\/:-@\\[-`\\{-~',
  xdigit: '0-9A-Fa-f',
  cntrl: '\\x00-\\x1f\\x7f',
  print: ' -~',
  graph: '!-~',
};
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;
const CATEGORY = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos]?)$/;

/**
 * The service's patterns are RE2 text. Turned into a RegExp with the flags g and u; what RE2 refuses (look-around,
 * back references) is refused with the live text.
 */
export function toRegExp(pattern: string): RegExp {
  try {
    const flags = /^\(\?([ims]+)\)/.exec(pattern);
    const body = translate(flags ? pattern.slice(flags[0].length) : pattern);
    return new RegExp(body, `gu${flags ? [...new Set(flags[1])].join('') : ''}`);
  } catch {
    return fail(`Invalid regular expression pattern ${pattern}`);
  }
}

function translate(pattern: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') {
      const next = pattern[++i];
      if (next === undefined) throw new SyntaxError('trailing backslash');
      if (next === 'Q') {
        const end = pattern.indexOf('\\E', i);
        const literal = pattern.slice(i + 1, end < 0 ? undefined : end);
        out += [...literal].map((ch) => (SYNTAX.test(ch) ? `\\${ch}` : ch)).join('');
        i = end < 0 ? pattern.length : end + 1;
      } else if (/[1-9]/.test(next)) throw new SyntaxError('back reference');
      else if (next === 'A') out += '^';
      else if (next === 'z') out += '$';
      // RE2 counts only ASCII as white space; JavaScript also the no-break space.
      else if (next === 's') out += inClass ? '\\t\\n\\f\\r ' : '[\\t\\n\\f\\r ]';
      else if (next === 'S' && !inClass) out += '[^\\t\\n\\f\\r ]';
      else if (next === 'p' || next === 'P') {
        const name = /^\{\^?([A-Za-z_]+)\}|^([A-Za-z])/.exec(pattern.slice(i + 1));
        if (!name) throw new SyntaxError('unicode class');
        const key = name[1] ?? name[2];
        out += `\\${next}{${CATEGORY.test(key) ? key : `Script=${key}`}}`;
        i += name[0].length;
      } else if (/[A-Za-z0-9]/.test(next)) out += `\\${next}`;
      else out += SYNTAX.test(next) || (inClass && next === '-') ? `\\${next}` : next;
    } else if (inClass) {
      const posix = /^\[:(\^?)([a-z]+):\]/.exec(pattern.slice(i));
      if (posix && POSIX[posix[2]] && !posix[1]) {
        out += POSIX[posix[2]];
        i += posix[0].length - 1;
      } else {
        if (c === ']') inClass = false;
        out += c === '[' ? '\\[' : c;
      }
    } else if (c === '[') {
      inClass = true;
      const start = /^\[\^?\]?/.exec(pattern.slice(i))?.[0] ?? '[';
      out += start.replace(']', '\\]');
      i += start.length - 1;
    } else if (c === '(' && pattern[i + 1] === '?') {
      if (/^\(\?(<?[=!])/.test(pattern.slice(i))) throw new SyntaxError('look-around');
      const named = /^\(\?P</.test(pattern.slice(i));
      out += named ? '(?<' : '(?';
      i += named ? 3 : 1;
    } else if (c === '{' && !/^\{\d+(,\d*)?\}/.test(pattern.slice(i))) out += '\\{';
    else if (c === '}' && !/(?<!\\)\{\d+(,\d*)?$/.test(pattern.slice(0, i))) out += '\\}';
    else out += c === ']' ? '\\]' : c;
  }
  return out;
}
