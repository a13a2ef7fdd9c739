/**
 * A file that cannot be read or written. The message is one line in Russian for the person at the keyboard:
 * what the file is, what was expected, what to do.
 */
export class BookFileError extends Error {
  override readonly name = 'BookFileError';
}
