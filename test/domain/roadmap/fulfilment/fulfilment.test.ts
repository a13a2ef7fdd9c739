import fc from 'fast-check';
import { readRegistry } from '../../../../src/domain/registry/workbook';
import { fulfilmentOn, prepareFulfilment } from '../../../../src/domain/roadmap/fulfilment';
import { matrixRows } from '../../../../src/domain/roadmap/matrix-sheet';
import type { Obligation } from '../../../../src/domain/roadmap/obligation';
import { plan } from '../../../../src/domain/roadmap/plan';
import { addDays } from '../../../../src/domain/text/calendar';
import { type Book, gridsOf, type Row } from '../../book';
import { document, fulfilmentOf, measure, record, school, standing, TODAY, weekends } from './case';

const CURATOR = 'Приказ о назначении куратора';
const order = document('DOC-001', CURATOR);
const mark = (fields: Row): Row => ({
  number: '2.1',
  status: 'Выполнено',
  comment: 'со слов директора',
  ...fields,
});

describe('the word of a person', () => {
  it('«Выполнено» without anything to show for it is «Заявлено», and stays open', () => {
    const { status, own } = standing('2.1', { marks: [mark({ organisation: 'ORG-01' })] });
    expect(status).toBe('Заявлено');
    expect(own[0]).toMatchObject({ status: 'Заявлено', manual: 'со слов директора', open: true });
  });

  it.each([
    ['an address', { evidence: 'https://school.example.ru/order.pdf' }, 'Выполнено'],
    ['a document that is there', { evidence: 'DOC-009' }, 'Выполнено'],
    ['a document that is not there', { evidence: 'DOC-777' }, 'Заявлено'],
    ['evidence, done in time', { evidence: 'DOC-009', doneOn: '2022-10-20' }, 'Выполнено'],
    ['evidence, done late', { evidence: 'DOC-009', doneOn: '2022-10-21' }, 'Выполнено с нарушением срока'],
  ])('with %s', (_, fields, status) => {
    const documents = [document('DOC-009', 'Согласия')];
    expect(standing('2.1', { marks: [mark(fields)], documents }).own[0]!.status).toBe(status);
  });

  it('needs no evidence of its own where the registries show it', () => {
    expect(standing('2.1', { marks: [mark({})], documents: [order] }).status).toBe('Выполнено');
  });

  it('other statuses are taken as they are, with the comment', () => {
    const marks = [mark({ status: 'Не применимо', comment: 'без права найма' })];
    expect(standing('2.1', { marks }).own[0]).toMatchObject({
      status: 'Не применимо',
      manual: 'без права найма',
      open: false,
    });
  });

  it('of the organisation outweighs the one for all, the lower row the upper one', () => {
    const marks = [
      mark({ organisation: 'ORG-01', status: 'В работе' }),
      mark({ organisation: 'ORG-01', status: 'Не применимо' }),
      mark({ status: 'Заявлено' }),
    ];
    const { own } = standing('2.1', { organisations: [school('ORG-01'), school('ORG-02')], marks });
    expect(own.map((o) => o.status)).toEqual(['Не применимо', 'Заявлено']);
  });

  it('of one control date says nothing of the others', () => {
    const marks = [mark({ number: '3.3', controlDate: '2023-04-30', evidence: 'https://a.example.ru' })];
    const { own } = standing('3.3', { marks });
    expect(own.map((o) => o.status)).toEqual(['Выполнено', 'В работе']);
  });

  it('on the roadmap speaks of the row; of organisations only where nobody is to do anything', () => {
    const row = { statusManual: 'Выполнено', statusComment: 'по протоколу' };
    const claimed = standing('2.1', {}, { row });
    expect([claimed.status, claimed.state.manual, claimed.own[0]!.status]).toEqual([
      'Заявлено',
      'по протоколу',
      'Не выполнено (просрочено)',
    ]);
    expect(standing('2.1', {}, { row: { ...row, evidence: 'https://a.example.ru' } }).status).toBe(
      'Выполнено',
    );
    const none = standing('2.1', {}, { row: { statusManual: 'Не применимо', statusComment: 'отменено' } });
    expect([none.status, none.own[0]!.open]).toEqual(['Не применимо', false]);
  });
});

