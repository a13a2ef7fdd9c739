import { addDays, type DateText, daysBetween } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, recordId, row, TODAY } from './cells';
import { curatorMail } from './documents';
import type { Naming } from './names';
import { organisationReference } from './organisations';
import { pairReference } from './pair-rows';
import { seededRandom } from './random';
import type { Unit } from './units';

const GOALS: Readonly<Record<string, readonly [goal: string, problem: string, tasks: string]>> = {
  'Методика преподавания предмета': [
    'Освоение методики современного урока',
    'Затрудняется в выборе приёмов объяснения нового материала',
    'Посетить пять уроков наставника; провести три открытых урока',
  ],
  'Планирование урока/занятия': [
    'Планирование урока и занятия',
    'Не распределяет время этапов урока',
    'Составить технологические карты раздела',
  ],
  'Классное руководство и воспитание': [
    'Становление классного руководителя',
    'Нет опыта работы с классным коллективом',
    'Разработать план воспитательной работы класса',
  ],
  'Работа с детьми с ОВЗ': [
    'Сопровождение детей с ОВЗ на занятии',
    'Не владеет приёмами адаптации заданий',
    'Изучить адаптированную программу; подготовить карточки',
  ],
  'Взаимодействие с родителями': [
    'Разговор с родителями',
    'Испытывает трудности на родительских собраниях',
    'Провести собрание вместе с наставником',
  ],
  'Дисциплина и коммуникация': [
    'Дисциплина и доверие на уроке',
    'Теряет внимание детей во второй половине урока',
    'Ввести с классом правила работы',
  ],
  'Цифровые инструменты': [
    'Цифровые инструменты педагога',
    'Не использует электронный журнал и платформы в полном объёме',
    'Освоить электронный журнал; создать три цифровых задания',
  ],
  'Документация и отчётность': [
    'Рабочая документация педагога',
    'Допускает ошибки в рабочей программе',
    'Привести рабочую программу в порядок',
  ],
  'Подготовка к аттестации': [
    'Подготовка к аттестации на первую категорию',
    'Нет системы накопления результатов',
    'Собрать портфолио',
  ],
};
const GENERAL = [
  'Адаптация в профессии и коллективе',
  'Испытывает трудности первых лет работы',
  'Составить карту затруднений; посещать занятия наставника',
] as const;

/** Pairs with no programme, with a plan of work only, and those whose programme is an individual route. */
const NONE = new Set([9, 21, 34, 47, 58, 66, 71, 77]);
const PLAN_ONLY = new Set([5, 28, 52, 63]);

export function programmeRows(seed: number, units: readonly Unit[], naming: Naming): readonly DemoRow[] {
  return units
    .filter((u) => u.status !== 'Планируется' && !NONE.has(Number(u.id.slice(-3))))
    .map((u, index) => {
      const random = seededRandom(seed * 7919 + index);
      const topic = u.mentees[0]!.requests.find((r) => r in GOALS);
      const [goal, problem, tasks] = topic ? GOALS[topic]! : GENERAL;
      const planned = random.whole(8, 16);
      const progress = progressOf(u, random.whole(0, 12));
      const plan = PLAN_ONLY.has(Number(u.id.slice(-3)));
      const from = addDays(u.from, random.whole(0, 6));
      return row({
        id: recordId('PRG', index + 1),
        organisation: organisationReference(u.organisation),
        type: plan ? 'План работы пары' : random.chance(0.3) ? 'ИОМ' : 'Персонализированная программа',
        pair: pairReference(u, naming),
        goal,
        problem,
        tasks: random.chance(0.7) ? tasks : undefined,
        from: day(from),
        to: day(u.plannedEnd),
        eventsPlanned: planned,
        eventsDone: Math.round((planned * progress) / 100),
        approvedBy: plan
          ? undefined
          : random.pick(['директор', 'методический совет', 'педагогический совет']),
        approvalNumber: plan ? undefined : `${random.whole(1, 6)}`,
        approvalDate: plan ? undefined : day(from),
        link:
          !plan && random.chance(0.5)
            ? `${u.organisation.site}nastavnichestvo/programma-${index + 1}.pdf`
            : undefined,
        progress,
        interim: u.status === 'Действует' && random.chance(0.4) ? 'Январь: работа идёт по плану' : undefined,
        result: resultOf(u, progress),
        ...inForce(addDays('2024-03-25', index % 12), curatorMail(u.organisation)),
      });
    });
}

function progressOf(u: Unit, spread: number): number {
  if (u.status === 'Завершена') return spread > 9 ? 85 + spread - 10 : 100;
  const until: DateText = u.ended ?? TODAY;
  const share = daysBetween(u.from, until) / daysBetween(u.from, u.plannedEnd);
  return Math.max(5, Math.min(95, Math.round((share * 100 - spread) / 5) * 5));
}

function resultOf(u: Unit, progress: number): string | undefined {
  if (u.status === 'Завершена') return progress === 100 ? 'выполнена' : 'выполнена частично';
  return u.status === 'Прекращена досрочно' ? 'не выполнена' : undefined;
}
