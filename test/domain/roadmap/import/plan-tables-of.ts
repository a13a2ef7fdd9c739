import type { Cell, Grid } from '../../../../src/domain/registry/cell';
import { roadmap } from '../../../../src/domain/registry/tabs/roadmap';
import { parseDeadline } from '../../../../src/domain/roadmap/deadline/parse-deadline';
import {
  type PlanPreview,
  type PreviewRow,
  previewPlan,
  type TermReading,
} from '../../../../src/domain/roadmap/import/plan-preview';
import { plan } from '../../../../src/domain/roadmap/plan';
import { termKindOf } from '../../../../src/domain/roadmap/term-kind';

export const PERM = [
  '№ п/п',
  'Наименование мероприятий',
  'Срок реализации',
  'Ответственный исполнитель',
  'Результат. Вид документа',
];
export const CHELYABINSK = [
  'NN п/п',
  'Наименование мероприятия',
  'Сроки',
  'Ответственный исполнитель/соисполнители',
  'Вид документа',
  'Ожидаемые результаты',
];

export const reading: TermReading = {
  parse: parseDeadline,
  kindOf: termKindOf,
  plan: { start: '2023-01-09', end: '2025-12-31' },
};

const HEADER = roadmap.columns.map((c) => c.title);

/** The tab «Дорожная карта» with these rows, by column key. */
export function tab(...rows: Readonly<Record<string, Cell>>[]): Grid {
  return [HEADER, ...rows.map((row) => roadmap.columns.map((c) => row[c.key] ?? ''))];
}

export function preview(grid: Grid, standing: Grid = tab(), replace = false): PlanPreview {
  return previewOf([grid], standing, replace);
}

export function previewOf(tables: readonly Grid[], standing: Grid = tab(), replace = false): PlanPreview {
  const found = previewPlan(tables, standing, reading, replace);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Number, name and outcome of every row. */
export const told = (rows: readonly PreviewRow[]): string[] =>
  rows.map((r) => `${r.number} ${r.name} [${r.outcome}]`);

/** The plan of the model customer as a table of its document: sections over the whole width, numbers with dots. */
export function okhansk(): string[][] {
  const titles: Readonly<Record<string, string>> = {
    '1': 'Внедрение целевой модели наставничества (далее ЦМН) педагогических работников образовательных организаций Оханского ГО (муниципальный уровень)',
    '2': 'Внедрение Целевой модели наставничества педагогических работников в образовательных организациях (институциональный уровень)',
    '3': 'Мониторинг и оценка результатов внедрения Целевой модели наставничества',
  };
  const rows: string[][] = [
    [
      '№\nп/п',
      'Наименование мероприятий',
      'Срок реализации',
      'Ответственный\nисполнитель',
      'Результат,\nвид документа',
    ],
  ];
  let section = '';
  for (const row of plan) {
    const own = row.number[0]!;
    if (own !== section) rows.push([own, ...new Array(4).fill(titles[own])]);
    section = own;
    rows.push([row.number, row.name, row.term, row.responsible, row.result]);
  }
  return rows;
}
