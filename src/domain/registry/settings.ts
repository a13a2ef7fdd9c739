/**
 * The settings as data: one row here is one row of the tab «Настройки» and one field of `Settings`.
 * A blank or missing value means the default; a value that cannot be read is a finding and means the default.
 */
export type SettingType = 'text' | 'date' | 'number' | 'choice' | 'day-month' | 'targets' | 'days' | 'email';

export interface SettingDefinition {
  readonly key: string;
  readonly section: string;
  readonly title: string;
  readonly type: SettingType;
  readonly initial: string;
  readonly about: string;
  readonly choices?: readonly string[];
}

const REQUISITES = 'Реквизиты';
const PLAN = 'План';
const WAVE = 'Мониторинг';
const DEFINITIONS = 'Определения';
const THRESHOLDS = 'Пороги';
const TARGETS = 'Плановые значения';
const STORAGE = 'Персональные данные';
const SYSTEM = 'Служебное';
const ACCESS = 'Доступ';
const LETTERS = 'Напоминания';

/** What becomes of a control date that is not a working day; the first is ст. 193 ГК РФ. */
export const DAY_OFF_RULES = [
  'переносится на следующий рабочий день',
  'переносится на предыдущий рабочий день',
  'не переносится',
] as const;

export const STORAGE_MODES = ['Полный', 'Коды вместо ФИО', 'Только агрегаты'] as const;

const row =
  (type: SettingType) =>
  (key: string, section: string, title: string, initial: string, about: string): SettingDefinition => ({
    key,
    section,
    title,
    type,
    initial,
    about,
  });

const text = row('text');
const number = row('number');
const threshold = (key: string, title: string, initial: string, about: string): SettingDefinition =>
  number(key, THRESHOLDS, title, initial, about);
const dayMonth = (key: string, title: string, initial: string, about: string): SettingDefinition =>
  row('day-month')(key, WAVE, title, initial, about);

const choice = (
  key: string,
  section: string,
  title: string,
  choices: readonly string[],
  about: string,
): SettingDefinition => ({ key, section, title, type: 'choice', initial: choices[0], choices, about });

const target = (code: string, initial: string, about: string): SettingDefinition => ({
  key: `target ${code}`,
  section: TARGETS,
  title: `Цель ${code}`,
  type: 'targets',
  initial,
  about: `${about} Одно число или по годам: «2023: 50; 2024: 70». Пусто — цели нет.`,
});

