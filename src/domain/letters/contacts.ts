import type { Entry } from '../registry/read';
import type { Registry } from '../registry/workbook';
import type { DateText } from '../text/calendar';
import { type AddressError, addressError, addressesIn } from '../text/email-address';
import { printOrganisation } from '../text/organisation-name';
import { isCode, parseName } from '../text/person-name';
import { foldAddress } from './ledger';
import { letterRules } from './rules';

/** Somebody who may be written to: an address, or the lack of one. */
export interface Contact {
  /** In the form in which addresses are compared; '' when none is given. */
  readonly address: string;
  /** What is wrong with the address; null = it can be written to. */
  readonly error: AddressError | null;
  /** «Анна Петровна»; '' where names are not allowed or not known. */
  readonly name: string;
  /** As it stands in the registry; ''. */
  readonly phone: string;
}

export interface OrganisationContacts {
  /** Short name, ready for print. */
  readonly name: string;
  /** Acting curators; one without an address is among them. */
  readonly curators: readonly Contact[];
  readonly head: Contact;
}

export interface Contacts {
  readonly organisations: ReadonlyMap<string, OrganisationContacts>;
  readonly coordinators: readonly Contact[];
}

export const NOBODY: Contact = { address: '', error: 'empty', name: '', phone: '' };

/**
 * Whom letters go to. Curators: «Служебный e-mail», or the account where there is none; while their term lasts. The head:
 * «Официальная e-mail ОО». Coordinators: the accounts in the settings. Several addresses in a cell are several people.
 * @param today `yyyy-mm-dd`
 */
export function contactsOf(registry: Registry, today: DateText): Contacts {
  const { names } = letterRules(registry.settings);
  const curators = new Map<string, Contact[]>();
  for (const entry of registry.tabs.curators.entries) {
    const organisation = textOf(entry, 'organisation');
    if (organisation === '' || !acts(entry, today)) continue;
    const known = curators.get(organisation) ?? [];
    for (const contact of contactsIn(entry, names))
      if (contact.address === '' || !known.some((other) => other.address === contact.address))
        known.push(contact);
    curators.set(organisation, known);
  }
  const organisations = new Map<string, OrganisationContacts>();
  for (const entry of registry.tabs.organisations.entries) {
    if (entry.id === '' || organisations.has(entry.id)) continue;
    organisations.set(entry.id, {
      name: printOrganisation(textOf(entry, 'shortName') || textOf(entry, 'fullName') || entry.id),
      curators: curators.get(entry.id) ?? [],
      head: addressesIn(textOf(entry, 'email')).map((address) => contact(address))[0] ?? NOBODY,
    });
  }
  const coordinators = addressesIn(registry.settings.text('coordinatorAccounts')).map((address) =>
    contact(address),
  );
  return { organisations, coordinators };
}

/** Where answers to letters go: the setting, or the first coordinator who has an address; ''. */
export function replyAddress(registry: Pick<Registry, 'settings'>): string {
  const { settings } = registry;
  const given = addressesIn(`${settings.text('replyTo')};${settings.text('coordinatorAccounts')}`);
  return given.find((address) => addressError(address) === null) ?? '';
}

function contactsIn(entry: Entry, names: boolean): Contact[] {
  const name = names ? addressedAs(textOf(entry, 'name')) : '';
  const phone = textOf(entry, 'phone');
  const given = addressesIn(textOf(entry, 'email'));
  const found =
    given.length > 0
      ? given
      : addressesIn(textOf(entry, 'account')).filter((account) => addressError(account) === null);
  // One name cannot belong to two mailboxes for certain.
  return found.length > 0
    ? found.map((address) => contact(address, found.length > 1 ? '' : name, phone))
    : [{ ...NOBODY, name, phone }];
}

function contact(written: string, name = '', phone = ''): Contact {
  return { address: foldAddress(written), error: addressError(written), name, phone };
}

/** «Иванова Анна Петровна» → «Анна Петровна»; '' for a code, for initials and where there is no patronymic. */
function addressedAs(full: string): string {
  if (isCode(full)) return '';
  const { name, patronymic } = parseName(full);
  const whole = (word: string) => word.length > 1 && word.indexOf('.') < 0;
  return whole(name) && whole(patronymic) ? `${name} ${patronymic}` : '';
}

function acts({ values }: Entry, today: DateText): boolean {
  const { from, to, recordStatus } = values;
  if (recordStatus === 'Архив') return false;
  if (typeof from === 'string' && from > today) return false;
  return !(typeof to === 'string' && to !== '' && to < today);
}

function textOf(entry: Entry, key: string): string {
  const value = entry.values[key];
  return typeof value === 'string' ? value : '';
}
