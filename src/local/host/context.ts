import type { Clock } from './clock';

/** What every service of one host shares. Services take it as their first argument and keep their own state elsewhere. */
export interface HostContext {
  readonly clock: Clock;
  /** Time zone of the script (appsscript.json), IANA name. */
  readonly timeZone: string;
  /** Locale of new spreadsheets, e.g. `ru_RU`. */
  readonly locale: string;
  /** The person who acts; '' = unknown to the script. Changed by "sign in as…". */
  user: string;
  /** The person under whose authority the script runs when it is not `user`: the owner of an installable trigger. */
  effectiveUser?: string;
  /** Scopes of the manifest that the person has not granted, or has taken back. */
  revokedScopes?: ReadonlySet<string>;
  /** Language of that person's Google account, e.g. `ru`. */
  userLocale: string;
  /** The `Date` of the scripts: make dates for scripts with it. */
  readonly Date: DateConstructor;
  /** HTML files of the project: name without `.html` → text. */
  readonly htmlFiles: Map<string, string>;
  /** The mode of the running function: NONE | LIMITED | FULL | CUSTOM_FUNCTION. */
  authMode: string;
  /** Calls a public function of the loaded project; null while nothing is loaded (HtmlService templates, triggers, rpc). */
  callFunction: ((name: string, args: unknown[]) => unknown) | null;
  /** Evaluates template code with the globals of the loaded project, or of the host alone, in scope. */
  evaluate: ((code: string, scope: Record<string, unknown>) => unknown) | null;
  /** Where a document can be opened, when not at Google: the command line gives the path of its .docx. */
  documentUrl?: (id: string, name: string) => string;
  /** The same for a spreadsheet. */
  spreadsheetUrl?: (id: string) => string;
}
