import { runDueTriggers } from '../../src/local/host/trigger-runner';
import { bound, shown } from './bundle';
import { BOSS, type LettersBook, lettersBook } from './letters-book';

const switchTo = (book: LettersBook, to: string) =>
  book.rpc<{ words: string }>('lettersSwitch', { to }).words;
const state = (book: LettersBook) =>
  JSON.parse(book.host.properties.document.get('letters') ?? '{}') as Record<string, unknown>;
const start = (book: LettersBook) => shown(book, 'Начало')[1]!.slice(0, 2);
/** The trigger on record fires, as Google would: unattended, as its owner. */
function fire(book: LettersBook, handler = 'dailyRun', trigger = String(state(book).trigger)): unknown {
  return book.project.run(handler, [{ triggerUid: trigger }]);
}

test('on: one daily trigger in the morning; a dry run sends nothing, says what it would, and does the checks of the night', () => {
  const book = lettersBook();
  expect(switchTo(book, 'on')).toMatch(/с 8:00 до 9:00.*Режим пробный/);
  expect(book.host.triggers.all().map((t) => [t.handler, t.owner])).toEqual([['dailyRun', BOSS]]);
  const fired = runDueTriggers(book.host, '2024-04-24T07:00:00Z');
  expect(fired.map(({ handler, error }) => [handler, error])).toEqual([
    ['dailyRun', null],
    ['dailyRun', null],
  ]);
  expect(book.sent()).toEqual([]);
  expect(book.titles()).toContain('Проверка');
  expect(String(state(book).outcome)).toMatch(/^проверка: .*; пробный режим: готово 5\s/);
  expect(book.screen()).toMatchObject({ state: 'dry', mine: true, alive: true });
  // On again changes nothing: still one trigger.
  switchTo(book, 'on');
  expect(book.host.triggers.all()).toHaveLength(1);
});

test('live: letters leave by themselves, once; a trigger that fires twice sends once', () => {
  const book = lettersBook();
  switchTo(book, 'on');
  expect(switchTo(book, 'live')).toMatch(/уходят/);
  fire(book);
  expect(book.sent()).toHaveLength(5);
  fire(book);
  expect(book.sent()).toHaveLength(5);
  expect(String(state(book).outcome)).toMatch(/писем не отправлено$/);
  switchTo(book, 'stop');
  book.at('2024-05-20T03:00:00Z');
  fire(book);
  expect(book.sent()).toHaveLength(5);
  expect(start(book)[1]).toMatch(/Отправка остановлена/);
});

test('a second person is refused while the owner is alive, takes over deliberately, and the former trigger removes itself', () => {
  const book = lettersBook();
  switchTo(book, 'on');
  book.as('second@example.ru');
  book.set('Учётные записи координаторов', `${BOSS}; second@example.ru`);
  expect(book.refusal('lettersSwitch', { to: 'on' })).toMatch(/уже ведёт boss@example.ru.*«Перенять»/);
  expect(book.host.triggers.all()).toHaveLength(1);
  switchTo(book, 'take-over');
  expect(book.host.triggers.all().map((t) => t.owner)).toEqual([BOSS, 'second@example.ru']);
  runDueTriggers(book.host, '2024-04-24T07:00:00Z');
  expect(book.host.triggers.all().map((t) => t.owner)).toEqual(['second@example.ru']);
  expect(state(book).owner).toBe('second@example.ru');
  // Whoever has died needs no taking over.
  book.as(BOSS);
  book.at('2024-04-27T07:00:00Z');
  expect(switchTo(book, 'on')).toMatch(/включены/);
});

test('what had no time goes on in a one-off run that takes itself away', () => {
  const book = lettersBook({ schools: 4 });
  switchTo(book, 'on');
  switchTo(book, 'live');
  let seconds = 0;
  book.watch((service, method) => {
    if (service !== 'MailApp' || method !== 'sendEmail') return;
    seconds += 100;
    book.at(new Date(Date.parse('2024-04-23T03:00:00Z') + seconds * 1000).toISOString());
  });
  fire(book);
  expect(book.sent()).toHaveLength(3);
  const next = String(state(book).next);
  expect(
    book.host.triggers
      .all()
      .map((t) => t.handler)
      .sort(),
  ).toEqual(['continueLetters', 'dailyRun']);
  fire(book, 'continueLetters', 'somebody-else');
  expect(book.sent()).toHaveLength(3);
  switchTo(book, 'on');
  book.watch(() => undefined);
  expect(state(book).next).toBe('');
  expect(next).not.toBe('');
  fire(book);
  expect(book.sent()).toHaveLength(9);
  expect(new Set(book.host.outbox.messages.flatMap((m) => m.to)).size).toBe(9);
});

