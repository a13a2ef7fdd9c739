/** What a safe fix does to a cell, in the order in which the kinds are shown. It never changes what the cell says. */
export const fixKinds = {
  spaces: { ru: 'Лишние пробелы и невидимые знаки', en: 'Extra spaces and invisible characters' },
  quotes: { ru: 'Кавычки → «ёлочки»', en: 'Quotes → «guillemets»' },
  dashes: { ru: 'Дефисы и тире', en: 'Hyphens and dashes' },
  word: { ru: 'Слово из списка в другом написании', en: 'A list’s word in another spelling' },
  'yes-no': { ru: '«Да» и «нет» в другом написании', en: '«да» and «нет» in another spelling' },
  reference: { ru: 'Ссылки → «NST-001 · подпись»', en: 'References → «NST-001 · label»' },
  number: { ru: 'Число текстом → число', en: 'A number typed as text → a number' },
  years: { ru: 'Стаж с месяцами → полных лет', en: 'Years and months → completed years' },
  date: { ru: 'Дата текстом → дата', en: 'A date typed as text → a date' },
  'school-year': { ru: 'Учебный год → 2022/2023', en: 'School year → 2022/2023' },
  wave: { ru: 'Волна → 2024-04', en: 'Wave → 2024-04' },
  'order-number': {
    ru: 'Номер приказа без «№», «N» и «Пр.»',
    en: 'Order number without «№», «N» and «Пр.»',
  },
} as const;

export type FixKind = keyof typeof fixKinds;

export const allFixKinds = Object.keys(fixKinds) as FixKind[];
