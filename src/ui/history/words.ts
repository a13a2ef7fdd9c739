import { russian } from '../kit/call';

const ru = {
  title: 'Реестр на дату',
  empty: 'Журнал ещё пуст. Он начнётся с первой проверки записей: выберите в меню «Проверить записи».',
  since: 'Журнал ведётся с',
  before: 'Что было раньше, неизвестно.',
  register: 'Реестр',
  date: 'На конец дня',
  show: 'Показать',
  working: 'Восстанавливаю реестр по журналу…',
  done: 'Готово',
  records: 'Записей',
  where: 'Реестр — на вкладке',
  again: 'Другая дата',
  close: 'Закрыть',
};

const en: typeof ru = {
  title: 'Register on a date',
  empty: 'The journal is still blank. It begins with the first check: choose “Check entries” in the menu.',
  since: 'The journal begins on',
  before: 'What was before is not known.',
  register: 'Register',
  date: 'At the end of the day',
  show: 'Show',
  working: 'Rebuilding the register from the journal…',
  done: 'Done',
  records: 'Records',
  where: 'The register is on the tab',
  again: 'Another day',
  close: 'Close',
};

export const words = (): typeof ru => (russian() ? ru : en);