test('a copy of the workbook sends nothing until it is switched on there, and then begins with the dry run', () => {
  const book = lettersBook();
  switchTo(book, 'on');
  switchTo(book, 'live');
  // As Google copies a file: the tabs come along; here the properties do too.
  (book.model as { id: string }).id = 'copy-of-it';
  book.host.spreadsheets.add(book.model);
  book.host.spreadsheets.activeId = 'copy-of-it';
  expect(book.screen().state).toBe('copy');
  expect(book.refusal('lettersSend')).toMatch(/копия/);
  fire(book);
  expect(book.sent()).toEqual([]);
  expect(book.refusal('lettersSwitch', { to: 'live' })).toMatch(/копия/);
  switchTo(book, 'on');
  expect(book.screen()).toMatchObject({ state: 'dry', live: false });
});

test('access that was taken away is told of once a day, to the owner and on «Начало»', () => {
  const SCOPES = [
    'spreadsheets.currentonly',
    'script.scriptapp',
    'script.container.ui',
    'script.send_mail',
    'userinfo.email',
  ].map((name) => `https://www.googleapis.com/auth/${name}`);
  const book = bound({ user: BOSS, scopes: SCOPES });
  book.rpc('setUp', { storageMode: 'Полный' });
  book.rpc('lettersSwitch', { to: 'on' });
  const [{ uid }] = book.host.triggers.all();
  book.host.context.revokedScopes = new Set([SCOPES[1]!]);
  for (let i = 0; i < 3; i++) book.project.run('dailyRun', [{ triggerUid: uid }]);
  expect(book.host.outbox.messages.map(({ to, subject }) => [to, subject])).toEqual([
    [[BOSS], 'Наставничество: нужно заново разрешить доступ'],
  ]);
  expect(book.host.outbox.messages[0]!.body).toMatch(/https:/);
  expect(shown(book, 'Начало')[1]![1]).toMatch(/нужно заново разрешить доступ/);
});

describe('the line on «Начало»', () => {
  test('turns red and says so by itself when no run came for 36 hours', () => {
    const book = lettersBook();
    expect(start(book)).toEqual(['Напоминания', expect.stringMatching(/выключены/)]);
    switchTo(book, 'on');
    expect(start(book)[1]).toMatch(/^Включены 23\.04\.2024 08:00, запуска ещё не было/);
    const sheet = book.host.globals.SpreadsheetApp as never as {
      getActiveSpreadsheet(): {
        getSheetByName(title: string): {
          getConditionalFormatRules(): { getBooleanCondition(): { getCriteriaValues(): string[] } }[];
        };
      };
    };
    const rules = sheet.getActiveSpreadsheet().getSheetByName('Начало').getConditionalFormatRules();
    expect(rules.map((rule) => rule.getBooleanCondition().getCriteriaValues())).toEqual([
      ['=AND($C$2<>"";NOW()-$C$2>36/24)'],
    ]);
    book.at('2024-04-24T14:00:00Z');
    expect(start(book)[1]).toMatch(/^Включены/);
    book.at('2024-04-24T16:00:00Z');
    expect(start(book)[1]).toMatch(/^НЕ РАБОТАЮТ: последний запуск 23\.04\.2024 08:00/);
    expect(book.screen().alive).toBe(false);
  });

  test('stays when the report refills the page; a tab of people under that name is left alone', () => {
    const book = lettersBook();
    switchTo(book, 'on');
    book.rpc('report', {});
    expect(start(book)[1]).toMatch(/^Включены/);
    book.sheet('Начало').rows[0] = { values: ['Наши дела'], formats: [] } as never;
    switchTo(book, 'off');
    expect(shown(book, 'Начало')[0]![0]).toBe('Наши дела');
    expect(book.host.triggers.all()).toEqual([]);
  });
});

test('a failed check does not keep the letters back; the fault is in the log of executions', () => {
  const book = lettersBook();
  switchTo(book, 'on');
  switchTo(book, 'live');
  let broken = true;
  book.watch((service, method) => {
    if (broken && service === 'Range' && method === 'setRichTextValues')
      throw new Error('Service Spreadsheets failed');
    if (service === 'MailApp') broken = false;
  });
  // A finding is needed for links to be written.
  book.fill({ mentors: [{ id: 'NST-001', name: 'Петров', recordStatus: 'Действует' }] });
  expect(() => fire(book)).toThrow('Service Spreadsheets failed');
  expect(book.sent()).toHaveLength(5);
  expect(String(state(book).outcome)).toMatch(/^проверка: прервано ошибкой.*отправлено 5/);
});

test('two people press «Отправить» at the same time: one is refused, letters leave once', () => {
  const book = lettersBook();
  switchTo(book, 'live');
  const release = book.host.locks.holdElsewhere('document');
  expect(book.refusal('lettersSend')).toMatch(/занята другим запуском/);
  release();
  book.rpc('lettersSend');
  expect(book.sent()).toHaveLength(5);
});

