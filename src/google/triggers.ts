import type { Automation } from '../app/ports';

/** What the commands that run by the clock need; a person may have unticked some of it. */
const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.scriptapp',
];

/** The port Automation over ScriptApp. A trigger runs as the person who made it, and only that person sees it. */
export function clockTriggers(): Automation {
  const mine = (handler: string) =>
    ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
  return {
    isAuthorised: () =>
      ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() ===
      ScriptApp.AuthorizationStatus.NOT_REQUIRED,
    install(handler, hour, zone) {
      ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, SCOPES);
      const trigger = ScriptApp.newTrigger(handler)
        .timeBased()
        .everyDays(1)
        .atHour(hour)
        .inTimezone(zone)
        .create();
      return trigger.getUniqueId();
    },
    installOnce(handler, minutes) {
      return ScriptApp.newTrigger(handler)
        .timeBased()
        .after(minutes * 60_000)
        .create()
        .getUniqueId();
    },
    authorisationUrl: () =>
      ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl() ?? '',
    mine: (handler) => mine(handler).map((trigger) => trigger.getUniqueId()),
    removeMine(handler) {
      for (const trigger of mine(handler)) ScriptApp.deleteTrigger(trigger);
    },
  };
}
