import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import gas from 'gas-local';
import { CacheServiceImpl } from '../services/cache';
import { ChartsService } from '../services/charts';
import { ContentServiceImpl } from '../services/content';
import { DocumentAppService } from '../services/document/app';
import { DocumentStore } from '../services/document/store';
import { HtmlServiceImpl } from '../services/html';
import { LockServiceImpl } from '../services/lock';
import { type LogEntry, LoggerService, scriptConsole } from '../services/logger';
import { MailAppService, Outbox } from '../services/mail';
import { MIME_TYPES } from '../services/mime-type';
import { PropertiesServiceImpl, PropertyStores } from '../services/properties';
import { ScriptAppService, TriggerStore } from '../services/script';
import { SessionService } from '../services/session';
import { SpreadsheetAppService } from '../services/spreadsheet/app';
import { SpreadsheetStore } from '../services/spreadsheet/store';
import { UiState } from '../services/ui';
import { UtilitiesService } from '../services/utilities';
import { checkAuthorisation } from './authorisation';
import { Clock, scriptDate } from './clock';
import type { HostContext } from './context';
import { enumeration } from './enums';
import { type CallObserver, Membrane } from './membrane';
import { reference } from './reference';
import { countTrips } from './trips';

export interface HostOptions {
  /** IANA name of the script's and of new spreadsheets' time zone; default Asia/Yekaterinburg. */
  timeZone?: string;
  /** Locale of new spreadsheets; default en_US. */
  locale?: string;
  /** The same. */
  timezone?: string;
  /** E-mail of the acting person. */
  activeUser?: string;
  /** The same. */
  user?: string;
  /** The same. */
  email?: string;
  /** Language of the person's account; default: from `locale`. */
  userLocale?: string;
  /** A moment at which the clock stands, or a function that gives the moment; default: the machine's clock. */
  now?: Date | string | number | (() => Date | number);
  /** Called before every service call by a script. May throw (the script sees the error) or delay. */
  onCall?: CallObserver;
  /** OAuth scopes of the manifest; absent = all. */
  scopes?: readonly string[];
}

/** A loaded project: its public functions by name. */
export interface Project {
  readonly functions: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** Calls a public function as a menu click, a trigger or google.script.run would. */
  run(name: string, args?: readonly unknown[], authMode?: string): unknown;
}

export interface Host {
  /** The Apps Script globals, fresh for this host. */
  readonly globals: Record<string, unknown>;
  readonly clock: Clock;
  readonly context: HostContext;
  readonly spreadsheets: SpreadsheetStore;
  readonly documents: DocumentStore;
  readonly properties: PropertyStores;
  readonly outbox: Outbox;
  readonly triggers: TriggerStore;
  readonly ui: UiState;
  /** Locks; `holdElsewhere` plays another execution. */
  readonly locks: LockServiceImpl;
  readonly log: LogEntry[];
  /** The project loaded last; null while nothing is loaded. */
  readonly project: Project | null;
  /** Calls by scripts so far, `{"Range.getValues": 3}`. */
  readonly calls: Record<string, number>;
  trips(): number;
  /** The façade that scripts hold for an implementation, e.g. for an event object. */
  wrap(implementation: unknown): unknown;
  /** Loads a folder as Apps Script would (every .js into one global scope, .html for HtmlService). */
  load(folder: string): Project;
}

