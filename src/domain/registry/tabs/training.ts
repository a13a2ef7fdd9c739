import {
  type Column,
  date,
  number,
  oneOf,
  orderNumber,
  registryTab,
  required,
  requiredIf,
  text,
} from '../tab';

const COURSE = { column: 'kind', is: ['КПК (удостоверение)'] };
/** A course that is still to come has no certificate. */
const FINISHED_COURSE = { ...COURSE, and: { column: 'state', is: ['факт'] } };

/** People of two registries stand in one column: the prefix of the ID tells which. */
const participants: Column = {
  key: 'participants',
  title: 'Участник(и)',
  type: 'reference',
  refers: 'mentors',
  refersAlso: 'curators',
  multi: true,
  required: 'always',
  aliases: ['Участники', 'Участник'],
  help: 'NST-… наставники и CUR-… кураторы, через «; ».',
  width: 240,
};

export const training = registryTab({
  key: 'training',
  title: 'Обучение',
  id: { prefix: 'TRN', digits: 3 },
  editor: 'curator',
  about: 'Обучение наставников и кураторов (мероприятия 1.5, 2.5).',
  columns: [
    oneOf('kind', 'Вид', 'trainingKind', 'КПК, семинар, вебинар…', {
      ...required,
      aliases: ['Вид обучения'],
    }),
    text('topic', 'Тема', 'Тема или название программы.', { ...required, width: 260 }),
    oneOf('organiser', 'Организатор', 'organiser', 'ИРО ПК; ЦНППМ; Сектор…', { ...required, free: true }),
    oneOf('level', 'Уровень', 'level', 'Выберите из списка.', required),
    date('from', 'Дата начала', 'Первый день.', { ...required, aliases: ['Дата начала/окончания'] }),
    date('to', 'Дата окончания', 'Последний день; для однодневного — та же дата.', required),
    number('hours', 'Часы', 'Объём в часах; для КПК не меньше 16.', requiredIf('для КПК', COURSE)),
    oneOf('attendance', 'Форма', 'attendance', 'очно; дистанционно; смешанно.', {
      aliases: ['Форма обучения'],
    }),
    participants,
    orderNumber('certificate', 'Документ №', 'Номер удостоверения или сертификата.', {
      ...requiredIf('для КПК, которые состоялись', FINISHED_COURSE),
      aliases: ['Документ № / дата'],
    }),
    date('certificateDate', 'Документ, дата', 'Дата удостоверения.', {
      ...requiredIf('для КПК, которые состоялись', FINISHED_COURSE),
      aliases: ['Документ дата'],
    }),
    oneOf('state', 'План/факт', 'planFact', 'факт — обучение состоялось.', required),
  ],
});
