import { ActRefused } from './person-acts';
import type { Area, ChangingAct } from './protocol';

/** Rows came (`count` > 0) in front of `row`, went from it on (< 0), or were put in another order from it on (null). */
export interface Moved {
  readonly sheetId: number;
  readonly row: number;
  readonly count: number | null;
}

/** `seq`: the event that told the windows. */
interface Move extends Moved {
  readonly seq: number;
}

/** An older window has been closed for hours; its edits are done where it says. */
const MOST_MOVES = 1000;

/**
 * How rows have moved while the book is open. What a window asks for is meant for the rows as it saw them: another window,
 * or itself a moment before, may have moved them since, and a value must not end up in another record.
 */
export class RowMoves {
  #moves: Move[] = [];

  add(move: Move): void {
    if (move.count === 0) return;
    this.#moves = [...this.#moves.slice(1 - MOST_MOVES), move];
  }

  /** The act where its rows are now. @throws ActRefused when they are gone, or not together any more */
  follow(act: ChangingAct, seq: number): ChangingAct {
    switch (act.kind) {
      case 'edit':
        return { ...act, row: this.#now(act.sheetId, act.row, act.values.length, seq) };
      case 'insertRows':
        return { ...act, row: this.#now(act.sheetId, act.row, 1, seq) };
      case 'deleteRows':
        return { ...act, row: this.#now(act.sheetId, act.row, act.count, seq) };
      default:
        return act;
    }
  }

  /** The selection of a window; null when it is of nothing any more. */
  followArea(area: Area, seq: number): Area | null {
    try {
      return { ...area, row: this.#now(area.sheetId, area.row, area.rows, seq) };
    } catch {
      return null;
    }
  }

  #now(sheetId: number, first: number, rows: number, seq: number): number {
    let row = first;
    for (const move of this.#moves) {
      if (move.seq <= seq || move.sheetId !== sheetId || move.row >= row + rows) continue;
      const { count } = move;
      const end = count !== null && count < 0 ? move.row - count : move.row;
      if (count === null || end > row) throw new ActRefused(MOVED);
      row += count;
    }
    return row;
  }
}

const MOVED =
  'Строки, к которым это относится, тем временем удалили или переставили. Найдите их и повторите.';
