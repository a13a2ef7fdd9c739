import fc from 'fast-check';
import { escapeHtml, letterHtml } from '../../../src/domain/letters/html';
import type { LetterBlock } from '../../../src/domain/letters/letter';
import { subjectOf } from '../../../src/domain/letters/letter-text';
import { daysPhrase, measureTitle, whenPhrase } from '../../../src/domain/letters/phrases';
import { plainText } from '../../../src/domain/letters/plain-text';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { addDays } from '../../../src/domain/text/calendar';
import { contact, contacts, obligation, scene, weekends } from './town';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test.each([
  [14, 'осталось 14 дней'],
  [11, 'осталось 11 дней'],
  [3, 'осталось 3 дня'],
  [1, 'остался 1 день'],
  [21, 'остался 21 день'],
  [0, 'срок сегодня'],
  [-1, 'просрочено на 1 день'],
  [-2, 'просрочено на 2 дня'],
  [-11, 'просрочено на 11 дней'],
  [-21, 'просрочено на 21 день'],
  [-112, 'просрочено на 112 дней'],
])('%d days: «%s»', (days, words) => {
  expect(plain(daysPhrase(days))).toBe(words);
});

test.each([
  [{}, 3, 'осталось 3 дня: срок до 19 апреля 2024 г. включительно'],
  [{}, 0, 'срок сегодня, 19 апреля 2024 г.'],
  [{}, -21, 'просрочено на 21 день: срок был 19 апреля 2024 г.'],
  [
    { controlDate: '2024-04-20', due: '2024-04-22' },
    1,
    'остался 1 день: срок до 22 апреля 2024 г. включительно (20.04.2024 — нерабочий день, срок перенесён на 22.04.2024)',
  ],
  [{ controlDate: '2024-04-18' }, 0, 'срок сегодня, 19 апреля 2024 г. (по плану 18.04.2024)'],
  [
    { continuous: true, controlDate: '' },
    3,
    'осталось 3 дня: срок актуализации до 19 апреля 2024 г. включительно',
  ],
  [{ continuous: true }, 0, 'срок актуализации сегодня, 19 апреля 2024 г.'],
])('%j with %d days', (more, days, words) => {
  expect(plain(whenPhrase(obligation(more), days, weekends()))).toBe(words);
});

test.each([
  ['Назначение кураторов.', '2.1. Назначение кураторов'],
  [
    'Формирование базы наставляемых в 2022–2023 уч.г.',
    '2.1. Формирование базы наставляемых в 2022–2023 уч.г.',
  ],
])('a title: «%s»', (title, printed) => {
  expect(measureTitle({ number: '2.1', title })).toBe(printed);
});

test('a subject counts, and leaves out what there is none of', () => {
  const items = [-3, -1, 0, 2, 5, 9].map((daysLeft) => ({
    key: '',
    stage: '',
    daysLeft,
    obligation: obligation(),
  }));
  expect(subjectOf(items)).toBe('Наставничество: просрочено 2, сегодня срок 1, скоро 3');
  expect(subjectOf(items.slice(3))).toBe('Наставничество: скоро 3');
});

const SAMPLE: readonly LetterBlock[] = [
  { kind: 'paragraph', text: 'Здравствуйте!' },
  { kind: 'heading', text: 'Скоро срок' },
  {
    kind: 'list',
    items: [
      {
        text: '2.2. Разработка «Положения о системе наставничества педагогических работников и обучающихся» (МБОУ <«Школа № 1»>)',
        when: 'осталось 3 дня',
        tone: 'soon',
        left: 'Осталось: внести приказ & ссылку',
        url: 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=1&range=A1',
      },
    ],
  },
  { kind: 'link', text: 'Открыть книгу', url: 'https://docs.google.com/spreadsheets/d/1AbC/edit' },
];

test('as plain text', () => {
  expect(plainText(SAMPLE)).toBe(`Здравствуйте!

Скоро срок:

— 2.2. Разработка «Положения о системе наставничества педагогических
  работников и обучающихся» (МБОУ <«Школа № 1»>)
  осталось 3 дня
  Осталось: внести приказ & ссылку
  https://docs.google.com/spreadsheets/d/1AbC/edit#gid=1&range=A1

Открыть книгу:
https://docs.google.com/spreadsheets/d/1AbC/edit
`);
});

