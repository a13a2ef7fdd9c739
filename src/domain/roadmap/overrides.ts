import type { DateText } from '../text/calendar';
import type { Sources } from './evidence/sources';
import type { Mark, Override } from './measures';
import { isDone, STATUS } from './statuses';

/**
 * The word of a person over the computed one. «Выполнено» needs something to show for it: what the rule found, or a
 * «Подтверждение» of the mark itself; without either it is «Заявлено».
 * @param found the rule itself finds it done
 */
export function overridden(
  { status, doneOn, evidence }: Override,
  found: { readonly done: boolean; readonly doneOn: DateText | '' },
  due: DateText | '',
  sources: Sources,
  day: DateText,
): { readonly status: string; readonly doneOn: DateText | '' } {
  if (!isDone(status)) return { status, doneOn: '' };
  if (!found.done && !isShown(evidence, sources, day)) return { status: STATUS.claimed, doneOn: '' };
  const on = doneOn || found.doneOn;
  const late = status === STATUS.late || (on !== '' && due !== '' && on > due);
  return { status: late ? STATUS.late : STATUS.done, doneOn: on };
}

const DOCUMENT = /DOC-\d+/g;

/** «Подтверждение» shows something: an address or words; of records named by ID one at least must be there. */
export function isShown(evidence: string, { allDocuments }: Sources, day: DateText): boolean {
  if (evidence.trim() === '') return false;
  const ids = evidence.match(DOCUMENT);
  return ids === null || ids.some((id) => isThere(allDocuments.get(id), day));
}

function isThere(document: { until: string; date: string } | undefined, day: DateText): boolean {
  return document !== undefined && document.until > day && document.date <= day;
}

/** A dated mark says nothing about the days before its date. */
export function isSaidBy({ doneOn }: Override, day: DateText): boolean {
  return doneOn === '' || doneOn <= day;
}

/** Marks of one measure, the most particular first: of the organisation and date, of the organisation, of the date, of all. */
export function markFor(
  marks: readonly Mark[],
  organisation: string,
  controlDate: DateText | '',
  day: DateText,
): Mark | null {
  let best: Mark | null = null;
  let rank = -1;
  for (const mark of marks) {
    if (mark.organisation !== '' && mark.organisation !== organisation) continue;
    if (mark.controlDate !== '' && mark.controlDate !== controlDate) continue;
    if (!isSaidBy(mark, day)) continue;
    const own = (mark.organisation === '' ? 0 : 2) + (mark.controlDate === '' ? 0 : 1);
    // Of two equal ones the lower row is the later word.
    if (own >= rank) [best, rank] = [mark, own];
  }
  return best;
}
