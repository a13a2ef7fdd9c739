import { addDays } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, referenceTo, row, several } from './cells';
import { curatorMail, type Documents } from './documents';
import type { Naming } from './names';
import { organisationReference } from './organisations';
import { menteeReference, mentorReference } from './people-rows';
import type { Unit } from './units';

/** `PAR-001 · Иванова М. П. – Орлов П. А.` */
export function pairReference(u: Unit, naming: Naming): string {
  const mentees = u.mentees.length === 1 ? naming.short(u.mentees[0]!) : `группа, ${u.mentees.length} чел.`;
  return referenceTo(u.id, `${naming.short(u.mentors[0]!)} – ${mentees}`);
}

export function pairRows(units: readonly Unit[], documents: Documents, naming: Naming): readonly DemoRow[] {
  return units.map((u) =>
    row({
      id: u.id,
      organisation: organisationReference(u.organisation),
      type: u.mentees.length > 1 ? 'группа' : 'пара',
      mentors: several(u.mentors.map((m) => mentorReference(m, naming))),
      mentees: several(u.mentees.map((m) => menteeReference(m, naming))),
      form: u.form,
      subForm: u.subForm,
      kind: u.kind,
      order: u.order && documents.reference(`${u.organisation.id} ${u.order}`),
      from: day(u.from),
      plannedEnd: day(u.plannedEnd),
      ended: day(u.ended),
      status: u.status,
      endWhy: u.endWhy,
      replaces: u.replaces && pairReference(u.replaces, naming),
      ...inForce(addDays('2024-03-25', Number(u.id.slice(-3)) % 12), curatorMail(u.organisation)),
    }),
  );
}
