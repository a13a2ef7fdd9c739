/**
 * Which calls are trips: they read from or write to a Google backend (performance.md). Calls that only find, build or
 * describe objects (getRange, getSheetByName, builders, enums, getUi, Utilities) are not.
 */
const READS_AND_WRITES: Readonly<Record<string, RegExp>> = {
  Range:
    /^(getValue|getDisplayValue|getFormula|getNote|getDataValidation|getNumberFormat|getBackground|getFont|getHorizontal|getVertical|getWrap|getText|getRichText|getBorder|getMerged|isPartOfMerge|isBlank|isChecked|getDataRegion|getNextDataCell|set|clear|copy|move|merge|breakApart|insert|delete|sort|protect|createPivotTable|createFilter|createTextFinder|autoFill|applyRowBanding|applyColumnBanding|check|uncheck|removeDuplicates|removeCheckboxes|randomize|splitTextToColumns|trimWhitespace|addDeveloperMetadata)/,
  RangeList: /^(set|clear|check|uncheck|insert|remove|trimWhitespace|breakApart)/,
  Sheet:
    /^(getLast|getDataRange|getSheetValues|getProtections|getCharts|getPivotTables|getNamedRanges|getFrozen|getColumnWidth|getRowHeight|getFilter|getBandings|getImages|getConditional|getDeveloperMetadata|append|insert|delete|clear|sort|set|hide|show|unhide|autoResize|moveRows|moveColumns|protect|copyTo|updateChart|removeChart|newChart$|createTextFinder|getMax|isSheetHidden)/,
  Spreadsheet:
    /^(getProtections|getNamedRanges|insert|delete|duplicate|rename|set|appendRow|copy$|moveActiveSheet|getDeveloperMetadata|addDeveloperMetadata|toast|add|remove|getSpreadsheetLocale|getSpreadsheetTimeZone|getOwner|getEditors|getViewers)/,
  SpreadsheetApp: /^(flush|create|open|openById|openByUrl)$/,
  Protection: /^(set|add|remove|getEditors|canEdit)/,
  NamedRange: /^(set|remove)/,
  PivotTable: /^(add|remove|get.*(Groups|Values|Filters)$)/,
  PivotGroup: /^(set|show|hide|sort|remove|add|clear)/,
  PivotValue: /^(set|show|remove)/,
  Filter: /^(set|remove|sort)/,
  Banding: /^(set|remove)/,
  EmbeddedChart: /^(getAs|getBlob)$/,
  Chart: /^(getAs|getBlob)$/,
  DocumentApp: /^(create|open|openById|openByUrl)$/,
  Document:
    /^(saveAndClose|addHeader|addFooter|getHeader|getFooter|clear|setName|addNamedRange|getNamedRanges|append.*|insert.*)$/,
  Body: /^(append|insert|remove|clear|replaceText|findText|set)/,
  HeaderSection: /^(append|insert|remove|clear|replaceText|set)/,
  FooterSection: /^(append|insert|remove|clear|replaceText|set)/,
  Properties: /./,
  Cache: /./,
  Lock: /^(tryLock|waitLock|releaseLock)$/,
  MailApp: /./,
  ScriptApp: /^(getProjectTriggers|deleteTrigger|getAuthorizationInfo|requireScopes)$/,
  ClockTriggerBuilder: /^create$/,
  SpreadsheetTriggerBuilder: /^create$/,
  Ui: /^(alert|prompt|show)/,
  Session: /^(getActiveUser|getEffectiveUser)$/,
};

export function isTrip(service: string, method: string): boolean {
  return READS_AND_WRITES[service]?.test(method) ?? false;
}

/** Trips in a table of calls, `{"Range.getValues": 3}`. */
export function countTrips(calls: Readonly<Record<string, number>>): number {
  let trips = 0;
  for (const [call, times] of Object.entries(calls)) {
    const [service, method] = call.split('.');
    if (isTrip(service, method)) trips += times;
  }
  return trips;
}
