import type { ClassReference, Reference } from './reference';
import { SPREADSHEET_METHODS, SPREADSHEET_PARENTS } from './reference-spreadsheet';

/** What the live services have and @types/google-apps-script leaves out. */

const ENUMS: Reference['enums'] = {
  'Spreadsheet.DataSourceRefreshScope': ['DATA_SOURCE_REFRESH_SCOPE_UNSUPPORTED', 'ALL_DATA_SOURCES'],
  'Spreadsheet.DateTimeGroupingRuleType': [
    'UNSUPPORTED',
    'SECOND',
    'MINUTE',
    'HOUR',
    'HOUR_MINUTE',
    'HOUR_MINUTE_AMPM',
    'DAY_OF_WEEK',
    'DAY_OF_YEAR',
    'DAY_OF_MONTH',
    'DAY_MONTH',
    'MONTH',
    'QUARTER',
    'YEAR',
    'YEAR_MONTH',
    'YEAR_QUARTER',
    'YEAR_MONTH_DAY',
  ],
  'Spreadsheet.FrequencyType': ['FREQUENCY_TYPE_UNSUPPORTED', 'DAILY', 'WEEKLY', 'MONTHLY'],
};

const FIELDS: Readonly<Record<string, ClassReference['fields']>> = {
  'Spreadsheet.SpreadsheetApp': {
    DataSourceRefreshScope: 'Spreadsheet.DataSourceRefreshScope',
    DateTimeGroupingRuleType: 'Spreadsheet.DateTimeGroupingRuleType',
    FrequencyType: 'Spreadsheet.FrequencyType',
    SortOrder: 'Spreadsheet.SortOrder',
  },
  'Document.DocumentApp': { TabType: 'Document.TabType' },
};

/** A document takes new contents for its body (methods of the first years, never taken away). */
export const BODY_SHORTCUTS = [
  'Paragraph',
  'ListItem',
  'Table',
  'Image',
  'PageBreak',
  'HorizontalRule',
].flatMap((what) => [`append${what}`, `insert${what}`]);

export function withLeftOut(reference: Reference): Reference {
  const classes: Record<string, ClassReference> = { ...reference.classes };
  for (const [key, fields] of Object.entries(FIELDS))
    classes[key] = { ...classes[key], fields: { ...fields, ...classes[key].fields } };
  const body = classes['Document.Body'].methods;
  const shortcuts = Object.fromEntries(BODY_SHORTCUTS.map((name) => [name, body[name]]));
  const document = classes['Document.Document'];
  classes['Document.Document'] = { ...document, methods: { clear: [[]], ...shortcuts, ...document.methods } };
  for (const [key, methods] of Object.entries(SPREADSHEET_METHODS)) {
    const known = classes[key] ?? { methods: {}, fields: {}, extends: [] };
    classes[key] = { ...known, methods: { ...methods, ...known.methods } };
  }
  for (const [key, parents] of Object.entries(SPREADSHEET_PARENTS))
    classes[key] = { ...classes[key], extends: [...classes[key].extends, ...parents] };
  return { ...reference, classes, enums: { ...ENUMS, ...reference.enums } };
}
