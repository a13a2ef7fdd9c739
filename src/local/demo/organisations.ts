import { addDays, type DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, referenceTo, row, workday } from './cells';
import { headCount } from './head-count';
import type { inventPeople, Naming, Person } from './names';
import type { OrganisationProfile } from './organisation-profile';
import { CLOSED, HEAD_OF_UNIT, NOT_PARTICIPATING, profiles } from './organisation-profiles';
import type { Mentee } from './people';
import type { Random } from './random';

/** Days on which the organisation signed its orders; pairs and people begin on or after them. */
export interface OrderDays {
  readonly introduction: DateText;
  readonly curator: DateText;
  readonly package: DateText;
  readonly appointed22: DateText;
  readonly assigned22: DateText;
  readonly appointed23: DateText;
  readonly assigned23: DateText;
  readonly replacement: DateText;
  readonly winter: DateText;
  readonly spring: DateText;
}

export interface Organisation extends OrganisationProfile {
  readonly days: OrderDays;
  readonly principal: Person;
  readonly mail: string;
  readonly site: string;
}

/** The plan gave until 20.10.2022; this one was late with everything. */
const LATE = 'ORG-10';

export function inventOrganisations(
  random: Random,
  invent: ReturnType<typeof inventPeople>,
): readonly Organisation[] {
  return profiles.map((profile) => {
    const introduction = workday(addDays('2022-10-05', random.whole(0, 5)));
    const late = profile.id === LATE;
    const appointed22 = workday(addDays('2022-10-13', random.whole(0, 4)));
    const appointed23 = workday(addDays('2023-09-01', random.whole(0, 10)));
    return {
      ...profile,
      days: {
        introduction,
        curator: late ? '2022-11-14' : workday(addDays(introduction, random.whole(0, 4))),
        package: late ? '2023-02-10' : workday(addDays(introduction, random.whole(3, 8))),
        appointed22,
        assigned22: workday(addDays(appointed22, random.whole(0, 3))),
        appointed23,
        assigned23: workday(addDays(appointed23, random.whole(0, 6))),
        replacement: '2023-11-30',
        winter: '2024-01-12',
        spring: '2024-04-10',
      },
      principal: invent(profile.type === 'Дошкольная' || random.chance(0.6) ? 'f' : 'm'),
      mail: `${profile.host}@example.ru`,
      site: `https://${profile.host}.example.ru/`,
    };
  });
}

export const organisationReference = (o: OrganisationProfile): string => referenceTo(o.id, o.shortName);

export function organisationRows(
  organisations: readonly Organisation[],
  mentees: readonly Mentee[],
  naming: Naming,
): readonly DemoRow[] {
  return organisations.map((o) => {
    const head = organisations.find((x) => x.id === HEAD_OF_UNIT[o.id]);
    const closed = o.id === CLOSED.id;
    const counts = headCount(o, mentees, closed ? '2023-04' : '2024-04');
    const participates = o.id !== NOT_PARTICIPATING;
    return row({
      id: o.id,
      fullName: o.fullName,
      shortName: o.shortName,
      type: o.type,
      legalForm: o.legalForm,
      head: head && organisationReference(head),
      reportsThroughHead: head ? 'да' : 'нет',
      participates: participates ? 'да' : 'нет',
      whyNot: participates
        ? undefined
        : 'Педагогические работники — внешние совместители, по основной работе участвуют в своих школах',
      principal: [o.headPosition, naming.mention(o.principal)].filter(Boolean).join(' '),
      teachers: counts.teachers,
      youngTeachers: counts.young,
      newTeachers: counts.beginning,
      site: o.site,
      section: o.section ? `${o.site}nastavnichestvo/` : undefined,
      email: o.mail,
      activeTo: closed ? day(CLOSED.on) : undefined,
      ...inForce('2024-03-26', 'koordinator@example.ru'),
    });
  });
}
