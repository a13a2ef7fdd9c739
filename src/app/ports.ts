import type { HardProtection, Surroundings } from '../domain/health/facts';
import type { Block } from '../domain/memo/blocks';
import type { ChartData } from '../domain/monitoring/charts';
import type { Cell, Grid } from '../domain/registry/cell';
import type { ColumnLayout, TabLayout } from '../domain/workbook/layout';
import type { Placed, ProtectionLook, TabLook, TabPlan } from '../domain/workbook/repair-plan';

/** What the use cases need of the world, named for the need. The adapters are in src/google. */

/** Values of the tabs. A read is one trip a tab; writing comes at the end of a command. */
export interface Workbook {
  url(): string;
  /** Identifier of the workbook: a copy has another one. */
  id(): string;
  titles(): readonly string[];
  /** The first row as it is shown, up to its last filled cell; [] for a blank one. */
  firstRow(title: string): readonly string[];
  /** All rows with data, the header first; null when there is no such tab. */
  read(title: string): Grid | null;
  /** Neighbouring columns from row 1 to the end of the sheet: one trip. `from` is 0-based. */
  readColumns(title: string, from: number, count: number): Grid;
  /**
   * Writes the rows from row 1 (header included) and clears what stood below; the tab belongs to the script.
   * @param standing the tab as just read: saves the question how far it reaches
   */
  refill(title: string, rows: readonly (readonly Cell[])[], standing?: Grid | null): void;
  /** Adds rows below the data of a tab that people fill. */
  append(title: string, rows: readonly (readonly Cell[])[]): void;
  /** Adds rows below a row (1-based) that the caller knows to be the last with data: one trip where the grid has room. */
  appendAfter(title: string, last: number, rows: readonly (readonly Cell[])[]): void;
  /** Adds one row below the data at one go: nobody's row that comes at the same moment is written over. */
  appendRow(title: string, row: readonly Cell[]): void;
  /** Blocks of cells, a trip each; rows and columns are 0-based in the grid. @throws TypedTableError, LockedCellsError */
  writeBlocks(title: string, blocks: readonly Block2D[]): void;
  /** Backgrounds by A1 addresses: one trip a colour; null takes the colour away. */
  colour(title: string, addresses: readonly string[], colour: string | null): void;
  /** Texts that lead to a cell of this workbook, in one column from row 2 down: one trip. */
  links(title: string, column: number, links: readonly CellLink[]): void;
  /** A note on cells by A1 addresses: one trip; '' takes it away. */
  note(title: string, addresses: readonly string[], text: string): void;
  /** Identifier of the tab that stays when it is renamed or moved. */
  tabId(title: string): number;
  /** One cell; row and column are 0-based in the grid. */
  writeCell(title: string, row: number, column: number, value: Cell): void;
  /** Backgrounds of the cells of one column (0-based) below the header: one trip. For tabs of the script only. */
  mark(title: string, column: number, colours: readonly string[]): void;
  /** Addresses of merged cells of a tab. */
  merged(title: string): readonly string[];
  /** 1-based last row with data. */
  lastRow(title: string): number;
  /** Cells of all tabs together, blank ones too: Google allows 10 000 000. A trip a tab. */
  size(): number;
  /** Takes the blank rows and columns below and right of the data away. For tabs of the script only. */
  trim(title: string): void;
}

/** Where a text leads: a cell of a tab; '' for the address makes it a plain text. */
export interface CellLink {
  readonly text: string;
  readonly tab: string;
  readonly address: string;
}

/** Cells that stand together, from its upper left one. */
export interface Block2D {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Cell[])[];
}

/** The structure of the tabs. */
export interface Layouts {
  /** Makes the tabs in their order, each with header, notes, formats, dropdowns, widths, protection and preloaded rows. */
  create(layouts: readonly TabLayout[], order: readonly string[]): void;
  rename(from: string, to: string): void;
  isHidden(title: string): boolean;
  setHidden(title: string, hidden: boolean): void;
  protection(title: string): ProtectionLook;
  /**
   * One warning-only protection that leaves the columns of people open; null: the whole tab belongs to the script.
   * False when somebody else's protection may not be changed.
   */
  protect(title: string, placed: readonly Placed[] | null): boolean;
  /**
   * How the cells look, a trip a kind of property.
   * @param used columns that have data
   * @param wanted columns to look at where the tab has them
   */
  look(title: string, used: number, wanted: number, filter: boolean): TabLook;
  /** Notes of a row (0-based). */
  notes(title: string, row: number, columns: number): readonly string[];
  /** The rule that each column should have, as TabLook says it; null: the source of its dropdown is not there. */
  rules(columns: readonly ColumnLayout[]): ReadonlyMap<ColumnLayout, string | null>;
  /** Tries a write that changes nothing. @throws TypedTableError */
  probe(title: string, columns: number): void;
  /** @throws TypedTableError */
  mend(title: string, mending: Mending): void;
  /** Number format of cells by A1 addresses; `@` keeps what is written into them as text: one trip. */
  format(title: string, addresses: readonly string[], format: string): void;
  /** Brings the row (0-based) to the top; `blankAbove`: by taking the blank rows away. */
  raiseHeader(title: string, row: number, blankAbove: boolean): void;
  /** Adds columns at the right of the tab's used columns. @throws TypedTableError */
  addColumns(title: string, after: number, columns: readonly ColumnLayout[]): void;
  setHeader(title: string, position: number, text: string): void;
}

