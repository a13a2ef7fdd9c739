/**
 * What the page and the server of a book say to each other: JSON both ways, types only. Rows and columns are 0-based.
 *
 * The page asks with `POST /api/do` {window, act, at} and gets a Reply. What has changed in the book comes to every window
 * as events of `GET /api/events?window=…` (server-sent events), numbered; what is meant for one window comes to it alone.
 */

/** A rectangle of cells. */
export interface Area {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** How a cell looks; what is absent is usual. Indexed by CellView.s, the table only grows. */
export interface StyleView {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Points; absent = 10. */
  readonly size?: number;
  readonly family?: string;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'WRAP' | 'CLIP';
  readonly borders?: Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right', string>>>;
}

/** A cell that holds or looks like something. Short names: there are hundreds of thousands. */
export interface CellView {
  /** Text as shown. */
  readonly t: string;
  /** Index of the style; absent = 0, the usual look. */
  readonly s?: number;
  /** What the editor opens with, where it is not the shown text: a formula, an unrounded number. */
  readonly e?: string;
  /** Note. */
  readonly n?: string;
  /** What the editor offers: 1 a list (asked for by `choices`), 2 a date, 3 a checkbox. */
  readonly v?: 1 | 2 | 3;
  /** Pieces of the text that are links: [start, end, address]. `#gid=1&range=A2` is a place in this book. */
  readonly l?: readonly (readonly [number, number, string])[];
}

/** A row: cells by column, null where nothing is; `h` is its height in pixels when it is not 21. */
export interface RowView {
  readonly r: number;
  readonly c: readonly (CellView | null)[];
  readonly h?: number;
}

export interface SheetInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly color: string | null;
}

export interface ChartView {
  /** `/api/picture/…` */
  readonly address: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
}

/** A tab but for its rows. */
export interface SheetView extends SheetInfo {
  /** Size of the grid. */
  readonly rows: number;
  readonly columns: number;
  /** Rows up to the last one with content. */
  readonly used: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels of each column. */
  readonly widths: readonly number[];
  /** Heights of all rows that are not 21 pixels high: [row, pixels]. */
  readonly heights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly { row: number; column: number; rows: number; columns: number }[];
  readonly charts: readonly ChartView[];
  /** Edits of cells outside `open` are asked about first (`warning`) or will be refused; null = all are free. */
  readonly protection: {
    readonly kind: 'warning' | 'closed';
    readonly text: string;
    readonly open: readonly Omit<Area, 'sheetId'>[];
  } | null;
}

export type SheetChange =
  /** These rows look so now. */
  | {
      readonly kind: 'rows';
      readonly sheetId: number;
      readonly used: number;
      readonly rows: readonly RowView[];
    }
  /** More has changed than rows: ask for the tab again. */
  | { readonly kind: 'reload'; readonly sheetId: number };

export type MenuItemView =
  | { readonly kind: 'item'; readonly caption: string; readonly run: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly caption: string; readonly items: readonly MenuItemView[] };

export interface MenuView {
  readonly caption: string;
  readonly items: readonly MenuItemView[];
}

/** An account one can act as: `user` is the e-mail, `who` says whose it is. */
export interface PersonView {
  readonly user: string;
  readonly who: string;
}

export type Language = 'ru' | 'en';

/** Whether what was done is in the files. Everything done is in the recovery log at once. */
export interface SaveView {
  readonly state: 'saved' | 'waiting' | 'saving' | 'failed' | 'outside';
  /** What went wrong and what to do, for `failed` and `outside` (the file was changed by another program). */
  readonly words: string;
  /** Milliseconds of the last save; null = not yet. */
  readonly at: number | null;
}

/** The book as one window sees it. */
export interface BookView {
  readonly name: string;
  readonly folder: string;
  readonly sheets: readonly SheetInfo[];
  readonly activeSheetId: number;
  readonly menus: readonly MenuView[];
  /** The day on the book's clock, `yyyy-mm-dd`; `moved` when it is not the machine's. */
  readonly today: string;
  readonly moved: boolean;
  readonly user: string;
  readonly people: readonly PersonView[];
  readonly save: SaveView;
  readonly undo: UndoView;
  /** Steps of the first run that are done: the tabs are there, somebody has typed a record, a report was built. */
  readonly steps: { readonly tabs: boolean; readonly records: boolean; readonly report: boolean };
  /** What was brought back after a kill, in words; '' = nothing to say. */
  readonly recovered: string;
  /** Number of the last event that this view holds already. */
  readonly seq: number;
}

