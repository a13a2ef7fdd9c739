import { type Finding, shown } from './finding';

/** S-05: merged cells hide values; all but the first cell of a merge are blank. */
export function mergedFinding(tab: string, ranges: readonly string[]): Finding {
  return {
    code: 'S-05',
    severity: 'error',
    tab,
    row: null,
    recordId: '',
    column: '',
    found: shown(ranges.slice(0, 5).join(', ') + (ranges.length > 5 ? ` и ещё ${ranges.length - 5}` : '')),
    expected: 'каждая запись в своей строке, без объединённых ячеек',
    message: `На вкладке «${tab}» объединены ячейки: данные видны только в первой из них.`,
    instruction:
      'Выделите эти ячейки, выберите «Формат → Объединение ячеек → Отменить» и впишите значение в каждую строку.',
    organisation: '',
  };
}
