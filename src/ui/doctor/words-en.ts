import type { DoctorWords } from './words';

const SET_UP = 'Run «Set-up → Create or update the workbook».';
const CHECK = 'Run «Check entries» and mend what the tab «Проверка» shows.';
const RESTORE = 'Open «Mend and restore → Restore rules…» and accept what it offers.';
const SWEEP = 'Open «Set-up → Nightly check…» and switch it on in your name.';
const LETTERS = 'Menu “Mentoring → Reminders → Preview and send…”.';
const FILL = 'Fill it in on the tab «Настройки».';
const ARCHIVE = 'Run «Set-up → Archive the journal of past years».';
const STORAGE = 'Open «Set-up → Storage mode…»';
const STRICT = 'Run «Set-up → Strict mode: put the rows in order».';

export const englishWords: DoctorWords = {
  title: 'Doctor',
  wait: 'Examining the workbook…',
  waitSlow: 'Reading every tab: up to a minute…',
  slow: 'Look deeper',
  slowWhy: 'Reads every tab and compares it with the template. Changes nothing.',
  again: 'Examine again',
  count: (bad, all) => (bad === 0 ? `Checks: ${all}. All is well.` : `Need attention: ${bad} of ${all}.`),
  good: (n) => `In order: ${n}`,
  account: (address) =>
    address === ''
      ? 'Google did not tell the program who you are.'
      : `The program sees you as ${address}. If this is not you, sign out of the other Google account.`,
  todo: 'What to do: ',
  should: 'It should be: ',
  go: (place) => `Show: ${place}`,
  tabs: 'Tabs',
  copy: 'Copy a report for support',
  copyWhy: 'The report has counts, codes and versions only: no names, no addresses.',
  copied: 'The report was copied.',
  copyByHand: 'The report is selected: press Ctrl+C.',
  report: 'Report for support',
  unknown: 'This could not be found out.',
  unknownOf: (n) => `Not examined: ${n}`,
  unknownTodo:
    'Remove the cause and examine again. If it is about permissions, any item of the menu «Mentoring» asks for them.',
  state: { error: 'Error', warning: 'Attention', unknown: 'Unknown', ok: 'In order' },
  area: {
    access: 'People and access',
    automation: 'Nightly check',
    structure: 'Tabs and columns',
    records: 'Records',
    privacy: 'Personal data',
    size: 'Size',
    upkeep: 'Upkeep',
  },
  checks: {
    account: [
      'Google tells who works with the workbook',
      'No address is told: edits will be by «неизвестно».',
      'Sign in with an account of your organisation; where there is none it stays so and hinders nothing.',
    ],
    accountsDiffer: [
      'The program runs in your name',
      '{who[0]} looks, the program runs as {who[1]}.',
      'Close the panel and open the doctor from the menu yourself.',
    ],
    twoAccounts: [
      'One Google account in the browser',
      '{who[0]} opened the panel, Google answers as {who[1]}.',
      'Sign out of the other account or use a browser profile of its own.',
    ],
    scopes: [
      'All permissions are granted',
      'Not granted: {n} ({values}).',
      'Choose any item of the menu «Mentoring» and tick every box in the window of Google.',
    ],
    mail: ['Enough letters for today', 'Letters left today: {n}.', 'Put the letters off until tomorrow.'],
    coordinator: [
      'A coordinator is named',
      'None is named: everybody who opens the workbook counts as one.',
      'Type the address on the tab «Настройки», «Учётные записи координаторов».',
    ],
    sweep: ['The nightly check is on', 'The nightly check is off: lost edits are found by hand only.', SWEEP],
    letters: [
      'The daily reminders are on',
      'The daily reminders are off: nobody is told of terms by itself.',
      LETTERS,
    ],
    lettersAlive: [
      'The daily reminders run',
      'The reminders have not run for more than 36 hours: last on {values}, owner {who}.',
      LETTERS,
    ],
    lettersStopped: ['The letters are not stopped', 'The letters are stopped.', LETTERS],
    lettersUnknown: [
      'What became of every letter is known',
      'Letters of which nobody knows whether they left: {n}.',
      'Open “Preview and send…” and mark each: sent or not.',
    ],
    sweepAlive: [
      'The nightly check runs',
      'The nightly check does not run: last time {values}, owner {who}.',
      SWEEP,
    ],
    sweepOutcome: [
      'The last nightly check went well',
      'The last nightly check: {who}.',
      'Run «Check entries»: the cause will show itself.',
    ],
    sweepOwner: [
      'A coordinator owns the nightly check',
      '{who} owns the nightly check and is no coordinator.',
      SWEEP,
    ],
    sweepTrigger: [
      'The trigger of the nightly check is there',
      'The check is yours, but its trigger is gone.',
      'Switch it off and on: «Set-up → Nightly check…».',
    ],
    triggersDoubled: [
      'The nightly check runs once a night',
      'Triggers of the nightly check: {n}.',
      'Switch it off and on: «Set-up → Nightly check…».',
    ],
    triggers: [
      'Triggers are below the limit',
      'You have {n}, the limit of Google is {of}.',
      'Delete what you do not need: «Extensions → Apps Script → Triggers».',
    ],
    zones: [
      'Program and workbook share a time zone',
      'Different time zones: {values}.',
      'Choose the zone of the program in «File → Settings»: dates may shift by a day.',
    ],
    locale: [
      'The locale of the workbook is Russia',
      'Locale of the workbook: {values}.',
      'Choose «Russia» in «File → Settings»: dates and decimals are read differently.',
    ],
    schemaNewer: [
      'The workbook is not newer than the program',
      'Schema of workbook and program: {values}.',
      'Update the program: a newer one made the workbook.',
    ],
    schemaOlder: [
      'The workbook is not older than the program',
      'Schema of workbook and program: {values}.',
      SET_UP,
    ],
    tabs: ['All tabs are there', 'Tabs missing: {n}.', RESTORE],
    tabCopies: [
      'No copies of tabs',
      'Copies of tabs: {n}. The program does not read them.',
      'Move what you need and delete the copy.',
    ],
    columns: ['Required columns are there', 'Columns or headers missing: {n}.', RESTORE],
    columnsOptional: ['Other columns are there', 'Optional columns missing: {n}.', RESTORE],
    doubledHeaders: [
      'No header stands twice',
      'Doubled headers: {n}. Such a tab is left alone.',
      'Rename the wrong column: the program does not guess.',
    ],
    settings: [
      'All settings can be read',
      'Settings that cannot be read: {values}.',
      'Correct it on the tab «Настройки».',
    ],
    lastCheck: [
      'Entries were checked within a month',
      'Entries were not checked for long. Last time: {values}.',
      'Run «Check entries».',
    ],
    openErrors: ['No errors in the entries', 'Errors in the entries: {n}.', CHECK],
    openWarnings: [
      'No warnings in the entries',
      'Warnings in the entries: {n}.',
      'Mend them or accept them with a reason: tab «Проверка».',
    ],
    storageLaw: [
      'No full names in a foreign cloud',
      'Mode «Полный»: the workbook holds names. The program cannot tell where the file is: on your own computer this is allowed.',
      `If the workbook is in Google Sheets, move to codes (152-FZ, art. 18 part 5): ${STORAGE}.`,
    ],
    storageSwitch: [
      'The move to codes is finished',
      'The move to codes broke off: some names were replaced, some were not.',
      `${STORAGE} and finish it.`,
    ],
    store: [
      'The program has memory to spare',
      'Memory of the program: {n} KB of {of} are used.',
      'Send the report from here to support.',
    ],
    property: [
      'No entry of the memory is nearly full',
      'Entries of the memory close to 9 KB: {values}.',
      'Send the report from here to support.',
    ],
    territory: ['The territory is named', 'The memo would not name the territory.', FILL],
    chief: ['It is said who approves the memo', 'The name of who approves the memo is blank.', FILL],
    reporter: ['It is said who prepares the memo', 'The name of who prepares the memo is blank.', FILL],
    tabsRenamed: ['No tab was renamed', 'Tabs renamed: {n}.', RESTORE],
    tabsHidden: [
      'Tabs for people are visible, service tabs are hidden',
      'Tabs wrongly hidden or shown: {n}.',
      RESTORE,
    ],
    tabsOccupied: ['Titles of service tabs are free', 'Titles taken by your data: {n}.', 'Rename your tab.'],
    headerNames: ['Headers are named as in the template', 'Headers named otherwise: {n}.', RESTORE],
    headerRow: ['Headers stand in row 1', 'Tabs whose headers are out of place: {n}.', RESTORE],
    frozen: ['Headers are frozen', 'Tabs not frozen: {n}.', RESTORE],
    notes: ['Notes on headers are there', 'Notes on headers missing: {n}.', RESTORE],
    formats: ['Formats of columns are there', 'Formats of columns that differ: {n}.', RESTORE],
    textsAsDates: [
      'No text became a date',
      'Columns with dates for texts: {n}.',
      'Look at the values and type the text again.',
    ],
    validations: ['Dropdowns and checks are there', 'Dropdowns and checks that differ: {n}.', RESTORE],
    sources: ['Dropdowns have their sources', 'Dropdowns without a source: {n}.', RESTORE],
    merged: ['No merged cells', 'Merged ranges: {n}.', RESTORE],
    totals: ['No totals or headers among the records', 'Rows among the records that are none: {n}.', RESTORE],
    templateRows: [
      'Rows of the plan and settings are there',
      'Rows and settings of the template missing: {n}.',
      RESTORE,
    ],
    warnings: ['Warning protections are there', 'Warning protections that differ: {n}.', RESTORE],
    filters: [
      'No filter hides records',
      'Tabs with a filter: {n}.',
      'Remove the filter: «Data → Remove filter».',
    ],
    typedTables: [
      'No tab was turned into a Google Table',
      'Turned into Google Tables: {n}. The program cannot write there.',
      'Open the menu of the table (the arrow at its name) and choose «Revert to unformatted data».',
    ],
    hardProtections: [
      'No protection stops the program',
      'Protections that stop you too: {n}.',
      'Ask the owner of the file to remove them: «Data → Protect sheets and ranges».',
    ],
    ids: [
      'Every record has an ID',
      'Records without ID: {n}.',
      'Run «Check entries»: numbers will be given.',
    ],
    doubledIds: [
      'No ID stands twice',
      'IDs that stand twice: {n}.',
      'Run «Check entries»: copies will get new numbers.',
    ],
    lowMarks: [
      'New numbers are really new',
      'The counter of numbers is behind, tabs: {n}.',
      'Run «Check entries»: it will be raised.',
    ],
    references: [
      'References lead to records in force',
      'References that lead nowhere: {n}.',
      'Choose a record from the list in the cell.',
    ],
    blanks: ['Required fields are filled in', 'Blank required fields: {n}.', CHECK],
    formulas: [
      'No errors of formulas',
      'Cells with an error of a formula: {n}.',
      'Replace the formula by its value.',
    ],
    orderDates: [
      'No order number became a date',
      'Order numbers that became dates: {n}.',
      'Type the number again: 26/1 stays a text.',
    ],
    noRecords: [
      'Organisations are entered',
      'No organisation is entered.',
      'Enter organisations or run «Import a table…».',
    ],
    exceptions: [
      'No accepted exception is past its term',
      'Exceptions past their term: {n} ({values}).',
      'Give a new term or mend the record.',
    ],
    exceptionsVoid: [
      'All exceptions are in force',
      'Exceptions not in force: {n} ({values}).',
      'Read the column «Состояние» and mend or remove the row.',
    ],
    computed: [
      'Columns of the program are computed and untouched',
      'Cells of the program that should be otherwise: {n}.',
      'Run «Check entries»: they will be computed anew.',
    ],
    lists: [
      'Dropdowns know all records',
      'Dropdowns offer something else than the registries hold.',
      'Run «Check entries».',
    ],
    curators: [
      'Every organisation has a curator',
      'Organisations without a curator: {n} ({values}).',
      'Enter a curator on the tab «Кураторы».',
    ],
    curatorAccounts: [
      'Curators have accounts',
      'Curators without an account: {n} ({values}).',
      'Fill in «Аккаунт доступа»: without it a curator does not see their findings.',
    ],
    curatorAddresses: [
      'Accounts of curators are addresses',
      'Accounts that are no address: {n} ({values}).',
      'Type an address into «Аккаунт доступа».',
    ],
    strictBlocks: [
      'The strict mode of rows is in force',
      'Strict mode: tabs where blocks are missing: {n}.',
      STRICT,
    ],
    strictLeft: [
      'Nothing is left of the strict mode',
      'The strict mode is off, protections left: {n}.',
      STRICT,
    ],
    names: [
      'A workbook with codes holds no names',
      'Places that look like names: {n}.',
      `${STORAGE} and press «Look for names in the workbook».`,
    ],
    codes: [
      'Records follow the storage mode',
      'Records against the storage mode: {n}.',
      'Type the code for the name; the name goes into the key file.',
    ],
    publicLinks: [
      'Registers of people are not behind open links',
      'Links to cloud folders: {n}.',
      'Open the link in a private window: if names are seen, close the access.',
    ],
    cells: [
      'The workbook is far from its limit',
      'Cells of the workbook: {n} of {of}.',
      'Delete blank rows and tabs you do not need.',
    ],
    rows: [
      'Registries are not too large',
      'Records on a tab: {n}; the program is tested up to {of}.',
      'Keep past years in a copy of the workbook.',
    ],
    longCells: ['Texts fit into their cells', 'Characters in a cell: {n} of {of}.', 'Shorten the text.'],
    journal: ['The journal is not too large', 'Rows of the journal: {n}.', ARCHIVE],
    journalGrowth: [
      'The journal grows moderately',
      'The journal grows fast: a year adds rows: {n}.',
      ARCHIVE,
    ],
    journalPast: ['The journal holds no past years', 'Rows of past years in the journal: {n}.', ARCHIVE],
    journalThere: [
      'The journal is kept',
      'The journal is blank: there is no history to show.',
      'Run «Check entries».',
    ],
    lastReport: [
      'A report was built within a year',
      'No report for long. Last one: {values}.',
      'Run «Build monitoring report».',
    ],
  },
};
