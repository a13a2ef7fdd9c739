import { deadline } from '../../../src/domain/memo/deadlines';
import { counts, quote, sentences } from '../../../src/domain/memo/phrases';
import { tidyMessage } from '../../../src/domain/memo/protocol';
import { remarkTexts, remarkWords } from '../../../src/domain/memo/remark-texts';
import { officialCalendar } from '../../../src/domain/roadmap/calendar-of';
import { lowered } from '../../../src/domain/text/letter-case';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('phrases', () => {
  it('join sentences with one full stop each', () => {
    expect(sentences('в апреле 2023\u00a0г.', '', 'конец')).toBe('В апреле 2023\u00a0г. Конец.');
  });

  it('change quotation marks inside quotation marks', () => {
    expect(quote('рубрика «Наставничество»')).toBe('«рубрика „Наставничество“»');
  });

  it('lower the first letter of words, not of abbreviations', () => {
    expect([lowered('Методика'), lowered('В работе'), lowered('ИОМ'), lowered('КПК (36 ч)')]).toEqual([
      'методика',
      'в работе',
      'ИОМ',
      'КПК (36 ч)',
    ]);
  });

  it('leave zero counts out of a list and hide small ones', () => {
    const distribution = {
      title: '',
      items: [
        { label: 'Первая', count: 5 },
        { label: 'Высшая', count: 1 },
        { label: 'Нет', count: 0 },
      ],
    };
    expect(counts(distribution)).toBe('первая — 5; высшая — 1');
    expect(counts(distribution, 3)).toBe('первая — 5; прочие — менее чем по 3');
  });

  it('make a rule of a message without its places', () => {
    expect(tidyMessage('Не заполнено обязательное поле «{поле}».')).toBe('Не заполнено обязательное поле');
    expect(tidyMessage('Возможный дубль: {ФИО} (строки {n}, {m}).')).toBe('Возможный дубль');
    expect(tidyMessage('Проверьте дату (выходной день).')).toBe('Проверьте дату (выходной день)');
  });
});

describe('remarks', () => {
  it.each([
    ['new-without-mentor', 5, 'Закрепить наставников за 5 молодыми специалистами.'],
    ['new-without-mentor', 21, 'Закрепить наставников за 21 молодым специалистом.'],
    ['new-without-mentor', 2, 'Закрепить наставников за молодыми специалистами.'],
    ['untrained', 4, 'Включить 4 наставников в заявку на обучение.'],
    ['untrained', 21, 'Включить 21 наставника в заявку на обучение.'],
    ['untrained', 1, 'Включить наставников в заявку на обучение.'],
    ['expired-pairs', 1, 'Завершить или продлить 1 программу с истёкшим сроком.'],
    ['expired-pairs', 2, 'Завершить или продлить 2 программы с истёкшим сроком.'],
    ['expired-pairs', 11, 'Завершить или продлить 11 программ с истёкшим сроком.'],
    ['no-order', 1, 'Оформить закрепление 1 пары (группы) приказом.'],
    ['no-order', 5, 'Оформить закрепление 5 пар и групп приказом.'],
    ['data-errors', 21, 'Исправить 21 ошибку по протоколу проверок.'],
  ] as const)('%s with %i', (kind, count, act) => {
    expect(plain(remarkWords({ organisation: 'ORG-01', kind, count }, 3).act)).toBe(act);
  });

  it('have a text for every kind, each once', () => {
    expect(new Set(remarkTexts.map((t) => t.kind)).size).toBe(10);
    expect(remarkTexts).toHaveLength(10);
  });
});

describe('deadlines', () => {
  it.each([
    ['2024-04-25', 'data', '2024-05-02'],
    ['2024-04-27', 'data', '2024-05-06'],
    ['2024-04-30', 'data', '2024-05-06'],
    ['2024-12-30', 'data', '2025-01-13'],
    ['2024-04-25', 'documents', '2024-05-27'],
    ['2024-04-09', 'documents', '2024-05-13'],
  ] as const)('from %s for %s: %s', (today, term, expected) => {
    expect(deadline(today, term, officialCalendar)).toBe(expected);
  });
});
