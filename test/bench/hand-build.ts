import type { Value } from '../../src/domain/registry/values';
import type { Registry } from '../../src/domain/registry/workbook';

/**
 * The yardstick of the monitoring build: what a programmer writes by hand for these columns alone, over the registries
 * that are read. It counts the same things as the indicators and tables of people and pairs do, by organisation: on D and
 * in P, unique people, both roles, load, orders, ends, distributions. Two waves, as the report has. No words, no
 * definitions from the settings, no missing columns.
 */
type Values = Readonly<Record<string, Value>>;
type Counts = Record<string, number>;

const submitted = new Set(['Представлено', 'На проверке', 'Принято', 'Представлено повторно']);

export function handBuild(registry: Registry): Map<string, Counts>[] {
  return [
    handWave(registry, '2024-04', '2024-03-31', '2023-09-01'),
    handWave(registry, '2023-04', '2023-03-31', '2022-09-01'),
  ];
}

function handWave(registry: Registry, wave: string, asOf: string, from: string): Map<string, Counts> {
  const { organisations, forms, mentors, mentees, pairs, documents } = registry.tabs;
  const found = new Map<string, Counts>();
  for (const o of organisations.entries) found.set(o.id, { teachers: Number(o.values.teachers) });
  const all: Counts = {};
  found.set('', all);
  const add = (organisation: unknown, key: string): void => {
    const counts = found.get(organisation as string);
    if (!counts) return;
    counts[key] = (counts[key] ?? 0) + 1;
    all[key] = (all[key] ?? 0) + 1;
  };
  for (const { values: v } of forms.entries)
    if (v.wave === wave && submitted.has(v.status as string)) add(v.organisation, 'submitted');
  const orders = new Map(documents.entries.map((d) => [d.id, d.values]));
  for (const { values: v } of documents.entries)
    if (String(v.date) <= asOf) add(v.organisation, `document ${v.kind}`);

  const home = new Map<string, Value>();
  for (const m of mentees.entries) home.set(m.id, m.values.organisation!);
  const paired = new Set<string>();
  const load = new Map<string, Set<string>>();
  for (const { values: v } of pairs.entries) {
    if (!inForce(v, asOf) || v.from === '' || String(v.from) > asOf) continue;
    const ids = v.mentees as readonly string[];
    const at = home.get(ids[0]!) ?? v.organisation;
    const kind = v.type === 'группа' ? 'groups' : 'pairs';
    if (!v.ended || String(v.ended) >= from) add(at, `${kind} in P`);
    if (v.ended && String(v.ended) >= from && String(v.ended) <= asOf) add(at, `ended ${v.status}`);
    if (v.ended ? String(v.ended) < asOf : v.status !== 'Действует') continue;
    add(at, kind);
    add(at, `form ${v.form} ${v.kind}`);
    const order = orders.get(v.order as string);
    if (order?.number && String(order.date) <= asOf) add(at, 'ordered');
    for (const id of ids) paired.add(id);
    for (const mentor of v.mentors as readonly string[]) {
      const known = load.get(mentor);
      if (known) for (const id of ids) known.add(id);
      else load.set(mentor, new Set(ids));
    }
  }

  const people = new Set<string>();
  const peopleInPeriod = new Set<string>();
  for (const { id, values: v } of mentors.entries) {
    if (!inForce(v, asOf) || v.entered === '' || String(v.entered) > asOf) continue;
    const at = v.organisation;
    const key = `${fold(v.name)}|${v.workplace}`;
    if ((!v.left || String(v.left) >= from) && !peopleInPeriod.has(key)) {
      peopleInPeriod.add(key);
      add(at, 'mentors in P');
    }
    if (v.left && String(v.left) < asOf) continue;
    if (!people.has(key)) add(at, 'mentors');
    people.add(key);
    add(at, `qualification ${v.qualification}`);
    if (v.consent) add(at, 'consent');
    if (v.publicationConsent) add(at, 'publishable');
    const counts = found.get(at as string)!;
    counts.load = Math.max(counts.load ?? 0, load.get(id)?.size ?? 0);
  }

  for (const { id, values: v } of mentees.entries) {
    if (!inForce(v, asOf) || v.entered === '' || String(v.entered) > asOf) continue;
    const at = v.organisation;
    if (!v.ended || String(v.ended) >= from) add(at, 'mentees in P');
    if (v.ended && String(v.ended) <= asOf && v.retained) add(at, `retained ${v.retained}`);
    if (v.ended && String(v.ended) < asOf) continue;
    add(at, 'mentees');
    add(at, `category ${v.category}`);
    for (const request of v.requests as readonly string[]) add(at, `request ${request}`);
    if (people.has(`${fold(v.name)}|${at}`)) add(at, 'both roles');
    if (paired.has(id)) add(at, 'paired');
    const isNew = typeof v.years === 'number' && yearsOn(v.years, v.yearsOn as string, asOf) <= 3;
    if (!isNew) continue;
    add(at, 'new');
    if (Number(asOf.slice(0, 4)) - Number(v.birth) < 35) add(at, 'young');
    if (!paired.has(id)) add(at, 'new without mentor');
  }
  return found;
}

function inForce(v: Values, asOf: string): boolean {
  return v.recordStatus === 'Действует' || (v.recordStatus === 'Архив' && String(v.archivedOn) > asOf);
}

function yearsOn(years: number, stated: string, asOf: string): number {
  if (!stated) return years;
  const whole =
    Number(asOf.slice(0, 4)) - Number(stated.slice(0, 4)) - (asOf.slice(5) < stated.slice(5) ? 1 : 0);
  return Math.max(0, years + whole);
}

function fold(name: Value | undefined): string {
  return String(name).toLowerCase().replace(/ё/g, 'е');
}
