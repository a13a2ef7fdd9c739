/** The menu in both languages; the functions are exports of src/main.ts. */
export interface MenuText {
  readonly title: string;
  readonly report: string;
  readonly otherWave: string;
  readonly settings: string;
  readonly setUp: string;
}

export const menuTexts: Readonly<Record<'ru' | 'en', MenuText>> = {
  ru: {
    title: 'Наставничество',
    report: 'Построить отчёт по мониторингу',
    otherWave: 'Отчёт за другую волну…',
    settings: 'Настройка',
    setUp: 'Создать или обновить книгу',
  },
  en: {
    title: 'Mentoring',
    report: 'Build monitoring report',
    otherWave: 'Report for another wave…',
    settings: 'Set-up',
    setUp: 'Create or update the workbook',
  },
};
