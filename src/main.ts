/** The public names of the add-on and nothing else: triggers, menu handlers, one rpc(). */
import { chooseWave, reportFromMenu, setUpFromMenu } from './app/menu-commands';
import { rpc as run } from './app/rpc';
import { showMenu } from './google/menu';
import { googlePorts } from './google/ports';

export function onOpen(): void {
  showMenu();
}

export function onInstall(): void {
  showMenu();
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

/** Called by the panels and by the command line: only the names in app/rpc.ts, only JSON. */
export function rpc(name: string, args?: unknown): unknown {
  return run(googlePorts(), name, args);
}
