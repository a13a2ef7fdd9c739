import { oneOf, type Tab, text } from '../tab';

export const memoTexts: Tab = {
  key: 'memoTexts',
  title: 'Тексты справки',
  editor: 'coordinator',
  about: 'Свои абзацы для разделов аналитической справки: сохраняются при каждом построении.',
  columns: [
    {
      key: 'wave',
      title: 'Волна',
      type: 'wave',
      required: 'always',
      help: 'Год и месяц мониторинга: 2024-04.',
      width: 90,
    },
    oneOf('section', 'Раздел', 'memoSection', 'В какой раздел справки вставить текст.', {
      required: 'always',
      width: 300,
    }),
    text('text', 'Текст', 'Ваш абзац; несколько абзацев — с новой строки (Ctrl+Enter).', {
      required: 'always',
      width: 560,
    }),
  ],
};
