/** What a key file tells: code → name. */
export interface KeyNames {
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const CODE = /^[A-ZА-ЯЁ]{1,3}-\d{1,5}$/;

/**
 * The key file of the mode of codes, read inside the browser: nothing of it is sent anywhere. The same file as
 * domain/privacy/key-file.ts prints; a page may not carry the domain's code.
 */
export function readKeyText(text: string): KeyNames {
  const names = new Map<string, string>();
  const [header, ...records] = fieldsOf(text.replace(/^\ufeff/, ''));
  const title = (wanted: string) => (header ?? []).findIndex((f) => f.trim().toLowerCase() === wanted);
  const [codeAt, nameAt] = [title('код'), title('фио')];
  if (codeAt < 0 || nameAt < 0)
    return { names, problems: ['Это не файл ключа: в первой строке нужны заголовки «Код» и «ФИО».'] };
  const problems: string[] = [];
  for (const fields of records) {
    const code = (fields[codeAt] ?? '').trim();
    const name = (fields[nameAt] ?? '').replace(/^'/, '');
    if (code === '' && name.trim() === '') continue;
    if (!CODE.test(code) || name.trim() === '') problems.push(`Не прочитана строка с кодом «${code}».`);
    else if (names.has(code) && names.get(code) !== name) problems.push(`Код ${code} дан двум людям.`);
    else names.set(code, name);
  }
  return { names, problems };
}

/** A field: quoted with doubled quotes inside, or up to the separator; then what ends it. */
function fieldsOf(text: string): string[][] {
  const first = text.split(/[\r\n]/, 1)[0];
  const separator = [';', '\t', ','].find((s) => first.includes(s)) ?? ';';
  const pattern = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'g',
  );
  const records: string[][] = [[]];
  for (const [whole, quoted, plain, end] of text.matchAll(pattern)) {
    records[records.length - 1].push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '' || whole === '') break;
    if (end !== separator) records.push([]);
  }
  return records.filter((fields) => fields.some((f) => f !== ''));
}
