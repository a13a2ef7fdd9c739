import type { Language } from './protocol';
import { UndoStack } from './undo';

/** Whose hands: a window of the page. */
export interface Seat {
  readonly window: string;
  user: string;
  language: Language;
  readonly undo: UndoStack;
}

/** The windows that have acted since the book was opened. */
export class Seats {
  readonly #seats = new Map<string, Seat>();

  /** @param owner whom a window acts as until it says otherwise */
  constructor(readonly owner: string) {}

  of(window: string): Seat {
    let seat = this.#seats.get(window);
    if (!seat) {
      seat = { window, user: this.owner, language: 'ru', undo: new UndoStack() };
      this.#seats.set(window, seat);
    }
    return seat;
  }

  /** Rows came (> 0) or went: the steps of the other windows follow their cells. */
  shift(actor: Seat, sheetId: number, row: number, count: number): void {
    if (count === 0) return;
    for (const seat of this.#seats.values()) if (seat !== actor) seat.undo.shift(sheetId, row, count);
  }
}
