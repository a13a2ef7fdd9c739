/** Which pictures there are, and what each shows. */
import {
  box,
  firstOf,
  lettersPanel,
  memoPage,
  menu,
  OLD_TABLE,
  OTHER_PLAN,
  openLetter,
  sendLetters,
  sideBar,
  tab,
  whole,
} from './acts.mjs';
import { faultyMentor, onDrive, untidy, wipeRules } from './damage.mjs';
import { shotOf } from './served-page.mjs';

/** The last day of the April forms: the demo's 20 April is a Saturday, on which no letters leave. */
const LETTER_DAY = '2024-04-15';

/**
 * By book: where it comes from, the words of `serve`, what is done before the first picture, the pictures in order. Each has
 * a window of its own: `size` [width, height], `scale`.
 */
export const books = [
  {
    from: 'demo',
    pictures: [
      { file: 'start.png', take: tab('Начало', { to: 'B', rows: 10 }) },
      { file: 'organisations.png', take: tab('Организации', { from: 'D', to: 'I', rows: 7 }) },
      { file: 'verdicts.png', take: tab('Обучение', { from: 'D', to: 'I', rows: 6 }) },
      { file: 'roadmap.png', take: tab('Дорожная карта', { from: 'L', to: 'P', row: 8, rows: 14 }) },
      { file: 'form.png', take: tab('Мониторинг ОО', { from: 'E', to: 'L', rows: 7 }) },
      { file: 'settings.png', take: tab('Настройки', { to: 'D', rows: 14 }) },
      { file: 'check.png', take: tab('Проверка', { from: 'F', to: 'M', rows: 8 }) },
      { file: 'fulfilment.png', take: tab('Исполнение', { from: 'L', to: 'Q', rows: 12 }) },
      { file: 'indicators.png', take: tab('Показатели', { to: 'H', rows: 16 }) },
      { file: 'pivot.png', take: tab('Свод', { to: 'E', rows: 16 }) },
      {
        file: 'memo-1.png',
        size: [880, 1000],
        scale: 1,
        take: (window) => memoPage(window),
      },
      { file: 'memo-2.png', size: [880, 1000], scale: 1, take: (window) => memoPage(window, 'Диаграмма 1') },
      {
        file: 'page.png',
        size: [1280, 800],
        scale: 1,
        take: async (window) => {
          await window.tab('Обучение');
          await window.choose('Наставничество', 'Мои замечания');
          await window.button(/Перейти к ячейке/).click();
          await window.page.waitForTimeout(500);
          return whole(window);
        },
      },
      {
        file: 'page-dark.png',
        size: [1120, 640],
        scale: 1,
        dark: true,
        take: async (window) => {
          await window.tab('Показатели');
          await window.choose('Наставничество', 'Настройка', 'Доктор');
          await window.panel().getByText('Требуют внимания').first().waitFor();
          return whole(window);
        },
      },
      {
        file: 'narrow.png',
        size: [390, 760],
        take: async (window) => {
          await window.tab('Показатели');
          return whole(window);
        },
      },
      {
        file: 'people.png',
        size: [1000, 800],
        take: async (window) => {
          await window.page.getByRole('button', { name: /^Вы: / }).click();
          return box(window);
        },
      },
      {
        file: 'findings.png',
        size: [1280, 900],
        take: menu(['Мои замечания'], (window) => window.button(/Так и должно быть/).waitFor(), sideBar),
      },
      {
        file: 'doctor.png',
        size: [1280, 900],
        take: menu(
          ['Настройка', 'Доктор'],
          (window) => window.panel().getByText('Требуют внимания').first().waitFor(),
          sideBar,
        ),
      },
      {
        file: 'card.png',
        size: [1280, 800],
        take: async (window, book) => {
          await window.tab('Наставники');
          await window.cell(`A${await faultyMentor(book)}`);
          await window.choose('Наставничество', 'Карточка…');
          const field = window.panel().getByText('Педагогический стаж').first();
          await field.evaluate((node) => node.scrollIntoView({ block: 'start' }));
          return sideBar(window);
        },
      },
      {
        file: 'history.png',
        take: menu(['Реестр на дату…'], firstOf('button')),
      },
      {
        file: 'import.png',
        take: menu(['Исправить и восстановить', 'Импорт таблицы…'], async (window) => {
          await window.panel().getByRole('textbox').first().fill(OLD_TABLE);
          await window.panel().getByLabel('Организация для строк').selectOption({ index: 1 });
          await window.button('Показать, что получится').click();
          await firstOf('table')(window);
        }),
      },
      {
        file: 'plan.png',
        take: menu(['Исправить и восстановить', 'Импорт плана…'], async (window) => {
          await window.panel().getByRole('textbox').first().fill(OTHER_PLAN);
          await window.button('Показать, что получится').click();
          await firstOf('table')(window);
        }),
      },
      {
        file: 'charts.png',
        size: [1280, 800],
        scale: 1,
        take: async (window) => {
          await window.tab('Диаграммы');
          await window.page.locator('.charts img').first().waitFor();
          await window.page.waitForLoadState('networkidle');
          return whole(window);
        },
      },
    ],
  },
  {
    from: 'demo',
    options: ['--today', LETTER_DAY],
    pictures: [
      {
        file: 'letters.png',
        size: [1280, 1000],
        take: async (window) => {
          await lettersPanel(window);
          await window.button('Включить ежедневно').click();
          await window
            .panel()
            .getByRole('heading', { name: /Пробный режим/ })
            .waitFor();
          await window
            .panel()
            .locator('html')
            .evaluate((html) => html.scrollTo(0, 0));
          return sideBar(window);
        },
      },
      {
        file: 'rehearsal.png',
        size: [1000, 1000],
        scale: 1,
        take: menu(['Напоминания', 'Прогнать год…'], async (window) => {
          await window.button('Прогнать').click();
          await window.panel().getByRole('heading', { name: 'Календарь писем' }).waitFor();
          const day = window.panel().getByRole('button', { name: /22 апреля/ });
          await day.first().click();
        }),
      },
      {
        file: 'today.png',
        size: [1100, 700],
        scale: 1,
        take: async (window) => {
          await sendLetters(window);
          const { page } = window;
          await page.getByRole('button', { name: /^Сегодня: / }).click();
          await page.getByLabel('День книги').fill('2024-04-18');
          await page.getByRole('button', { name: 'Передвинуть' }).click();
          await page.getByText(/Теперь 18 апреля/).waitFor();
          return box(window);
        },
      },
      {
        file: 'outbox.png',
        size: [1280, 800],
        scale: 1,
        take: async (window) => {
          await openLetter(window);
          return box(window);
        },
      },
      {
        file: 'letter.png',
        size: [1000, 860],
        scale: 1.25,
        take: async (window) => {
          await openLetter(window);
          return shotOf(window.page.locator('.mail-view'));
        },
      },
      { file: 'ledger.png', take: tab('Письма', { from: 'G', to: 'K', rows: 12 }) },
      {
        file: 'runs.png',
        size: [1280, 640],
        scale: 1,
        take: async (window) => {
          await window.choose('Файл', 'История запусков…');
          await window.page.getByRole('table').waitFor();
          return box(window);
        },
      },
      {
        file: 'versions.png',
        size: [1100, 640],
        scale: 1,
        take: async (window, book) => {
          await book.act({ kind: 'save' });
          await window.choose('Файл', 'Прежние версии…');
          await window.page.getByRole('table').waitFor();
          return box(window);
        },
      },
    ],
  },
  {
    from: 'demo',
    prepare: wipeRules,
    damage: untidy,
    pictures: [
      {
        file: 'repair.png',
        scale: 1.25,
        take: menu(['Исправить и восстановить', 'Восстановить правила…'], firstOf('checkbox')),
      },
      {
        file: 'fixes.png',
        take: menu(['Исправить и восстановить', 'Безопасные исправления…'], firstOf('checkbox')),
      },
    ],
  },
  {
    from: 'demo',
    damage: onDrive,
    pictures: [
      {
        file: 'storage.png',
        scale: 1.25,
        take: menu(['Настройка', 'Режим хранения…'], async (window) => {
          await window.button('Заменить ФИО кодами…').click();
          await window.panel().getByRole('heading', { name: /Шаг 1/ }).waitFor();
        }),
      },
    ],
  },
  {
    pictures: [{ file: 'tour.png', size: [1280, 720], scale: 1, take: whole }],
  },
];
