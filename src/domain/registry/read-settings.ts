import { type Finding, shown } from '../checks/finding';
import { isDate } from '../text/calendar';
import { addressError } from '../text/email-address';
import { foldHeader } from '../text/fold';
import { parseDate } from '../text/parse-date';
import { parseDecimal } from '../text/parse-number';
import { cleanText } from '../text/spaces';
import { type Cell, cellText, type Grid, isBlank, isDateCell } from './cell';
import { mapHeaders } from './headers';
import { type SettingDefinition, type Settings, type SettingType, settingDefinitions } from './settings';
import { settings as tab } from './tabs/settings';

export interface ReadSettings {
  readonly settings: Settings;
  /** Key of a setting → 0-based row in the grid; absent when the tab lacks it. */
  readonly rows: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** A blank cell of these means nothing at all, not the default. */
const BLANK_IS_A_VALUE: readonly SettingType[] = ['text', 'days', 'email'];

type Parsed = { readonly value: unknown } | { readonly expected: string };

/** Reads the tab «Настройки»; what is blank or absent has its default, what cannot be read is a finding and its default. */
export function readSettings(grid: Grid | null): ReadSettings {
  const values = new Map<string, unknown>();
  const rows = new Map<string, number>();
  const findings: Finding[] = [];
  const headers = grid ? mapHeaders(tab, grid[0] ?? []).at : new Map<string, number>();
  const [nameAt, valueAt] = [headers.get('name'), headers.get('value')];
  if (grid && grid.length > 1 && nameAt !== undefined && valueAt !== undefined) {
    const titles = new Map(settingDefinitions.map((d) => [d.title, d]));
    let folded: Map<string, SettingDefinition> | null = null;
    const named = (title: string) => {
      const exact = titles.get(title);
      if (exact) return exact;
      folded ??= new Map(settingDefinitions.map((d) => [foldHeader(d.title), d]));
      return folded.get(foldHeader(title));
    };
    for (let r = 1; r < grid.length; r++) {
      const definition = named(cellText(grid[r][nameAt] ?? ''));
      if (!definition || rows.has(definition.key)) continue;
      rows.set(definition.key, r);
      const cell = grid[r][valueAt] ?? '';
      if (isBlank(cell)) {
        if (definition.type === 'targets') values.set(definition.key, []);
        else if (BLANK_IS_A_VALUE.includes(definition.type)) values.set(definition.key, '');
        continue;
      }
      const parsed = parse(definition, cell);
      if ('value' in parsed) values.set(definition.key, parsed.value);
      else
        findings.push({
          code: 'S-08',
          severity: 'error',
          tab: tab.title,
          row: r + 1,
          recordId: '',
          column: definition.title,
          found: shown(cellText(cell)),
          expected: parsed.expected,
          message: `Не читается значение параметра «${definition.title}»; взято значение по умолчанию (${definition.initial || 'пусто'}).`,
          instruction: definition.about || `Впишите ${parsed.expected}.`,
          organisation: '',
        });
    }
  }
  return { settings: accessors(values), rows, findings };
}

/** The settings of a workbook that has no tab «Настройки» yet. */
export function defaultSettings(): Settings {
  return readSettings(null).settings;
}

function parsedInitial(definition: SettingDefinition): unknown {
  if (definition.initial === '') return definition.type === 'targets' ? [] : '';
  const parsed = parse(definition, definition.initial);
  if (!('value' in parsed)) throw new Error(`Setting ${definition.key} has a default that cannot be read`);
  return parsed.value;
}

function parse(definition: SettingDefinition, cell: Cell): Parsed {
  const text = cleanText(cellText(cell));
  switch (definition.type) {
    case 'text':
      return { value: text };
    case 'date': {
      const { value } = isDateCell(cell)
        ? { value: cell.date }
        : parseDate(typeof cell === 'number' ? cell : text);
      return value !== undefined && isDate(value) ? { value } : { expected: 'дата вида 20.10.2022' };
    }
    case 'number': {
      const { value } = parseDecimal(typeof cell === 'number' ? cell : text);
      return value === undefined ? { expected: 'число' } : { value };
    }
    case 'choice': {
      const fold = (v: string) => v.replace(/\s+/g, '').toLowerCase();
      const found = definition.choices?.find((c) => fold(c) === fold(text));
      return found ? { value: found } : { expected: (definition.choices ?? []).join(' или ') };
    }
    case 'day-month': {
      const parts = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
      const date = isDateCell(cell)
        ? cell.date
        : parts
          ? `2000-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}`
          : '';
      return isDate(date) ? { value: date.slice(5) } : { expected: 'день и месяц вида 31.03' };
    }
    case 'days':
      return /^\d{1,3}(?:\s*[;,]\s*\d{1,3})*[;,]?$/.test(text)
        ? { value: text }
        : { expected: 'числа дней через «; », например 14; 7; 3; 1; 0' };
    case 'email':
      return addressError(text) === null ? { value: text } : { expected: 'один адрес вида boss@example.ru' };
    case 'targets': {
      const byYear = text.split(';').map((piece) => /^\s*(\d{4})\s*[:–-]\s*([\d,.]+)\s*%?\s*$/.exec(piece));
      if (byYear.length > 0 && byYear.every((m) => m !== null))
        return {
          value: byYear
            .map((m) => ({ year: Number(m![1]), target: Number(m![2].replace(',', '.')) }))
            .sort((a, b) => a.year - b.year),
        };
      const { value } = parseDecimal(text.replace(/%\s*$/, ''));
      return value === undefined
        ? { expected: 'число или «2023: 50; 2024: 70»' }
        : { value: [{ year: 0, target: value }] };
    }
  }
}

/** A default is parsed when it is first asked for: one rule at the cell asks for few of them. */
function accessors(values: Map<string, unknown>): Settings {
  const get = (key: string): unknown => {
    if (!values.has(key)) {
      const definition = settingDefinitions.find((d) => d.key === key);
      if (!definition) throw new Error(`No setting ${key}`);
      values.set(key, parsedInitial(definition));
    }
    return values.get(key);
  };
  return {
    text: (key) => String(get(key)),
    date: (key) => String(get(key)),
    number: (key) => Number(get(key)),
    dayMonth: (key) => String(get(key)),
    /** The last given year not later than the asked one; before the first year there is no target. */
    target: (code, year) => {
      if (code === 'И-21') return Number(get('loadLimit'));
      if (!settingDefinitions.some((d) => d.key === `target ${code}`)) return null;
      const list = get(`target ${code}`) as readonly { year: number; target: number }[];
      return [...list].reverse().find((t) => t.year <= year)?.target ?? null;
    },
  };
}
