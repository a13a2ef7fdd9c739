import { tabs } from '../domain/registry/tabs';
import { counted } from '../domain/text/plural';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';
import { rpc, summaryOf } from './rpc';
import { type SetUpOutcome, setUp } from './set-up';

const PRODUCT = 'Наставничество';
const PANEL = { width: 520, height: 420 } as const;

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

/** «Создать или обновить книгу»: a new workbook is asked how to store people, before any lock is taken. */
export function setUpFromMenu(ports: Ports): void {
  withRefusals(ports, () => {
    const isNew = findTitle(ports.workbook.titles(), tabs.settings.title) === null;
    let mode = 'Коды вместо ФИО';
    if (isNew) {
      const codes = ports.screen.ask(
        'Персональные данные',
        'Хранить в книге коды вместо ФИО?\n\n«Да» (рекомендуется): имена остаются в организациях, в облако не попадают.\n«Нет»: в книге будут полные ФИО. Хранить их в зарубежном облаке запрещает ч. 5 ст. 18 закона 152-ФЗ.\n\nРежим можно изменить на вкладке «Настройки».',
      );
      if (codes === null) return;
      mode = codes ? mode : 'Полный';
    }
    ports.screen.toast('Создаю вкладки и списки…', PRODUCT);
    ports.screen.alert('Книга готова', outcomeWords(setUp(ports, mode)));
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
