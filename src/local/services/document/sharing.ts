import { fail } from '../../host/errors';

/** The address of a person given as text or as a User. @throws `Invalid email: X` */
export function emailOf(who: unknown): string {
  const email = String(who).trim();
  return /^[^@\s]+@[^@\s]+$/.test(email) ? email : fail(`Invalid email: ${email}`);
}
