import { type CountsByOrganisation, openCounts } from '../domain/checks/counts-by-day';
import { contactsOf, replyAddress } from '../domain/letters/contacts';
import { letterHtml } from '../domain/letters/html';
import { ledgerRowsOf } from '../domain/letters/intents';
import type { Letter } from '../domain/letters/letter';
import type { LetterInput } from '../domain/letters/letter-input';
import { plainText } from '../domain/letters/plain-text';
import { Told } from '../domain/letters/told';
import type { Registry } from '../domain/registry/workbook';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { fulfilmentOn, prepareFulfilment } from '../domain/roadmap/fulfilment';
import { type Ledger, readLedgerTab } from './ledger-rows';
import type { OutgoingLetter, Ports } from './ports';
import { findTitle, readWorkbook } from './read-workbook';

/** What today's letters are made from: the workbook and the ledger as read now. */
export interface LetterBook {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly input: LetterInput;
}

/** Reads everything: one read a tab. */
export function letterBook(ports: Ports): LetterBook {
  const { registry } = readWorkbook(ports.workbook);
  const ledger = readLedgerTab(ports);
  return { registry, ledger, input: letterInput(ports, registry, new Told(ledger.entries)) };
}

export function letterInput(ports: Ports, registry: Registry, told: Told): LetterInput {
  const today = ports.clock.today();
  const findings = openCounts(registry, today);
  const calendar = calendarOf(registry);
  return {
    today,
    obligations: fulfilmentOn(prepareFulfilment(registry, errorsOf(findings)), today, calendar).obligations,
    findings,
    contacts: contactsOf(registry, today),
    calendar,
    settings: registry.settings,
    told,
    url: linkMaker(ports),
    bookId: ports.workbook.id(),
  };
}

export function errorsOf(counts: CountsByOrganisation): ReadonlyMap<string, number> {
  return new Map([...counts].map(([id, { errors }]) => [id, errors]));
}

/**
 * Addresses of tabs by their titles in the template; each is looked up once. A workbook that is a file on somebody's
 * computer has none to give.
 */
function linkMaker({ workbook }: Ports): (tab: string) => string {
  const known = new Map<string, string>();
  const book = workbook.url();
  return (tab) => {
    if (!/^https?:/.test(book)) return '';
    let link = known.get(tab);
    if (link === undefined) {
      const title = tab === '' ? null : findTitle(workbook.titles(), tab);
      link = title === null ? book : `${book}#gid=${workbook.tabId(title)}`;
      known.set(tab, link);
    }
    return link;
  };
}

/** The letter as the mail service takes it. */
export function outgoing(letter: Letter, registry: Registry): OutgoingLetter {
  return {
    to: letter.to,
    subject: letter.subject,
    text: plainText(letter.content),
    html: letterHtml(letter.content),
    senderName: registry.settings.text('senderName'),
    replyTo: replyAddress(registry),
    calendar: letter.calendar,
  };
}

/** Keys of the ledger rows of a letter. */
export function keysOf(letter: Letter): readonly string[] {
  return ledgerRowsOf(letter, '', '').map(({ key }) => key);
}
