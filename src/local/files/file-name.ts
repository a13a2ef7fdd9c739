/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** With Cyrillic letters of two bytes this stays under the 255 bytes of Linux file systems. */
const LONGEST = 110;

/**
 * A title → a file name that Windows, macOS and Linux take. Cyrillic letters stay.
 * @example safeFileName('Отчёт: 1/2 "итог".docx') // 'Отчёт_ 1_2 _итог_.docx'
 */
export function safeFileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_')
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^\s+|[\s.]+$/g, '');
  const named = clean === '' ? 'файл' : RESERVED.test(clean) || clean.startsWith('.') ? `_${clean}` : clean;
  const letters = [...named];
  if (letters.length <= LONGEST) return named;
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(named)?.[0] ?? '';
  return (
    letters
      .slice(0, LONGEST - extension.length)
      .join('')
      .replace(/[\s.]+$/, '') + extension
  );
}

/** A safe name that is not taken yet; Windows does not tell letter cases apart. The name is added to `taken`. */
export function freeFileName(title: string, taken: Set<string>): string {
  const name = safeFileName(title);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem} (${n})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
