import fc from 'fast-check';
import { buildMemo } from '../../../src/domain/memo/build';
import { guardedCounts, withoutNames } from '../../../src/domain/memo/privacy';
import type { WaveReport } from '../../../src/domain/monitoring/report';
import { plain } from './print';
import { fullReport, input, settings } from './reports';

const MENTEE = 'Кузнецова Дарья Олеговна';

const textOf = (report: WaveReport) => plain(buildMemo(input(report)));

/** The name put into every text that a person may have typed it into. */
function spoiled(name: string): WaveReport {
  const report = fullReport();
  const with_ = (text: string) => `${text} ${name} (наставляемая)`.trim();
  return {
    ...report,
    organisations: report.organisations.map((o) => ({ ...o, returnedWhy: with_('Проверьте строку') })),
    swot: report.swot.map((s) => ({
      organisation: s.organisation,
      strengths: with_(s.strengths),
      weaknesses: with_(s.weaknesses),
      opportunities: with_(s.opportunities),
      threats: with_(s.threats),
      problems: with_(s.problems),
    })),
    roadmap: report.roadmap.map((line) => ({ ...line, evidence: with_(line.evidence) })),
    documents: report.documents.map((d) => ({
      ...d,
      cells: d.cells.map((c) => ({ ...c, requisites: with_(c.requisites) })),
    })),
    notes: [...report.notes, with_('Не вошла запись')],
  };
}

describe('names', () => {
  it.each([MENTEE, 'Кузнецова Д. О.', 'Д.О. Кузнецова', 'MNT-017'])(
    'of mentees appear nowhere: %s',
    (name) => {
      const own = input(spoiled(name));
      const checks = {
        ...own.checks,
        byRule: [
          {
            code: 'R-05',
            message: `Возможный дубль: ${name} (строки 2, 5).`,
            count: 1,
            severity: 'error' as const,
          },
        ],
      };
      const text = plain(buildMemo({ ...own, checks }));
      expect(text).not.toContain('Кузнецова');
      expect(text).not.toContain('MNT-017');
    },
  );

  it('of mentees appear nowhere, whatever the name', () => {
    const word = fc.constantFrom('Анна', 'Мария', 'Ёлкина', 'Мамина-Сибиряк', 'Петрова', 'Иван', 'Ли');
    const patronymic = fc.constantFrom('Петровна', 'Ильинична', 'Сергеевича', 'Олеговной', 'Лукич');
    fc.assert(
      fc.property(word, word, patronymic, (surname, first, middle) => {
        const name = `${surname} ${first} ${middle}`;
        const text = textOf(spoiled(name));
        expect([name, text.includes(name), text.includes(middle)]).toEqual([name, false, false]);
      }),
      { numRuns: 40 },
    );
  });

  it('of mentors appear only with a consent to publication', () => {
    expect(textOf(fullReport())).toContain('Павлова Ирина Сергеевна');
    expect(textOf(fullReport({ publishableMentors: [] }))).not.toMatch(/Согласие на распространение/);
  });

  it('are found in typed texts, and titles of documents are left alone', () => {
    expect(withoutNames('Не вошла Сидорова Анна Петровна.')).toBe('Не вошла (имя скрыто).');
    for (const text of [
      'Приказ № 156 от 03.10.2022',
      'Дорожная Карта Оханского округа',
      'Положение о наставничестве, п. 2.1',
    ]) {
      expect(withoutNames(text)).toBe(text);
    }
  });
});

describe('small groups', () => {
  it('are not shown in a column, and not by subtraction either', () => {
    expect(guardedCounts([4, 2, 0, null], 3)).toEqual(['не показано', 'менее 3', '0', 'нет данных']);
    expect(guardedCounts([1, 2, 7], 3)).toEqual(['менее 3', 'менее 3', '7']);
    expect(guardedCounts([5, 7, 0], 3)).toEqual(['5', '7', '0']);
  });

  it('never let a reader find out the only hidden count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 8 }), fc.integer({ min: 2, max: 5 }), (counts, few) => {
        const shown = guardedCounts(counts, few);
        const hidden = shown.filter((text) => !/^\d+$/.test(text)).length;
        const others = counts.filter((n) => n > 0).length;
        expect(hidden === 1 && others > 1).toBe(false);
        shown.forEach((text, i) => {
          if (/^\d+$/.test(text)) expect(Number(text) === 0 || Number(text) >= few).toBe(true);
          expect(text === String(counts[i]) || !/^\d+$/.test(text)).toBe(true);
        });
      }),
    );
  });

  it('of young specialists without a mentor are not pinned to an organisation', () => {
    const text = textOf(fullReport());
    expect(text).toContain(
      'МБОУ «Оханская средняя общеобразовательная школа № 1» — 3; в отдельных ОО — по одному.',
    );
    const alone = textOf(fullReport({ newWithoutMentor: [{ organisation: 'ORG-02', count: 1 }] }));
    expect(alone).toContain(
      'Наставник пока не закреплён за 1 молодым специалистом из базы наставляемых (в отдельных ОО).',
    );
    expect(text).toContain(
      'МБДОУ «Детский сад № 3» | Молодые специалисты без наставника | Закрепить наставников за молодыми специалистами. |',
    );
  });

  it('of mentees are not described when all of them are in one organisation', () => {
    const full = fullReport();
    const indicators = full.indicators.filter((v) => v.scope !== 'ORG-02');
    const text = textOf({ ...full, indicators });
    expect(text).toContain(
      'Категории наставляемых: молодой специалист (стаж 0–3 года) — 5; прочие — менее чем по 3.',
    );
  });

  it('follow the setting', () => {
    const report = fullReport();
    const of = (fewPeople: string) =>
      plain(buildMemo({ ...input(report), settings: settings({ fewPeople }) }));
    expect(of('1')).toContain('школа № 1» | 40 | 4 | 3 |');
    expect(of('5')).toContain('менее 5');
  });
});
