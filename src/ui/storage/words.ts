/** Texts of the window, Russian and English. */
export const RUSSIAN = {
  title: 'Режим хранения',
  law: 'С 01.07.2025 ч. 5 ст. 18 закона 152-ФЗ запрещает собирать и записывать персональные данные граждан в базы за пределами России. Таблица Google — такая база. Решение принимает ваша организация.',
  ask: 'Что хранить о людях в этой книге?',
  modes: {
    'Коды вместо ФИО':
      'Рекомендуется. В книге стоят коды вида П-017, а имена — в файле ключа на вашем компьютере.',
    Полный: 'В книге полные ФИО. Только если книга хранится на вашем компьютере или на это есть основание.',
    'Только агрегаты': 'Реестры людей не ведутся: организации указывают численность в формах.',
  } as Readonly<Record<string, string>>,
  create: 'Создать книгу',
  creating: 'Создаю вкладки и списки…',
  created: (n: number) => `Книга готова. Создано вкладок: ${n}.`,
  wait: 'Смотрю книгу…',
  now: (mode: string) => `Сейчас: «${mode}».`,
  nothing: 'Нечего показать: закройте окно и выберите пункт меню ещё раз.',
  toCodes: 'Заменить ФИО кодами…',
  unfinished: 'Переход к кодам начат и не закончен. Файл ключа вы уже сохранили: можно продолжать.',
  finish: 'Закончить переход',
  preview: 'Шаг 1 из 3. Что изменится',
  people: (n: number) => `Записей о людях, где имя заменит код: ${n}.`,
  cells: (tab: string, n: number) => `«${tab}»: ${n}`,
  left: (n: number) =>
    `Мест, похожих на имена, которые программа сама не заменит: ${n}. Исправьте их в книге и откройте окно снова или выберите ниже, что с ними сделать.`,
  more: (n: number) => `… и ещё ${n}.`,
  place: { cell: 'ячейка', note: 'заметка', formula: 'формула', title: 'название вкладки' } as Readonly<
    Record<string, string>
  >,
  choose: 'Что сделать с этими местами?',
  hide: 'Заменить на «(имя скрыто)»',
  leave: 'Оставить: исправлю вручную, проверка напомнит',
  memos: 'Справки, сделанные раньше, не меняются. В них могут быть имена наставников с согласием:',
  key: 'Шаг 2 из 3. Файл ключа',
  keyWhy:
    'Это единственное место, где рядом стоят код и имя. Храните его на рабочем компьютере, не в облаке и не в почте. Без него имена не вернуть.',
  save: 'Сохранить файл ключа',
  saved: 'Файл сохранён: я открыл(а) его и вижу в нём имена',
  last: 'Шаг 3 из 3. Замена',
  lastWhy: 'Отменить замену нельзя. Имена можно вернуть только на своём компьютере из файла ключа.',
  replace: 'Заменить имена кодами',
  replacing: 'Заменяю имена кодами…',
  done: (n: number) => `Готово. Изменено ячеек и заметок: ${n}.`,
  again: (list: string) => `Эти места изменили во время замены, повторите: ${list}.`,
  after:
    'Осталось сделать вам: в истории версий Google имена сохраняются. Выберите «Файл → Создать копию», работайте в копии (у неё нет истории), а эту книгу удалите и очистите корзину.',
  next: (code: string) => `Свободный код для нового участника: ${code}. Допишите его с именем в файл ключа.`,
  scan: 'Найти имена в книге',
  scanned: (n: number) => (n === 0 ? 'Ничего похожего на имена не найдено.' : `Похоже на имена, мест: ${n}.`),
  byKey: 'Сверить с файлом ключа…',
  byKeyWhy: 'Файл читается в браузере и никуда не отправляется.',
  keyFound: (n: number) =>
    n === 0 ? 'Ни одной фамилии из ключа в книге нет.' : `Фамилии из ключа в книге, мест: ${n}.`,
  back: 'Вернуть ФИО можно только на своём компьютере: скачайте книгу (.xlsx) и выполните npm run local -- names --book <книга> --key <файл ключа> --out <папка>.',
  toTotals:
    'Чтобы вести только агрегаты: скачайте книгу (Файл → Скачать), очистите вкладки «Наставники», «Наставляемые», «Кураторы», «Пары и группы» и выберите режим на вкладке «Настройки».',
  fromTotals: 'Чтобы вести реестры людей, выберите «Коды вместо ФИО» на вкладке «Настройки».',
};

