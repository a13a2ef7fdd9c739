import { isCode } from '../text/person-name';
import { cleanText } from '../text/spaces';

/** A row of the key: who stands behind a code. It lives on the user's computer only. */
export interface KeyRow {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly record: string;
}

export interface ReadKey {
  readonly rows: readonly KeyRow[];
  /** In words, with the number of the line. */
  readonly problems: readonly string[];
}

const HEADER = ['Код', 'ФИО', 'ОО', 'Роль', 'ID записи'] as const;

/** Excel in Russian opens it by a double click: UTF-8 with a byte order mark, semicolons, CR LF. */
export function printKey(rows: readonly KeyRow[]): string {
  const lines = rows.map((r) => [r.code, r.name, r.organisation, r.role, r.record]);
  return `\ufeff${[[...HEADER], ...lines].map((line) => `${line.map(printField).join(';')}\r\n`).join('')}`;
}

/** A text that Excel would take for a formula gets an apostrophe in front, and so does one that begins with an apostrophe. */
function printField(text: string): string {
  const safe = /^[\s\u200b]*[=+\-@\t\r']|^[\uff1d\uff0b\uff0d\uff20\u2212]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * The key as people may have saved it again: with or without the mark, other line ends, commas or tabs, columns in
 * another order. Doubled codes and lines without a code or a name are told and left out.
 */
export function parseKey(text: string): ReadKey {
  const records = splitCsv(text.replace(/^\ufeff/, ''));
  const header = (records[0]?.fields ?? []).map((f) => cleanText(f).toLowerCase());
  const at = HEADER.map((title) => header.indexOf(title.toLowerCase()));
  if (at[0] < 0 || at[1] < 0)
    return {
      rows: [],
      problems: [
        'Строка 1: нужны заголовки «Код» и «ФИО». Выберите файл ключа, который сохранила программа.',
      ],
    };
  const rows: KeyRow[] = [];
  const problems: string[] = [];
  const names = new Map<string, string>();
  for (const { fields, line } of records.slice(1)) {
    if (fields.every((f) => f.trim() === '')) continue;
    const [code, name, organisation, role, record] = at.map((i) =>
      i < 0 ? '' : (fields[i] ?? '').replace(/^'/, ''),
    );
    const known = names.get(code.trim());
    if (!isCode(code)) problems.push(`Строка ${line}: «${code}» не похоже на код вида П-017.`);
    else if (name.trim() === '') problems.push(`Строка ${line}: у кода ${code.trim()} нет ФИО.`);
    else if (known !== undefined && known !== name)
      problems.push(`Строка ${line}: код ${code.trim()} уже дан другому человеку.`);
    else {
      names.set(code.trim(), name);
      rows.push({ code: code.trim(), name, organisation, role, record });
    }
  }
  return { rows, problems };
}

function splitCsv(text: string): { fields: string[]; line: number }[] {
  const first = text.split(/[\r\n]/, 1)[0];
  const separator = [';', '\t', ','].find((s) => first.includes(s)) ?? ';';
  const records: { fields: string[]; line: number }[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let [line, begun] = [1, 1];
  const close = () => {
    fields.push(field);
    field = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n' || (c === '\r' && text[i + 1] !== '\n')) line++;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === separator) close();
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') continue;
      close();
      records.push({ fields, line: begun });
      fields = [];
      begun = line;
    } else field += c;
  }
  close();
  if (fields.length > 1 || fields[0] !== '') records.push({ fields, line: begun });
  return records;
}

/** A short print of the key: the switch goes on only with the very key that was saved. Not a secret. */
export function keyPrint(rows: readonly KeyRow[]): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  const text = JSON.stringify(rows.map((r) => [r.code, r.name, r.record]));
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
    b ^= b >>> 15;
  }
  return [a, b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}
