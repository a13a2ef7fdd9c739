import type { Entry } from '../registry/read';
import { isCode } from '../text/person-name';
import { type NameForm, nameForm } from './name-form';

/** The tabs whose rows are people. */
export const PEOPLE_TABS = ['curators', 'mentors', 'mentees'] as const;
export type PeopleTab = (typeof PEOPLE_TABS)[number];

/** A row of a person as matching sees it: the name is folded once. */
export interface Person {
  readonly tab: PeopleTab;
  readonly entry: Entry;
  /** As it stands in the cell. */
  readonly name: string;
  readonly form: NameForm;
  /** A code in place of a name: it says nothing by its letters. */
  readonly coded: boolean;
  readonly organisation: string;
}

const HAS_DIGIT = /\d/;

/** null: the row names nobody. */
export function personOf(tab: PeopleTab, entry: Entry): Person | null {
  const name = String(entry.values.name ?? '');
  if (name === '') return null;
  const coded = HAS_DIGIT.test(name) || isCode(name);
  const organisation = String(entry.values.organisation || entry.values.workplace || '');
  return { tab, entry, name, form: nameForm(name), coded, organisation };
}

/** The last day of the person in this role, '' while it goes on. */
export function lastDay({ values }: Entry): string {
  return String(values.left || values.ended || values.to || '');
}
