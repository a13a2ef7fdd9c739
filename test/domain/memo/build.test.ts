import fc from 'fast-check';
import type { Block } from '../../../src/domain/memo/blocks';
import { buildMemo } from '../../../src/domain/memo/build';
import { checkMemo } from '../../../src/domain/memo/check';
import type { MemoInput } from '../../../src/domain/memo/input';
import { MUNICIPALITY, type WaveReport } from '../../../src/domain/monitoring/report';
import { enumerations } from '../../../src/domain/registry/enumerations';
import { generatedReport } from './generated';
import { plain } from './print';
import {
  amount,
  figures,
  fullReport,
  input,
  nobodySubmitted,
  organisation,
  settings,
  share,
} from './reports';

const memoOf = (report: WaveReport, changes: Partial<MemoInput> = {}) => buildMemo(input(report, changes));
const textOf = (report: WaveReport, changes: Partial<MemoInput> = {}) => plain(memoOf(report, changes));
const tables = (blocks: readonly Block[]) => blocks.filter((b) => b.kind === 'table');

/** The text of one section, by its number. */
function section(text: string, number: number): string {
  return text.split(/^## (?=\d+\. )/m).find((part) => part.startsWith(`${number}. `)) ?? '';
}

function withFigures(
  shares: Parameters<typeof figures>[0]['shares'],
  counts: readonly number[] = [],
): WaveReport {
  return fullReport({ indicators: figures({ shares, counts }), previous: null });
}

describe('the roadmap', () => {
  const line = (number: string, status: string) => ({
    number,
    name: 'Мероприятие',
    term: 'апрель 2024 г.',
    status,
    evidence: '',
    due: true,
  });

  it('names what is claimed without evidence, and what waits for a date of others beside what we must date', () => {
    const text = textOf(
      fullReport({
        roadmap: [line('2.1', 'Заявлено'), line('2.5', 'Ждём срок'), line('3.1', 'Требует даты')],
      }),
    );
    expect(plainSpaces(section(text, 10))).toContain('Заявлено, но не подтверждено исполнение пункта 2.1');
    expect(plainSpaces(section(text, 10))).toContain('Срок требуется установить для пунктов 2.5 и 3.1');
    expect(plainSpaces(section(text, 14))).toContain(
      'Внести подтверждения мероприятий дорожной карты (пункт 2.1)',
    );
  });
});

const plainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('the whole memo', () => {
  it('has the head, fifteen sections in order, a signature and four appendices', () => {
    const text = textOf(fullReport());
    expect(text).toContain(
      '[right] УТВЕРЖДАЮ\n[right] Начальник Управления\n[right] ________________ И. И. Иванов',
    );
    expect(text).toContain('# АНАЛИТИЧЕСКАЯ СПРАВКА');
    expect(text).toContain(
      'образовательных организациях Оханского городского округа\n[centre] апрель 2024 г.',
    );
    const headings = text.match(/^## \d+\. .*$/gm)!.map((line) => line.slice(3));
    expect(headings).toEqual([...enumerations.memoSection.values]);
    expect(text).toContain('[signature] Муниципальный координатор ________________ П. П. Петрова');
    expect(text.match(/\[right\] Приложение \d/g)).toHaveLength(4);
  });

  it('leaves out the approval when no position is set', () => {
    expect(textOf(fullReport(), { settings: settings({ chiefPosition: '' }) })).not.toContain('УТВЕРЖДАЮ');
  });

  it('has tables 1–10 and charts 1–5 in their order', () => {
    const blocks = memoOf(fullReport());
    const numbers = tables(blocks).flatMap((t) => /^Таблица (\d+)/.exec(t.title)?.[1] ?? []);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const charts = blocks.flatMap((b) => (b.kind === 'chart' ? [b.key] : []));
    expect(charts).toEqual(['Д1', 'Д2', 'Д3', 'Д4', 'Д5']);
  });

  it.each([
    ['full', fullReport()],
    ['first wave', fullReport({ previous: null })],
    ['definitions changed', fullReport({ previous: { ...fullReport().previous!, comparable: false } })],
    ['nobody submitted', nobodySubmitted()],
    ['no organisations', { ...nobodySubmitted(), organisations: [], remarks: [] }],
    ['nothing at all', emptyReport()],
  ])('passes its own check: %s', (_, report) => {
    expect(checkMemo(memoOf(report), report)).toEqual([]);
  });

  it('passes its own check on any report, and says the same twice', () => {
    fc.assert(
      fc.property(generatedReport, (report) => {
        const blocks = memoOf(report);
        expect(checkMemo(blocks, report)).toEqual([]);
        expect(memoOf(report)).toEqual(blocks);
        const text = plain(blocks);
        for (const title of enumerations.memoSection.values) expect(text).toContain(`## ${title}\n`);
      }),
      { numRuns: 100 },
    );
  });

  it('gives sources to every paragraph with a share or a count of organisations', () => {
    for (const block of memoOf(fullReport())) {
      if (block.kind === 'paragraph' && /\d из|\d\u00a0ОО|%/.test(block.text)) {
        expect([block.text, block.sources?.length ?? 0]).toEqual([block.text, expect.any(Number)]);
        expect(block.sources?.length ?? 0).toBeGreaterThan(0);
      }
    }
  });

  it('keeps long names of organisations whole and without doubled spaces', () => {
    const name = `МБОУ «${'Очень длинное название школы '.repeat(12)}»`;
    const report = fullReport({ organisations: [organisation('ORG-01', name)] });
    expect(textOf(report)).toContain(name.replace(' »', ' »'));
    expect(textOf(report).replace(/\n/g, '')).not.toMatch(/ {2}/);
  });
});

describe('completeness', () => {
  it('names those who did not submit', () => {
    const text = section(textOf(fullReport()), 2);
    expect(text).toContain(
      'Сведения представили 3 из 4 ОО (75,0 %). Не представила: МБУ ДО «Дом детского творчества».',
    );
    expect(text).toContain('С опозданием сведения представила 1 ОО.');
    expect(text).toContain(
      'Сведения 1 ОО ещё не приняты координатором, поэтому показатели справки предварительные.',
    );
  });

  it('says «все» when all submitted, and names the only organisation', () => {
    const all = fullReport({ organisations: fullReport().organisations.filter((o) => o.submitted) });
    expect(section(textOf(all), 2)).toContain('Сведения представили все 3 ОО (100,0 %).');
    const one = fullReport({ organisations: [organisation('ORG-01', 'МБОУ «Школа»')] });
    expect(section(textOf(one), 2)).toContain(
      'Сведения представила единственная участвующая ОО — МБОУ «Школа».',
    );
  });

  it('leaves sections 3–9 with one honest sentence when nobody submitted', () => {
    const text = textOf(nobodySubmitted());
    for (let n = 3; n <= 9; n++) {
      expect(section(text, n).trim().split('\n')[1]).toBe(
        'Данных нет: форму внутреннего мониторинга не представила ни одна ОО.',
      );
    }
    expect(section(text, 12)).toContain(
      'Сведений ОО нет, поэтому выводы о состоянии наставничества сделать нельзя.',
    );
    expect(text).not.toContain('Показатели рассчитаны по данным');
  });

  it('speaks of a single organisation without «ни в одной из 1»', () => {
    const report = fullReport({
      organisations: [organisation('ORG-01', 'МБОУ «Школа»')],
      indicators: figures({ shares: { 'И-05': [0, 1], 'И-07': [1, 1] }, counts: [1, 1, 1, 0] }),
      previous: null,
    });
    const text = section(textOf(report), 3);
    expect(text).toContain('Куратор не назначен приказом (0 из 1 ОО); план — 100 %, не достигнут.');
    expect(text).toContain('сформирован (1 из 1 ОО); план — 100 %, достигнут.');
    expect(section(textOf(report), 4)).not.toContain('Итого');
  });

  it.each([
    [1, 'Сведения представила 1 из 25 ОО (4,0 %)'],
    [2, 'Сведения представили 2 из 25 ОО (8,0 %)'],
    [5, 'Сведения представили 5 из 25 ОО (20,0 %)'],
    [11, 'Сведения представили 11 из 25 ОО (44,0 %)'],
    [21, 'Сведения представила 21 из 25 ОО (84,0 %)'],
  ])('agrees the verb with %i', (n, expected) => {
    const organisations = Array.from({ length: 25 }, (_, i) =>
      organisation(`ORG-${i}`, `Школа ${i}`, { submitted: i < n }),
    );
    expect(textOf(fullReport({ organisations }))).toContain(expected);
  });
});

describe('figures in words', () => {
  it.each([
    [1, 'вовлечён 1 педагог'],
    [2, 'вовлечены 2 педагога'],
    [5, 'вовлечены 5 педагогов'],
    [11, 'вовлечены 11 педагогов'],
    [21, 'вовлечён 21 педагог'],
    [0, 'не вовлечён ни один педагог'],
  ])('И-01 with %i', (n, expected) => {
    expect(section(textOf(withFigures({ 'И-01': [n, 70] })), 4)).toContain(expected);
  });

  it.each([
    [[1, 2, 5, 11], '1 наставник, 2 наставляемых, 5 пар и 11 групп'],
    [[2, 1, 1, 21], '2 наставника, 1 наставляемый, 1 пара и 21 группа'],
    [[21, 11, 2, 0], '21 наставник, 11 наставляемых, 2 пары и 0 групп'],
  ])('counts %j', (counts, expected) => {
    expect(section(textOf(withFigures({}, counts)), 4)).toContain(expected);
  });

  it('prints counts before a percentage, and never 0 % for a zero denominator', () => {
    const text = textOf(withFigures({ 'И-02': [3, 4], 'И-11': [0, 0] }, [0, 0, 0, 0]));
    expect(section(text, 4)).toContain(
      'Из 4 молодых специалистов со стажем 0–3 года в программы наставничества вошли 3 (75,0 %)',
    );
    expect(section(text, 6)).toContain(
      '«Доля пар/групп, закреплённых приказом» — «—» (случаев для расчёта нет)',
    );
    expect(text).not.toContain('закреплено 0 из');
    expect(text).toMatch(/^И-11 \| .* \| 100 % \| — \| —$/m);
    expect(text).toMatch(/^И-01 \| .* \| — \| нет данных \| —$/m);
  });

  it('draws no conclusion from a share above 100 %, and the self-check finds it', () => {
    const report = withFigures({ 'И-23': [20, 13] });
    const blocks = memoOf(report);
    expect(section(plain(blocks), 9)).toContain(
      '«Уровень удовлетворённости наставляемых» — больше 100 %, исходные числа нужно проверить',
    );
    expect(plain(blocks)).toMatch(/^И-23 \| .* \| —$/m);
    expect(checkMemo(blocks, report).join()).toContain('доля больше 100');
  });

  it('says how many organisations the figures come from', () => {
    expect(section(textOf(fullReport()), 4)).toContain('По данным 3 из 4 ОО в наставничество');
  });

  it('names the leading form and those not used', () => {
    const text = section(textOf(fullReport()), 5);
    expect(text).toContain(
      'преобладает форма «педагог – педагог»: 4 из 5 пар и групп (80,0 %). Не используются формы:',
    );
    expect(text).toContain('«традиционное („один на один“)»');
    const none = fullReport({
      distributions: { ...fullReport().distributions, forms: { title: '', items: [] } },
    });
    expect(section(textOf(none), 5)).toContain('Форма наставничества у действующих пар и групп не указана');
    const idle = { ...none, indicators: figures({ shares: {}, counts: [0, 0, 0, 0] }) };
    expect(section(textOf(idle), 5)).toContain('Действующих пар и групп на отчётную дату нет');
  });
});

describe('plans and dynamics', () => {
  it('counts indicators with a plan by their worst part', () => {
    const text = section(
      textOf(
        withFigures({ 'И-02': [7, 10], 'И-09 mentees': [3, 3], 'И-09 mentors': [1, 3], 'И-22': [8, 10] }),
      ),
      12,
    );
    expect(text).toContain('Достигнут 1 из 3 показателей, имеющих плановые значения.');
    expect(text).toMatch(
      /Близки к достижению:\n– «Обеспеченность запросов наставниками» — 8 из 10 \(80,0 %\) при плане 100 %\./,
    );
    expect(text).toMatch(
      /Не достигнуты:\n– «Доля ОО с базой наставников с компетенциями» — 1 из 3 \(33,3 %\) при плане 100 %\./,
    );
  });

  it('takes the load limit as a ceiling', () => {
    const at = (max: number) =>
      textOf(fullReport({ previous: null, indicators: [amount('И-21', 'max', max, MUNICIPALITY)] }));
    expect(at(3)).toMatch(/Максимальная нагрузка наставника \| не более 3 \| 3 \| достигнут$/m);
    expect(at(4)).toMatch(/\| 4 \| не достигнут$/m);
    expect(section(at(4), 14)).toContain('перераспределение нагрузки: наибольшая — 4 при предельной 3');
  });

  it('tells changes in points, and in cases where there are fewer than ten', () => {
    const text = textOf(fullReport());
    expect(section(text, 4)).toContain('(70); +5,5 п. п. к апрелю 2023 г.');
    expect(section(text, 4)).toContain('в апреле 2023 г. — 3 из 7');
    expect(section(text, 12)).toContain('наибольший прирост — «Доля педагогов, вовлечённых в наставничество');
    expect(section(text, 12)).toContain('наибольшее снижение — «Исполнение дорожной карты» (−16,7 п. п.)');
    expect(section(text, 12)).toContain('— было 1 из 3, стало 2 из 3');
  });

  it('is honest in the first wave and after a change of definitions', () => {
    const first = textOf(fullReport({ previous: null }));
    expect(section(first, 11)).toContain('Сравнить показатели не с чем: это первая волна мониторинга.');
    expect(first).not.toMatch(/п\. п\. к |Изменение/);
    const changed = textOf(fullReport({ previous: { ...fullReport().previous!, comparable: false } }));
    expect(section(changed, 11)).toContain(
      'Динамика не приводится: после волны, проведённой в апреле 2023 г., изменились определения показателей.',
    );
    expect(changed).not.toMatch(/п\. п\. к |Изменение|было \d/);
  });
});

describe('surveys', () => {
  it('draws no conclusion from few answers, in no section', () => {
    const text = textOf(fullReport());
    expect(section(text, 9)).toContain(
      'Удовлетворённость наставников: данных недостаточно для вывода (ответов меньше 5)',
    );
    expect(text).toMatch(/^И-24 \| .* \| данных недостаточно для вывода \| /m);
    expect(section(text, 12)).not.toContain('удовлетворённости наставников');
  });

  it('marks results of too few respondents as unrepresentative', () => {
    const text = textOf(withFigures({ 'И-23': [9, 10], 'И-24': [5, 6], 'И-25': [16, 40] }));
    expect(section(text, 9)).toContain('результаты нерепрезентативны');
    expect(text).toMatch(/^И-23 \| .*достигнут \(нерепрезентативно\)$/m);
  });

  it('says that there were no surveys', () => {
    expect(section(textOf(withFigures({})), 9)).toContain(
      'Таблица 7 не составлена: анкетирование не проводилось или его итоги не внесены.',
    );
  });

  it('prints an average of marks without cases', () => {
    const report = withFigures({ 'И-23': [480, 600], 'И-25': [60, 60] });
    const text = section(textOf(report, { settings: settings({ satisfactionRule: 'средняя × 10 %' }) }), 9);
    expect(text).toContain('(средняя оценка × 10 %, 60 ответов) — 80,0 %');
    expect(text).not.toContain('480');
  });
});

describe('recommendations', () => {
  it('addresses each remark with its action and date', () => {
    const rows = tables(memoOf(fullReport()))
      .find((t) => t.title.startsWith('Таблица 10'))!
      .rows.map((r) => r.join(' | ').replace(/\u00a0/g, ' '));
    expect(rows).toContain(
      'МБОУ «Дубровская СОШ» | Куратор не назначен | Издать приказ о назначении куратора, внести реквизиты в реестр. | до 27.05.2024',
    );
    expect(rows).toContain(
      'МБОУ «Оханская средняя общеобразовательная школа № 1» | Молодые специалисты без наставника: 3 | Закрепить наставников за 3 молодыми специалистами. | до 27.05.2024',
    );
    expect(rows).toContain(
      'МБДОУ «Детский сад № 3» | Пары и группы без приказа о закреплении: 1 | Оформить закрепление 1 пары (группы) приказом. | до 27.05.2024',
    );
    expect(rows.find((r) => r.includes('Исправить 2 ошибки'))).toMatch(/до 02\.05\.2024$/);
  });

  it('says that there is nothing to mend', () => {
    const text = section(textOf(fullReport({ remarks: [] })), 14);
    expect(text).toContain('Таблица 10 не составлена: замечаний к ОО нет.');
  });
});

describe('texts of the coordinator', () => {
  it('stand unchanged at the end of their section, a paragraph a line', () => {
    const text = textOf(fullReport(), {
      authorTexts: [
        {
          section: '13. Проблемы и причины',
          text: 'Главная причина — нехватка кадров.\n\nВторая — расстояния.',
        },
        { section: '4. Участники и охват', text: 'Пояснение.' },
      ],
    });
    expect(section(text, 13)).toMatch(/Главная причина — нехватка кадров\.\nВторая — расстояния\.\n$/);
    expect(section(text, 4)).toMatch(/\nПояснение\.\n$/);
    expect(text).not.toContain('вносит координатор на вкладке');
  });

  it('are asked for in section 13 only', () => {
    const text = textOf(fullReport());
    expect(text.match(/Текст раздела вносит координатор на вкладке «Тексты справки»\./g)).toHaveLength(1);
    expect(section(text, 13)).toContain('Текст раздела вносит координатор');
  });
});

describe('methodology and protocol', () => {
  it('are made from the tables given', () => {
    const text = textOf(fullReport());
    expect(text).toContain(
      'И-05 | Доля ОО с назначенным куратором (приказ) | ОО с действующим на D куратором',
    );
    expect(text).toContain('Молодой педагог: возраст до 35 лет и стаж не больше 3 лет.');
    expect(text).toContain('проверка данных нашла: 7 ошибок, 1 предупреждение и 0 подсказок.');
    expect(text).toContain('R-05 | Возможный дубль | 1');
    expect(text).not.toMatch(/\{/);
  });
});

function emptyReport(): WaveReport {
  const none = { title: '', items: [] };
  const table = { rows: [], columns: [], cells: [] };
  return {
    ...fullReport({ previous: null }),
    indicators: [share('И-29', null)],
    documents: [],
    formsByKinds: table,
    practices: table,
    distributions: {
      forms: none,
      kinds: none,
      organisationTypes: none,
      menteeCategories: none,
      mentorQualifications: none,
      topRequests: none,
    },
    training: [],
    satisfaction: [],
    swot: [],
    roadmap: [],
    newWithoutMentor: [],
    remarks: [],
    publishableMentors: [],
    notes: [],
    definitions: {},
  };
}
