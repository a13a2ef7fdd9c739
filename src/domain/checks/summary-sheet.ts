import type { Cell } from '../registry/cell';
import type { Registry } from '../registry/workbook';
import { round } from '../text/print-number';
import { printReference } from '../text/reference';
import type { Checked } from './check';
import { ruleTitle } from './rules';

/** The tab «Сводка проверки»: when, by whom, how many, how it stands with each organisation and each rule. */
export const SUMMARY_TITLE = 'Сводка проверки';
export const SUMMARY_HEADING = 'Проверка записей';

interface CheckFacts {
  /** `dd.mm.yyyy hh:mm` */
  readonly at: string;
  readonly by: string;
  /** What the person should know of the run itself: cut lists, tabs that could not be written. */
  readonly notes: readonly string[];
}

export function summaryRows(
  { findings, counts, organisations }: Checked,
  registry: Registry,
  facts: CheckFacts,
): Cell[][] {
  const names = new Map(
    registry.tabs.organisations.entries.map(({ id, values }) => [
      id,
      printReference(id, String(values.shortName ?? '')),
    ]),
  );
  const byRule = new Map<string, number>();
  for (const { code } of findings) byRule.set(code, (byRule.get(code) ?? 0) + 1);
  const open = counts.errors + counts.warnings + counts.hints;
  return [
    [SUMMARY_HEADING],
    ['Когда', facts.at],
    ['Кто проверил', facts.by],
    ['Ошибок', counts.errors],
    ['Предупреждений', counts.warnings],
    ['Подсказок', counts.hints],
    ['Принято исключений', counts.accepted],
    ['Исправлено с прошлой проверки', counts.fixed],
    ['Новых', counts.fresh],
    ['Осталось с прошлой проверки', open - counts.fresh],
    ...facts.notes.map((note): Cell[] => ['Обратите внимание', note]),
    [],
    ['ПО ОРГАНИЗАЦИЯМ'],
    [
      'Организация',
      'Заполненность, %',
      'Качество, %',
      'Ошибок',
      'Предупреждений',
      'Подсказок',
      'Принято',
      'Исправлено',
      'Новых',
    ],
    ...organisations.map((o): Cell[] => [
      names.get(o.id) ?? o.id,
      share(o.completeness),
      share(o.quality),
      o.errors,
      o.warnings,
      o.hints,
      o.accepted,
      o.fixed,
      o.fresh,
    ]),
    [],
    ['ПО ПРАВИЛАМ'],
    ['Правило', 'Случаев'],
    ...[...byRule]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([code, n]): Cell[] => [`${code} ${ruleTitle(code)}`, n]),
  ];
}

function share(value: number | null): Cell {
  return value === null ? 'нет записей' : round(value, 1);
}
