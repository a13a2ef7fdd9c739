import fc from 'fast-check';

/** A day of 1930–2069, the years that two digits can stand for and some more. */
export const anyDate = fc
  .integer({ min: Date.UTC(1930, 0, 1) / 86400000, max: Date.UTC(2069, 11, 31) / 86400000 })
  .map((days) => new Date(days * 86400000).toISOString().slice(0, 10));

/** Any text at all, and text of the kind that cells hold. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'абвгдеёйжЖЯИÉeëËAaBbHcCxyN019.,;:-–—−№/\\ \t\n\r"«»“„”\'’()·*=+@_%|\u00a0\u202f\u200b\u00ad\u0301\u0306\u0308',
      'года',
      'мес.',
      'октября',
      'NST-',
      'Иное:',
      ' от ',
      'http://',
    ),
    maxLength: 24,
  }),
);

const surnames = ['Иванова', 'Петрова-Иванова', 'Пономарёв', 'О’Нил', 'Мамин-Сибиряк', 'Ким'];
const names = ['Мария', 'Анна-Мария', 'Ёлка', 'Пётр'];
const patronymics = ['Павловна', 'Ильич', 'Вагиф оглы', 'Гасан кызы', ''];
/** A name of a person in parts. */
export const anyPerson = fc.record({
  surname: fc.constantFrom(...surnames),
  name: fc.constantFrom(...names),
  patronymic: fc.constantFrom(...patronymics),
});
