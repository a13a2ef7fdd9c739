import type { Random } from './random';

export type Gender = 'f' | 'm';

export interface Person {
  readonly surname: string;
  readonly name: string;
  /** Absent for people who have none. */
  readonly patronymic?: string;
  readonly gender: Gender;
}

/** A record about a person: its name in the mode «Полный», its code in the mode «Коды вместо ФИО». */
export interface Named {
  readonly person: Person;
  readonly code: string;
}

/** How people are written in the book. */
export interface Naming {
  /** In the cell of the name. */
  full(record: Named): string;
  /** In references. */
  short(record: Named): string;
  /** Of somebody who has no record: heads, those who sign; '' in the mode of codes. */
  mention(person: Person): string;
}

/** Surnames in both genders, common and neutral; the last letters differ by gender in each. */
const SURNAMES: readonly (readonly [string, string])[] = words(
  `Абрамов Агафонов Алексеев Андреев Антонов Баженов Белов Беляев Богданов Борисов Быстров Васильев Вершинин Волков
  Воробьёв Голубев Горбунов Гусев Давыдов Данилов Денисов Дмитриев Егоров Ершов Жданов Журавлёв Зайцев Зотов Зуев
  Игнатов Исаков Калинин Карпов Киселёв Климов Ковалёв Колесников Колобов Комаров Коновалов Крылов Кудрявцев Кузьмин
  Лаптев Лебедев Логинов Лукин Макаров Мальцев Медведев Мельников Миронов Морозов Мухин Назаров Никитин Носков Орлов
  Осипов Павлов Панфилов Пименов Плотников Поляков Прохоров Родионов Рожков Русаков Рябов Савельев Самойлов Сафонов
  Селиванов Сидоров Симонов Соболев Соколов Сорокин Степанов Суворов Суслов Тарасов Титов Третьяков Трофимов Уваров
  Ушаков Федотов Филатов Фролов Худяков Цветков Чернов Шадрин Шестаков Широков Щербаков Юдин Якушев`,
)
  .map((surname): readonly [string, string] => [surname, `${surname}а`])
  .concat(
    words('Зеленский Каменский Луговской Озёрский Полянский Вяземский').map(
      (surname): readonly [string, string] => [surname, surname.replace(/[иоы]й$/, 'ая')],
    ),
  );

const WOMEN = words(
  `Александра Алина Анастасия Анна Валентина Валерия Вера Вероника Виктория Галина Дарья Евгения Екатерина Елена
  Елизавета Жанна Зоя Ирина Кристина Ксения Лариса Лидия Любовь Людмила Маргарита Марина Мария Надежда Наталья Нина
  Оксана Олеся Ольга Полина Раиса Светлана Снежана Софья Тамара Татьяна Ульяна Юлия Яна`,
);
const MEN = words(
  `Александр Алексей Андрей Антон Борис Вадим Василий Виталий Владимир Вячеслав Глеб Григорий Денис Дмитрий Евгений
  Иван Игорь Кирилл Константин Максим Михаил Никита Николай Олег Павел Роман Сергей Степан Тимофей Фёдор Юрий`,
);
/** Patronymics in both genders. */
const PATRONYMICS: readonly (readonly [string, string])[] = words(
  `Александров Алексеев Анатольев Андреев Борисов Вадимов Валентинов Васильев Викторов Владимиров Геннадьев Григорьев
  Дмитриев Евгеньев Иванов Игорев Константинов Леонидов Максимов Михайлов Николаев Олегов Павлов Петров Романов
  Сергеев Степанов Фёдоров Юрьев`,
).map((stem) => [`${stem}ич`, `${stem}на`] as const);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

const inGender = (forms: readonly [string, string], gender: Gender): string => forms[gender === 'm' ? 0 : 1];

export const fullName = (p: Person): string => [p.surname, p.name, p.patronymic].filter(Boolean).join(' ');

/** `Иванова М. П.`; `Ахмедова З.` without a patronymic. */
const initials = (p: Person): string =>
  [p.surname, `${p.name[0]}.`, p.patronymic ? `${p.patronymic[0]}.` : ''].filter(Boolean).join(' ');

/** A source of people: no two with the same full name; namesakes are made on purpose elsewhere. */
export function inventPeople(random: Random): (gender: Gender) => Person {
  const taken = new Set<string>();
  return function invent(gender) {
    const person: Person = {
      surname: inGender(random.pick(SURNAMES), gender),
      name: random.pick(gender === 'f' ? WOMEN : MEN),
      patronymic: inGender(random.pick(PATRONYMICS), gender),
      gender,
    };
    // Also the same surname with the same initials would be confusing in references.
    if (taken.has(initials(person))) return invent(gender);
    taken.add(initials(person));
    return person;
  };
}

export const fullNaming: Naming = {
  full: (record) => fullName(record.person),
  short: (record) => initials(record.person),
  mention: initials,
};

export const codeNaming: Naming = {
  full: (record) => record.code,
  short: (record) => record.code,
  mention: () => '',
};

/** People whose names are hard for software, on purpose: a letter ё, a double surname, no patronymic, namesakes. */
export const SPECIAL_PEOPLE = {
  yo: { surname: 'Королёва', name: 'Алёна', patronymic: 'Семёновна', gender: 'f' },
  double: { surname: 'Белова-Северная', name: 'Ирина', patronymic: 'Олеговна', gender: 'f' },
  spacedDouble: { surname: 'Петрова-Иванова', name: 'Анна', patronymic: 'Сергеевна', gender: 'f' },
  noPatronymic: { surname: 'Ахмедова', name: 'Зарина', gender: 'f' },
  namesake: { surname: 'Кузнецова', name: 'Елена', patronymic: 'Викторовна', gender: 'f' },
} as const satisfies Record<string, Person>;
