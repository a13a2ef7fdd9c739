/**
 * The plan of the model customer: order of 03.10.2022 № 156 of the Okhansk authority, nineteen measures, verbatim
 * (the misprint «сороками» included). What its terms mean is read from their words by `parseDeadline`, as for any plan.
 */
export interface PlanRow {
  readonly number: string;
  readonly section: string;
  readonly name: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
  readonly everyOrganisation: boolean;
}

const MUNICIPAL = '1 Муниципальный уровень';
const INSTITUTIONAL = '2 Институциональный уровень';
const MONITORING = '3 Мониторинг';
const DEPARTMENT = 'Сектор по методической работе';
const WHOLE_PERIOD = 'В течение всего периода реализации ЦМН';
const BY_20_OCTOBER = 'до 20 октября 2022';
const BY_20_OCTOBER_THEN_FRESH = 'до 20 октября 2022 г., актуализация в течение периода реализации ЦМН';
const TWO_APRILS = 'апрель 2023 г. апрель 2024 г.';

export const plan: readonly PlanRow[] = [
  {
    number: '1.1',
    section: MUNICIPAL,
    name: 'Утверждение муниципальной дорожной карты внедрения ЦМН педагогических работников образовательных организаций Оханского ГО',
    term: 'октябрь 2022',
    responsible: DEPARTMENT,
    result:
      'Приказ о внедрении ЦМН педагогических работников в образовательных организациях Оханского ГО, муниципальная дорожная карта',
    everyOrganisation: false,
  },
  {
    number: '1.2',
    section: MUNICIPAL,
    name: 'Организационная, методическая, консультационная, информационная и просветительская поддержка участников внедрения ЦМН',
    term: WHOLE_PERIOD,
    responsible: DEPARTMENT,
    result: '',
    everyOrganisation: false,
  },
  {
    number: '1.3',
    section: MUNICIPAL,
    name: 'Формирование и актуализация муниципальной базы кураторов внедрения наставничества в образовательных организациях',
    term: WHOLE_PERIOD,
    responsible: `${DEPARTMENT}, ОО`,
    result: 'Муниципальная база кураторов',
    everyOrganisation: false,
  },
  {
    number: '1.4',
    section: MUNICIPAL,
    name: 'Формирование единой муниципальной базы наставников',
    term: WHOLE_PERIOD,
    responsible: `${DEPARTMENT}, ОО`,
    result: 'Актуальный муниципальный реестр наставников',
    everyOrganisation: false,
  },
  {
    number: '1.5',
    section: MUNICIPAL,
    name: 'Обеспечение реализации мер по дополнительному профессиональному образованию наставников и кураторов в различных форматах',
    term: WHOLE_PERIOD,
    responsible: 'ИРО, ОО',
    result: 'Проведенные методические семинары, КПК и др. по запросам наставников',
    everyOrganisation: false,
  },
  {
    number: '1.6',
    section: MUNICIPAL,
    name: 'Содействие распространению и внедрению лучших наставнических практик',
    term: WHOLE_PERIOD,
    responsible: 'ИРО, сектор по методической работе, ОО',
    result: 'Участие в конференциях, семинарах, интернет-сообществах и т.д.',
    everyOrganisation: false,
  },
  {
    number: '2.1',
    section: INSTITUTIONAL,
    name: 'Назначение кураторов внедрения целевой модели наставничества в ОО',
    term: BY_20_OCTOBER,
    responsible: 'ОО',
    result: 'Приказы о назначении кураторов в ОО',
    everyOrganisation: true,
  },
  {
    number: '2.2',
    section: INSTITUTIONAL,
    name: 'Разработка «Положения о системе наставничества педагогических работников и обучающихся в образовательной организации», Дорожной карты, Программы наставничества',
    term: BY_20_OCTOBER,
    responsible: 'ОО',
    result: 'Пакет документов: положения и дорожные карты в ОО.',
    everyOrganisation: true,
  },
  {
    number: '2.3',
    section: INSTITUTIONAL,
    name: 'Формирование базы наставляемых в 2022–2023 уч.г.',
    term: BY_20_OCTOBER_THEN_FRESH,
    responsible: 'ОО',
    result: 'База наставляемых с перечнем запросов',
    everyOrganisation: true,
  },
  {
    number: '2.4',
    section: INSTITUTIONAL,
    name: 'Формирование базы наставников в 2022–2023 уч. г. (отбор из числа потенциальных наставников в соответствии с формированным перечнем запросов), назначение наставников',
    term: BY_20_OCTOBER_THEN_FRESH,
    responsible: 'ОО',
    result: 'База наставников с перечнем компетенций, приказы о назначении наставников',
    everyOrganisation: true,
  },
  {
    number: '2.5',
    section: INSTITUTIONAL,
    name: 'Обучение наставников',
    term: 'по отдельному плану',
    responsible: 'ИРО ПК, ОО',
    result: 'Проведены методические семинары и др. по запросам наставников',
    everyOrganisation: true,
  },
  {
    number: '2.6',
    section: INSTITUTIONAL,
    name: 'Формирование наставнических пар или групп',
    term: WHOLE_PERIOD,
    responsible: 'ОО',
    result: 'Приказ о закреплении наставнических пар',
    everyOrganisation: true,
  },
  {
    number: '2.7',
    section: INSTITUTIONAL,
    name: 'Организация работы наставнических пар или групп, формирование и реализация индивидуального образовательного маршрута, программ наставничества',
    term: 'в соответствии с сороками реализации программ наставничества',
    responsible: 'ОО',
    result: 'Реализация программ наставничества',
    everyOrganisation: true,
  },
  {
    number: '2.8',
    section: INSTITUTIONAL,
    name: 'Содействие распространению и внедрению лучших наставнических практик',
    term: WHOLE_PERIOD,
    responsible: 'ОО',
    result:
      'Создание и размещение материалов в специальных рубриках в социальных сетях, на официальных сайтах образовательных организаций',
    everyOrganisation: true,
  },
  {
    number: '3.1',
    section: MONITORING,
    name: 'Предоставление данных о количестве участников программ наставничества',
    term: 'в соответствии со сроками, устанавливаемыми ИРО ПК',
    responsible: `${DEPARTMENT}, кураторы`,
    result: 'Внесены данные',
    everyOrganisation: false,
  },
  {
    number: '3.2',
    section: MONITORING,
    name: 'Организация персонифицированного учета наставников и наставляемых',
    term: WHOLE_PERIOD,
    responsible: 'кураторы внедрения ЦМН ОО',
    result: 'Сформированы данные для проведения оценки вовлеченности педагогов в формы наставничества',
    everyOrganisation: true,
  },
  {
    number: '3.3',
    section: MONITORING,
    name: 'Проведение внутреннего мониторинга образовательных организаций по реализации и эффективности программ наставничества',
    term: TWO_APRILS,
    responsible: 'Кураторы внедрения ЦМН ОО',
    result: 'Аналитические данные предоставляются кураторами муниципальному координатору внедрения ЦМН',
    everyOrganisation: true,
  },
  {
    number: '3.4',
    section: MONITORING,
    name: 'Проведение Муниципального мониторинга состояния внедрения и реализации ЦМН в образовательных организациях Оханского ГО',
    term: TWO_APRILS,
    responsible: 'Кураторы внедрения ЦМН ОО',
    result: 'Аналитические данные предоставляются кураторами муниципальному координатору внедрения ЦМН',
    everyOrganisation: true,
  },
  {
    number: '3.5',
    section: MONITORING,
    name: 'Анализ результатов Муниципального мониторинга состояния внедрения и реализации ЦМН в образовательных организациях',
    term: TWO_APRILS,
    responsible: DEPARTMENT,
    result: 'Аналитическая справка',
    everyOrganisation: false,
  },
];
