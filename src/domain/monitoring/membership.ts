import { addYears } from '../text/calendar';
import type {
  Curator,
  Document,
  Facts,
  Form,
  Mentee,
  Mentor,
  Organisation,
  Pair,
  Practice,
  Programme,
  Training,
} from './records';
import type { Wave } from './wave';

/** The day for which membership is asked. */
type Day = Pick<Wave, 'asOf'>;

/** Who and what counts on D and in P: each reading of domain.md §3.6 is one function here. */

const SUBMITTED: ReadonlySet<string> = new Set([
  'Представлено',
  'На проверке',
  'Принято',
  'Представлено повторно',
]);

export function isSubmitted(form: Form | undefined): boolean {
  return form !== undefined && SUBMITTED.has(form.status);
}

/** Participating: takes part, inside its period on D, does not report through a head. */
export function isParticipating(o: Organisation, wave: Day): boolean {
  return o.participates && o.reportsTo === '' && isInsidePeriod(o, wave);
}

/** «Период действия» holds D; a side that is blank is open. */
export function isInsidePeriod(o: Organisation, wave: Day): boolean {
  return (!o.from || o.from <= wave.asOf) && (!o.to || o.to >= wave.asOf);
}

/** Active person on D: entry ≤ D, exit empty or ≥ D, the row in force. A pair is not needed for it. */
export function isActiveMentor(m: Mentor, wave: Day): boolean {
  return m.inForce && m.entered !== '' && m.entered <= wave.asOf && (!m.left || m.left >= wave.asOf);
}

export function isActiveMentee(m: Mentee, wave: Day): boolean {
  return m.inForce && m.entered !== '' && m.entered <= wave.asOf && (!m.ended || m.ended >= wave.asOf);
}

/** In P: begun by D, not ended before 1 September. */
export function tookPartMentor(m: Mentor, wave: Wave): boolean {
  return m.inForce && m.entered !== '' && m.entered <= wave.asOf && (!m.left || m.left >= wave.periodFrom);
}

export function tookPartMentee(m: Mentee, wave: Wave): boolean {
  return m.inForce && m.entered !== '' && m.entered <= wave.asOf && (!m.ended || m.ended >= wave.periodFrom);
}

/**
 * Active pair or group on D: begun by D, not ended before D, neither planned nor paused. One that ended later than D was
 * active on D; one marked as ended without a date is not known to have been.
 */
export function isActivePair(p: Pick<Pair, 'inForce' | 'from' | 'ended' | 'status'>, wave: Day): boolean {
  if (
    !p.inForce ||
    p.from === '' ||
    p.from > wave.asOf ||
    p.status === 'Планируется' ||
    p.status === 'Приостановлена'
  )
    return false;
  if (p.ended) return p.ended >= wave.asOf;
  return p.status !== 'Завершена' && p.status !== 'Прекращена досрочно';
}

/** In P: not planned; a paused pair took part. */
export function tookPartPair(p: Pair, wave: Wave): boolean {
  if (!p.inForce || p.from === '' || p.from > wave.asOf || p.status === 'Планируется') return false;
  return !p.ended || p.ended >= wave.periodFrom;
}

/** Ended inside P: 1 September … D. */
export function endedInPeriod(end: string, wave: Wave): boolean {
  return end !== '' && end >= wave.periodFrom && end <= wave.asOf;
}

/** A document in force on D: dated, begun and not run out. */
export function isDocumentInForce(d: Document, wave: Day): boolean {
  return (
    d.inForce &&
    d.date !== '' &&
    d.date <= wave.asOf &&
    (!d.from || d.from <= wave.asOf) &&
    (!d.to || d.to >= wave.asOf)
  );
}

/** Acting curator on D, appointed by an order with number and date not later than D. */
export function isAppointedCurator(c: Curator, wave: Day): boolean {
  return (
    isActingCurator(c, wave) && c.order.number !== '' && c.order.date !== '' && c.order.date <= wave.asOf
  );
}

export function isActingCurator(c: Curator, wave: Day): boolean {
  return c.inForce && c.from !== '' && c.from <= wave.asOf && (!c.to || c.to >= wave.asOf);
}

/** An order with number and date, not later than D. */
export function hasOrder(p: Pair, wave: Day): boolean {
  return p.order.number !== '' && p.order.date !== '' && p.order.date <= wave.asOf;
}

/** ППН or ИОМ begun by D; an expired one does, a plan of work does not. */
export function isProgramme(p: Programme, wave: Day): boolean {
  return (
    p.inForce &&
    p.from !== '' &&
    p.from <= wave.asOf &&
    (p.type === 'Персонализированная программа' || p.type === 'ИОМ')
  );
}

/** Training that counts: done, ended within the given years before D, both ends included. */
export function isCurrentTraining(
  t: Pick<Training, 'inForce' | 'done' | 'to'>,
  wave: Day,
  years: number,
): boolean {
  return t.inForce && t.done && t.to !== '' && t.to <= wave.asOf && t.to >= addYears(wave.asOf, -years);
}

export function isPracticeInPeriod(p: Practice, wave: Wave): boolean {
  return p.inForce && endedInPeriod(p.date, wave);
}

/** The form of an organisation in this wave; of two, the later submitted one. */
export function formsOfWave(facts: Facts, wave: Wave): ReadonlyMap<string, Form> {
  const found = new Map<string, Form>();
  for (const form of facts.forms) {
    if (!form.inForce || form.wave !== wave.key || !form.organisation) continue;
    const known = found.get(form.organisation);
    if (!known || form.submittedOn >= known.submittedOn) found.set(form.organisation, form);
  }
  return found;
}
