import type { HostContext } from '../host/context';
import { type EnumValue, enumeration } from '../host/enums';
import { fail } from '../host/errors';
import { TriggerBuilderImpl, TriggerImpl } from './trigger-builders';
import type { TriggerRecord, TriggerStore } from './trigger-store';

export { TriggerStore } from './trigger-store';

export class ScriptAppService {
  static readonly api = 'Script.ScriptApp';
  /** The documented types leave out the list of scopes that getAuthorizationInfo takes. */
  static readonly loose = ['getAuthorizationInfo'];
  readonly #triggers = new WeakMap<TriggerRecord, TriggerImpl>();
  readonly #service = new ServiceImpl();

  constructor(
    readonly context: HostContext,
    readonly store: TriggerStore,
    /** OAuth scopes of the manifest; absent = all. */
    readonly scopes?: readonly string[],
  ) {}

  newTrigger(handler: string): TriggerBuilderImpl {
    return new TriggerBuilderImpl(this.store, String(handler), this.context.timeZone);
  }

  /** The triggers of the acting person only. */
  getProjectTriggers(): TriggerImpl[] {
    return this.store.own().map((record) => this.#trigger(record));
  }

  getScriptTriggers(): TriggerImpl[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(document: { getId(): string }): TriggerImpl[] {
    const id = document.getId();
    return this.getProjectTriggers().filter((trigger) => trigger.getTriggerSourceId() === id);
  }

  deleteTrigger(trigger: TriggerImpl): void {
    this.store.remove(trigger.getUniqueId());
  }

  getAuthorizationInfo(_mode: EnumValue, scopes?: readonly string[]): AuthorizationInfoImpl {
    return new AuthorizationInfoImpl(this.#missing(scopes).length > 0);
  }

  requireScopes(_mode: EnumValue, scopes: readonly string[]): void {
    if (this.#missing(scopes).length > 0)
      fail('Authorization is required to perform that action. Please run the script again to authorize it.');
  }

  requireAllScopes(mode: EnumValue): void {
    this.requireScopes(mode, this.scopes ?? []);
  }

  invalidateAuth(): void {
    this.context.revokedScopes = new Set(this.scopes ?? []);
  }

  getScriptId(): string {
    return 'local-script';
  }

  /** Opaque, as live. Nothing on this machine takes it for a permission. */
  getOAuthToken(): string {
    return 'local-oauth-token';
  }

  getInstallationSource(): EnumValue {
    return enumeration('Script.InstallationSource').NONE;
  }

  getService(): ServiceImpl {
    return this.#service;
  }

  /** Scopes that are asked for, by default all of the manifest, and are not granted. */
  #missing(scopes: readonly string[] = this.scopes ?? []): string[] {
    const revoked = this.context.revokedScopes;
    return scopes.filter((scope) => revoked?.has(scope) || (this.scopes && !this.scopes.includes(scope)));
  }

  #trigger(record: TriggerRecord): TriggerImpl {
    let trigger = this.#triggers.get(record);
    if (!trigger) {
      trigger = new TriggerImpl(record);
      this.#triggers.set(record, trigger);
    }
    return trigger;
  }
}

class AuthorizationInfoImpl {
  static readonly api = 'Script.AuthorizationInfo';

  constructor(readonly required: boolean) {}

  getAuthorizationStatus(): EnumValue {
    return enumeration('Script.AuthorizationStatus')[this.required ? 'REQUIRED' : 'NOT_REQUIRED'];
  }

  getAuthorizationUrl(): string | null {
    return this.required ? 'https://script.google.com/macros/d/local-script/auth' : null;
  }
}

/** The web app of the project: a local host has none. */
class ServiceImpl {
  static readonly api = 'Script.Service';

  getUrl(): null {
    return null;
  }

  isEnabled(): boolean {
    return false;
  }
}
