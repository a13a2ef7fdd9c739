import { addDays, type DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, recordId, referenceTo, row } from './cells';
import { curatorMail, type Documents } from './documents';
import type { inventPeople, Named, Naming } from './names';
import { CLOSED, WITHOUT_CURATOR } from './organisation-profiles';
import { type Organisation, organisationReference } from './organisations';
import type { Mentor } from './people';

export interface Curator extends Named {
  readonly id: string;
  readonly organisation: Organisation;
  readonly position: string;
  readonly orderKey: string;
  readonly from: DateText;
  readonly to?: DateText;
}

/** One hands over in September 2023. */
const HAND_OVER = { id: 'ORG-02', on: '2023-09-01' } as const;

/** Where the head is the curator, and where the curator is a mentor as well: both happen. */
const CURATED_BY_HEAD = 'ORG-05';
const CURATED_BY_MENTOR = 'ORG-07';

export function inventCurators(
  invent: ReturnType<typeof inventPeople>,
  organisations: readonly Organisation[],
  mentors: readonly Mentor[],
): readonly Curator[] {
  const curators: Curator[] = [];
  const add = (c: Omit<Curator, 'id' | 'code'>) => {
    const number = curators.length + 1;
    curators.push({ ...c, id: recordId('CUR', number), code: recordId('К', number) });
  };
  for (const o of organisations) {
    if (o.mentors === 0 || o.id === 'ORG-13') continue;
    const from = addDays(o.days.curator, 1);
    const person =
      o.id === CURATED_BY_HEAD
        ? o.principal
        : o.id === CURATED_BY_MENTOR
          ? mentors.find((m) => m.organisation === o.id)!.person
          : invent('f');
    const position = o.id === CURATED_BY_HEAD ? 'директор' : positionOf(o);
    const first = { organisation: o, person, position, from, orderKey: `${o.id} curator` };
    const to =
      o.id === HAND_OVER.id
        ? addDays(HAND_OVER.on, -1)
        : o.id === WITHOUT_CURATOR.id
          ? WITHOUT_CURATOR.since
          : o.id === CLOSED.id
            ? CLOSED.on
            : undefined;
    add({ ...first, to });
    if (o.id === HAND_OVER.id) {
      add({ ...first, person: invent('f'), from: HAND_OVER.on, orderKey: `${o.id} curator 2` });
    }
  }
  return curators;
}

function positionOf(o: Organisation): string {
  if (o.type === 'Дошкольная') return 'старший воспитатель';
  return o.type === 'Общеобразовательная' ? 'заместитель директора' : 'методист';
}

export const curatorReference = (c: Curator, naming: Naming): string => referenceTo(c.id, naming.short(c));

export function curatorRows(
  curators: readonly Curator[],
  documents: Documents,
  naming: Naming,
): readonly DemoRow[] {
  return curators.map((c) => {
    const mail = curatorMail(c.organisation);
    const acting = c.to === undefined;
    return row({
      id: c.id,
      organisation: organisationReference(c.organisation),
      name: naming.full(c),
      position: c.position,
      // Numbers of this form are given to nobody.
      phone: `8 (000) 000-00-${c.id.slice(-2)}`,
      email: mail,
      order: documents.reference(c.orderKey),
      from: day(c.from),
      to: day(c.to),
      account: acting ? mail : undefined,
      ...inForce(acting ? '2024-03-28' : c.to!, acting ? mail : 'koordinator@example.ru'),
    });
  });
}
