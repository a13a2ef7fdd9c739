import { tabs } from '../domain/registry/tabs';
import { counted } from '../domain/text/plural';
import { archiveJournal } from './archive-journal';
import { checkWords } from './check-words';
import { checkWorkbook } from './check-workbook';
import { foreignEdits } from './foreign-edits';
import { importScreen } from './import-rows';
import { momentWords } from './letters-heartbeat';
import { lettersState } from './letters-state';
import { stopLetters, switchLetters } from './letters-switch';
import { toggleSweep } from './nightly-sweep';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';
import { historyScreen } from './register-on-date';
import { rehearsalScreen } from './rehearsal';
import { rpc, summaryOf } from './rpc';
import { type SetUpOutcome, setUp } from './set-up';
import { storageScreen } from './storage-mode';
import { strictRowsNow } from './strict-rows';

const PRODUCT = 'Наставничество';
const PANEL = { width: 520, height: 420 } as const;
const STORAGE = { width: 560, height: 600 } as const;
/** Asked for a new workbook only; one that is there keeps its own. */
const DEFAULT_MODE = 'Коды вместо ФИО';

/** «Проверить записи»: the whole workbook, then the result in words. */
export function checkFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.toast('Проверяю записи…', PRODUCT);
    // After the lock: a window of the script drops it.
    ports.screen.alert('Проверка записей', checkWords(checkWorkbook(ports)));
  });
}

/** «Построить отчёт по мониторингу»: builds at once for the default wave and shows what came out. */
export function reportFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.toast('Считаю показатели и пишу справку…', PRODUCT);
    ports.screen.panel('report', 'Отчёт по мониторингу', { result: summaryOf(ports, {}) }, PANEL);
  });
}

/** «Отчёт за другую волну…»: the panel asks for the wave and the reference date and calls `reportSummary`. */
export function chooseWave(ports: Ports): void {
  const screen = rpc(ports, 'reportScreen', {});
  ports.screen.panel('report', 'Отчёт по мониторингу', { choose: screen.ok ? screen.value : null }, PANEL);
}

/** «Ночная сверка: включить/выключить…» */
export function sweepFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    const done = toggleSweep(ports);
    if (done !== null) ports.screen.alert('Ночная сверка', done);
  });
}

/** «Импорт таблицы…»: the dialog asks for a table and shows what would happen before anything is written. */
export function showImport(ports: Ports): void {
  ports.screen.panel('import', 'Импорт таблицы', importScreen(ports), { width: 760, height: 620 });
}

/** «Импорт плана…»: somebody's roadmap from Word or Excel; nothing is written before it was shown. */
export function showPlan(ports: Ports): void {
  ports.screen.panel('plan', 'Импорт плана', {}, { width: 760, height: 620 });
}

/** «Реестр на дату…»: the dialog asks for a register and a day. */
export function showHistory(ports: Ports): void {
  ports.screen.panel('history', 'Реестр на дату', historyScreen(ports), { width: 460, height: 420 });
}

/** «Правки в чужих строках…»: what curators changed in records of other organisations. */
export function showForeignEdits(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.toast('Сверяю журнал с реестрами…', PRODUCT);
    ports.screen.panel('foreign', 'Правки в чужих строках', foreignEdits(ports), { width: 720, height: 560 });
  });
}

/** «Строгий режим: навести порядок в строках», or take the protections away where the mode is off. */
export function orderRowsFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.toast('Собираю строки организаций…', PRODUCT);
    const { moved, guarded, notes } = strictRowsNow(ports);
    const words =
      moved + guarded === 0 ? 'Всё на месте.' : `Перестановок: ${moved}. Изменено защит: ${guarded}.`;
    ports.screen.alert('Строгий режим строк', [words, ...notes].join('\n'));
  });
}

/** «Архив журнала за прошлые годы» */
export function archiveFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    const sure = ports.screen.ask(
      'Архив журнала',
      'Перенести записи журнала за прошлые годы на отдельные вкладки «Журнал 2025» и так далее? В журнале останется снимок реестров и записи этого года. Ничего не пропадёт.',
    );
    if (sure !== true) return;
    const { tabs: made, moved, left } = archiveJournal(ports);
    ports.screen.alert(
      'Архив журнала',
      `Перенесено записей: ${moved}. Вкладки: ${made.map((t) => `«${t}»`).join(', ')}. В журнале осталось строк: ${left}.`,
    );
  });
}

