/** The public names of the add-on and nothing else: triggers, menu handlers, one rpc(). */

import { cardOfSelection } from './app/card-screen';
import { dailyRun as daily, continueLetters as goOn } from './app/daily-run';
import { showFindings } from './app/findings-screen';
import {
  archiveFromMenu,
  checkFromMenu,
  chooseWave,
  lettersOnFromMenu,
  orderRowsFromMenu,
  reportFromMenu,
  setUpFromMenu,
  showDoctor,
  showFixes,
  showForeignEdits,
  showHistory,
  showImport,
  showLetters,
  showPlan,
  showRehearsal,
  showRepair,
  showStorage,
  stopFromMenu,
  sweepFromMenu,
  takeLettersOver as takeOver,
} from './app/menu-commands';
import { nightlySweep as sweep } from './app/nightly-sweep';
import { rpc as run } from './app/rpc';
import { showMenu } from './google/menu';
import { googlePorts } from './google/ports';

export { onEdit } from './edit';

export function onOpen(): void {
  showMenu();
}

export function onInstall(): void {
  showMenu();
}

export function openCard(): void {
  cardOfSelection(googlePorts());
}

export function openMyFindings(): void {
  showFindings(googlePorts());
}

export function checkEntries(): void {
  checkFromMenu(googlePorts());
}

/** The clock trigger, once a night. */
export function nightlySweep(event: { readonly triggerUid?: string }): void {
  sweep(googlePorts(), event?.triggerUid ?? '');
}

export function toggleNightlySweep(): void {
  sweepFromMenu(googlePorts());
}

/** The clock trigger of the letters, once a day. */
export function dailyRun(event: { readonly triggerUid?: string }): void {
  daily(googlePorts(), event?.triggerUid ?? '');
}

/** The clock trigger that goes on with what the daily run had no time for. */
export function continueLetters(event: { readonly triggerUid?: string }): void {
  goOn(googlePorts(), event?.triggerUid ?? '');
}

export function openLetters(): void {
  showLetters(googlePorts());
}

export function openRehearsal(): void {
  showRehearsal(googlePorts());
}

export function switchLettersOn(): void {
  lettersOnFromMenu(googlePorts());
}

export function takeLettersOver(): void {
  takeOver(googlePorts());
}

export function stopLetters(): void {
  stopFromMenu(googlePorts());
}

export function buildMonitoringReport(): void {
  reportFromMenu(googlePorts());
}

export function chooseMonitoringWave(): void {
  chooseWave(googlePorts());
}

export function setUpWorkbook(): void {
  setUpFromMenu(googlePorts());
}

export function openFixes(): void {
  showFixes(googlePorts());
}

export function openRepair(): void {
  showRepair(googlePorts());
}

export function openDoctor(): void {
  showDoctor(googlePorts());
}

export function openStorage(): void {
  showStorage(googlePorts());
}

export function openImport(): void {
  showImport(googlePorts());
}

export function openPlan(): void {
  showPlan(googlePorts());
}

export function openRegisterOnDate(): void {
  showHistory(googlePorts());
}

export function openForeignEdits(): void {
  showForeignEdits(googlePorts());
}

export function archivePastJournal(): void {
  archiveFromMenu(googlePorts());
}

export function orderRowsNow(): void {
  orderRowsFromMenu(googlePorts());
}

/** Called by the panels and by the command line: only the names in app/rpc.ts, only JSON. */
export function rpc(name: string, args?: unknown): unknown {
  return run(googlePorts(), name, args);
}
