import { countTrips } from '../../src/local/host/trips';
import { BOSS, lettersBook } from './letters-book';

const NOTHING = {
  sent: 0,
  refused: 0,
  failed: 0,
  unknown: 0,
  notNeeded: 0,
  waiting: { quota: 0, time: 0, stopped: 0 },
};
const results = (book: ReturnType<typeof lettersBook>) =>
  book.ledger().map((row) => `${row.Кому} ${row.Этап}: ${row.Результат}`);

test('a digest for each curator, written down before and after; a second run on the same day sends nothing', () => {
  const book = lettersBook();
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  book.set('Координатору: через, раб. дней после срока', 0);
  expect(book.send()).toEqual({ ...NOTHING, sent: 2 });
  expect(book.sent()).toEqual([
    'curator1@example.ru: Наставничество: просрочено 1',
    'curator2@example.ru: Наставничество: просрочено 1',
  ]);
  expect(results(book)).toEqual([
    expect.stringMatching(/^curator1@example.ru просрочено, этап \d+: отправлено$/),
    expect.stringMatching(/^curator2@example.ru просрочено, этап \d+: отправлено$/),
  ]);
  expect(book.send()).toEqual(NOTHING);
  expect(book.sent()).toHaveLength(2);
});

test('head and coordinator are told once each; nobody is named', () => {
  const book = lettersBook();
  expect(book.send().sent).toBe(5);
  const to = book.host.outbox.messages.flatMap((m) => m.to).sort();
  expect(to).toEqual([
    BOSS,
    'curator1@example.ru',
    'curator2@example.ru',
    'school1@example.ru',
    'school2@example.ru',
  ]);
  for (const { body, htmlBody, subject, name, replyTo } of book.host.outbox.messages) {
    expect(`${subject}${body}${htmlBody}`).not.toMatch(/Иванов|Анна/);
    expect([name, replyTo]).toEqual(['Наставничество', BOSS]);
  }
  // Five working days later the curators hear of it again, the others do not.
  book.at('2024-05-02T03:00:00Z');
  book.send();
  expect(
    book.host.outbox.messages
      .slice(5)
      .flatMap((m) => m.to)
      .sort(),
  ).toEqual(['curator1@example.ru', 'curator2@example.ru']);
});

test('only those who still have something to do', () => {
  const book = lettersBook();
  book.fill({
    documents: [
      {
        ...{ id: 'DOC-001', organisation: 'ORG-01', kind: 'Приказ о назначении куратора', level: 'ОО' },
        ...{
          number: '12',
          date: { date: '2022-10-10' },
          name: 'Приказ',
          link: 'https://school.example.ru/12',
        },
        recordStatus: 'Действует',
      },
    ],
    curators: [
      {
        ...{ id: 'CUR-001', organisation: 'ORG-01', name: 'Иванова Анна Ивановна', order: 'DOC-001' },
        ...{ from: { date: '2022-10-10' }, email: 'curator1@example.ru', recordStatus: 'Действует' },
      },
      {
        ...{
          id: 'CUR-002',
          organisation: 'ORG-02',
          name: 'Петрова Анна Ивановна',
          from: { date: '2022-10-10' },
        },
        ...{ email: 'curator2@example.ru', recordStatus: 'Действует' },
      },
    ],
  });
  book.send();
  expect(book.host.outbox.messages.flatMap((m) => m.to).sort()).toEqual([
    BOSS,
    'curator2@example.ru',
    'school2@example.ru',
  ]);
});