export const ENGLISH: typeof RUSSIAN = {
  title: 'Storage mode',
  law: 'Since 1 July 2025 Russian law 152-FZ (art. 18 part 5) forbids recording personal data of citizens in databases outside Russia. A Google sheet is one. The decision is your organisation’s.',
  ask: 'What should this workbook hold about people?',
  modes: {
    'Коды вместо ФИО':
      'Codes instead of names. Recommended: codes like П-017 here, the names in a key file on your computer.',
    Полный: 'Full names. Only where the workbook stays on your computer or there is a legal ground.',
    'Только агрегаты': 'Totals only: no registers of people, organisations enter head counts.',
  },
  create: 'Create the workbook',
  creating: 'Making tabs and lists…',
  created: (n) => `The workbook is ready. Tabs made: ${n}.`,
  wait: 'Looking through the workbook…',
  now: (mode) => `Now: «${mode}».`,
  nothing: 'Nothing to show: close the window and choose the menu item again.',
  toCodes: 'Replace names by codes…',
  unfinished: 'A change to codes was begun and not finished. You have saved the key file: go on.',
  finish: 'Finish the change',
  preview: 'Step 1 of 3. What will change',
  people: (n) => `People who get a code: ${n}.`,
  cells: (tab, n) => `«${tab}»: ${n}`,
  left: (n) =>
    `Places that look like names and that the program does not replace itself: ${n}. Mend them and open this window again, or choose below.`,
  more: (n) => `… and ${n} more.`,
  place: { cell: 'cell', note: 'note', formula: 'formula', title: 'title of the tab' },
  choose: 'What to do with these places?',
  hide: 'Replace them by «(имя скрыто)»',
  leave: 'Leave them: I will mend them, the check will remind me',
  memos: 'Memos made earlier are not changed. They may name mentors who consented:',
  key: 'Step 2 of 3. The key file',
  keyWhy:
    'The only place where code and name stand together. Keep it on your computer, not in a cloud or in the mail. Without it the names cannot be restored.',
  save: 'Save the key file',
  saved: 'The file is saved: I opened it and see the names',
  last: 'Step 3 of 3. The replacement',
  lastWhy: 'It cannot be undone. Names come back only on your own computer, from the key file.',
  replace: 'Replace names by codes',
  replacing: 'Replacing names by codes…',
  done: (n) => `Done. Cells and notes changed: ${n}.`,
  again: (list) => `These places were changed meanwhile, repeat: ${list}.`,
  after:
    'Left for you: Google’s version history keeps the names. Choose “File → Make a copy”, work in the copy (it has no history), delete this workbook and empty the bin.',
  next: (code) => `Free code for a new participant: ${code}. Add it with the name to the key file.`,
  scan: 'Look for names in the workbook',
  scanned: (n) => (n === 0 ? 'Nothing that looks like a name.' : `Places that look like names: ${n}.`),
  byKey: 'Compare with the key file…',
  byKeyWhy: 'The file is read in the browser and is not sent anywhere.',
  keyFound: (n) =>
    n === 0 ? 'No surname of the key stands in the workbook.' : `Surnames of the key in the workbook: ${n}.`,
  back: 'Names come back on your own computer only: download the workbook (.xlsx) and run npm run local -- names --book <workbook> --key <key file> --out <folder>.',
  toTotals:
    'To keep totals only: download the workbook (File → Download), clear the tabs of people and pairs and choose the mode on the tab «Настройки».',
  fromTotals: 'To keep registers of people choose «Коды вместо ФИО» on the tab «Настройки».',
};