describe('what nobody of ours can do', () => {
  it('waits for its term, and is open to nobody', () => {
    const { own, state } = standing('2.5', {});
    expect(own[0]).toMatchObject({ status: 'Ждём срок', controlDate: '', due: '', open: false });
    expect(state.next).toMatch(/^Срок назначают другие/);
  });

  it('belongs to nobody where only others answer for it', () => {
    const row = { responsible: 'ИРО', controlDates: '30.04.2024', everyOrganisation: 'нет' };
    expect(standing('1.5', {}, { row }).own[0]).toMatchObject({ owner: 'nobody', open: false });
    expect(standing('1.5', {}).own[0]!.owner).toBe('coordinator');
  });

  it('is nothing where the workbook has no organisations', () => {
    const { own, state } = standing('2.1', { organisations: [] });
    expect(own).toEqual([]);
    expect(state.next).toMatch(/нет организаций/);
  });
});

describe('days', () => {
  it('a fact of a later day does not count yet', () => {
    expect(standing('2.1', { documents: [order] }, { today: '2022-10-16' }).status).toBe('В работе');
    expect(standing('2.1', { documents: [order] }, { today: '2022-10-17' }).status).toBe('Выполнено');
  });

  it('an archived record counts up to the day of archiving', () => {
    const documents = [{ ...order, recordStatus: 'Архив', archivedOn: '2023-01-10' }];
    expect(standing('2.1', { documents }, { today: '2023-01-09' }).status).toBe('Выполнено');
    expect(standing('2.1', { documents }, { today: '2023-01-10' }).status).toBe('Не выполнено (просрочено)');
  });

  it('before its first day a measure is not due, on the last one it is in time', () => {
    expect(standing('2.1', {}, { today: '2022-10-02' }).status).toBe('Срок не наступил');
    expect(standing('2.1', {}, { today: '2022-10-20' }).own[0]).toMatchObject({
      status: 'В работе',
      open: true,
    });
    expect(standing('2.1', {}, { today: '2022-10-21' }).status).toBe('Не выполнено (просрочено)');
  });

  it('a control date on a day off moves as the setting says', () => {
    const row = { controlDates: '30.04.2023' };
    const due = (dayOffRule: string) => standing('3.3', {}, { row, values: { dayOffRule } }).own[0]!;
    expect(due('переносится на следующий рабочий день')).toMatchObject({
      controlDate: '2023-04-30',
      due: '2023-05-01',
    });
    expect(due('не переносится').due).toBe('2023-04-30');
  });

  it.each([
    ['closed', { activeTo: '2023-08-31' }],
    ['not there yet', { activeFrom: '2024-09-01' }],
  ])('an organisation that is %s is not asked', (_, period) => {
    const { own, organisations } = standing('2.1', {
      organisations: [school('ORG-01', period), school('ORG-02')],
    });
    expect(own.map((o) => [o.organisation, o.status, o.open])).toEqual([
      ['ORG-01', 'Не применимо', false],
      ['ORG-02', 'Не выполнено (просрочено)', true],
    ]);
    expect(organisations.map((o) => o.id)).toEqual(['ORG-02']);
  });

  it('an organisation founded after a term is not late with it', () => {
    const organisations = [school('ORG-01', { activeFrom: '2023-09-01' })];
    expect(standing('2.1', { organisations }).own[0]!.status).toBe('Не применимо');
  });

  it('a unit that reports through its head has no row of its own, its records are the head’s', () => {
    const organisations = [school('ORG-01'), school('ORG-02', { head: 'ORG-01', reportsThroughHead: 'да' })];
    const { own } = standing('2.1', { organisations, documents: [{ ...order, organisation: 'ORG-02' }] });
    expect(own.map((o) => [o.organisation, o.status])).toEqual([['ORG-01', 'Выполнено']]);
  });

  it('what goes on is spoken of when its period is nearly over, and no more after the plan', () => {
    const support = [{ id: 'SUP-001', recordStatus: 'Действует', date: '2024-01-15', kinds: 'методическая' }];
    const on = (today: string) => standing('1.2', { support }, { today }).own[0]!;
    expect(on('2024-03-29')).toMatchObject({
      status: 'Действует постоянно',
      open: false,
      controlDate: '2024-04-15',
    });
    expect(on('2024-04-01')).toMatchObject({ status: 'Действует постоянно', open: true });
    expect(on('2024-04-16')).toMatchObject({ status: 'Нет подтверждений', open: true, continuous: true });
    expect(on('2025-01-10')).toMatchObject({ status: 'Не применимо', open: false });
  });

  it('what is kept fresh has one reminder at a time', () => {
    const mentees = [
      record('MNT-001', { entered: '2022-10-12', requests: 'Оценивание', updatedOn: '2023-09-01' }),
    ];
    expect(standing('2.3', { mentees: [] }).own.filter((o) => o.open)).toHaveLength(1);
    const { own, cells } = standing('2.3', { mentees });
    expect(own.map((o) => [o.status, o.open, o.continuous])).toEqual([
      ['Выполнено', false, false],
      ['Нет подтверждений', true, true],
    ]);
    expect(cells.map((c) => c.status)).toEqual(['Нет подтверждений']);
  });
});

