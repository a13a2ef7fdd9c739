import { likelyNames } from '../privacy/likely-names';
import { isOfficial, officialNames } from '../privacy/officials';
import type { Settings } from '../registry/settings';
import type { TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { isCode } from '../text/person-name';
import type { BookRule, RowRule } from './rule';

const personal = Object.values(tabs).filter((tab) => tab.columns.some((c) => c.personal));
/** Tabs that hold people: empty where only totals are kept. */
const PEOPLE: readonly TabKey[] = ['mentors', 'mentees', 'curators'];

export const storageRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-65',
    severity: 'error',
    title: 'сведения о человеке, которых не допускает режим хранения',
    instruction:
      'Впишите код, например П-017 (свободный код показывает окно «Режим хранения»), а имя запишите в файл ключа на своём компьютере.',
    tabs: personal.map((tab) => tab.key),
    columns: [],
    check: ({ tab, entry, settings }, report) => {
      const mode = settings.text('storageMode');
      if (mode === 'Только агрегаты' && PEOPLE.includes(tab))
        report('', {
          message: 'В режиме «Только агрегаты» записи о людях не ведутся.',
          expected: 'пустая вкладка: численность указывается в формах',
          found: entry.id,
          instruction:
            'Сохраните вкладку в файл на своём компьютере и очистите её строки или смените режим хранения.',
        });
      if (mode !== 'Коды вместо ФИО') return;
      for (const column of tabs[tab].columns) {
        const text = String(entry.values[column.key] ?? '');
        if (!column.personal || text === '') continue;
        if (column.personal === 'name' && !isCode(text))
          report(column.key, { message: 'В ячейке ФИО — имя, а не код.', expected: 'код, например П-017' });
        if (column.personal === 'mention' && namesSomebody(text, settings))
          report(column.key, {
            message: 'В ячейке названо имя.',
            expected: 'должность без имени или код, например П-017',
          });
      }
    },
  },
];

function namesSomebody(text: string, settings: Settings): boolean {
  const officials = officialNames(settings);
  return likelyNames(text).some(({ start, end }) => !isOfficial(text.slice(start, end), officials));
}

export const storageBookRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-66',
    severity: 'warning',
    title: 'в тексте стоит то, что похоже на ФИО',
    instruction:
      'Если это ФИО участника, впишите вместо него код, а имя оставьте в файле ключа. Если это не имя, оставьте как есть.',
    columns: [],
    check: ({ registry, settings }, report) => {
      if (settings.text('storageMode') === 'Полный') return;
      const officials = officialNames(settings);
      for (const read of Object.values(registry.tabs)) {
        const columns = read.tab.columns.filter(
          (c) => !c.personal && (c.type === 'text' || c.free === true) && c.owner !== 'script',
        );
        for (const entry of read.entries)
          for (const column of columns) {
            const value = entry.values[column.key];
            const text = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
            const found = likelyNames(text)
              .map(({ start, end }) => text.slice(start, end))
              .filter((name) => !isOfficial(name, officials));
            if (found.length > 0)
              report(read.tab.key, entry, column.key, {
                message: 'Похоже на ФИО, а в книге хранятся коды.',
                expected: 'код вместо имени',
                found: found.join('; '),
              });
          }
      }
    },
  },
];
