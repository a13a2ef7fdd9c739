/** Options of the command line (architecture.md, contract 3). */
export interface Options {
  readonly book?: string;
  readonly out?: string;
  /** `yyyy-mm-dd` */
  readonly today?: string;
  readonly user?: string;
  readonly json: boolean;
  readonly wave?: string;
  readonly asOf?: string;
  readonly storage?: string;
  /** The key file of the mode of codes. */
  readonly key?: string;
  /** `import`, `plan`: the old table, its sheet, the registry, headers → columns as JSON. */
  readonly from?: string;
  readonly sheet?: string;
  readonly tab?: string;
  readonly map?: string;
  /** ID of an organisation. */
  readonly organisation?: string;
  /** «Статус записи» of imported records. */
  readonly status?: string;
  /** `plan`: add or replace. */
  readonly mode?: string;
  readonly apply: boolean;
  readonly skipBad: boolean;
  /** `remind`: really; and through this mail server, `env` = the one in the environment. */
  readonly send: boolean;
  readonly smtp?: string;
  /** `rehearse`: first and last day, `yyyy-mm-dd`. */
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** `deadlines`: first and last day of the plan. */
  readonly planStart?: string;
  readonly planEnd?: string;
  /** `serve`: the port of the page; absent = that of the last time. */
  readonly port?: number;
  /** `demo`: and then the page. */
  readonly serve: boolean;
  /** `demo`, as `npm start` asks for it: a book that is there already is not made anew. */
  readonly keep: boolean;
  /** What follows the command: the function and its arguments for `call`. */
  readonly rest: readonly string[];
}

export const EXIT = { done: 0, blocked: 1, refused: 2, failed: 3 } as const;

/** What a command leaves behind for run.json and the screen. */
export interface Outcome {
  readonly exit: number;
  /** Folder where the results are; null when the command was asked for none. */
  readonly folder: string | null;
  /** `lines` are for another program: nothing else goes to stdout, with or without `--json`. */
  readonly onlyLines?: true;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** For `--json`: printed on stdout as it is. */
  readonly data?: unknown;
  /** For people: printed line by line. */
  readonly lines: readonly string[];
  readonly calls: Readonly<Record<string, number>>;
  readonly trips: number;
}

/** The input is bad: said in one line, exit status 2, nothing was changed. */
export class RefusedError extends Error {}

/** Says what is going on while a command works; goes to stderr, so that --json stays clean. */
export type Progress = (step: string) => void;