/** What the window could take back and do again, in words; '' = nothing. */
export interface UndoView {
  readonly undo: string;
  readonly redo: string;
}

/** A page that the script shows. */
export interface ShownView {
  readonly id: number;
  readonly kind: 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  /**
   * `/frame/…`: the page with google.script in front of it (build/page/prelude.js, compiled from client/prelude.ts), under
   * a policy of its own. A srcdoc would inherit the policy of the page, which forbids inline scripts.
   */
  readonly address: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface QuestionView {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string | null;
  readonly message: string;
  /** Keys of Base.Button in order: OK, CANCEL, YES, NO. */
  readonly buttons: readonly string[];
}

export interface DocumentView {
  readonly file: string;
  readonly title: string;
  /** Milliseconds; null = not made here. */
  readonly changed: number | null;
}

export interface LetterView {
  readonly file: string;
  readonly date: number | null;
  readonly to: string;
  readonly subject: string;
}

export interface LetterText extends LetterView {
  readonly from: string;
  readonly replyTo: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly address: string }[];
}

export interface RunView {
  /** Milliseconds on the book's clock. */
  readonly at: number;
  /** What was run: a menu caption, «Правка», a trigger's function. */
  readonly what: string;
  readonly user: string;
  readonly how: 'edit' | 'menu' | 'panel' | 'trigger';
  /** Calls that would reach Google, and how long it took here. */
  readonly trips: number;
  readonly calls: number;
  readonly ms: number;
  readonly letters: number;
  /** '' = it ended well. */
  readonly error: string;
}

export interface VersionView {
  readonly id: string;
  readonly at: number;
  readonly bytes: number;
  /** Why it was kept, in words. */
  readonly why: string;
}

export interface HitView {
  readonly sheetId: number;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What a window asks for. `id` of an act that changes the book: sent again after a lost answer, it is done once. */
export type Act =
  /** `user`: whom the window acts as, when it was told before; absent = the one who started the program. */
  | { readonly kind: 'open'; readonly language: Language; readonly user?: string }
  | { readonly kind: 'sheet'; readonly sheetId: number }
  | { readonly kind: 'rows'; readonly sheetId: number; readonly from: number; readonly to: number }
  | { readonly kind: 'choices'; readonly sheetId: number; readonly row: number; readonly column: number }
  | { readonly kind: 'find'; readonly text: string; readonly sheetId: number | null }
  | {
      readonly kind: 'edit';
      readonly id: string;
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'insertRows';
      readonly id: string;
      readonly sheetId: number;
      readonly row: number;
      readonly count: number;
    }
  | {
      readonly kind: 'deleteRows';
      readonly id: string;
      readonly sheetId: number;
      readonly row: number;
      readonly count: number;
    }
  /** Rows below the frozen ones, by a column. */
  | {
      readonly kind: 'sort';
      readonly id: string;
      readonly sheetId: number;
      readonly column: number;
      readonly ascending: boolean;
    }
  | {
      readonly kind: 'resize';
      readonly id: string;
      readonly sheetId: number;
      readonly column: number;
      readonly width: number;
    }
  | { readonly kind: 'undo'; readonly id: string }
  | { readonly kind: 'redo'; readonly id: string }
  /** A menu item: `caption` is for the run history. */
  | { readonly kind: 'run'; readonly id: string; readonly function: string; readonly caption: string }
  /** google.script.run of a page; `caption` is its title, for the run history. */
  | {
      readonly kind: 'call';
      readonly id: string;
      readonly function: string;
      readonly args: readonly unknown[];
      readonly caption: string;
    }
  | { readonly kind: 'answer'; readonly question: number; readonly button: string; readonly text: string }
  /** `now`: do not wait for the next call of a service, restart the book from its log. */
  | { readonly kind: 'stop'; readonly now: boolean }
  | { readonly kind: 'today'; readonly id: string; readonly date: string }
  | { readonly kind: 'actAs'; readonly user: string; readonly language: Language }
  | { readonly kind: 'documents' }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'runs' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'letter'; readonly file: string }
  | { readonly kind: 'save' }
  | { readonly kind: 'restore'; readonly version: string }
  /** All earlier versions are removed: they hold what the book holds no more. */
  | { readonly kind: 'forget' }
  /** The file was changed outside: open it (what was done here is kept as a version), or save over it (it is kept). */
  | { readonly kind: 'outside'; readonly take: 'theirs' | 'ours' };

