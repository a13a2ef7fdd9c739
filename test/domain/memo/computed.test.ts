import fc from 'fast-check';
import { buildMemo } from '../../../src/domain/memo/build';
import { checkMemo } from '../../../src/domain/memo/check';
import { buildReport } from '../../../src/domain/monitoring/build';
import { waveOf } from '../../../src/domain/monitoring/wave';
import { readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { gridsOf } from '../book';
import { threeSchools } from '../monitoring/fixture';
import { definitions, municipality } from '../monitoring/municipality';
import { plain } from './print';
import { input } from './reports';

function memoOf(grids: WorkbookGrids) {
  const registry = readRegistry(grids);
  const { report } = buildReport(registry, waveOf('2024-04', registry.settings), '2024-04-20', []);
  return { report, blocks: buildMemo({ ...input(report), settings: registry.settings }) };
}

describe('the memo of computed figures', () => {
  it('of the three schools of domain.md §3.5 has their numbers', () => {
    const { report, blocks } = memoOf(gridsOf(threeSchools, {}));
    const text = plain(blocks);
    expect(text).toContain('вовлечены 10 педагогов — 14,3 % от их общей численности (70)');
    expect(text).toContain('вошли 5 (83,3 %)');
    expect(text).toContain('4 наставника, 7 наставляемых, 4 пары и 1 группа (в составе — 3 наставляемых)');
    expect(text).toContain('обучение прошли 3 из 4 наставников (75,0 %)');
    expect(text).toContain('в среднем — 1,75, наибольшее — 3 при предельной нагрузке 3');
    expect(checkMemo(blocks, report)).toEqual([]);
  });

  it('passes its own check for any municipality, except for shares that the data make impossible', () => {
    fc.assert(
      fc.property(municipality, definitions, (book, values) => {
        const { report, blocks } = memoOf(gridsOf(book, values));
        const faults = checkMemo(blocks, report).filter((fault) => !fault.includes('доля больше 100'));
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
