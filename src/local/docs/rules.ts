import type { Severity } from '../../domain/checks/finding';
import type { Rule } from '../../domain/checks/rule';
import { rules } from '../../domain/checks/rules';
import { page, table } from './markdown';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Ошибка',
  warning: 'Предупреждение',
  hint: 'Подсказка',
};

/**
 * Where a rule speaks: at the cell at once, or only when the whole book is known. Reading also finds what is wrong with a
 * tab as a whole, and a doubled ID: at the cell a copy simply gets a number of its own.
 */
function whenSeen({ code, scope }: Rule): string {
  return scope === 'book' || code.startsWith('S-') || code === 'R-04' ? 'при проверке' : 'при вводе';
}

/** docs/rules.md: every rule of the checks, from the table that runs them. */
export function rulesPage(): string {
  const row = (rule: Rule) => [
    rule.code,
    SEVERITIES[rule.severity],
    rule.title,
    rule.instruction ?? 'Что исправить, сказано в самом замечании.',
    whenSeen(rule),
  ];
  const header = ['Код', 'Важность', 'Что не так', 'Что сделать', 'Когда видно'];
  return page([
    '# Правила проверки',
    '<!-- Страница создана командой `npm run docs` из src/domain/checks. Правки вносите там. -->',
    'Ошибка мешает представить форму. Предупреждение можно принять с объяснением (вкладка «Исключения»). Подсказка ничего не требует. Пороги правил стоят на вкладке «Настройки», раздел «Пороги».',
    '«При вводе» — замечание появляется в столбце «Ошибки» сразу после правки ячейки; «при проверке» — после команды «Проверить записи» или ночной сверки. Коды не меняются.',
    '## Записи',
    table(header, rules.filter((r) => r.code.startsWith('R-')).map(row)),
    '## Устройство книги',
    table(header, rules.filter((r) => r.code.startsWith('S-')).map(row)),
  ]);
}
