import { buildReport } from '../../../src/domain/monitoring/build';
import type { IndicatorValue } from '../../../src/domain/monitoring/report';
import { waveOf } from '../../../src/domain/monitoring/wave';
import { readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { type Book, gridsOf, type Values } from '../book';

export const WAVE = '2024-04';

/** Every figure of the report by `code|part|scope`. */
export function figuresOf(grids: WorkbookGrids, wave = WAVE, asOf?: string): Map<string, IndicatorValue> {
  const registry = readRegistry(grids);
  const { report } = buildReport(registry, waveOf(wave, registry.settings, asOf), '2024-04-20', []);
  return new Map(report.indicators.map((i) => [`${i.code}|${i.part}|${i.scope}`, i]));
}

export function figures(book: Book, values: Values = {}, wave = WAVE, asOf?: string) {
  return figuresOf(gridsOf(book, values), wave, asOf);
}
