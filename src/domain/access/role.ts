import type { Registry } from '../registry/workbook';

export type Role = 'coordinator' | 'curator' | 'observer' | 'unknown';

/** Who a person is in this workbook. It is for help and for the journal; what a person may open is decided by sharing. */
export interface Membership {
  readonly role: Role;
  /** IDs of the organisations that the person is a curator of now. */
  readonly organisations: readonly string[];
  /** False: the settings name no coordinator, so everyone is treated as one. */
  readonly coordinatorNamed: boolean;
}

/**
 * The role of an account: coordinators and observers stand in the settings, curators on «Кураторы» while their term lasts.
 * Where no coordinator is named everyone is treated as one, or a new workbook could not be set up.
 * @param email address of the account; '' or «неизвестно» when Google did not tell it
 * @param today `yyyy-mm-dd`
 */
export function roleOf(registry: Registry, email: string, today: string): Membership {
  const account = foldAccount(email);
  const coordinators = accountsIn(registry.settings.text('coordinatorAccounts'));
  const coordinatorNamed = coordinators.length > 0;
  const organisations = account === '' ? [] : organisationsOf(registry, account, today);
  const is = (accounts: readonly string[]) => account !== '' && accounts.includes(account);
  const role: Role =
    !coordinatorNamed || is(coordinators)
      ? 'coordinator'
      : organisations.length > 0
        ? 'curator'
        : is(accountsIn(registry.settings.text('observerAccounts')))
          ? 'observer'
          : 'unknown';
  return { role, organisations, coordinatorNamed };
}

/** Accounts of the active curators of each organisation; a cell may hold several. */
export function curatorAccounts(registry: Registry, today: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { values } of registry.tabs.curators.entries) {
    const { organisation, account, from, to, recordStatus } = values;
    if (typeof organisation !== 'string' || organisation === '' || recordStatus === 'Архив') continue;
    if ((typeof from === 'string' && from > today) || (typeof to === 'string' && to !== '' && to < today))
      continue;
    const known = found.get(organisation) ?? [];
    for (const one of accountsIn(String(account ?? ''))) if (!known.includes(one)) known.push(one);
    found.set(organisation, known);
  }
  return found;
}

/** The addresses in a cell: several stand after `;`, a comma, a space or a line break. */
export function accountsIn(text: string): string[] {
  return text
    .split(/[;,\s]+/)
    .map(foldAccount)
    .filter((account) => account.includes('@'));
}

/** The form in which addresses are compared; '' for «неизвестно». */
function foldAccount(email: string): string {
  const account = email.trim().toLowerCase();
  return account.includes('@') ? account : '';
}

function organisationsOf(registry: Registry, account: string, today: string): string[] {
  return [...curatorAccounts(registry, today)].filter(([, list]) => list.includes(account)).map(([id]) => id);
}

/**
 * The organisations that an author belongs to, for the journal; none for a coordinator, who may change every record.
 * @param day `yyyy-mm-dd` of the change
 */
export function homeOf(registry: Registry, email: string, day: string): readonly string[] {
  const { role, organisations, coordinatorNamed } = roleOf(registry, email, day);
  return role === 'coordinator' && coordinatorNamed ? [] : organisations;
}
