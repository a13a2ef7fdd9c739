/** Words of the panel in both languages; what stands in the workbook comes from the server. */
export const words = {
  ru: {
    looking: 'Сравниваю книгу с шаблоном…',
    heading: 'Восстановить правила',
    nothing: 'Всё как в шаблоне: восстанавливать нечего.',
    about:
      'Ничего ещё не изменено. Снимите отметку с вкладок, которые менять не нужно. То, что внесли люди, не меняется и не удаляется.',
    mend: 'Восстановить',
    mending: 'Восстанавливаю…',
    left: 'Это решает человек',
    alone: 'Не изменено',
    done: 'Готово',
    doneNothing: 'Менять ничего не пришлось.',
    none: 'Отметьте хотя бы одну вкладку.',
    again: 'Проверить ещё раз',
    close: 'Закрыть',
    more: (n: number) => `и ещё ${n}`,
  },
  en: {
    looking: 'Comparing the workbook with the template…',
    heading: 'Restore rules',
    nothing: 'Everything is as in the template: nothing to restore.',
    about:
      'Nothing has been changed yet. Untick the tabs that should stay as they are. What people entered is neither changed nor deleted.',
    mend: 'Restore',
    mending: 'Restoring…',
    left: 'For a person to decide',
    alone: 'Not changed',
    done: 'Done',
    doneNothing: 'There was nothing to change.',
    none: 'Tick at least one tab.',
    again: 'Look again',
    close: 'Close',
    more: (n: number) => `and ${n} more`,
  },
} as const;