test('what is done while the letters go out is not reminded of: the registries are read again after a minute', () => {
  const book = lettersBook({ schools: 3 });
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  book.set('Координатору: через, раб. дней после срока', 0);
  let seconds = 0;
  const pass = (more: number) => {
    seconds += more;
    book.at(new Date(Date.parse('2024-04-23T03:00:00Z') + seconds * 1000).toISOString());
  };
  book.watch((service, method) => {
    if (method !== 'sendEmail' || service !== 'MailApp') return;
    pass(40);
    if (seconds === 80) {
      const marks = book.sheet('Отметки исполнения');
      const header = marks.rows[0]!.values.map(String);
      const cells: Record<string, string> = {
        Мероприятие: '2.1',
        'ОО (ID)': 'ORG-03',
        Отметка: 'Не применимо',
        Комментарий: 'реорганизация',
      };
      marks.rows[1] = { ...marks.rows[1], values: header.map((title) => cells[title] ?? '') } as never;
    }
  });
  expect(book.send()).toEqual({ ...NOTHING, sent: 2, notNeeded: 1 });
  expect(results(book)[2]).toMatch(/^curator3@example.ru .*: не нужно$/);
});

test('what the mail service answers is kept: a wrong address is not tried again, an unknown outcome not sent again', () => {
  const book = lettersBook({ schools: 3 });
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  book.set('Координатору: через, раб. дней после срока', 0);
  let n = 0;
  book.watch((service, method) => {
    if (service !== 'MailApp' || method !== 'sendEmail') return;
    n++;
    if (n === 1) throw new Error('Invalid email: curator1@example.ru');
    if (n === 2) throw new Error('Service error: Mail');
  });
  expect(book.send()).toEqual({ ...NOTHING, sent: 1, refused: 1, unknown: 1 });
  expect(results(book).map((r) => r.split(': ')[1])).toEqual(['неверный адрес', 'неизвестно', 'отправлено']);
  book.at('2024-04-24T03:00:00Z');
  expect(book.send()).toEqual(NOTHING);
  const { unknown, unreachable } = book.screen();
  expect(unknown).toEqual([expect.objectContaining({ to: 'curator2@example.ru', items: 1 })]);
  expect(unreachable).toEqual([
    expect.objectContaining({ address: 'curator1@example.ru', why: 'refused-address' }),
  ]);
  // A person found out that it did not leave: the next run tells it.
  book.rpc('lettersSettle', { ...unknown[0], as: 'не отправлено' });
  expect(book.screen().unknown).toEqual([]);
  expect(book.send().sent).toBe(1);
  expect(book.sent().at(-1)).toContain('curator2@example.ru');
});

test('the quota: the most urgent go, the coordinator is told of the rest, which go the next day', () => {
  const book = lettersBook({ schools: 5 });
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  book.host.outbox.dailyLimit = 3;
  const first = book.send();
  expect(first).toMatchObject({ sent: 3, waiting: { quota: 3 } });
  expect(book.host.outbox.messages.find((m) => m.to.includes(BOSS))?.body).toMatch(
    /Не поместилось в суточный лимит/,
  );
  book.at('2024-04-24T04:00:00Z');
  expect(book.send().sent).toBe(3);
  const told = book.host.outbox.messages.flatMap((m) => m.to);
  expect(new Set(told).size).toBe(6);
});

test('the stop switch works while letters go out; what was not sent waits', () => {
  const book = lettersBook({ schools: 3 });
  let seconds = 0;
  const pass = (more: number) => {
    seconds += more;
    book.at(new Date(Date.parse('2024-04-23T03:00:00Z') + seconds * 1000).toISOString());
  };
  book.watch((service, method) => {
    if (service !== 'MailApp' || method !== 'sendEmail') return;
    pass(6);
    // Another person presses «Остановить» at the same time, from another run.
    if (seconds === 6) book.host.properties.document.set('letters stopped', 'да');
  });
  expect(book.send()).toMatchObject({ sent: 1, waiting: { stopped: 6 } });
  expect(book.refusal('lettersSendNow')).toMatch(/остановлена/);
  book.watch(() => undefined);
  book.rpc('lettersSwitch', { to: 'resume' });
  expect(book.send().sent).toBe(6);
  expect(new Set(book.sent()).size).toBe(7);
});

