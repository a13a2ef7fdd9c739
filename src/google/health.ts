import type { Health } from '../app/ports';
import { ask } from '../domain/health/check';
import type { OpenSpreadsheet } from './spreadsheet';

/** The scopes of appsscript.json; a test holds the two together. */
const SCOPES = [
  'spreadsheets.currentonly',
  'documents',
  'script.container.ui',
  'script.send_mail',
  'script.scriptapp',
  'userinfo.email',
].map((name) => `https://www.googleapis.com/auth/${name}`);

/** The port Health over the services. */
export function bookHealth(open: OpenSpreadsheet): Health {
  return {
    surroundings: (sweepHandler) => ({
      zones: ask(() => [Session.getScriptTimeZone(), open.timeZone()] as const),
      locale: ask(() => open.spreadsheet.getSpreadsheetLocale()),
      accounts: ask(
        () => [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()] as const,
      ),
      missingScopes: ask(missingScopes),
      mailLeft: ask(() => MailApp.getRemainingDailyQuota()),
      triggers: ask(() => {
        const mine = ScriptApp.getProjectTriggers();
        const sweep = mine.filter((t) => t.getHandlerFunction() === sweepHandler).map((t) => t.getUniqueId());
        return { all: mine.length, sweep };
      }),
    }),
    protections: (strictWords) =>
      [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]
        .flatMap((type) => open.spreadsheet.getProtections(type))
        .filter((protection) => !protection.isWarningOnly())
        .map((protection) => ({
          tab: protection.getRange().getSheet().getName(),
          strict: protection.getDescription().startsWith(strictWords),
          passable: protection.canEdit(),
        })),
  };
}

/** One question where everything is granted, one a scope where something is not. */
function missingScopes(): string[] {
  return isMissing() ? SCOPES.filter((scope) => isMissing([scope])) : [];
}

function isMissing(scopes?: string[]): boolean {
  const { REQUIRED } = ScriptApp.AuthorizationStatus;
  return app().getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes).getAuthorizationStatus() === REQUIRED;
}

/** The types leave out the list of scopes that getAuthorizationInfo takes. */
const app = () =>
  ScriptApp as unknown as {
    getAuthorizationInfo(
      mode: GoogleAppsScript.Script.AuthMode,
      scopes?: string[],
    ): GoogleAppsScript.Script.AuthorizationInfo;
  };