describe('days', () => {
  const sentTo = (book: LettersBook) => book.host.outbox.messages.flatMap((m) => m.to);
  const only = (options: Parameters<typeof lettersBook>[0]) => {
    const book = lettersBook({ schools: 1, ...options });
    book.set('Руководителю ОО: через, раб. дней после срока', 0);
    book.set('Координатору: через, раб. дней после срока', 0);
    return book;
  };

  test('the day is that of the workbook, not of the script or of UTC: 20:30 UTC is the next day in Perm', () => {
    const book = only({ terms: { '2.1': '31.05.2024' }, now: '2024-05-30T18:30:00Z' });
    expect(book.report()).toMatchObject({
      today: '2024-05-30',
      letters: [{ subject: expect.stringMatching(/скоро 1/) }],
    });
    book.at('2024-05-30T19:30:00Z');
    expect(book.report()).toMatchObject({
      today: '2024-05-31',
      letters: [{ subject: expect.stringMatching(/сегодня/) }],
    });
    (book.model as { timeZone: string }).timeZone = 'America/New_York';
    expect(book.report().today).toBe('2024-05-30');
  });

  test('over midnight a run stays the letter of its day, and nobody is written to twice', () => {
    const book = only({ schools: 3, terms: { '2.1': '20.03.2024' }, now: '2024-04-23T18:59:00Z' });
    let seconds = 0;
    book.watch((service, method) => {
      if (service !== 'MailApp' || method !== 'sendEmail') return;
      seconds += 45;
      book.at(new Date(Date.parse('2024-04-23T18:59:00Z') + seconds * 1000).toISOString());
    });
    book.send();
    expect(sentTo(book)).toHaveLength(3);
    expect(new Set(book.ledger().map((row) => row.Дата))).toEqual(new Set(['23.04.2024']));
    book.watch(() => undefined);
    book.at('2024-04-24T03:00:00Z');
    book.send();
    expect(new Set(sentTo(book)).size).toBe(sentTo(book).length);
  });

  test.each([
    ['the end of a month', '30.04.2024', '2024-04-29T03:00:00Z', 'скоро 1'],
    ['a leap day', '29.02.2024', '2024-02-29T03:00:00Z', 'сегодня'],
    ['the day after a leap day', '29.02.2024', '2024-03-01T03:00:00Z', 'просрочено 1'],
    ['a year later there is no leap day', '28.02.2025', '2025-02-28T03:00:00Z', 'сегодня'],
  ])('%s', (_, term, now, words) => {
    const book = only({ terms: { '2.1': term }, now });
    book.set('Контрольная дата в выходной', 'не переносится');
    // 29.04 is a day off that a Saturday was worked for: on such days nothing is sent by default.
    book.set('Письма в нерабочие дни', 'да');
    expect(book.report().letters.map(({ subject }) => subject)).toEqual([expect.stringContaining(words)]);
  });
});

describe('who may do what', () => {
  test('a curator neither switches nor sends, but may stop the letters', () => {
    const book = lettersBook();
    book.as('curator1@example.ru');
    for (const to of ['on', 'take-over', 'live', 'dry', 'off', 'resume'])
      expect(book.refusal('lettersSwitch', { to })).toMatch(/действие координатора/);
    expect(book.refusal('lettersSend')).toMatch(/действие координатора/);
    expect(switchTo(book, 'stop')).toMatch(/остановлены/);
    book.as(BOSS);
    expect(book.screen().state).toBe('stopped');
  });

  test('the menu: «Включить» says what it did, «Перенять…» asks once more, «Остановить письма» works at once', () => {
    const book = lettersBook();
    book.host.ui.answer('OK');
    book.project.run('switchLettersOn');
    expect(book.host.ui.questions.at(-1)?.message).toMatch(/Напоминания включены/);
    book.as('second@example.ru');
    book.set('Учётные записи координаторов', `${BOSS}; second@example.ru`);
    book.host.ui.answer('NO');
    book.project.run('takeLettersOver');
    expect(state(book).owner).toBe(BOSS);
    book.host.ui.answer('YES', 'OK');
    book.project.run('takeLettersOver');
    expect(state(book).owner).toBe('second@example.ru');
    book.host.ui.answer('OK');
    book.project.run('stopLetters');
    expect(book.screen().state).toBe('stopped');
  });
});

test('a setting that cannot be read is a finding, and its default holds', () => {
  const book = lettersBook();
  book.set('Письма до срока: за сколько дней', 'за неделю');
  book.set('Адрес для ответа на письма', 'boss');
  book.rpc('check');
  const found = shown(book, 'Проверка').flat();
  expect(found.join('\n')).toMatch(/Не читается значение параметра «Письма до срока: за сколько дней»/);
  expect(found.join('\n')).toMatch(/Не читается значение параметра «Адрес для ответа на письма»/);
  book.send();
  expect(book.host.outbox.messages[0]!.replyTo).toBe(BOSS);
});