test('a run stops itself before Google does, and the rest goes with the next one', () => {
  const book = lettersBook({ schools: 4 });
  let seconds = 0;
  const pass = (more: number) => {
    seconds += more;
    book.at(new Date(Date.parse('2024-04-23T03:00:00Z') + seconds * 1000).toISOString());
  };
  book.watch((service, method) => {
    if (service === 'MailApp' && method === 'sendEmail') pass(100);
  });
  const outcome = book.send();
  expect(outcome.sent + outcome.waiting.time).toBe(9);
  expect(outcome.sent).toBe(3);
  expect(seconds).toBeLessThanOrEqual(300);
  book.send();
  book.send();
  expect(new Set(book.host.outbox.messages.flatMap((m) => m.to)).size).toBe(9);
  expect(book.host.outbox.messages).toHaveLength(9);
});

test('people may sort the ledger while letters go out: results find their rows', () => {
  const book = lettersBook({ schools: 3 });
  let sorted = false;
  book.watch((service, method) => {
    if (sorted || service !== 'MailApp' || method !== 'sendEmail') return;
    sorted = true;
    const { rows } = book.sheet('Письма');
    const [header, ...entries] = rows.slice(0);
    rows.splice(0, rows.length, header!, ...entries.reverse());
  });
  book.send();
  expect(results(book).every((row) => row.endsWith('отправлено'))).toBe(true);
});

test('a tab that people made under the name, or a lost header: nothing is sent', () => {
  const lost = lettersBook();
  lost.send();
  lost.at('2024-05-20T03:00:00Z');
  const header = lost.sheet('Письма').rows[0]!.values as unknown[];
  const at = header.indexOf('Результат');
  header[at] = 'Итог';
  expect(lost.refusal('lettersSendNow')).toMatch(/«Результат».*ничего не отправлено/);
  header[at] = 'Результат';
  expect(lost.send().sent).toBeGreaterThan(0);
  const taken = lettersBook();
  taken.sheet('Письма').rows[0] = { values: ['Письма от родителей', 'Дата'], formats: [] } as never;
  expect(taken.refusal('lettersSendNow')).toMatch(/занята вашими данными/);
  expect(taken.sent()).toEqual([]);
});

test('«Отправить мне пробное» sends one letter to the acting person and writes nothing', () => {
  const book = lettersBook();
  book.rpc('lettersTrial', { to: 'curator1@example.ru' });
  expect(book.sent()).toEqual([`${BOSS}: [Пробное] Наставничество: просрочено 1`]);
  expect(book.ledger()).toEqual([]);
});

test('an address to which mail does not come moves to the phone list', () => {
  const book = lettersBook();
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  expect(book.refusal('lettersUndelivered', { address: 'curator1@example.ru' })).toMatch(/ещё не отправляли/);
  book.send();
  book.rpc('lettersUndelivered', { address: 'curator1@example.ru' });
  book.at('2024-06-03T03:00:00Z');
  const { messengers, letters } = book.screen();
  expect(letters.map(({ to }) => to)).not.toContain('curator1@example.ru');
  expect(messengers).toEqual([
    expect.objectContaining({
      name: expect.stringMatching(/^Школа №\s1$/),
      phone: '8 (34279) 2-00-01',
      text: expect.stringContaining('2.1'),
    }),
  ]);
});

test('letters to N people: no more than N + 6 trips beside the reading of the workbook', () => {
  for (const n of [1, 5, 9]) {
    const book = lettersBook({ schools: n });
    book.set('Руководителю ОО: через, раб. дней после срока', 0);
    book.set('Координатору: через, раб. дней после срока', 0);
    const trips = (work: () => unknown) => {
      const before = { ...book.host.calls };
      work();
      return countTrips(
        Object.fromEntries(
          Object.entries(book.host.calls).map(([call, times]) => [call, times - (before[call] ?? 0)]),
        ),
      );
    };
    const sending = (args: object) => () => book.project.run('rpc', ['lettersClaim', args]);
    expect(book.report().letters).toHaveLength(n);
    const whole = trips(() => book.send());
    // The same reading with nobody to write to.
    const empty = trips(sending({}));
    expect(whole - empty).toBeLessThanOrEqual(n + 6);
  }
});
