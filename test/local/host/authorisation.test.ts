import { checkAuthorisation } from '../../../src/local/host/authorisation';

const AUTH = 'https://www.googleapis.com/auth/';
const CURRENT = [`${AUTH}spreadsheets.currentonly`];
const check = (mode: string, scopes: string[] | undefined, call: string) => () => {
  const [service, method] = call.split('.');
  checkAuthorisation(mode, scopes, service, method);
};

describe('FULL', () => {
  test('without a list of scopes everything is allowed', () => {
    for (const call of [
      'SpreadsheetApp.openById',
      'MailApp.sendEmail',
      'Ui.showSidebar',
      'ScriptApp.deleteTrigger',
    ])
      expect(check('FULL', undefined, call)).not.toThrow();
  });

  test.each([
    ['SpreadsheetApp.openById', `${AUTH}spreadsheets`],
    ['SpreadsheetApp.create', `${AUTH}spreadsheets`],
    ['DocumentApp.create', `${AUTH}documents`],
    ['Ui.showSidebar', `${AUTH}script.container.ui`],
    ['Ui.showModalDialog', `${AUTH}script.container.ui`],
    ['MailApp.sendEmail', `${AUTH}script.send_mail`],
    ['ScriptApp.getProjectTriggers', `${AUTH}script.scriptapp`],
    ['ClockTriggerBuilder.create', `${AUTH}script.scriptapp`],
  ])('%s needs %s', (call, scope) => {
    expect(check('FULL', CURRENT, call)).toThrow(
      `You do not have permission to call ${call}. Required permissions: ${scope}`,
    );
    expect(check('FULL', [scope], call)).not.toThrow();
  });

  test('any one of several scopes is enough, and the text names them all', () => {
    const call = 'SpreadsheetApp.getActiveSpreadsheet';
    expect(check('FULL', CURRENT, call)).not.toThrow();
    expect(check('FULL', [`${AUTH}spreadsheets`], call)).not.toThrow();
    expect(check('FULL', [], call)).toThrow(
      `You do not have permission to call ${call}. Required permissions: (${AUTH}spreadsheets.currentonly || ${AUTH}spreadsheets)`,
    );
  });

  test('what comes out of a permitted call, menus and alerts need nothing', () => {
    for (const call of [
      'Range.setValues',
      'Ui.alert',
      'Ui.createMenu',
      'PropertiesService.getScriptProperties',
      'Utilities.sleep',
    ])
      expect(check('FULL', [], call)).not.toThrow();
  });
});

describe('LIMITED', () => {
  test.each([
    'SpreadsheetApp.getActiveSpreadsheet',
    'Range.setValues',
    'PropertiesService.getDocumentProperties',
    'Ui.createMenu',
    'CacheService.getScriptCache',
  ])('may %s', (call) => {
    expect(check('LIMITED', undefined, call)).not.toThrow();
  });

  test.each([
    'SpreadsheetApp.openById',
    'MailApp.sendEmail',
    'Ui.showSidebar',
    'Ui.showModelessDialog',
    'ScriptApp.getProjectTriggers',
    'DocumentApp.create',
    'UrlFetchApp.fetch',
  ])('may not %s, whatever the manifest says', (call) => {
    expect(check('LIMITED', undefined, call)).toThrow(
      `You do not have permission to call ${call}. Required permissions: `,
    );
  });
});

test('NONE leaves menus, language, Logger and Utilities', () => {
  for (const call of [
    'SpreadsheetApp.getUi',
    'Ui.createAddonMenu',
    'Menu.addToUi',
    'Session.getActiveUserLocale',
    'Logger.log',
    'Utilities.formatDate',
  ])
    expect(check('NONE', undefined, call)).not.toThrow();
  expect(check('NONE', undefined, 'SpreadsheetApp.getActiveSpreadsheet')).toThrow(/Required permissions: \(/);
  for (const call of [
    'PropertiesService.getScriptProperties',
    'Session.getActiveUser',
    'Ui.alert',
    'Spreadsheet.getName',
  ])
    expect(check('NONE', undefined, call)).toThrow(`You do not have permission to call ${call}.`);
});

test('custom functions read the document and change nothing', () => {
  expect(check('CUSTOM_FUNCTION', undefined, 'Range.getValues')).not.toThrow();
  expect(check('CUSTOM_FUNCTION', undefined, 'Sheet.isSheetHidden')).not.toThrow();
  expect(check('CUSTOM_FUNCTION', undefined, 'Range.setValue')).toThrow(
    'You do not have permission to call Range.setValue.',
  );
  expect(check('CUSTOM_FUNCTION', undefined, 'Sheet.appendRow')).toThrow('You do not have permission');
});
