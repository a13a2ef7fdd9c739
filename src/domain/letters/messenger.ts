import { addressError, addressErrorWords } from '../text/email-address';
import { dropTail } from '../text/spaces';
import { byUrgency } from './item-order';
import type { LetterItem, Recipient, Unreachable } from './letter';
import type { LetterInput } from './letter-input';
import { itemLine, organisationName } from './letter-lines';
import type { Unreached } from './mailboxes';

/** Somebody to be told by telephone or in a messenger. */
export interface MessengerNote {
  /** ID; '' for a coordinator. */
  readonly organisation: string;
  /** Short name of the organisation; «Координатор». */
  readonly where: string;
  readonly as: Recipient;
  /** «Анна Петровна»; '' where names are not allowed. */
  readonly name: string;
  /** As it stands in the registry; ''. */
  readonly phone: string;
  /** Why mail does not reach, with the address where there is one. */
  readonly why: string;
  /** To be copied as it is: no names of people. */
  readonly text: string;
}

const WHY: Readonly<Record<Unreachable['why'], string>> = {
  'no-address': 'адреса нет в реестре',
  'bad-address': 'адрес записан с ошибкой',
  'refused-address': 'почта не приняла адрес',
  undelivered: 'отмечено, что письмо не дошло',
};
/** A message of a messenger is read on a telephone. */
const LONGEST = 6;

/** The phone list and the ready texts for those whom mail does not reach, in the order of the plan. */
export function messengerNotes(unreachable: readonly Unreached[], input: LetterInput): MessengerNote[] {
  return unreachable.map((person) => ({
    organisation: person.organisation,
    where:
      person.as === 'coordinator' ? 'Координатор' : organisationName(person.organisation, input) || 'Округ',
    as: person.as,
    name: person.name,
    phone: person.phone || phoneOf(person, input),
    why: whyPhrase(person),
    text: messengerText(person.toSay, input),
  }));
}

/** @example 'адрес записан с ошибкой (нет знака @): ivanova.ru' */
function whyPhrase({ why, address }: Unreachable): string {
  const error = why === 'bad-address' ? addressError(address) : null;
  const wrong = error === null ? '' : ` (${addressErrorWords[error]})`;
  return `${WHY[why]}${wrong}${address === '' ? '' : `: ${address}`}`;
}

/** Short and without names. @example 'Здравствуйте! Напоминание по наставничеству.\n• 2.1. Назначение кураторов (МБОУ …): срок сегодня …' */
export function messengerText(items: readonly LetterItem[], input: LetterInput): string {
  const sorted = [...items].sort(byUrgency);
  const lines = sorted.slice(0, LONGEST).map((item) => {
    const { text, when, left } = itemLine(item, input);
    return `• ${text}: ${[when, left]
      .filter((part) => part !== '')
      .map(sentence)
      .join(' ')}`;
  });
  const rest = sorted.length - lines.length;
  const book = input.url('');
  return [
    'Здравствуйте! Напоминание по наставничеству.',
    ...lines,
    ...(rest > 0 ? [`И ещё пунктов: ${rest}.`] : []),
    ...(book === '' ? [] : [`Книга: ${book}`]),
    'Вопросы — муниципальному координатору.',
  ].join('\n');
}

/** «2024 г.» ends a sentence with its own dot. */
function sentence(text: string): string {
  return `${dropTail(text, '. ')}.`;
}

/** The head has no telephone of its own in the registry: the curators of the organisation know. */
function phoneOf(person: Unreached, input: LetterInput): string {
  const home = input.contacts.organisations.get(person.organisation);
  return home?.curators.find((curator) => curator.phone !== '')?.phone ?? '';
}
