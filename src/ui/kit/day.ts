/** The forms in which people type days most often; the server reads the others too. */
const TYPED = /^(\d{1,2})[. /-]+(\d{1,2})[. /-]+(\d{4}|\d{2})\s*(?:г\.?)?$|^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** '1.3.25', '01032025' and '2025-03-01' → '2025-03-01'; '' for a text that is no such day. */
export function isoDay(text: string): string {
  const iso = ISO.exec(text.trim());
  const typed = TYPED.exec(text.trim());
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : typed
      ? [fullYear(typed[3] ?? typed[6]), typed[2] ?? typed[5], typed[1] ?? typed[4]]
      : ['', '', ''];
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const known = year !== '' && made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
  return known ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

/** A day as the registries show it, '01.03.2025'; a text that is no day stays as it is. */
export function shownDay(text: string): string {
  return isoDay(text).split('-').reverse().join('.') || text;
}

/** As the server reads it: 00–69 is 20xx. */
function fullYear(digits: string): string {
  return digits.length === 4 ? digits : `${Number(digits) < 70 ? 20 : 19}${digits}`;
}