describe('the chain of April', () => {
  const form = (fields: Row = {}): Row =>
    record('MON-001', { wave: '2024-04', status: 'Не начато', ...fields });
  const open = (book: Book, today: string, number = '3.3') =>
    standing(number, book, { today, row: { controlDates: '30.04.2024' } });
  const steps = (of: readonly Obligation[]) => of.filter((o) => o.open).map((o) => `${o.step} ${o.due}`);

  it('opens on the first day of collecting, step by step instead of the measure itself', () => {
    expect(steps(open({}, '2024-03-24').steps)).toEqual([]);
    const { steps: all, own } = open({}, '2024-04-02');
    expect(steps(all)).toEqual(['reconcile 2024-04-05', 'survey 2024-04-10', 'submit 2024-04-15']);
    expect(own[0]).toMatchObject({ status: 'В работе', open: false });
    expect(all.every((o) => o.owner === 'curator' && o.organisation === 'ORG-01')).toBe(true);
  });

  it('steps close by what the registries show', () => {
    const mentees = [record('MNT-001', { entered: '2023-09-01', updatedOn: '2024-04-01' })];
    expect(steps(open({ mentees }, '2024-04-02').steps)).toEqual(['survey 2024-04-10', 'submit 2024-04-15']);
    const survey = {
      menteeAnswers: 3,
      mentorAnswers: 2,
      strengths: 'а',
      weaknesses: 'б',
      opportunities: 'в',
      threats: 'г',
    };
    expect(steps(open({ mentees, forms: [form(survey)] }, '2024-04-02').steps)).toEqual([
      'submit 2024-04-15',
    ]);
    expect(
      steps(open({ mentees, forms: [form({ ...survey, threats: '' })] }, '2024-04-02').steps),
    ).toHaveLength(2);
  });

  it('a form that is handed in asks nothing more of the curator, and the coordinator to accept it', () => {
    const forms = [form({ status: 'Представлено', submittedOn: '2024-04-12' })];
    const curator = open({ forms }, '2024-04-16');
    expect([...curator.own, ...curator.steps].filter((o) => o.open)).toEqual([]);
    expect(curator.steps.find((o) => o.step === 'submit')).toMatchObject({
      status: 'Выполнено',
      doneOn: '2024-04-12',
    });
    const coordinator = open({ forms }, '2024-04-16', '3.4');
    expect(coordinator.steps).toMatchObject([
      { step: 'accept', owner: 'coordinator', organisation: '', open: true, due: '2024-04-22' },
    ]);
    expect(coordinator.steps[0]!.left).toBe('Проверьте формы: 1\u00a0ОО (ORG-01)');
    expect(coordinator.own.filter((o) => o.open)).toEqual([]);
  });

  it('handed in after the inner date is told apart, though the measure is in time', () => {
    const forms = [form({ status: 'Принято', submittedOn: '2024-04-18', acceptedOn: '2024-04-19' })];
    const { own, steps: all } = open({ forms }, TODAY);
    expect(own[0]!.status).toBe('Выполнено');
    expect(all.find((o) => o.step === 'submit')!.status).toBe('Выполнено с нарушением срока');
  });

  it('a returned form has its working days', () => {
    const forms = [
      form({ status: 'Возвращено на доработку', submittedOn: '2024-04-12', returnedOn: '2024-04-18' }),
    ];
    const { steps: all, own } = open({ forms }, TODAY);
    expect(steps(all)).toEqual(['rework 2024-04-23']);
    expect(own[0]!.open).toBe(false);
  });

  it('after the term of the measure one step is left', () => {
    expect(steps(open({}, '2024-05-20').steps)).toEqual(['submit 2024-04-15']);
  });

  it('the memo has its step', () => {
    const { steps: all, own } = open({}, '2024-04-20', '3.5');
    expect(steps(all)).toEqual(['memo 2024-04-30']);
    expect(own[0]!.open).toBe(false);
  });

  it('a term in another month has none', () => {
    expect(standing('3.3', {}, { row: { controlDates: '15.11.2023' } }).steps).toEqual([]);
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2022-09-15', n));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: '' as const });
  const rows = <T>(make: (n: number) => fc.Arbitrary<T>, most = 3) =>
    fc
      .integer({ min: 0, max: most })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => make(i + 1))));
  const id = (prefix: string, n: number) => `${prefix}-00${n}`;
  const organisation = fc.constantFrom('ORG-01', 'ORG-02');
  type Person = Row & { readonly entered: string; readonly updatedAfter: number | '' };
  const person = (prefix: string, n: number, { updatedAfter, ...fields }: Person): Row =>
    record(id(prefix, n), {
      ...fields,
      updatedOn: updatedAfter === '' ? '' : addDays(fields.entered, updatedAfter),
    });
  const book = fc.record({
    documents: rows(
      (n) =>
        fc
          .record({
            organisation: fc.constantFrom('', 'ORG-01', 'ORG-02'),
            kind: fc.constantFrom(
              CURATOR,
              'Положение о системе наставничества педагогических работников и обучающихся',
              'Дорожная карта ОО',
              'Аналитическая справка',
              'Приказ о внедрении ЦМН',
              'Муниципальная дорожная карта',
            ),
            date: day,
            link: fc.constantFrom('', 'https://a.example.ru/x'),
          })
          .map((fields) => document(id('DOC', n), fields.kind, fields)),
      5,
    ),
    mentors: rows((n) =>
      fc
        .record({
          organisation,
          entered: day,
          updatedAfter: maybe(fc.nat(400)),
          order: fc.constantFrom('', 'DOC-001'),
        })
        .map((fields) => person('NST', n, { competences: 'Оценивание', ...fields })),
    ),
    mentees: rows((n) =>
      fc
        .record({
          organisation,
          entered: day,
          updatedAfter: maybe(fc.nat(400)),
          requests: fc.constantFrom('', 'Оценивание'),
        })
        .map((fields) => person('MNT', n, fields)),
    ),
    training: rows((n) =>
      fc
        .record({ organisation, to: day, level: fc.constantFrom('ОО', 'краевой') })
        .map((fields) => record(id('TRN', n), { participants: 'NST-001', state: 'факт', ...fields })),
    ),
    practices: rows((n) =>
      fc
        .record({ organisation, date: day, level: fc.constantFrom('ОО', 'краевой') })
        .map((fields) => record(id('PUB', n), fields)),
    ),
    forms: rows(
      (n) =>
        fc
          .record({ submittedOn: day, status: fc.constantFrom('Принято', 'На проверке') })
          .map(({ submittedOn, status }) =>
            record(id('MON', n), {
              organisation: `ORG-0${n}`,
              wave: '2024-04',
              status,
              submittedOn,
              acceptedOn: status === 'Принято' ? addDays(submittedOn, 3) : '',
            }),
          ),
      2,
    ),
  });
  const roadmap = plan.map((row) =>
    measure(row.number, row.number === '2.5' ? { controlDates: '30.12.2023' } : {}),
  );
  const organisations = [school('ORG-01'), school('ORG-02')];
  const whole = (some: Book): Book => ({ roadmap, organisations, ...some });
  const keyOf = (o: Obligation) => `${o.measureId}|${o.organisation}|${o.step}|${o.controlDate}`;

  it('an obligation is named once, and asking twice gives the same', () => {
    fc.assert(
      fc.property(book, day, (some, today) => {
        const registry = readRegistry(gridsOf(whole(some)));
        const prepared = prepareFulfilment(registry, null);
        const first = fulfilmentOn(prepared, today, weekends);
        expect(new Set(first.obligations.map(keyOf)).size).toBe(first.obligations.length);
        fulfilmentOn(prepared, addDays(today, 40), weekends);
        expect(fulfilmentOn(prepared, today, weekends)).toEqual(first);
        for (const o of first.obligations) if (o.open) expect([keyOf(o), o.left]).not.toEqual([keyOf(o), '']);
      }),
      { numRuns: 60 },
    );
  });

  it('a day knows only facts up to it', () => {
    fc.assert(
      fc.property(book, day, (some, today) => {
        const until = (row: Row) =>
          (['date', 'entered', 'to', 'submittedOn'] as const).every(
            (key) => !row[key] || String(row[key]) <= today,
          );
        const known = Object.fromEntries(
          Object.entries(some).map(([key, list]) => [
            key,
            (list as Row[]).filter(until).map((row) => ({
              ...row,
              ...(String(row.updatedOn ?? '') > today ? { updatedOn: '' } : {}),
            })),
          ]),
        );
        expect(fulfilmentOf(whole(known), { today })).toEqual(fulfilmentOf(whole(some), { today }));
      }),
      { numRuns: 60 },
    );
  });

  it('evidence that is added never makes a term worse', () => {
    const rank = [
      'Не выполнено (просрочено)',
      'В работе',
      'Срок не наступил',
      'Выполнено с нарушением срока',
      'Выполнено',
    ];
    fc.assert(
      fc.property(book, book, day, (some, more, today) => {
        const added = Object.fromEntries(
          (['documents', 'practices', 'training'] as const).map((key) => [
            key,
            [...some[key], ...more[key].map((row) => ({ ...row, id: String(row.id).replace('-00', '-10') }))],
          ]),
        );
        const before = fulfilmentOf(whole(some), { today });
        const after = new Map(
          fulfilmentOf(whole({ ...some, ...added }), { today }).obligations.map((o) => [keyOf(o), o]),
        );
        for (const o of before.obligations) {
          if (o.continuous || o.number === '2.4') continue;
          const now = after.get(keyOf(o));
          if (now)
            expect([keyOf(o), rank.indexOf(now.status) >= rank.indexOf(o.status)]).toEqual([keyOf(o), true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the matrix', () => {
  it('has an organisation a row, a measure and control date a column, and says what is left', () => {
    const rows = matrixRows(
      fulfilmentOf({
        roadmap: [measure('1.1'), measure('2.1'), measure('3.3')],
        organisations: [school('ORG-01'), school('ORG-02')],
        documents: [order],
        marks: [mark({ organisation: 'ORG-02', status: 'В работе' })],
      }),
    );
    expect(rows.slice(0, 3)).toEqual([
      [
        'Исполнение на 20.04.2024',
        '2.1',
        '3.3 (30.04.2023)',
        '3.3 (30.04.2024)',
        'Выполнено',
        'Просрочено',
        'Осталось сделать',
      ],
      ['ORG-01 · Школа ORG-01', 'Выполнено', 'Не выполнено (просрочено)', 'В работе', '1', '1', '3.3'],
      [
        'ORG-02 · Школа ORG-02',
        'В работе (вручную)',
        'Не выполнено (просрочено)',
        'В работе',
        '0',
        '1',
        '2.1, 3.3',
      ],
    ]);
  });

  it('says so where there are no organisations', () => {
    expect(matrixRows(fulfilmentOf({ roadmap: [measure('2.1')], organisations: [] }))[1]![0]).toMatch(
      /Организаций пока нет/,
    );
  });
});
