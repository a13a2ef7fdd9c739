import { columnOf } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { bookRules } from './book-rules';
import { codeOf, lacksGrounds } from './exceptions';
import { readingRules } from './reading-rules';
import { rowRules } from './row-rules';
import type { BookRule } from './rule';

/** Rules about the exceptions themselves; apart from the others, because they ask how severe those are. */
export const exceptionRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-63',
    severity: 'error',
    title: 'исключение принимает ошибку',
    instruction: 'Исправьте саму запись, а строку исключения удалите: принять можно только предупреждение.',
    columns: ['code', 'record', 'column'],
    check({ registry }, report) {
      const errors = new Set(
        [...readingRules, ...rowRules, ...bookRules].filter((r) => r.severity === 'error').map((r) => r.code),
      );
      for (const entry of registry.tabs.exceptions.entries)
        if (errors.has(codeOf(entry)))
          report('exceptions', entry, 'code', {
            message: `Ошибку ${codeOf(entry)} нельзя принять как исключение.`,
            expected: 'код предупреждения или подсказки',
          });
    },
  },
  {
    scope: 'book',
    code: 'R-64',
    severity: 'warning',
    title: 'исключение без причины',
    instruction: 'Впишите причину, кто принял решение и дату: до тех пор замечание остаётся открытым.',
    columns: ['reason', 'acceptedBy', 'acceptedOn'],
    check({ registry }, report) {
      for (const entry of registry.tabs.exceptions.entries) {
        const key = lacksGrounds(entry);
        if (key === null) continue;
        const { title } = columnOf(tabs.exceptions, key);
        report('exceptions', entry, key, {
          message:
            key === 'reason'
              ? 'Исключение без причины не действует.'
              : `Исключение не действует: не заполнено «${title}».`,
          expected: 'причина, кто принял и дата решения',
        });
      }
    },
  },
];
