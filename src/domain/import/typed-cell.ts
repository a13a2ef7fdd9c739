import type { Cell } from '../registry/cell';
import type { Column } from '../registry/tab';
import type { Value } from '../registry/values';

/**
 * A cell of an old table as it would be typed into the registry: a date typed as text becomes a date, «12 чел.» a
 * number, a synonym the word of the list. Only for cells that were read without a problem.
 */
export function typedCell(column: Column, value: Value, cell: Cell): Cell {
  switch (column.type) {
    case 'date':
      return typeof value === 'string' && value !== '' ? { date: value } : cell;
    case 'count':
    case 'number':
    case 'years':
      return typeof value === 'number' ? value : cell;
    case 'yes-no':
      return value === true ? 'да' : value === false ? 'нет' : cell;
    case 'enum':
      return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : cell;
    case 'reference':
    case 'url':
      return cell;
    default:
      return typeof value === 'string' && value !== '' ? value : cell;
  }
}
