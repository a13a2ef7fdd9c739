import type { Entry } from '../../registry/read';
import type { BookCase } from '../rule';
import { list, text } from './values';

/** A pair or group as read; its state on a day is {@link isActive} and {@link isOpen} (domain.md §3.6). */
export interface Unit {
  readonly entry: Entry;
  readonly isGroup: boolean;
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly from: string;
  /** The actual end; '' while there is none. */
  readonly ended: string;
}

export interface Units {
  /** In force, whatever their state. */
  readonly all: readonly Unit[];
  readonly byMentor: ReadonlyMap<string, readonly Unit[]>;
  readonly byMentee: ReadonlyMap<string, readonly Unit[]>;
}

export const REVERSE = 'реверсивное';

/** Works on the day: «Действует», begun, not ended. */
export function isActive({ status, from, ended }: Unit, day: string): boolean {
  return status === 'Действует' && from !== '' && from <= day && !(ended !== '' && ended < day);
}

/** Planned, paused or working on the day: its people are not free. */
export function isOpen({ status, ended }: Unit, day: string): boolean {
  return !isClosed(status) && !(ended !== '' && ended < day);
}

/** Over by its status, whatever the dates say. */
export const isClosed = (status: string): boolean =>
  status === 'Завершена' || status === 'Прекращена досрочно';

/** Pairs and groups in force and where their people are, on any day. Use with `book.once(unitsOf)`. */
export function unitsOf(book: BookCase): Units {
  const byMentor = new Map<string, Unit[]>();
  const byMentee = new Map<string, Unit[]>();
  const all = book.live('pairs').map((entry): Unit => {
    const unit = unitOf(entry);
    for (const id of unit.mentors) put(byMentor, id, unit);
    for (const id of unit.mentees) put(byMentee, id, unit);
    return unit;
  });
  return { all, byMentor, byMentee };
}

function unitOf(entry: Entry): Unit {
  return {
    entry,
    isGroup: entry.values.type === 'группа',
    mentors: list(entry, 'mentors'),
    mentees: list(entry, 'mentees'),
    kind: text(entry, 'kind'),
    status: text(entry, 'status'),
    from: text(entry, 'from'),
    ended: text(entry, 'ended'),
  };
}

export function put<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
