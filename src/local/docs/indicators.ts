import { indicators } from '../../domain/monitoring/indicators';
import type { Indicator } from '../../domain/monitoring/indicators/indicator';
import { settingDefinitions } from '../../domain/registry/settings';
import { columnOf } from '../../domain/registry/tab';
import { tabs } from '../../domain/registry/tabs';
import { bullets, page, table } from './markdown';
import { conventions, readings } from './readings';

/** docs/indicators.md: the methodology, from the same table that the figures are computed by. */
export function indicatorsPage(): string {
  return page([
    '# Методика показателей',
    '<!-- Страница создана командой `npm run docs` из src/domain/monitoring/indicators. Правки вносите там. -->',
    'Страница создана командой `npm run docs` из той же таблицы, по которой показатели считаются. Цели меняются на вкладке «Настройки»; здесь даны значения по умолчанию.',
    '## Соглашения',
    bullets(conventions),
    '## Показатели',
    'Столбец «Часть» — поле `part` в `report.json`; у большинства показателей оно пустое.',
    table(
      ['Код', 'Часть', 'Показатель', 'Числитель / знаменатель', 'Единица', 'Цель', 'Источник'],
      indicators.map((i) => [
        i.code,
        i.part && `\`${i.part}\``,
        i.name,
        i.formula,
        UNITS[i.unit],
        targetOf(i),
        i.source,
      ]),
    ),
    'Источники с пометкой «сверить перед цитированием» известны по пересказу: перед ссылкой на них в документе проверьте текст акта.',
    '## Как читаются определения',
    table(['О чём', 'Как считается'], readings),
    '## Какие столбцы нужны',
    'Без этих столбцов показатель получает «нет данных».',
    table(
      ['Код', 'Часть', 'Вкладки и столбцы'],
      indicators.map((i) => [i.code, i.part && `\`${i.part}\``, needsOf(i)]),
    ),
  ]);
}

const UNITS = { '%': '%', count: 'количество', ratio: 'отношение' } as const;

function targetOf({ code, better }: Indicator): string {
  if (better === null) return '';
  const key = code === 'И-21' ? 'loadLimit' : `target ${code}`;
  const initial = settingDefinitions.find((s) => s.key === key)?.initial ?? '';
  if (initial === '') return '';
  return `${better === 'less' ? '≤' : '≥'} ${initial}`;
}

/** A column with `?` may be absent, so it is not needed. */
function needsOf({ needs }: Indicator): string {
  return needs
    .map(([key, ...columns]) => {
      const titles = columns.filter((c) => !c.endsWith('?')).map((c) => columnOf(tabs[key], c).title);
      return `«${tabs[key].title}»${titles.length > 0 ? `: ${titles.join('; ')}` : ''}`;
    })
    .join('. ');
}
