import { isActivePair, isCurrentTraining } from '../../monitoring/membership';
import { schoolYearOf } from '../../text/calendar';
import { type Entry, hasColumn } from '../read';
import type { TabKey } from '../tab';
import type { Registry } from '../workbook';

/** What a column of the script should say: column key → texts in the order of the tab's entries. */
export type ComputedColumns = Partial<Record<TabKey, Readonly<Record<string, readonly string[]>>>>;

/**
 * The columns that follow from other tabs (domain.md §2, type C), as of `today`. '' where the registry does not say: a
 * missing tab or column is no «нет».
 */
export function computedColumns(registry: Registry, today: string): ComputedColumns {
  const { tabs } = registry;
  const columns: ComputedColumns = {
    pairs: {
      schoolYear: tabs.pairs.entries.map(({ values: v }) => (v.from ? schoolYearOf(String(v.from)) : '')),
      crossOrganisation: crossOrganisation(registry),
    },
    programmes: { formAndKind: formAndKind(registry) },
  };
  if (hasColumn(tabs.pairs, 'status') && hasColumn(tabs.pairs, 'from')) {
    const active = tabs.pairs.entries.filter((entry) =>
      isActive(entry, hasColumn(tabs.pairs, 'recordStatus'), today),
    );
    if (hasColumn(tabs.pairs, 'mentors')) columns.mentors = { load: loads(registry, active) };
    if (hasColumn(tabs.pairs, 'mentees')) columns.mentees = { inPair: inPair(registry, active) };
  }
  if (hasColumn(tabs.training, 'participants')) columns.curators = { trained: trained(registry, today) };
  return columns;
}

function isActive({ values: v }: Entry, statusKnown: boolean, today: string): boolean {
  return isActivePair(
    {
      inForce: !statusKnown || v.recordStatus === 'Действует',
      from: text(v.from),
      ended: text(v.ended),
      status: text(v.status),
    },
    { asOf: today },
  );
}

/** «да» where a mentor and a mentee of the pair belong to different organisations. */
function crossOrganisation({ tabs }: Registry): string[] {
  const home = new Map<string, string>();
  for (const { id, values } of [...tabs.mentors.entries, ...tabs.mentees.entries])
    if (id !== '' && !home.has(id)) home.set(id, text(values.organisation));
  return tabs.pairs.entries.map(({ values: v }) => {
    const mentors = list(v.mentors).map((id) => home.get(id) ?? '');
    const mentees = list(v.mentees).map((id) => home.get(id) ?? '');
    const all = [...mentors, ...mentees];
    if (mentors.length === 0 || mentees.length === 0 || all.includes('')) return '';
    return new Set(all).size > 1 ? 'да' : 'нет';
  });
}

function formAndKind({ tabs }: Registry): string[] {
  const words = new Map<string, string>();
  for (const { id, values: v } of tabs.pairs.entries)
    if (id !== '' && !words.has(id))
      words.set(id, [text(v.form), text(v.kind)].filter((word) => word !== '').join('; '));
  return tabs.programmes.entries.map(({ values }) => words.get(text(values.pair)) ?? '');
}

/** «2 / 3 чел.» or «нет», never a bare number, which a date column would take for a day: active pairs and groups, and their mentees, each counted once. */
function loads({ tabs }: Registry, active: readonly Entry[]): string[] {
  const byMentor = new Map<string, { pairs: number; mentees: Set<string> }>();
  for (const { values } of active)
    for (const mentor of list(values.mentors)) {
      const known = byMentor.get(mentor) ?? { pairs: 0, mentees: new Set() };
      known.pairs++;
      for (const mentee of list(values.mentees)) known.mentees.add(mentee);
      byMentor.set(mentor, known);
    }
  return tabs.mentors.entries.map((entry) => {
    if (entry.id === '' || isArchived(entry)) return '';
    const known = byMentor.get(entry.id);
    return known ? `${known.pairs} / ${known.mentees.size} чел.` : 'нет';
  });
}

function inPair({ tabs }: Registry, active: readonly Entry[]): string[] {
  const members = new Set(active.flatMap(({ values }) => list(values.mentees)));
  return tabs.mentees.entries.map((entry) =>
    entry.id === '' || isArchived(entry) ? '' : members.has(entry.id) ? 'да' : 'нет',
  );
}

/** Training of the last years (a setting) that took place. */
function trained({ tabs, settings }: Registry, today: string): string[] {
  const years = settings.number('trainingYears');
  const statusKnown = hasColumn(tabs.training, 'recordStatus');
  const people = new Set(
    tabs.training.entries
      .filter(({ values: v }) =>
        isCurrentTraining(
          {
            inForce: !statusKnown || v.recordStatus === 'Действует',
            done: v.state === 'факт',
            to: text(v.to) || text(v.from),
          },
          { asOf: today },
          years,
        ),
      )
      .flatMap(({ values }) => list(values.participants)),
  );
  return tabs.curators.entries.map((entry) =>
    entry.id === '' || isArchived(entry) ? '' : people.has(entry.id) ? 'да' : 'нет',
  );
}

function isArchived({ values }: Entry): boolean {
  return values.recordStatus === 'Архив';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
