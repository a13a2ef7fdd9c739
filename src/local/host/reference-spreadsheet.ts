import type { ClassReference } from './reference';

/**
 * Methods of the Spreadsheet service that scripts can call and @types/google-apps-script leaves out: documented after
 * the types were made, or never documented and always there (getBorder, getKey, the pairs of …Color and …Colors).
 */

type Methods = ClassReference['methods'];

const COLOR = 'Spreadsheet.Color|null';

const getters = (...names: string[]): Methods => Object.fromEntries(names.map((name) => [name, [[]]]));
const setters = (type: string, ...names: string[]): Methods =>
  Object.fromEntries(names.map((name) => [name, [[type]]]));

const BANDS = ['Header', 'First', 'Second', 'Footer'].flatMap((part) => [
  `${part}RowColorObject`,
  `${part}ColumnColorObject`,
]);

const ANY_DATE = [['Date'], ['Date[]']];
const MATCHES_OF_FILTERS: Methods = {
  whenDateEqualToAny: [['Date[]']],
  whenDateNotEqualTo: ANY_DATE,
  whenDateNotEqualToAny: [['Date[]']],
  whenNumberEqualToAny: [['number[]']],
  whenNumberNotEqualToAny: [['number[]']],
  whenTextEqualToAny: [['string[]']],
  whenTextNotEqualTo: [['string']],
  whenTextNotEqualToAny: [['string[]']],
  ...setters(COLOR, 'setVisibleBackgroundColor', 'setVisibleForegroundColor'),
};

export const SPREADSHEET_METHODS: Readonly<Record<string, Methods>> = {
  'Spreadsheet.SpreadsheetApp': { openByKey: [['string']], ...getters('enableLookerExecution') },
  'Spreadsheet.Spreadsheet': {
    ...getters('getKey', 'getDataSources', 'getDataSourceSheets', 'getDataSourceFormulas'),
    ...getters('getDataSourceRefreshSchedules', 'refreshAllDataSources'),
    insertDataSourceSheet: [['any']],
  },
  'Spreadsheet.Sheet': { ...getters('getTabColorObject'), ...setters(COLOR, 'setTabColorObject') },
  'Spreadsheet.Range': {
    ...getters('getColumnIndex', 'getBorder', 'getBackgroundColor', 'getBackgroundColors'),
    ...setters('string|null', 'setBackgroundColor'),
    ...setters('string[][]', 'setBackgroundColors'),
  },
  'Spreadsheet.Borders': getters('getTop', 'getLeft', 'getBottom', 'getRight'),
  'Spreadsheet.Border': getters('getColor', 'getBorderStyle'),
  'Spreadsheet.Banding': {
    ...getters(...BANDS.map((name) => `get${name}`)),
    ...setters(COLOR, ...BANDS.map((name) => `set${name}`)),
  },
  'Spreadsheet.BooleanCondition': getters('getBackgroundObject', 'getFontColorObject'),
  'Spreadsheet.GradientCondition': getters('getMaxColorObject', 'getMidColorObject', 'getMinColorObject'),
  'Spreadsheet.ConditionalFormatRuleBuilder': {
    ...setters(COLOR, 'setBackgroundObject', 'setFontColorObject'),
    ...setters('Spreadsheet.Color', 'setGradientMaxpointObject', 'setGradientMinpointObject'),
    ...Object.fromEntries(
      ['Max', 'Mid', 'Min'].map((point) => [
        `setGradient${point}pointObjectWithValue`,
        [['Spreadsheet.Color', 'Spreadsheet.InterpolationType', 'string']],
      ]),
    ),
  },
  'Spreadsheet.Filter': { getColumnSortSpec: [['number']] },
  'Spreadsheet.FilterCriteria': getters('getVisibleBackgroundColor', 'getVisibleForegroundColor'),
  'Spreadsheet.FilterCriteriaBuilder': {
    ...getters('getVisibleBackgroundColor', 'getVisibleForegroundColor'),
    ...MATCHES_OF_FILTERS,
  },
  'Spreadsheet.PivotTable': getters('getSourceDataRange', 'asDataSourcePivotTable'),
  'Spreadsheet.PivotGroup': {
    ...getters('getDateTimeGroupingRule', 'getGroupLimit', 'getSourceDataSourceColumn'),
    setDateTimeGroupingRule: [['Spreadsheet.DateTimeGroupingRuleType']],
    setGroupLimit: [['number']],
  },
  'Spreadsheet.PivotValue': getters('remove', 'getSourceDataColumn', 'getSourceDataSourceColumn'),
  'Spreadsheet.PivotFilter': getters('getSourceDataSourceColumn'),
  'Spreadsheet.Slicer': {
    ...getters('getBackgroundColorObject'),
    ...setters(COLOR, 'setBackgroundColorObject'),
  },
  'Spreadsheet.Protection': {
    addTargetAudience: [['string']],
    removeTargetAudience: [['string']],
    ...getters('getTargetAudiences'),
  },
};

/** A builder that passes where its product is asked for (seen live with colours; other builders do not pass). */
export const SPREADSHEET_PARENTS: Readonly<Record<string, readonly string[]>> = {
  'Spreadsheet.ColorBuilder': ['Spreadsheet.Color'],
};
