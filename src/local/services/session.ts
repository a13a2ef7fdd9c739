import { createHash } from 'node:crypto';
import type { HostContext } from '../host/context';
import { UserImpl } from './user';

const EMAIL_SCOPES = ['https://www.googleapis.com/auth/userinfo.email', 'email'];
const KEY_LIFETIME = 30 * 86_400_000;

export class SessionService {
  static readonly api = 'Base.Session';

  constructor(
    readonly context: HostContext,
    /** OAuth scopes of the manifest; absent = all. */
    readonly scopes?: readonly string[],
  ) {}

  /** The address is '' in simple triggers and custom functions, and without the scope for it. */
  getActiveUser(): UserImpl {
    return new UserImpl(this.#knows() ? this.context.user : '');
  }

  /** The person under whose authority the script runs: the owner in an installable trigger. */
  getEffectiveUser(): UserImpl {
    return new UserImpl(this.#knows() ? (this.context.effectiveUser ?? this.context.user) : '');
  }

  getUser(): UserImpl {
    return this.getActiveUser();
  }

  getActiveUserLocale(): string {
    return this.context.userLocale;
  }

  getScriptTimeZone(): string {
    return this.context.timeZone;
  }

  getTimeZone(): string {
    return this.context.timeZone;
  }

  /** Does not tell who the person is, and changes every 30 days. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.context.clock.now() / KEY_LIFETIME);
    return createHash('sha256').update(`${this.context.user} ${period}`).digest('base64').slice(0, 32);
  }

  #knows(): boolean {
    if (this.context.authMode !== 'FULL') return false;
    return this.scopes === undefined || EMAIL_SCOPES.some((scope) => this.scopes?.includes(scope));
  }
}
