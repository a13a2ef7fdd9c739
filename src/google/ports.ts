import type { Locks, Ports } from '../app/ports';
import { bookHealth } from './health';
import { heartbeat } from './heartbeat';
import { sheetLayouts } from './layouts';
import { mailApp } from './mail';
import { memoDocuments } from './memo-document';
import { rowBlocks } from './protections';
import { reportSheets } from './report-sheets';
import { screen } from './screen';
import { openSpreadsheet } from './spreadsheet';
import { documentCache, documentStore } from './stores';
import { bookTraces } from './traces';
import { clockTriggers } from './triggers';
import { sheetsWorkbook } from './workbook';

const LOCK_WAIT_MS = 10_000;

/** All ports over the Apps Script services, for one run. */
export function googlePorts(): Ports {
  const open = openSpreadsheet();
  const began = Date.now();
  return {
    workbook: sheetsWorkbook(open),
    rows: rowBlocks(open),
    layouts: sheetLayouts(open),
    sheets: reportSheets(open),
    documents: memoDocuments(),
    screen: screen(),
    clock: {
      today: () => Utilities.formatDate(new Date(), open.timeZone(), 'yyyy-MM-dd'),
      now: () => Utilities.formatDate(new Date(), open.timeZone(), 'yyyy-MM-dd HH:mm'),
      zone: () => open.timeZone(),
      seconds: () => (Date.now() - began) / 1000,
    },
    locks,
    automation: clockTriggers(),
    mail: mailApp(),
    heartbeat: heartbeat(open),
    store: documentStore(),
    cache: documentCache(),
    traces: bookTraces(open),
    health: bookHealth(open),
    actor: () => Session.getActiveUser().getEmail() || 'неизвестно',
  };
}

const locks: Locks = {
  hold: () => LockService.getDocumentLock()?.tryLock(LOCK_WAIT_MS) ?? true,
  flush: () => SpreadsheetApp.flush(),
  alone(work) {
    const lock = LockService.getDocumentLock();
    if (lock && !lock.tryLock(LOCK_WAIT_MS)) return null;
    try {
      return { result: work() };
    } finally {
      // Without flush the next holder may read old cells (platform.md §5).
      SpreadsheetApp.flush();
      lock?.releaseLock();
    }
  },
};
