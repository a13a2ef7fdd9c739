import { shortMoment } from '../domain/text/print-date';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { HEARTBEAT_ROW, LETTERS_OFF, START_TITLE } from '../domain/workbook/start-page';
import { type LettersState, lettersState, NOT_YET, SILENT_HOURS } from './letters-state';
import type { Ports } from './ports';

/** The line «Напоминания» of «Начало»; nothing where people have their own tab of that name, or none. */
export function showHeartbeat(ports: Ports): void {
  const { workbook, heartbeat } = ports;
  if (!workbook.titles().includes(START_TITLE)) return;
  if (!isOwnTab(START_TITLE, workbook.firstRow(START_TITLE))) return;
  fillHeartbeat(ports);
  heartbeat.dress(START_TITLE, HEARTBEAT_ROW, SILENT_HOURS);
}

/** The same on a page that was just refilled: one trip. */
export function fillHeartbeat({ heartbeat, store }: Ports): void {
  const state = lettersState(store);
  const seen = state.owner === '' ? '' : state.seen;
  heartbeat.show(START_TITLE, HEARTBEAT_ROW, {
    alive: heartbeatWords(state),
    dead: `НЕ РАБОТАЮТ: последний запуск ${momentWords(seen)}. Включите снова: меню «Наставничество → Напоминания».`,
    seen,
    hours: SILENT_HOURS,
  });
}

/** What «Начало» says of the letters while all is well. */
function heartbeatWords({ owner, seen, outcome, stopped, live }: LettersState): string {
  const halted = stopped ? ' Отправка остановлена.' : live ? '' : ' Режим пробный: письма не уходят.';
  if (owner === '') return LETTERS_OFF + (stopped ? halted : '');
  return outcome === NOT_YET
    ? `Включены ${momentWords(seen)}, ${NOT_YET}.${halted}`
    : `Включены. Последний запуск ${momentWords(seen)}: ${outcome}.${halted}`;
}

/** `2024-04-20 08:12` → «20.04.2024 08:12»; there may have been none. */
export function momentWords(moment: string): string {
  return moment === '' ? 'ещё не было' : shortMoment(moment);
}
