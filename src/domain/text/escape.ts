/** What makes a cell more than a text: a formula's first character (full-width too), a tab or a line break before it, an apostrophe. */
const RISKY = /^(?:['\t\r\n]|[\s\u200b\ufeff]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20])/;

/**
 * A value that is safe to write into a cell: a text that would be taken for a formula gets an apostrophe in front, which
 * the spreadsheet takes off again (so a text that begins with one gets a second). Other values pass as they are.
 * It is for the moment of writing: applied twice, it would show an apostrophe.
 */
export function asPlainText<T>(value: T): T | string {
  return typeof value === 'string' && RISKY.test(value) ? `'${value}` : value;
}

/**
 * The text that a cell stands for: a cell formatted as plain text may keep the apostrophe of `asPlainText` as a character
 * of its own (docs/live-checks.md, 11), and it must read back as it was written.
 */
export function withoutApostrophe(text: string): string {
  return text.charCodeAt(0) === 39 && RISKY.test(text.slice(1)) ? text.slice(1) : text;
}
