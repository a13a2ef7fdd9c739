import { counted } from '../text/plural';
import { longDate, monthYear } from '../text/print-date';

/** The tab «Начало»: what the book is, what to do next, how things stand. Two columns, refilled by the script. */
export const START_TITLE = 'Начало';
export const START_HEADING = 'Наставничество педагогических работников';
/** 1-based row of the line about the daily letters. */
export const HEARTBEAT_ROW = 2;
export const LETTERS_OFF = 'Ежедневные напоминания выключены. Меню «Наставничество → Напоминания».';

export interface StartPage {
  readonly territory: string;
  readonly storageMode: string;
  readonly today: string;
  readonly organisations: number;
  readonly last: {
    readonly wave: string;
    readonly builtOn: string;
    readonly submitted: number;
    readonly of: number;
  } | null;
}

export function startPage(page: StartPage): string[][] {
  const state = page.last
    ? `Последний отчёт: ${monthYear(page.last.wave)}, построен ${longDate(page.last.builtOn)}, по данным ${page.last.submitted} из ${page.last.of} ОО.`
    : 'Отчёт по мониторингу ещё не строился.';
  return [
    [START_HEADING, page.territory],
    ['Напоминания', LETTERS_OFF],
    ['Состояние', state],
    [
      'Организаций в реестре',
      page.organisations === 0
        ? 'пока нет: начните с вкладки «Организации»'
        : counted(page.organisations, ['организация', 'организации', 'организаций']),
    ],
    ['Шаг 1', 'Координатор: заполните вкладки «Настройки» и «Организации».'],
    [
      'Шаг 2',
      'Куратор: внесите кураторов, наставников, наставляемых, пары, документы своей организации. Подсказка — в заметке к заголовку столбца.',
    ],
    ['Шаг 3', 'Куратор, до 15 апреля: заполните строку своей организации на вкладке «Мониторинг ОО».'],
    [
      'Шаг 4',
      'Координатор: меню «Наставничество → Построить отчёт по мониторингу». Появятся показатели, свод, диаграммы и аналитическая справка.',
    ],
    ['Персональные данные', storageWords(page.storageMode)],
    ['Страница обновлена', longDate(page.today)],
  ];
}

function storageWords(mode: string): string {
  if (mode === 'Полный')
    return 'Режим «Полный»: в книге хранятся ФИО. Не размещайте такую книгу в зарубежном облаке (ч. 5 ст. 18 152-ФЗ); на компьютере организации это допустимо.';
  if (mode === 'Только агрегаты')
    return 'Режим «Только агрегаты»: реестры людей не ведутся, числа берутся из форм мониторинга.';
  return 'Режим «Коды вместо ФИО»: вместо имён вносите коды (например, П-017); ключ к кодам хранится в организации, вне этой книги.';
}