/** Acts that change the book: written into the recovery log, done once for an `id`. */
export type ChangingAct = Extract<Act, { readonly id: string }>;

/** What each act gives. */
export interface Results {
  open: BookView;
  sheet: Drawn & { readonly sheet: SheetView };
  rows: Drawn;
  choices: readonly string[];
  find: { readonly hits: readonly HitView[]; readonly total: number };
  edit: Done;
  insertRows: Done;
  deleteRows: Done;
  sort: Done;
  resize: Done;
  undo: Done & { readonly area: Area | null };
  redo: Done & { readonly area: Area | null };
  run: Done;
  call: { readonly value: unknown };
  answer: null;
  stop: null;
  today: Done & { readonly fired: readonly RunView[] };
  actAs: BookView;
  documents: readonly DocumentView[];
  outbox: readonly LetterView[];
  runs: readonly RunView[];
  versions: readonly VersionView[];
  letter: LetterText;
  save: SaveView;
  restore: null;
  /** How many versions are gone. */
  forget: number;
  outside: null;
}

/** `seq`: the event that brings what this act has changed. */
export interface Done {
  readonly seq: number;
  readonly undo: UndoView;
}

/** Rows as they were after the event `seq`: when a later one has come already, they are to be asked for again. */
export interface Drawn {
  readonly rows: readonly RowView[];
  readonly styles: StylesView;
  readonly seq: number;
}

/** Styles from an index on; the page keeps them all. */
export interface StylesView {
  readonly from: number;
  readonly list: readonly StyleView[];
}

export type Reply<K extends Act['kind'] = Act['kind']> =
  | { readonly ok: true; readonly value: Results[K] }
  /** Said to the person as it is. `why` tells the page what to do beside. */
  | {
      readonly ok: false;
      readonly refused: string;
      readonly why: 'refused' | 'failed' | 'stopped' | 'restarted';
    };

export interface Request {
  readonly window: string;
  readonly act: Act;
  /** What is selected in the window: SpreadsheetApp.getActiveRange() of a script that it starts. */
  readonly at?: Area;
  /** What the window had seen of the book when the person acted: rows that have moved since are followed. */
  readonly seen?: Seen;
}

/** A moment of an open book: its `boot` of hello, and the last event that is shown. */
export interface Seen {
  readonly boot: string;
  readonly seq: number;
}

export type BookEvent =
  /** First of a connection. `boot` changes when the server or the book was restarted: open everything again. */
  | { readonly type: 'hello'; readonly boot: string; readonly seq: number }
  | {
      readonly type: 'changes';
      readonly seq: number;
      readonly styles: StylesView;
      readonly sheets: readonly SheetChange[];
    }
  /** Tabs, day or steps are others. */
  | { readonly type: 'book'; readonly seq: number; readonly change: Partial<BookView> }
  | { readonly type: 'save'; readonly save: SaveView }
  /** A command runs longer than a moment; `mine`: in this window. */
  | {
      readonly type: 'busy';
      readonly what: string;
      readonly mine: boolean;
      readonly ms: number;
      readonly trips: number;
      /** The service call made last: `Range.getValues`. */
      readonly last: string;
      /** Waits for an answer in a window. */
      readonly asking: boolean;
    }
  | { readonly type: 'idle' }
  | { readonly type: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly type: 'show'; readonly shown: ShownView }
  | { readonly type: 'ask'; readonly question: QuestionView }
  /** The question was answered or is no longer waited for. */
  | { readonly type: 'asked'; readonly question: number }
  | { readonly type: 'select'; readonly area: Area }
  | { readonly type: 'menus'; readonly menus: readonly MenuView[] };
