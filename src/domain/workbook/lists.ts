import type { Cell } from '../registry/cell';
import type { Entry } from '../registry/read';
import type { TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import type { Registry } from '../registry/workbook';
import { printOrderReference } from '../text/order-number';
import { initialsOf, isCode } from '../text/person-name';
import { printReference } from '../text/reference';
import { LISTED } from './layout';

/** The tab «Списки» as a whole, the header first. */
export function listSheet(registry: Registry): Cell[][] {
  return [LISTED.map((key) => tabs[key].title), ...listRows(registry)];
}

/** The columns of «Списки» below their headers: what the dropdowns of references offer. Archived records are left out. */
export function listRows(registry: Registry): Cell[][] {
  const names = personNames(registry);
  const columns = LISTED.map((key) =>
    registry.tabs[key].entries
      .filter((e) => e.id !== '' && e.values.recordStatus !== 'Архив')
      .map((e) => printReference(e.id, labelOf(key, e, names))),
  );
  const height = Math.max(1, ...columns.map((c) => c.length));
  return Array.from({ length: height }, (_, r) => columns.map((column) => column[r] ?? ''));
}

/** What a reference to this tab may name: the text as a cell shows it and the ID of the organisation it belongs to. */
export function referencesTo(
  registry: Registry,
  key: TabKey,
): (readonly [text: string, organisation: string])[] {
  const names = personNames(registry);
  return registry.tabs[key].entries
    .filter((e) => e.id !== '' && e.values.recordStatus !== 'Архив')
    .map((e) => [
      printReference(e.id, labelOf(key, e, names)),
      key === 'organisations' ? e.id : String(e.values.organisation ?? ''),
    ]);
}

/** What stands beside an ID in a reference: `Иванова М. П.`; '' for an ID that no record has. */
export function recordLabel(registry: Registry, id: string): string {
  for (const key of LISTED) {
    const entry = registry.tabs[key].entries.find((e) => e.id === id);
    if (entry) return labelOf(key, entry, personNames(registry));
  }
  return '';
}

function personNames(registry: Registry): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const key of ['mentors', 'mentees'] as const)
    for (const entry of registry.tabs[key].entries) names.set(entry.id, personLabel(entry));
  return names;
}

function labelOf(key: TabKey, { values: v, id }: Entry, names: ReadonlyMap<string, string>): string {
  if (key === 'organisations') return String(v.shortName ?? '');
  if (key === 'documents') {
    const [number, date] = [String(v.number ?? ''), String(v.date ?? '')];
    return number && date ? printOrderReference({ number, date }) : String(v.name ?? '');
  }
  if (key === 'pairs') {
    const people = (list: unknown) =>
      Array.isArray(list) ? list.map((p) => names.get(p) ?? p).join(', ') : '';
    return `${people(v.mentors)} – ${people(v.mentees)}`;
  }
  return names.get(id) ?? personLabel({ values: v } as Entry);
}

function personLabel({ values }: Pick<Entry, 'values'>): string {
  const name = String(values.name ?? '');
  return name === '' || isCode(name) ? name : initialsOf(name);
}
