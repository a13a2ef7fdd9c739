import { type Cell, cellText, type Grid, isDateCell } from '../registry/cell';
import { columnLetter } from '../registry/headers';
import type { Entry, ReadTab } from '../registry/read';
import type { Registry } from '../registry/workbook';
import { printReference } from '../text/reference';
import type { CheckedFinding } from './check';
import type { RememberedFinding } from './compare';

/** The tab «Проверка»: one finding a row under a plain header, so that curators filter it by their organisation. */
export const CHECK_TITLE = 'Проверка';

export const CHECK_HEADER = [
  '№',
  'Перейти',
  'Организация',
  'Важность',
  'Код',
  'Вкладка',
  'Строка',
  'Запись',
  'Столбец',
  'Найдено',
  'Ожидалось',
  'Сообщение',
  'Что сделать',
  'Кто изменил',
  'Замечено с',
  'Состояние',
] as const;

/** 0-based place of the links among the columns. */
export const LINK_COLUMN = CHECK_HEADER.indexOf('Перейти');

/** Rows that the tab has room for: more than anyone reads, few enough to write in seconds. */
export const CHECK_LIMIT = 5000;

const SEVERITY_WORDS = { error: 'Ошибка', warning: 'Предупреждение', hint: 'Подсказка' } as const;

const STATES = { new: 'новое', open: 'остаётся', accepted: 'принято' } as const;

/** Rows below the header, in the order of the findings; the column of links is filled apart. */
export function checkRows(findings: readonly CheckedFinding[], registry: Registry): Cell[][] {
  const names = new Map(
    registry.tabs.organisations.entries.map(({ id, values }) => [
      id,
      printReference(id, String(values.shortName ?? '')),
    ]),
  );
  const byTitle = tabsByTitle(registry);
  return findings.map((f, i) => [
    i + 1,
    '',
    names.get(f.organisation) ?? f.organisation,
    SEVERITY_WORDS[f.severity],
    f.code,
    f.tab,
    f.row ?? '',
    f.recordId,
    f.column,
    f.found,
    f.expected,
    f.message,
    f.accepted ? `Принято: ${f.accepted.reason} (${f.accepted.by})` : f.instruction,
    String(entryAt(byTitle.get(f.tab), f.row)?.values.updatedBy ?? ''),
    { date: f.since },
    STATES[f.state],
  ]);
}

/** A1 addresses of the cells of findings, the record's ID for a whole row; '' where there is none to go to. */
export function addressesOf(findings: readonly CheckedFinding[], registry: Registry): string[] {
  const byTitle = tabsByTitle(registry);
  return findings.map(({ tab, column, row }) => {
    const read = byTitle.get(tab);
    if (!read?.present) return '';
    const key = read.tab.columns.find((c) => c.title === column)?.key ?? 'id';
    return `${columnLetter(read.headers?.at.get(key) ?? 0)}${row ?? 1}`;
  });
}

/** What the tab remembers of the last run; [] for a tab that is not as the script writes it. */
export function rememberedFindings(grid: Grid | null): RememberedFinding[] {
  const header = (grid?.[0] ?? []).map(cellText);
  if (!CHECK_HEADER.every((title, i) => header[i] === title)) return [];
  return (grid ?? []).slice(1).flatMap((row): RememberedFinding[] => {
    const text = (title: (typeof CHECK_HEADER)[number]) => cellText(row[CHECK_HEADER.indexOf(title)] ?? '');
    if (text('Код') === '') return [];
    const since = row[CHECK_HEADER.indexOf('Замечено с')];
    const accepted = text('Состояние') === STATES.accepted;
    const severity = text('Важность');
    return [
      {
        code: text('Код'),
        tab: text('Вкладка'),
        recordId: text('Запись'),
        row: text('Строка') === '' ? null : Number(text('Строка')),
        column: text('Столбец'),
        organisation: text('Организация').split(' ')[0],
        since: isDateCell(since) ? since.date : '',
        marked: accepted
          ? null
          : severity === SEVERITY_WORDS.error
            ? 'error'
            : severity === SEVERITY_WORDS.warning
              ? 'warning'
              : null,
      },
    ];
  });
}

function tabsByTitle(registry: Registry): ReadonlyMap<string, ReadTab> {
  return new Map(Object.values(registry.tabs).map((read) => [read.tab.title, read]));
}

/** The entry of a row; entries stand in the order of their rows. */
function entryAt(read: ReadTab | undefined, row: number | null): Entry | undefined {
  if (!read || row === null) return undefined;
  let [low, high] = [0, read.entries.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = read.entries[middle];
    if (entry.row === row) return entry;
    if (entry.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
