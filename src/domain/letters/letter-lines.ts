import type { Obligation } from '../roadmap/obligation';
import { lowered } from '../text/letter-case';
import { joinList } from '../text/list';
import { counted, type PluralForms } from '../text/plural';
import { cleanText } from '../text/spaces';
import { measureText } from './ledger';
import type { LetterItem, LetterLine } from './letter';
import type { LetterInput } from './letter-input';
import { measureTitle, toneOf, whenPhrase } from './phrases';

export const ORGANISATIONS: PluralForms = ['организация', 'организации', 'организаций'];
/** More names than that are a report, not a letter. */
const NAMED = 12;

/** «2.1. Назначение кураторов (МБОУ «Школа № 1»)», how much time is left, what is left to do. */
export function itemLine({ obligation, daysLeft }: LetterItem, input: LetterInput): LetterLine {
  const where = organisationName(obligation.organisation, input);
  return {
    text: measureTitle(obligation) + (where === '' ? '' : ` (${where})`),
    when: whenPhrase(obligation, daysLeft, input.calendar),
    tone: toneOf(daysLeft),
    left: obligation.left === '' ? '' : `Осталось: ${lowered(cleanText(obligation.left))}`,
    url: input.url(obligation.tab),
  };
}

/**
 * The coordinator's escalations: a line a measure and due day, with the organisations that have not done it. What goes on
 * all the time is due on another day in each organisation: a line a measure, with the longest overdue.
 */
export function groupLines(items: readonly LetterItem[], input: LetterInput): LetterLine[] {
  const groups = new Map<string, LetterItem[]>();
  for (const item of items) {
    const { measureId, step, due, continuous } = item.obligation;
    const group = `${measureText(measureId, step)}|${continuous ? '' : due}`;
    const known = groups.get(group);
    if (known) known.push(item);
    else groups.set(group, [item]);
  }
  return [...groups.values()].map((group) => {
    // Items come with the longest overdue first.
    const { obligation, daysLeft } = group[0];
    const when = whenPhrase(obligation, daysLeft, input.calendar);
    const several = group.some((item) => item.obligation.due !== obligation.due);
    const names = group.map((item) => organisationName(item.obligation.organisation, input));
    return {
      text: `${measureTitle(obligation)}: ${counted(group.length, ORGANISATIONS)}`,
      when: several ? `дольше всего ${when}` : when,
      tone: toneOf(daysLeft),
      left: `Не выполнили: ${joinList(names, { limit: NAMED, forms: ORGANISATIONS })}`,
      url: input.url(obligation.tab),
    };
  });
}

/** '' for what the municipality does itself. */
export function organisationName(
  id: Obligation['organisation'],
  input: Pick<LetterInput, 'contacts'>,
): string {
  return id === '' ? '' : (input.contacts.organisations.get(id)?.name ?? id);
}
