import { type DateText, dateParts, schoolYearStart } from '../../domain/text/calendar';
import { WAVE_DATES } from './cells';
import type { OrganisationProfile } from './organisation-profile';
import { reportsAs } from './organisation-profiles';
import type { Mentee } from './people';

interface HeadCount {
  readonly teachers: number;
  /** 0–3 years of service. */
  readonly beginning: number;
  /** Of them under 35. */
  readonly young: number;
}

/** Whole years of service on a day: everybody began on a 1 September. */
export function yearsOn(person: { readonly began: number }, on: DateText): number {
  return dateParts(schoolYearStart(on))[0] - person.began;
}

export const isMenteeOn = (m: Mentee, on: DateText): boolean =>
  m.entered <= on && (m.ended === undefined || m.ended >= on);

/**
 * What the organisation knows of its staff: its mentees as they stand in the registry and the beginners who are nobody's
 * mentees. Counted from the people, so that a part never exceeds the whole. Units count for their head as well.
 */
export function headCount(
  organisation: OrganisationProfile,
  mentees: readonly Mentee[],
  wave: string,
): HeadCount {
  const on = WAVE_DATES[wave]!;
  const turn = wave === '2023-04' ? 0 : 1;
  const own = mentees.filter(
    (m) =>
      !m.student && (m.organisation === organisation.id || reportsAs(m.organisation) === organisation.id),
  );
  const beginners = own.filter((m) => isMenteeOn(m, on) && yearsOn(m, on) <= 3);
  const young = beginners.filter((m) => dateParts(on)[0] - m.born < 35);
  return {
    teachers: organisation.teachers[turn] ?? 0,
    beginning: beginners.length + organisation.newOutside[turn]!,
    young: young.length + organisation.youngOutside[turn]!,
  };
}
