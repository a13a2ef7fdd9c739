import { hasColumn, type ReadTab } from '../registry/read';
import type { TabKey } from '../registry/tab';
import type { Finding } from './finding';

/** every reference names a record that exists and is not archived. A tab or a column «ID» that is missing is reported once, not per reference. */
export function checkReferences(read: Readonly<Record<TabKey, ReadTab>>): Finding[] {
  // ID → whether the record is archived. One map for all tabs: an ID begins with the prefix of its tab.
  const known = new Map<string, boolean>();
  const tabOf = new Map<string, ReadTab>();
  for (const tab of Object.values(read)) {
    const prefix = tab.tab.id?.prefix;
    if (!prefix) continue;
    tabOf.set(prefix, tab);
    for (const { id, values } of tab.entries)
      if (id.startsWith(`${prefix}-`)) known.set(id, values.recordStatus === 'Архив');
  }
  const findings: Finding[] = [];
  for (const tab of Object.values(read))
    checkReferencesOf(
      tab,
      {
        archived: (id) => known.get(id),
        tabOf: (prefix) => {
          const target = tabOf.get(prefix);
          return target && hasColumn(target, 'id') ? target.tab.title : undefined;
        },
      },
      findings,
    );
  return findings;
}

/** What is known of the records that references name. */
export interface KnownRecords {
  /** undefined: there is no such record. */
  archived(id: string): boolean | undefined;
  /** Title of the tab whose IDs have this prefix; undefined where the tab or its IDs are not there: its references are not judged. */
  tabOf(prefix: string): string | undefined;
}

/** R-03 over the rows of one tab. */
export function checkReferencesOf(
  { tab, headers, entries }: ReadTab,
  known: KnownRecords,
  findings: Finding[],
): void {
  const columns = tab.columns.filter((c) => c.type === 'reference' && headers?.at.has(c.key));
  if (columns.length === 0) return;
  for (const entry of entries) {
    if (entry.values.recordStatus === 'Архив') continue;
    for (const column of columns) {
      const value = entry.values[column.key];
      if (!value) continue;
      for (const id of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) {
        const archived = known.archived(id);
        if (archived === false) continue;
        const title = known.tabOf(id.slice(0, id.indexOf('-')));
        if (title === undefined) continue;
        if (archived && finished(entry.values)) continue;
        findings.push({
          code: 'R-03',
          severity: 'error',
          tab: tab.title,
          row: entry.row,
          recordId: entry.id,
          column: column.title,
          found: id,
          expected: `действующая запись вкладки «${title}»`,
          message: `Ссылка ${id} не найдена или в архиве.`,
          instruction: 'Выберите действующую запись из списка или верните запись из архива.',
          organisation: String(entry.values.organisation ?? ''),
        });
      }
    }
  }
}

/** A pair that is over may well point to a person who has left since. */
function finished(values: Readonly<Record<string, unknown>>): boolean {
  return Boolean(values.ended ?? values.to);
}