/** Makes a fresh Apps Script environment in memory. Nothing is shared between two hosts. */
export function createHost(options: HostOptions = {}): Host {
  const clock = new Clock(options.now);
  const timeZone = options.timeZone ?? options.timezone ?? 'Asia/Yekaterinburg';
  const locale = options.locale ?? 'en_US';
  const context: HostContext = {
    clock,
    timeZone,
    locale,
    user: options.activeUser ?? options.user ?? options.email ?? 'user@example.com',
    userLocale: options.userLocale ?? locale.split('_')[0],
    Date: scriptDate(clock, timeZone),
    htmlFiles: new Map(),
    authMode: 'FULL',
    callFunction: null,
    evaluate: null,
  };
  const calls: Record<string, number> = {};
  const membrane = new Membrane((service, method, args) => {
    const name = `${service}.${method}`;
    calls[name] = (calls[name] ?? 0) + 1;
    options.onCall?.(service, method, args);
    const granted = options.scopes?.filter((scope) => !context.revokedScopes?.has(scope));
    checkAuthorisation(context.authMode, granted, service, method);
  });

  const ui = new UiState(context);
  const spreadsheets = new SpreadsheetStore(context);
  const documents = new DocumentStore(context);
  const properties = new PropertyStores();
  const outbox = new Outbox(context);
  const triggers = new TriggerStore(context);
  const locks = new LockServiceImpl(context, spreadsheets);
  ui.onSuspend = () => locks.releaseAll();
  const log: LogEntry[] = [];
  const services: Record<string, object> = {
    SpreadsheetApp: new SpreadsheetAppService(context, spreadsheets, ui),
    DocumentApp: new DocumentAppService(context, documents, ui),
    Charts: new ChartsService(context),
    HtmlService: new HtmlServiceImpl(context),
    MailApp: new MailAppService(context, outbox),
    PropertiesService: new PropertiesServiceImpl(context, properties, spreadsheets),
    CacheService: new CacheServiceImpl(context, spreadsheets),
    LockService: locks,
    ScriptApp: new ScriptAppService(context, triggers, options.scopes),
    Session: new SessionService(context, options.scopes),
    Utilities: new UtilitiesService(context),
    Logger: new LoggerService(context, log),
    ContentService: new ContentServiceImpl(),
  };

  const globals: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(reference.globals)) {
    if (name === 'Date2') continue;
    if (services[name]) globals[name] = membrane.wrap(services[name]);
    else if (reference.enums[key]) globals[name] = enumeration(key);
    else globals[name] = membrane.absent(key);
  }
  globals.MimeType = { ...MIME_TYPES };
  globals.console = scriptConsole(context, log);
  globals.Date = context.Date;
  // Templates work without a project too: their code sees the services.
  context.evaluate = (code, extra) => evaluateIn(createContext({ ...globals }), code, extra);

  let project: Project | null = null;
  return {
    globals,
    clock,
    context,
    spreadsheets,
    documents,
    properties,
    outbox,
    triggers,
    ui,
    locks,
    log,
    get project() {
      return project;
    },
    calls,
    trips: () => countTrips(calls),
    wrap: (implementation) => membrane.wrap(implementation),
    load: (folder) => {
      project = loadProject(folder, globals, context, () => locks.releaseAll());
      return project;
    },
  };
}

function evaluateIn(scope: Context, code: string, variables: Record<string, unknown>): unknown {
  const names = Object.keys(variables);
  const make = runInContext(`(function(${names.join(',')}) {\n${code}\n})`, scope) as (
    ...v: unknown[]
  ) => unknown;
  return make(...names.map((n) => variables[n]));
}

/** @param endOfExecution is called when the outermost function of a run has ended */
function loadProject(
  folder: string,
  globals: Record<string, unknown>,
  context: HostContext,
  endOfExecution: () => void,
): Project {
  const before = new Set(Object.keys(globals));
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.html'))
      context.htmlFiles.set(file.slice(0, -5), readFileSync(join(folder, file), 'utf8'));
  }
  const scope: Context = gas.require(folder, globals);
  const functions: Record<string, (...args: unknown[]) => unknown> = {};
  for (const name of Object.keys(scope)) {
    const value = scope[name];
    if (!before.has(name) && typeof value === 'function')
      functions[name] = value as (typeof functions)[string];
  }
  let depth = 0;
  const run = (name: string, args: readonly unknown[] = [], authMode = 'FULL'): unknown => {
    if (!functions[name]) throw new Error(`Script function not found: ${name}`);
    const before = context.authMode;
    context.authMode = authMode;
    depth++;
    try {
      return functions[name](...args);
    } finally {
      context.authMode = before;
      depth--;
      if (depth === 0) endOfExecution();
    }
  };
  context.callFunction = (name, args) => run(name, args);
  context.evaluate = (code, extra) => evaluateIn(scope, code, extra);
  return { functions, run };
}
