import type { Language } from './protocol';

/**
 * What the services of Google say, in English as live for an English account, for a person who reads Russian. A text that
 * is not here is shown as it is.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^The data you entered in cell (\S+) violates the data validation rules set on this cell\.\n?/,
    'Значение в ячейке $1 не подходит под её правило.\n',
  ],
  [/^Please enter one of the following values: /m, 'Выберите одно из значений: '],
  [
    /^You are trying to edit a protected cell or object\..*/,
    'Ячейки защищены: их может менять только владелец книги или тот, кого он назначил. Нужна правка — попросите координатора.',
  ],
  [
    /^Sorry, it is not possible to delete all non-frozen rows\.$/,
    'Нельзя удалить все строки под закреплённой шапкой: оставьте хотя бы одну.',
  ],
  [/^Those rows are out of bounds\.$/, 'Таких строк на вкладке нет: возможно, их только что удалили.'],
  [
    /^Your input contains more than the maximum of (\d+) characters in a single cell\.$/,
    'Слишком длинный текст: в ячейку помещается не больше $1 знаков.',
  ],
  [
    /^This operation is not allowed on cells in typed columns\.$/,
    'Это столбцы «умной таблицы»: в них так писать нельзя.',
  ],
  [/^Service invoked too many times for one day: email\.$/, 'Суточный лимит писем исчерпан.'],
];

export function hostWords(text: string, language: Language): string {
  if (language !== 'ru') return text;
  return WORDS.reduce((words, [pattern, russian]) => words.replace(pattern, russian), text);
}
