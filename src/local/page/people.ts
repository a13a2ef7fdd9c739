import { accountsIn, curatorAccounts } from '../../domain/access/role';
import type { Grid } from '../../domain/registry/cell';
import type { TabKey } from '../../domain/registry/tab';
import { tabs } from '../../domain/registry/tabs';
import { readRegistry, type WorkbookGrids } from '../../domain/registry/workbook';
import { readDisplay, usedColumns, usedRows } from '../services/spreadsheet/cell-read';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import type { Language, PersonView } from './protocol';

const ROLES = {
  ru: { owner: 'владелец книги', coordinator: 'координатор', curator: 'куратор' },
  en: { owner: 'owner of the workbook', coordinator: 'coordinator', curator: 'curator' },
} as const;

/** The accounts that the workbook itself names: its owner, the coordinators of the settings, curators in office today. */
export function peopleOf(spreadsheet: SpreadsheetImpl, today: string, language: Language): PersonView[] {
  const words = ROLES[language];
  const grids = Object.fromEntries(Object.keys(tabs).map((key) => [key, null])) as unknown as Record<
    TabKey | 'dictionaries',
    Grid | null
  >;
  for (const key of ['settings', 'organisations', 'curators'] as const)
    grids[key] = gridOf(spreadsheet, tabs[key].title);
  const registry = readRegistry({ ...grids, dictionaries: null } as WorkbookGrids);
  const found = new Map<string, string[]>();
  const add = (user: string, who: string) => {
    if (user !== '') found.set(user, [...(found.get(user) ?? []), who]);
  };
  add(spreadsheet.model.owner.toLowerCase(), words.owner);
  for (const account of accountsIn(registry.settings.text('coordinatorAccounts')))
    add(account, words.coordinator);
  const names = new Map<string, string>();
  for (const { id, values } of registry.tabs.organisations.entries)
    if (typeof values.shortName === 'string' && values.shortName !== '') names.set(id, values.shortName);
  for (const [organisation, accounts] of curatorAccounts(registry, today))
    for (const account of accounts)
      add(account, `${words.curator}: ${names.get(organisation) ?? organisation}`);
  return [...found].map(([user, who]) => ({ user, who: [...new Set(who)].join(', ') }));
}

function gridOf(spreadsheet: SpreadsheetImpl, title: string): Grid | null {
  const sheet = spreadsheet.getSheetByName(title);
  if (!sheet) return null;
  return readDisplay(sheet, 0, 0, Math.max(1, usedRows(sheet.model)), Math.max(1, usedColumns(sheet.model)));
}
