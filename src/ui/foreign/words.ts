import { russian } from '../kit/call';

const ru = {
  title: 'Правки в чужих строках',
  about: 'Кураторы изменили записи других организаций. Отметьте правки, которые надо отменить.',
  none: 'Правок в чужих строках нет (из тех, чей автор известен).',
  shown: 'Показано',
  of: 'из',
  undo: 'Отменить отмеченные',
  choose: 'Отметьте хотя бы одну правку.',
  working: 'Возвращаю прежние значения…',
  undone: 'Отменено ячеек',
  added: 'новая запись',
  blank: '(пусто)',
  changed: 'Ячейку с тех пор изменили.',
  archive: 'Лишнюю запись переведите в статус «Архив».',
  close: 'Закрыть',
};

const en: typeof ru = {
  title: 'Edits in others’ rows',
  about: 'Curators changed records of other organisations. Tick the edits to undo.',
  none: 'There are no edits in others’ rows (among those whose author is known).',
  shown: 'Shown',
  of: 'of',
  undo: 'Undo the ticked ones',
  choose: 'Tick at least one edit.',
  working: 'Putting the former values back…',
  undone: 'Cells undone',
  added: 'new record',
  blank: '(blank)',
  changed: 'The cell was changed since.',
  archive: 'Give a needless record the status “Архив”.',
  close: 'Close',
};

export const words = (): typeof ru => (russian() ? ru : en);
