import { fail } from './errors';

const AUTH = 'https://www.googleapis.com/auth/';
const CURRENT_SPREADSHEET = `${AUTH}spreadsheets.currentonly`;
const CURRENT_DOCUMENT = `${AUTH}documents.currentonly`;

interface Rule {
  readonly service: RegExp;
  readonly method: RegExp;
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
}

/** What needs which scope. Objects that come out of a permitted call (a Range of the active sheet) need none more. */
const RULES: readonly Rule[] = [
  { service: /^SpreadsheetApp$/, method: /^(open|create)/, scopes: [`${AUTH}spreadsheets`] },
  {
    service: /^SpreadsheetApp$/,
    method: /^(getActive|getCurrentCell|getSelection|setActive|setCurrentCell)/,
    scopes: [CURRENT_SPREADSHEET, `${AUTH}spreadsheets`],
  },
  { service: /^DocumentApp$/, method: /^(open|create)/, scopes: [`${AUTH}documents`] },
  { service: /^DocumentApp$/, method: /^getActiveDocument$/, scopes: [CURRENT_DOCUMENT, `${AUTH}documents`] },
  { service: /^Ui$/, method: /^show/, scopes: [`${AUTH}script.container.ui`] },
  { service: /^MailApp$/, method: /./, scopes: [`${AUTH}script.send_mail`] },
  {
    service: /^ScriptApp$/,
    method: /^(getProjectTriggers|getScriptTriggers|getUserTriggers|deleteTrigger)$/,
    scopes: [`${AUTH}script.scriptapp`],
  },
  { service: /TriggerBuilder$/, method: /^create$/, scopes: [`${AUTH}script.scriptapp`] },
  { service: /^UrlFetchApp$/, method: /^fetch/, scopes: [`${AUTH}script.external_request`] },
  { service: /^DriveApp$/, method: /./, scopes: [`${AUTH}drive.readonly`, `${AUTH}drive`] },
  { service: /^GmailApp$/, method: /./, scopes: ['https://mail.google.com/'] },
];

/** What is left in an add-on that is installed but not enabled in the document. */
const WITHOUT_AUTHORISATION: Readonly<Record<string, RegExp>> = {
  SpreadsheetApp: /^getUi$/,
  DocumentApp: /^getUi$/,
  Ui: /^create/,
  Menu: /./,
  Session: /^(getActiveUserLocale|getScriptTimeZone|getTimeZone)$/,
  Logger: /./,
  Utilities: /./,
  Blob: /./,
  HtmlService: /./,
  HtmlOutput: /./,
  HtmlTemplate: /./,
};

/** Simple triggers and custom functions may touch the document that they run in, and nothing that names a person. */
const OF_THE_DOCUMENT = [CURRENT_SPREADSHEET, CURRENT_DOCUMENT];

/**
 * Throws the live text when the running mode or the manifest's scopes do not allow the call.
 * @param mode NONE | LIMITED | FULL | CUSTOM_FUNCTION
 * @param scopes the manifest's scopes that are granted; undefined = all
 * @param service class name, e.g. `Ui`
 */
export function checkAuthorisation(
  mode: string,
  scopes: readonly string[] | undefined,
  service: string,
  method: string,
): void {
  if (mode === 'FULL' && scopes === undefined) return;
  const rule = RULES.find((r) => r.service.test(service) && r.method.test(method));
  if (rule && !(permits(rule, mode) && (scopes === undefined || rule.scopes.some((s) => scopes.includes(s)))))
    refuse(`${service}.${method}`, rule.scopes);
  if (mode === 'NONE' && !WITHOUT_AUTHORISATION[service]?.test(method)) refuse(`${service}.${method}`, []);
  if (mode === 'CUSTOM_FUNCTION' && changes(service, method)) refuse(`${service}.${method}`, []);
}

function permits(rule: Rule, mode: string): boolean {
  return mode === 'FULL' || (mode !== 'NONE' && rule.scopes.some((scope) => OF_THE_DOCUMENT.includes(scope)));
}

function changes(service: string, method: string): boolean {
  return (
    /^(Spreadsheet|Sheet|Range|RangeList)$/.test(service) &&
    !/^(get|is|can|offset|createTextFinder|toString)/.test(method)
  );
}

function refuse(call: string, scopes: readonly string[]): never {
  const needed = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes[0];
  return fail(
    `You do not have permission to call ${call}.${needed ? ` Required permissions: ${needed}` : ''}`,
  );
}
