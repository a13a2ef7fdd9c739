import { type Cell, cellText, type Grid, isDateCell } from '../registry/cell';
import type { Snapshot } from './build';
import type { IndicatorStatus, IndicatorUnit, IndicatorValue } from './report';

/** The tab «Снимки волн»: a row a figure a wave. Runs of one wave replace its rows and leave those of the others. */
export const SNAPSHOT_TITLE = 'Снимки волн';

export const SNAPSHOT_HEADER: readonly string[] = [
  'Волна',
  'Отчётная дата',
  'Код',
  'Часть',
  'Область',
  'Числитель',
  'Знаменатель',
  'Значение',
  'Единица',
  'Состояние',
  'Цель',
  'Определения',
  'Построено',
];

export function snapshotRows(snapshot: Snapshot, builtOn: string): Cell[][] {
  return snapshot.indicators.map((i) => [
    snapshot.wave,
    { date: snapshot.asOf },
    i.code,
    i.part,
    i.scope,
    i.numerator ?? '',
    i.denominator ?? '',
    i.value ?? '',
    i.unit,
    i.status,
    i.target ?? '',
    snapshot.definitions,
    { date: builtOn },
  ]);
}

/** The recorded waves; rows that cannot be a figure are passed over (the tab belongs to the script). */
export function readSnapshots(grid: Grid | null): Snapshot[] {
  const waves = new Map<string, { asOf: string; definitions: string; indicators: IndicatorValue[] }>();
  for (const row of grid?.slice(1) ?? []) {
    const wave = cellText(row[0] ?? '');
    if (!/^\d{4}-\d{2}$/.test(wave)) continue;
    const asOf = row[1] ?? '';
    let known = waves.get(wave);
    if (!known) {
      known = {
        asOf: isDateCell(asOf) ? asOf.date : '',
        definitions: cellText(row[11] ?? ''),
        indicators: [],
      };
      waves.set(wave, known);
    }
    const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
    known.indicators.push({
      code: cellText(row[2]),
      part: cellText(row[3]),
      scope: cellText(row[4]),
      numerator: number(row[5]),
      denominator: number(row[6]),
      value: number(row[7]),
      unit: cellText(row[8]) as IndicatorUnit,
      status: cellText(row[9]) as IndicatorStatus,
      target: number(row[10]),
    });
  }
  return [...waves].map(([wave, rest]) => ({ wave, ...rest }));
}

/** All rows of the tab after a run: those of other waves as they stand, then this wave's, in the order of waves. */
export function mergeSnapshot(
  grid: Grid | null,
  wave: string,
  rows: readonly (readonly Cell[])[],
): (readonly Cell[])[] {
  const width = SNAPSHOT_HEADER.length;
  const fit = (row: readonly Cell[]) => Array.from({ length: width }, (_, i) => row[i] ?? '');
  const others = (grid?.slice(1) ?? [])
    .filter((row) => cellText(row[0] ?? '') !== '' && cellText(row[0] ?? '') !== wave)
    .map(fit);
  const all = [...others, ...rows.map(fit)];
  // Stable: rows of one wave keep their order.
  return all.sort((a, b) => (cellText(a[0]) < cellText(b[0]) ? -1 : cellText(a[0]) > cellText(b[0]) ? 1 : 0));
}
