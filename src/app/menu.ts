/** The menu in both languages; `run` is an export of src/main.ts. */
export interface Menu {
  readonly ru: string;
  readonly en: string;
  readonly items: readonly MenuItem[];
}

/** A line between groups, a command, or a menu inside the menu. */
export type MenuItem = 'line' | { readonly ru: string; readonly en: string; readonly run: string } | Menu;

const item = (run: string, ru: string, en: string): MenuItem => ({ run, ru, en });

export const menu: Menu = {
  ru: 'Наставничество',
  en: 'Mentoring',
  items: [
    item('openCard', 'Карточка…', 'Record card…'),
    item('openMyFindings', 'Мои замечания', 'My findings'),
    item('checkEntries', 'Проверить записи', 'Check entries'),
    item('buildMonitoringReport', 'Построить отчёт по мониторингу', 'Build monitoring report'),
    item('chooseMonitoringWave', 'Отчёт за другую волну…', 'Report for another wave…'),
    {
      ru: 'Напоминания',
      en: 'Reminders',
      items: [
        item('openLetters', 'Предпросмотр и отправка…', 'Preview and send…'),
        item('switchLettersOn', 'Включить', 'Switch on'),
        item('takeLettersOver', 'Перенять…', 'Take over…'),
        item('openRehearsal', 'Прогнать год…', 'Rehearse a year…'),
        item('stopLetters', 'Остановить письма', 'Stop the letters'),
      ],
    },
    'line',
    item('openRegisterOnDate', 'Реестр на дату…', 'Register on a date…'),
    item('openForeignEdits', 'Правки в чужих строках…', 'Edits in others’ rows…'),
    {
      ru: 'Исправить и восстановить',
      en: 'Mend and restore',
      items: [
        item('openRepair', 'Восстановить правила…', 'Restore rules…'),
        item('openFixes', 'Безопасные исправления…', 'Safe fixes…'),
        item('openImport', 'Импорт таблицы…', 'Import a table…'),
        item('openPlan', 'Импорт плана…', 'Import a plan…'),
      ],
    },
    {
      ru: 'Настройка',
      en: 'Set-up',
      items: [
        item('setUpWorkbook', 'Создать или обновить книгу', 'Create or update the workbook'),
        item('toggleNightlySweep', 'Ночная сверка: включить/выключить…', 'Nightly check: switch on or off…'),
        item('openDoctor', 'Доктор', 'Doctor'),
        item('openStorage', 'Режим хранения…', 'Storage mode…'),
        item('archivePastJournal', 'Архив журнала за прошлые годы', 'Archive the journal of past years'),
        item(
          'orderRowsNow',
          'Строгий режим: навести порядок в строках',
          'Strict mode: put the rows in order',
        ),
      ],
    },
  ],
};
