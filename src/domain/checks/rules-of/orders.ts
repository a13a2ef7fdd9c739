import type { Entry } from '../../registry/read';
import { parseOrderReference } from '../../text/order-number';
import type { BookCase } from '../rule';
import { text } from './values';

/** № and date of an order; a side that is not known is ''. */
export interface Order {
  readonly number: string;
  readonly date: string;
}

const NO_ORDER: Order = { number: '', date: '' };

/**
 * What an order cell stands for: a record of «Документы», archived ones too, or № and date typed into the cell. A blank
 * cell is an order without both; null: a record that is not there, which R-03 reports. Use with `book.once(ordersOf)`.
 */
export function ordersOf(book: BookCase): (entry: Entry) => Order | null {
  const known = new Map<string, Order | null>([['', NO_ORDER]]);
  for (const document of book.registry.tabs.documents.entries)
    if (document.id !== '' && !known.has(document.id))
      known.set(document.id, { number: text(document, 'number'), date: text(document, 'date') });
  return (entry) => {
    const cell = text(entry, 'order');
    let order = known.get(cell);
    if (order === undefined) {
      order = parseOrderReference(cell).value ?? null;
      known.set(cell, order);
    }
    return order;
  };
}
