import type { Cell } from '../registry/cell';
import { DICTIONARIES_TITLE, dictionaryTitles } from '../registry/dictionaries';
import { type Enumeration, type EnumerationKey, enumerationOf, enumerations } from '../registry/enumerations';
import { settingDefinitions } from '../registry/settings';
import type { Column, Tab } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { parseDeadline } from '../roadmap/deadline/parse-deadline';
import { plan } from '../roadmap/plan';
import { usualPlanPeriod } from '../roadmap/plan-period';
import { termKindOf } from '../roadmap/term-kind';
import { shortDate } from '../text/print-date';
import {
  type ColumnLayout,
  DATE_FORMAT,
  LISTED,
  LISTS_TITLE,
  type TabLayout,
  TEXT_FORMAT,
  type Validation,
} from './layout';

/** The tabs that people fill, as layouts. */
export function registryLayouts(storageMode: string): TabLayout[] {
  return [...Object.values(tabs).map((tab) => layoutOf(tab, storageMode)), dictionariesLayout()];
}

function layoutOf(tab: Tab, storageMode: string): TabLayout {
  return {
    title: tab.title,
    aliases: tab.aliases ?? [],
    columns: tab.columns.map(columnLayout),
    generated: false,
    hidden: false,
    preload: preloadOf(tab, storageMode),
  };
}

/** Columns with long texts are wide, all others have the usual width: a tab then needs one or two calls for its widths. */
const WIDE = 280;

function columnLayout(column: Column): ColumnLayout {
  const required =
    column.required === 'always'
      ? 'Обязательно. '
      : column.required
        ? `Обязательно ${column.required.words}. `
        : '';
  return {
    title: column.title,
    aliases: column.aliases ?? [],
    note: `${required}${column.help}`,
    format: formatOf(column),
    width: (column.width ?? 0) >= 260 ? WIDE : null,
    owner: column.owner === 'script' || column.key === 'id' ? 'script' : 'people',
    validation: column.owner === 'script' ? null : validationOf(column),
  };
}

function formatOf(column: Column): string {
  if (column.type === 'date') return DATE_FORMAT;
  if (column.type === 'count' || column.type === 'years') return '0';
  return column.type === 'number' ? '' : TEXT_FORMAT;
}

function validationOf(column: Column): Validation | null {
  const { help } = column;
  switch (column.type) {
    case 'enum':
      return enumValidation(column.values!, column.multi === true || column.free === true, help);
    case 'yes-no':
      return { kind: 'list', values: ['да', 'нет'], strict: true, help };
    case 'date':
      return { kind: 'date', help };
    case 'count':
    case 'years':
    case 'number':
      return { kind: 'number', min: column.min ?? 0, max: column.max ?? null, help };
    case 'url':
      return { kind: 'url', help };
    case 'email':
      return { kind: 'email', help };
    case 'reference':
      return column.refers && LISTED.includes(column.refers)
        ? { kind: 'range', tab: LISTS_TITLE, column: tabs[column.refers].title, strict: false, help }
        : null;
    default:
      return null;
  }
}

function enumValidation(key: EnumerationKey, open: boolean, help: string): Validation {
  const title = dictionaryTitles[key];
  if (title !== undefined)
    return { kind: 'range', tab: DICTIONARIES_TITLE, column: title, strict: !open, help };
  return { kind: 'list', values: enumerationOf(key).values, strict: !open, help };
}

function preloadOf(tab: Tab, storageMode: string): TabLayout['preload'] {
  if (tab.key === 'settings') {
    return {
      keyColumn: 1,
      rows: settingDefinitions.map((d) => [
        d.section,
        d.title,
        d.key === 'storageMode' ? storageMode : d.initial,
        d.about,
      ]),
    };
  }
  if (tab.key === 'roadmap') {
    const keys = tab.columns.map((c) => c.key);
    const period = usualPlanPeriod();
    return {
      keyColumn: keys.indexOf('number'),
      rows: plan.map((row) => {
        const deadline = parseDeadline(row.term, period);
        const values: Record<string, Cell> = {
          ...row,
          id: `RM-${row.number}`,
          termKind: termKindOf(deadline),
          from: deadline.start ? { date: deadline.start } : '',
          controlDates: deadline.controlDates.map(shortDate).join('; '),
          everyOrganisation: row.everyOrganisation ? 'да' : 'нет',
        };
        return keys.map((key) => values[key] ?? '');
      }),
    };
  }
  return null;
}

function dictionariesLayout(): TabLayout {
  const entries = (Object.entries(enumerations) as [EnumerationKey, Enumeration][]).filter(
    ([, e]) => e.editable,
  );
  const height = Math.max(...entries.map(([, e]) => e.values.length));
  return {
    title: DICTIONARIES_TITLE,
    aliases: [],
    columns: entries.map(([, e]) => ({
      title: e.title,
      aliases: [],
      note: `Значения списка «${e.title}». Свои значения добавляйте снизу.`,
      format: TEXT_FORMAT,
      width: WIDE,
      owner: 'people',
      validation: null,
    })),
    generated: false,
    hidden: false,
    preload: {
      keyColumn: -1,
      rows: Array.from({ length: height }, (_, r) => entries.map(([, e]) => e.values[r] ?? '')),
    },
  };
}