test('as HTML: all text escaped, links of the web only, no images, the tone in words too', () => {
  const html = letterHtml(SAMPLE);
  expect(html).toContain('(МБОУ &lt;«Школа № 1»&gt;)');
  expect(html).toContain('href="https://docs.google.com/spreadsheets/d/1AbC/edit#gid=1&amp;range=A1"');
  expect(html).not.toMatch(/<(?:img|script|style|table)/);
  for (const url of ['javascript:alert(1)', 'file:///tmp/a', 'data:text/html,x', '" onclick="x'])
    expect(letterHtml([{ kind: 'link', text: 'там', url }])).not.toContain('<a');
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
  );
});

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const unescaped = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const someText = fc.string({
  unit: fc.constantFrom('а', 'Ж', 'ё', ' ', ' ', '<', '>', '&', '"', '7', '.', '\u00a0'),
  minLength: 1,
  maxLength: 120,
});
const someUrl = fc.constantFrom('', 'https://a.ru/x?y=1&z=2', `https://a.ru/${'x'.repeat(90)}`);
const someBlock: fc.Arbitrary<LetterBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text: someText }),
  fc.record({ kind: fc.constant('link' as const), text: someText, url: someUrl.filter((url) => url !== '') }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(
      fc.record({
        text: someText,
        when: someText,
        tone: fc.constantFrom('overdue' as const, 'today' as const, 'soon' as const),
        left: someText,
        url: someUrl,
      }),
      { maxLength: 3 },
    ),
  }),
);

test('plain text and HTML say the same words; lines are short but for addresses', () => {
  fc.assert(
    fc.property(fc.array(someBlock, { maxLength: 6 }), (content) => {
      const text = plainText(content);
      const lines = text.split('\n');
      const said = lines.filter((line) => !/^\s*https:/.test(line));
      expect(words(said.join('\n'))).toEqual(words(unescaped(letterHtml(content))));
      for (const line of said) if (line.length > 76) expect(line.trim().replace(/^— /, '')).not.toMatch(/ /);
      for (const url of lines.filter((line) => /^\s*https:/.test(line)))
        expect(url.trim()).toMatch(/^https:\S+$/);
    }),
  );
});

describe('names', () => {
  const NAME = 'Анна Петровна';
  const withName = () => {
    const base = contacts();
    const home = base.organisations.get('ORG-01')!;
    return {
      ...base,
      organisations: new Map([
        ['ORG-01', { ...home, curators: [contact('anna@school.ru', { name: NAME })] }],
      ]),
    };
  };

  test('the greeting alone has one, where contacts have it', () => {
    const [letter] = planLetters(scene({ contacts: withName() })).letters;
    expect(letter.content[0]).toEqual({ kind: 'paragraph', text: 'Здравствуйте, Анна Петровна!' });
    expect(JSON.stringify([letter.content.slice(1), letter.subject, letter.calendar])).not.toContain('Анна');
  });

  test('two people in one mailbox are not greeted by the name of one', () => {
    const base = withName();
    const home = base.organisations.get('ORG-01')!;
    const other = { ...home, curators: [contact('anna@school.ru', { name: 'Вера Ивановна' })] };
    const organisations = new Map([...base.organisations, ['ORG-02', other]]);
    const obligations = [obligation(), obligation({ organisation: 'ORG-02' })];
    const [letter] = planLetters(scene({ contacts: { ...base, organisations }, obligations })).letters;
    expect(letter.content[0]).toEqual({ kind: 'paragraph', text: 'Здравствуйте!' });
  });
});

test('a subject fits into the 250 characters of Gmail however much there is to do', () => {
  const obligations = Array.from({ length: 3000 }, (_, i) =>
    obligation({ number: `2.${i}`, due: addDays('2024-04-05', i % 15) }),
  );
  for (const letter of planLetters(scene({ obligations })).letters)
    expect(letter.subject.length).toBeLessThan(100);
});