/** «Предпросмотр и отправка…»: how the letters stand and what would go out now, in the side bar; it asks for the letters itself. */
export function showLetters(ports: Ports): void {
  ports.screen.sidebar('letters', 'Напоминания', {});
}

/** «Прогнать год…»: the dialog asks for a period and simulates its every day. */
export function showRehearsal(ports: Ports): void {
  ports.screen.panel('rehearsal', 'Прогнать год', rehearsalScreen(ports), { width: 860, height: 640 });
}

/** «Включить»: one daily run in the acting person's name; refused while somebody else's is alive. */
export function lettersOnFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.alert('Напоминания', switchLetters(ports, 'on'));
  });
}

/** «Перенять…»: a deliberate item of its own, asked once more. */
export function takeLettersOver(ports: Ports): void {
  withRefusals(ports, () => {
    const { owner, seen } = lettersState(ports.store);
    const question =
      owner === ''
        ? 'Ежедневные напоминания сейчас никто не ведёт. Вести их от вашего имени?'
        : `Напоминания ведёт ${owner}, последний запуск ${momentWords(seen)}. Вести их от вашего имени? Прежний запуск отключится сам.`;
    if (ports.screen.ask('Напоминания', question) === true)
      ports.screen.alert('Напоминания', switchLetters(ports, 'take-over'));
  });
}

/** «Остановить письма»: works at once, also for a run that is sending now. */
export function stopFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    ports.screen.alert('Напоминания', stopLetters(ports));
  });
}

/** «Восстановить правила…»: the dialog shows what would change before anything is written. */
export function showRepair(ports: Ports): void {
  ports.screen.panel('repair', 'Восстановить правила', {}, { width: 620, height: 560 });
}

/** «Доктор»: how the workbook and the program are, in the side bar; it asks for the checks itself. */
export function showDoctor(ports: Ports): void {
  // The account that opened the panel: Google may answer the panel as another one.
  ports.screen.sidebar('doctor', 'Доктор', { account: ports.actor() });
}

/** «Режим хранения…»: what the workbook holds about people; from full names to codes. */
export function showStorage(ports: Ports): void {
  withRefusals(ports, () =>
    ports.screen.panel('storage', 'Режим хранения', { screen: storageScreen(ports) }, STORAGE),
  );
}

/** «Безопасные исправления…»: every cell is shown before it is changed; one click takes the batch back. */
export function showFixes(ports: Ports): void {
  ports.screen.panel('fixes', 'Безопасные исправления', {}, { width: 760, height: 600 });
}

/** «Создать или обновить книгу»: a new workbook is asked how to store people, before any lock is taken. */
export function setUpFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    const isNew = findTitle(ports.workbook.titles(), tabs.settings.title) === null;
    if (isNew) {
      // A book that is a file lies on the organisation's own computer: names may be kept there.
      const mode = ports.workbook.url().startsWith('file:') ? 'Полный' : DEFAULT_MODE;
      ports.screen.panel('storage', 'Новая книга', { create: true, mode }, STORAGE);
      return;
    }
    ports.screen.toast('Создаю вкладки и списки…', PRODUCT);
    ports.screen.alert('Книга готова', outcomeWords(setUp(ports, DEFAULT_MODE)));
  });
}

export function outcomeWords({ created, repaired, leftAlone }: SetUpOutcome): string {
  const lines: string[] = [];
  if (created.length > 0)
    lines.push(`Создано: ${counted(created.length, ['вкладка', 'вкладки', 'вкладок'])}.`);
  for (const { tab, what } of repaired) lines.push(`«${tab}»: ${what}.`);
  for (const { tab, why } of leftAlone) lines.push(`«${tab}» не изменена: ${why}`);
  return lines.length > 0 ? lines.join('\n') : 'Всё на месте: менять ничего не пришлось.';
}

function withRefusals(ports: Ports, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ports.screen.alert(PRODUCT, error.message);
  }
}
