import type { DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, recordId, row, several } from './cells';
import { CLOSED } from './organisation-profiles';
import { type Organisation, organisationReference } from './organisations';

/** Day, kinds of support, form, topic, numbers of the organisations ('' = all), people, result. */
type Entry = readonly [DateText, string, string, string, string, number, string?];

const ORGANISATIONAL = 'организационная';
const METHODICAL = 'методическая';
const CONSULTING = 'консультационная';
const INFORMING = 'информационная';
const EDUCATIONAL = 'просветительская';

const ENTRIES: readonly Entry[] = [
  [
    '2022-10-06',
    ORGANISATIONAL,
    'совещание',
    'О внедрении целевой модели: задачи кураторов',
    '',
    14,
    'протокол № 2',
  ],
  ['2022-10-12', METHODICAL, 'рассылка', 'Примерные формы приказов и положения', '', 13],
  ['2022-11-09', CONSULTING, 'консультация', 'Как оформить базу наставников', '4 8 10', 4],
  [
    '2022-11-16',
    `${METHODICAL}; ${EDUCATIONAL}`,
    'семинар',
    'С чего начинает наставник',
    '1 2 3 6 7 9',
    12,
    'материалы на сайте Сектора',
  ],
  ['2022-12-15', INFORMING, 'письмо', 'О сроках представления сведений', '', 13],
  ['2023-01-26', CONSULTING, 'выезд', 'Помощь куратору в разработке программы', '10', 2],
  ['2023-02-08', METHODICAL, 'семинар', 'Анкеты и диагностика дефицитов', '1 2 6 7 12', 9],
  ['2023-03-21', ORGANISATIONAL, 'совещание', 'Подготовка к мониторингу 2023 года', '', 13, 'протокол № 3'],
  ['2023-05-16', INFORMING, 'публикация', 'Итоги первого мониторинга', '', 0, 'новость на сайте Управления'],
  [
    '2023-08-25',
    EDUCATIONAL,
    'совещание',
    'Секция наставников на августовской конференции',
    '1 2 3 6 10',
    31,
  ],
  [
    '2023-09-14',
    `${ORGANISATIONAL}; ${INFORMING}`,
    'письмо',
    'Об актуализации баз на 2023/2024 учебный год',
    '',
    12,
  ],
  ['2023-10-05', EDUCATIONAL, 'публикация', 'Рассказы о наставниках округа', '1 6 8', 0],
  ['2023-10-24', CONSULTING, 'консультация', 'Реверсивная пара: как оформить', '5 6', 3],
  ['2023-11-22', METHODICAL, 'семинар', 'Школа наставника: занятие первое', '1 2 3 6 7 10', 11],
  ['2023-12-12', CONSULTING, 'консультация', 'Замена наставника: документы', '2', 2],
  [
    '2024-01-17',
    ORGANISATIONAL,
    'выезд',
    'Куратор уволился: как организовать работу',
    '11',
    2,
    'приказ о новом кураторе не издан',
  ],
  ['2024-02-07', INFORMING, 'рассылка', 'Курсы ИРО ПК на первое полугодие', '', 12],
  ['2024-03-13', `${METHODICAL}; ${CONSULTING}`, 'консультация', 'Разбор трудных случаев', '3 7 12', 6],
  ['2024-03-20', ORGANISATIONAL, 'совещание', 'Подготовка к мониторингу 2024 года', '', 11, 'протокол № 2'],
  ['2024-04-16', CONSULTING, 'консультация', 'Исправление замечаний к формам мониторинга', '5 8', 2],
];

export function supportRows(organisations: readonly Organisation[]): readonly DemoRow[] {
  return ENTRIES.map(([on, kinds, form, topic, numbers, people, result], index) => {
    const invited =
      numbers === ''
        ? organisations.filter(
            (o) => o.mentors > 0 && o.id !== 'ORG-13' && (o.id !== CLOSED.id || on <= CLOSED.on),
          )
        : numbers.split(' ').map((n) => organisations[Number(n) - 1]!);
    return row({
      id: recordId('SUP', index + 1),
      date: day(on),
      kinds,
      form,
      topic,
      organisations: several(invited.map(organisationReference)),
      people: people > 0 ? people : undefined,
      responsible: index % 4 === 3 ? 'методист Сектора' : 'муниципальный координатор',
      result,
      ...inForce(on, 'koordinator@example.ru'),
    });
  });
}
