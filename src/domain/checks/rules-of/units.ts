import type { Entry } from '../../registry/read';
import type { BookCase } from '../rule';
import { list, text } from './values';

/** A pair or group with the reading of its state on today (domain.md §3.6). */
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
  /** Works today: «Действует», begun, not ended. */
  readonly active: boolean;
  /** Planned, paused or working: its people are not free. */
  readonly open: boolean;
}

export interface Units {
  /** In force, whatever their state. */
  readonly all: readonly Unit[];
  readonly byMentor: ReadonlyMap<string, readonly Unit[]>;
  readonly byMentee: ReadonlyMap<string, readonly Unit[]>;
}

export const REVERSE = 'реверсивное';

/** Pairs and groups in force and where their people are. Use with `book.once(unitsOf)`. */
export function unitsOf(book: BookCase): Units {
  const byMentor = new Map<string, Unit[]>();
  const byMentee = new Map<string, Unit[]>();
  const all = book.live('pairs').map((entry): Unit => {
    const unit = unitOf(entry, book.today);
    for (const id of unit.mentors) put(byMentor, id, unit);
    for (const id of unit.mentees) put(byMentee, id, unit);
    return unit;
  });
  return { all, byMentor, byMentee };
}

function unitOf(entry: Entry, today: string): Unit {
  const status = text(entry, 'status');
  const from = text(entry, 'from');
  const ended = text(entry, 'ended');
  const over = ended !== '' && ended < today;
  return {
    entry,
    isGroup: entry.values.type === 'группа',
    mentors: list(entry, 'mentors'),
    mentees: list(entry, 'mentees'),
    kind: text(entry, 'kind'),
    status,
    from,
    ended,
    active: status === 'Действует' && from !== '' && from <= today && !over,
    open: status !== 'Завершена' && status !== 'Прекращена досрочно' && !over,
  };
}

export function put<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