/** What is set anew in an existing tab; positions are 0-based. */
export interface Mending {
  readonly placed: readonly Placed[];
  readonly columns: TabPlan['columns'];
  /** Widths of the columns too. */
  readonly undressed: boolean;
  readonly unfrozen: boolean;
  /** Addresses to break apart. */
  readonly merged: readonly string[];
}

/** The tab was turned into a typed Table by hand: SpreadsheetApp may not write into it. */
export class TypedTableError extends Error {}

/** A hard protection keeps the person who runs the command out of some of the cells. */
export class LockedCellsError extends Error {}

/** Pivot and charts of the report; made once, then kept. */
export interface ReportSheets {
  pivots(): void;
  charts(data: readonly ChartData[]): void;
  /** PNG pictures of the charts for the memo, by key; a chart without data is absent. */
  pictures(keys: readonly ChartData['key'][]): Readonly<Record<string, unknown>>;
  /** Widths and alignment of the table of indicators, once. */
  dressIndicators(title: string, widths: readonly number[]): void;
}

export interface Documents {
  /** Makes a new document from the blocks. */
  write(
    title: string,
    blocks: readonly Block[],
    pictures: Readonly<Record<string, unknown>>,
  ): { readonly id: string; readonly url: string };
}

export interface Screen {
  /** 'ru' or 'en', from the account's language. */
  language(): 'ru' | 'en';
  toast(message: string, title: string): void;
  alert(title: string, message: string): void;
  /** Yes, no, or null when the window was closed. */
  ask(title: string, question: string): boolean | null;
  panel(
    name: string,
    title: string,
    data: unknown,
    size: { readonly width: number; readonly height: number },
  ): void;
  /** Where the person stands: the tab and the 1-based row. */
  selection(): { readonly tab: string; readonly row: number };
  /** Shows the cell to the person; false when the tab has no such cell. */
  select(tab: string, row: number, column: number): boolean;
  /** A panel at the right edge, 300 px wide. */
  sidebar(name: string, title: string, data: unknown): void;
}

export interface Clock {
  /** `yyyy-mm-dd` in the spreadsheet's time zone. */
  today(): string;
  /** `yyyy-mm-dd hh:mm` in the spreadsheet's time zone. */
  now(): string;
  /** IANA name of the spreadsheet's time zone. */
  zone(): string;
  /** Seconds since this run began. */
  seconds(): number;
}

/** Small texts that stay with the workbook. */
export interface Store {
  /** null when there is none. */
  get(key: string): string | null;
  /** null deletes it. At most 9 KB a value. */
  set(key: string, value: string | null): void;
  /** Several keys at one go: one trip. */
  setAll(values: Readonly<Record<string, string>>): void;
}

export interface Locks {
  /**
   * Holds the lock until this run ends, when the platform lets go by itself. False when another run holds it too long.
   */
  hold(): boolean;
  /** What was written so far is stored, whatever becomes of this run. */
  flush(): void;
  /** Runs alone among the runs of this workbook; null when another run holds the lock too long. */
  alone<T>(work: () => T): { readonly result: T } | null;
}

/** What the account and the services are, and what guards the workbook. */
export interface Health {
  /** Never throws: what could not be asked says so. */
  surroundings(sweepHandler: string): Surroundings;
  /** Protections that refuse edits, of sheets and of ranges: two trips and one a protection. */
  protections(strictWords: string): readonly HardProtection[];
}

/** What a workbook holds beside the values of its cells. */
export interface Traces {
  /** Notes and formulas of a tab from A1, '' where there is none: two trips. */
  read(title: string): {
    readonly notes: readonly (readonly string[])[];
    readonly formulas: readonly (readonly string[])[];
  };
  /** Formulas of a tab from A1, '' where there is none: one trip. */
  formulas(title: string): readonly (readonly string[])[];
  /** Notes of a block from A1: one trip. */
  writeNotes(title: string, notes: readonly (readonly string[])[]): void;
  /** The name of the workbook itself. */
  bookName(): string;
  /** All document properties. */
  properties(): Readonly<Record<string, string>>;
}

