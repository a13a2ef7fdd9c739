import { messengerNotes } from '../../../src/domain/letters/messenger';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { contact, contacts, obligation, type Scene, scene } from './town';

const notes = (more: Scene = {}) => {
  const input = scene(more);
  return messengerNotes(planLetters(input).unreachable, input);
};
const withCurator = (one: ReturnType<typeof contact>) => {
  const base = contacts();
  const home = base.organisations.get('ORG-01')!;
  return { ...base, organisations: new Map([['ORG-01', { ...home, curators: [one] }]]) };
};

test('whom to ring up, why, and a text to copy', () => {
  const anna = contact('anna.school.ru', { phone: '8 (34279) 3-15-03' });
  const obligations = [obligation(), obligation({ number: '2.2', due: '2024-04-10', left: '' })];
  expect(notes({ contacts: withCurator(anna), obligations })).toEqual([
    {
      organisation: 'ORG-01',
      where: 'МБОУ «Школа № 1»',
      as: 'curator',
      name: '',
      phone: '8 (34279) 3-15-03',
      why: 'адрес записан с ошибкой (нет знака @): anna.school.ru',
      text: [
        'Здравствуйте! Напоминание по наставничеству.',
        '• 2.2. Назначение кураторов (МБОУ «Школа № 1»): просрочено на\u00a02\u00a0дня: срок был 10\u00a0апреля 2024\u00a0г.',
        '• 2.1. Назначение кураторов (МБОУ «Школа № 1»): осталось 7\u00a0дней: срок до 19\u00a0апреля 2024\u00a0г. включительно. Осталось: внести приказ о назначении.',
        'Книга: https://docs.google.com/book#',
        'Вопросы — муниципальному координатору.',
      ].join('\n'),
    },
  ]);
});

test('a name stands beside the telephone where contacts have one, never in the text', () => {
  const [note] = notes({ contacts: withCurator(contact('', { name: 'Анна Петровна' })) });
  expect(note.name).toBe('Анна Петровна');
  expect(note.why).toBe('адреса нет в реестре');
  expect(note.text).not.toContain('Анна');
});

test('a head is found by the telephone of the curator; a long list is cut', () => {
  const base = contacts();
  const home = { ...base.organisations.get('ORG-01')!, head: contact('') };
  const obligations = Array.from({ length: 9 }, (_, i) =>
    obligation({ number: `2.${i + 1}`, due: '2024-03-29' }),
  );
  const [note] = notes({ contacts: { ...base, organisations: new Map([['ORG-01', home]]) }, obligations });
  expect(note).toMatchObject({ as: 'head', phone: '8 (34279) 3-00-01' });
  expect(note.text).toContain('И ещё пунктов: 3.');
});

test('nobody is missing: an empty list', () => {
  expect(notes()).toEqual([]);
});