export const settingDefinitions: readonly SettingDefinition[] = [
  text(
    'authority',
    REQUISITES,
    'Орган управления образованием',
    'Управление муниципальными учреждениями администрации Оханского городского округа',
    'Полное название, как в бланке.',
  ),
  text(
    'authorityShort',
    REQUISITES,
    'Орган управления: кратко, в родительном падеже',
    'Управления',
    'Для фраз «приказом Управления», «Начальник Управления».',
  ),
  text(
    'department',
    REQUISITES,
    'Подразделение-координатор',
    'Сектор по методической работе',
    'Кто ведёт мониторинг.',
  ),
  text('territory', REQUISITES, 'Территория', 'Оханский городской округ', 'В именительном падеже.'),
  text(
    'territoryGenitive',
    REQUISITES,
    'Территория в родительном падеже',
    'Оханского городского округа',
    'Для заголовка справки: «… Оханского городского округа».',
  ),
  text('region', REQUISITES, 'Регион', 'Пермский край', ''),
  text(
    'institute',
    REQUISITES,
    'Региональный институт',
    'ИРО ПК',
    'Кому передаются сведения о количестве участников (пункт 3.1).',
  ),
  text(
    'chiefPosition',
    REQUISITES,
    'Должность утверждающего',
    'Начальник Управления',
    'Для грифа «УТВЕРЖДАЮ». Пусто — гриф не печатается.',
  ),
  text('chiefName', REQUISITES, 'ФИО утверждающего', '', 'Инициалы и фамилия.'),
  text(
    'coordinatorPosition',
    REQUISITES,
    'Должность исполнителя справки',
    'Муниципальный координатор',
    'Подпись в конце справки.',
  ),
  text('coordinatorName', REQUISITES, 'ФИО исполнителя справки', '', 'Инициалы и фамилия.'),
  text(
    'regionDocument',
    REQUISITES,
    'Краевое положение: реквизиты',
    '',
    'Приказ Министерства образования и науки края: дата и номер впишите сами.',
  ),

  text('orderNumber', PLAN, 'Приказ об утверждении плана: №', '156', 'Хранится текстом.'),
  {
    key: 'orderDate',
    section: PLAN,
    title: 'Приказ об утверждении плана: дата',
    type: 'date',
    initial: '03.10.2022',
    about: '',
  },
  {
    key: 'planStart',
    section: PLAN,
    title: 'Дата начала плана',
    type: 'date',
    initial: '03.10.2022',
    about: 'С этого дня действуют бессрочные мероприятия.',
  },
  {
    key: 'planEnd',
    section: PLAN,
    title: 'Дата окончания плана',
    type: 'date',
    initial: '31.12.2024',
    about: 'Заголовок плана и сроки расходятся, поэтому дата задаётся здесь.',
  },
  {
    key: 'curatorDeadline',
    section: PLAN,
    title: 'Срок назначения кураторов',
    type: 'date',
    initial: '20.10.2022',
    about: 'Пункт 2.1; включительно. Показатель И-06.',
  },
  choice(
    'dayOffRule',
    PLAN,
    'Контрольная дата в выходной',
    DAY_OFF_RULES,
    'Что делать, когда срок плана приходится на нерабочий день (вкладка «Календарь»). Ст. 193 ГК РФ: следующий рабочий день.',
  ),
  number(
    'supportMonths',
    PLAN,
    'Журнал поддержки: запись не реже, мес.',
    '3',
    'Мероприятие 1.2: без записей дольше — «Нет подтверждений».',
  ),
  number(
    'reviewMonths',
    PLAN,
    'Актуализация реестров: не реже, мес.',
    '6',
    'Мероприятия с актуализацией (2.3, 2.4, 3.2 и подобные): последняя «Дата актуализации» не старше.',
  ),

  {
    key: 'asOfDay',
    section: WAVE,
    title: 'Отчётная дата волны (день.месяц)',
    type: 'day-month',
    initial: '31.03',
    about: 'Дата D: на неё считаются показатели волны.',
  },
  {
    key: 'submitDay',
    section: WAVE,
    title: 'Срок представления форм (день.месяц)',
    type: 'day-month',
    initial: '15.04',
    about: 'Позже — «представлено с опозданием» (И-29).',
  },
  {
    key: 'collectFrom',
    section: WAVE,
    title: 'Начало сбора сведений (день.месяц)',
    type: 'day-month',
    initial: '25.03',
    about: 'Печатается в справке.',
  },
  {
    key: 'collectTo',
    section: WAVE,
    title: 'Окончание сбора сведений (день.месяц)',
    type: 'day-month',
    initial: '30.04',
    about: 'Печатается в справке.',
  },
  dayMonth(
    'reconcileDay',
    'Сверка реестров: до (день.месяц)',
    '05.04',
    'Внутренний срок мероприятия 3.3: куратор сверяет реестры.',
  ),
  dayMonth(
    'surveyDay',
    'Анкеты и SWOT: до (день.месяц)',
    '10.04',
    'Внутренний срок мероприятия 3.3: анкеты и SWOT внесены в форму.',
  ),
  dayMonth(
    'acceptDay',
    'Проверка форм: до (день.месяц)',
    '20.04',
    'Внутренний срок мероприятия 3.4: координатор принял формы или вернул их на доработку.',
  ),
  number('reworkDays', WAVE, 'Доработка возвращённой формы, раб. дней', '3', 'Срок после «Даты возврата».'),

  {
    key: 'youngAge',
    section: DEFINITIONS,
    title: 'Молодой педагог: возраст',
    type: 'choice',
    initial: '< 35',
    choices: ['< 35', '≤ 35'],
    about: '«до 35 лет» или «до 35 лет включительно».',
  },
  {
    key: 'newYears',
    section: DEFINITIONS,
    title: 'Стаж молодого специалиста',
    type: 'choice',
    initial: '≤ 3',
    choices: ['< 3', '≤ 3'],
    about: 'Полных лет стажа.',
  },
  {
    key: 'youngRule',
    section: DEFINITIONS,
    title: 'Молодой педагог =',
    type: 'choice',
    initial: 'возраст И стаж',
    choices: ['возраст И стаж', 'возраст ИЛИ стаж', 'только стаж'],
    about:
      'Как организации считают «молодых педагогов». Показатель И-03 считается только при «возраст И стаж».',
  },
  {
    key: 'satisfactionRule',
    section: DEFINITIONS,
    title: 'Удовлетворённость считается как',
    type: 'choice',
    initial: 'доля оценок 8–10',
    choices: ['доля оценок 8–10', 'средняя × 10 %'],
    about: 'Показатели И-23 и И-24.',
  },

  {
    key: 'loadLimit',
    section: THRESHOLDS,
    title: 'Предельная нагрузка наставника, наставляемых',
    type: 'number',
    initial: '3',
    about: 'Федеральной нормы нет; задаётся здесь.',
  },
  {
    key: 'nearShare',
    section: THRESHOLDS,
    title: 'Доля плана для «близок к достижению»',
    type: 'number',
    initial: '0,8',
    about: 'Светофор: не меньше этой доли плана — «близок к достижению».',
  },
  {
    key: 'notableChange',
    section: THRESHOLDS,
    title: 'Заметное изменение, п. п.',
    type: 'number',
    initial: '5',
    about: 'Изменения больше этого называются в выводах.',
  },
  {
    key: 'fewAnswers',
    section: THRESHOLDS,
    title: 'Минимум ответов для вывода',
    type: 'number',
    initial: '5',
    about: 'Меньше — «данных недостаточно для вывода».',
  },
  {
    key: 'fewPeople',
    section: THRESHOLDS,
    title: 'Не называть группы меньше, чел.',
    type: 'number',
    initial: '3',
    about: 'Меньшие группы в таблицах «ОО × признак» не показываются.',
  },
  {
    key: 'trainingYears',
    section: THRESHOLDS,
    title: 'Обучение действительно, лет',
    type: 'number',
    initial: '3',
    about: 'Показатели И-15…И-17.',
  },
  threshold(
    'minMentorYears',
    'Стаж наставника не менее, лет',
    '3',
    'Правило R-14; меньше — предупреждение, кроме реверсивного вида.',
  ),
  threshold(
    'overdueDays',
    'Просрочка статуса пары, дней',
    '14',
    'Правила R-21 и R-87: сколько дней после плановой даты статус может не меняться.',
  ),
  threshold('shortKindMonths', 'Краткосрочное и скоростное: не дольше, мес.', '6', 'Правило R-25.'),
  threshold('menteeWaitDays', 'Наставляемый без пары: не дольше, дней', '30', 'Правило R-33.'),
  threshold('mentorWaitDays', 'Наставник без пары: не дольше, дней', '90', 'Правило R-33.'),
  threshold('courseHours', 'КПК: не меньше, часов', '16', 'Правило R-43.'),
  threshold('curatorGapDays', 'Перерыв между кураторами: не дольше, дней', '14', 'Правило R-71.'),
  threshold(
    'staleMonths',
    'Сведения о кураторе: проверять раз в, мес.',
    '6',
    'Правило R-85 (мероприятие 1.3).',
  ),
  threshold('programmeMonthsMin', 'Срок программы: от, мес.', '3', 'Правило R-80; меньше — подсказка.'),
  threshold('programmeMonthsMax', 'Срок программы: до, мес.', '12', 'Правило R-80; больше — подсказка.'),

  target('И-01', '', 'Вовлечённость педагогов, %.'),
  target(
    'И-02',
    '2020: 10; 2021: 20; 2022: 35; 2023: 50; 2024: 70',
    'Молодые специалисты, вошедшие в программы, %.',
  ),
  target('И-03', '70', 'Педагоги до 35 лет в первые три года работы, %.'),
  target('И-04', '100', 'ОО, внедрившие ЦМН, %.'),
  target('И-05', '100', 'ОО с назначенным куратором, %.'),
  target('И-06', '100', 'Из них в срок, %.'),
  target('И-07', '100', 'ОО с пакетом документов, %.'),
  target('И-08', '100', 'ОО с полным пакетом, %.'),
  target('И-09', '100', 'ОО с базами наставляемых и наставников, %.'),
  target('И-11', '100', 'Пары и группы с приказом, %.'),
  target('И-12', '100', 'Пары и группы с программой или маршрутом, %.'),
  target('И-13', '', 'Программы с достигнутой целью, %.'),
  target('И-14', '', 'Прекращённые досрочно: не больше, %.'),
  target('И-15', '', 'Наставники, прошедшие обучение, %.'),
  target('И-16', '', 'В том числе КПК, %.'),
  target('И-17', '', 'Кураторы, прошедшие обучение, %.'),
  target('И-18', '100', 'ОО с рубрикой «Наставничество», %.'),
  target('И-19', '', 'ОО с практикой выше уровня ОО, %.'),
  target('И-22', '100', 'Обеспеченность запросов наставниками, %.'),
  target('И-23', '2020: 50; 2021: 55; 2022: 60; 2023: 70; 2024: 85', 'Удовлетворённость наставляемых, %.'),
  target('И-24', '2020: 50; 2021: 55; 2022: 60; 2023: 70; 2024: 85', 'Удовлетворённость наставников, %.'),
  target('И-25', '70', 'Доля ответивших на анкеты, %.'),
  target('И-26', '', 'Закрепившиеся молодые специалисты, %.'),
  target('И-27', '', 'ОО с поощрением наставников, %.'),
  target('И-28', '100', 'Исполнение дорожной карты, %.'),
  target('И-29', '100', 'Полнота и своевременность, %.'),
  target('И-30', '100', 'Документы по ст. 351.8 ТК РФ, %.'),
  target('И-31', '70', 'Справочно: обучающиеся, %.'),

  {
    key: 'storageMode',
    section: STORAGE,
    title: 'Режим хранения',
    type: 'choice',
    initial: 'Коды вместо ФИО',
    choices: STORAGE_MODES,
    about:
      'Полный — ФИО в книге; Коды вместо ФИО — имена остаются в организации; Только агрегаты — реестры людей не ведутся.',
  },
  text(
    'coordinatorAccounts',
    ACCESS,
    'Учётные записи координаторов',
    '',
    'Адреса через «; ». Пусто — координатором считается каждый, кто открыл книгу.',
  ),
  text(
    'observerAccounts',
    ACCESS,
    'Учётные записи наблюдателей',
    '',
    'Адреса через «; »: тем, кто только смотрит отчёты. Доступ к файлу задаётся в Google («Настройки доступа»).',
  ),
  {
    key: 'strictRows',
    section: ACCESS,
    title: 'Строгий режим строк',
    type: 'choice',
    initial: 'нет',
    choices: ['да', 'нет'],
    about:
      'да — строки каждой организации стоят одним блоком, менять их могут её кураторы и координаторы. Порядок наводит ночная проверка.',
  },
  {
    key: 'spareRows',
    section: ACCESS,
    title: 'Запасных строк на организацию',
    type: 'number',
    initial: '5',
    about: 'Строгий режим: столько пустых строк держится в блоке для новых записей.',
  },
  row('days')(
    'letterStages',
    LETTERS,
    'Письма до срока: за сколько дней',
    '14; 7; 3; 1; 0',
    'Через «; ». 0 — в день срока. Пусто — до срока писем нет.',
  ),
  number(
    'overdueEvery',
    LETTERS,
    'Письма о просрочке: каждые, раб. дней',
    '5',
    'Первое — на следующий рабочий день после срока. 0 — писем о просрочке нет.',
  ),
  number(
    'escalateHead',
    LETTERS,
    'Руководителю ОО: через, раб. дней после срока',
    '5',
    'Письмо на официальный адрес организации, один раз. 0 — не писать.',
  ),
  number(
    'escalateCoordinator',
    LETTERS,
    'Координатору: через, раб. дней после срока',
    '10',
    'Письмо координатору о том, что срок не выполнен и после письма руководителю; один раз. 0 — не писать.',
  ),
  choice(
    'continuousLetters',
    LETTERS,
    'Напоминать об актуализации и бессрочных мероприятиях',
    ['да', 'нет'],
    'Срок — последняя активность и период из раздела «План».',
  ),
  choice(
    'lettersOnDaysOff',
    LETTERS,
    'Письма в нерабочие дни',
    ['нет', 'да'],
    'нет — письмо уходит накануне, в последний рабочий день.',
  ),
  number(
    'sendHour',
    LETTERS,
    'Час отправки',
    '8',
    'Целое число от 0 до 23; меняется при следующем включении напоминаний.',
  ),
  choice(
    'letterNames',
    LETTERS,
    'Имена в письмах',
    ['нет', 'да'],
    'нет — в письмах только числа и ссылки. да — обращение по имени и отчеству куратора.',
  ),
  choice(
    'calendarFile',
    LETTERS,
    'Файл календаря в письмах',
    ['нет', 'да'],
    'да — к письму приложен файл .ics со сроками: его открывает любой календарь.',
  ),
  text('senderName', LETTERS, 'Имя отправителя писем', 'Наставничество', 'Видно получателю рядом с адресом.'),
  row('email')(
    'replyTo',
    LETTERS,
    'Адрес для ответа на письма',
    '',
    'Пусто — первый адрес из «Учётных записей координаторов».',
  ),
  {
    key: 'schemaVersion',
    section: SYSTEM,
    title: 'Версия схемы',
    type: 'number',
    initial: '2',
    about: 'Заполняет программа. Не меняйте.',
  },
];

/** Settings as read: every key of `settingDefinitions`, values by type. */
export interface Settings {
  readonly text: (key: string) => string;
  /** `yyyy-mm-dd` or ''. */
  readonly date: (key: string) => string;
  readonly number: (key: string) => number;
  /** `mm-dd`. */
  readonly dayMonth: (key: string) => string;
  /** The target of an indicator in a year, % or null. */
  readonly target: (code: string, year: number) => number | null;
}