/** What a person has just done to cells of one tab. Asking costs a call each: the trigger asks for what it needs. */
export interface Edit {
  readonly tabId: number;
  /** Title of the tab: a slow question. */
  title(): string;
  /** 1-based rows and 0-based columns, the last ones included; columns is null where whole rows were edited. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: { readonly first: number; readonly last: number } | null;
  /** The person's address, or 'неизвестно'. */
  by(): string;
  /** IANA name of the spreadsheet's time zone. */
  zone(): string;
  today(zone: string): string;
  /** Rows of the tab over its full width, 1-based, the last one included. */
  rows(first: number, last: number, zone: string): Grid;
  /** One column (0-based) from the header down. */
  column(position: number): Grid;
  /** @param row 0-based, as is the column */
  write(blocks: readonly Block2D[], zone: string): void;
  /** Notes on neighbouring cells down a column, from a row; both 0-based: one trip. */
  notes(row: number, column: number, texts: readonly string[]): void;
}

/** Commands that run by the clock, as the person who switched them on; each sees only their own. */
export interface Automation {
  /** False when the person must grant access anew: the run would die at the first call that needs it. */
  isAuthorised(): boolean;
  /** Runs the function every day in this hour of the zone; the id of the trigger. */
  install(handler: string, hour: number, zone: string): string;
  /** Runs the function once, some minutes from now; the id of the trigger. */
  installOnce(handler: string, minutes: number): string;
  /** Where the person grants access anew; '' when nothing is missing. */
  authorisationUrl(): string;
  /** Ids of the acting person's triggers of this function. */
  mine(handler: string): readonly string[];
  removeMine(handler: string): void;
}

/** Letters that really leave. */
export interface Mail {
  /** Recipients that may still be written to today. */
  quota(): number;
  /**
   * Hands one letter to the service. Any error but MailRefusal leaves it unknown whether the letter left.
   * @throws MailRefusal
   */
  send(letter: OutgoingLetter): void;
}

export interface OutgoingLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly senderName: string;
  /** '' = the account that sends. */
  readonly replyTo: string;
  /** Text of an .ics file, null = none. */
  readonly calendar: string | null;
}

/** The service says for certain that the letter did not leave, and why. */
export class MailRefusal extends Error {
  constructor(
    readonly why: 'address' | 'quota' | 'size',
    message: string,
  ) {
    super(message);
  }
}

/** The line on «Начало» that tells by itself when the daily run has died: it needs no run to turn red. */
export interface Heartbeat {
  /**
   * @param row 1-based row of the tab
   * @param alive what it says while runs come; `dead` when none came for `hours`
   * @param seen `yyyy-mm-dd hh:mm` of the last run; '' = the daily run is off, `alive` is said
   */
  show(
    title: string,
    row: number,
    line: { readonly alive: string; readonly dead: string; readonly seen: string; readonly hours: number },
  ): void;
  /** Number format and the red of the line: once is enough. */
  dress(title: string, row: number, hours: number): void;
}

/** The little that the simple trigger onEdit may use. */
export interface EditPorts {
  readonly edit: Edit;
  /**
   * Alone among the runs of this workbook until this run ends: the platform lets go by itself, which saves two trips. False
   * when another run holds the lock too long.
   */
  hold(): boolean;
  readonly store: Store;
  readonly cache: Store;
}

/** Whole rows of people's tabs and protected ranges: for the strict mode. Rows are 1-based. */
export interface RowBlocks {
  /** Rows of the tab, blank ones too. */
  height(title: string): number;
  addRows(title: string, count: number): void;
  /** Moves rows as they are, with formats, notes and formulas, in front of a row; counted before the move. */
  move(title: string, from: number, count: number, before: number): void;
  /** Protected ranges whose description begins with the words. */
  guarded(words: string): readonly GuardedRows[];
  /** Lets only these accounts (and the owner of the file) edit the rows; `known` is changed in place. */
  guard(rows: Omit<GuardedRows, 'remove'>, accounts: readonly string[], known: GuardedRows | null): void;
}

export interface GuardedRows {
  readonly title: string;
  readonly description: string;
  readonly from: number;
  readonly count: number;
  remove(): void;
}

export interface Ports {
  readonly rows: RowBlocks;
  readonly workbook: Workbook;
  readonly layouts: Layouts;
  readonly sheets: ReportSheets;
  readonly documents: Documents;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly automation: Automation;
  readonly mail: Mail;
  readonly heartbeat: Heartbeat;
  /** Kept for good (document properties). */
  readonly store: Store;
  /** May be gone at any moment, up to 100 KB a value (document cache). */
  readonly cache: Store;
  readonly traces: Traces;
  readonly health: Health;
  /** The acting person's address, or 'неизвестно'. */
  actor(): string;
}

/** A command that cannot be done, said in words for a person; nothing was changed. */
export class Refusal extends Error {}
