import type { LettersScreen, ShownLetter } from '../../src/app/letters-screen';
import { inChromium } from './chromium';
import { type Answers, openStubbed, type Panel, Refused, type StubOptions } from './panel-page';

const LONG_ADDRESS = `${'ochen.dlinnyi.adres.'.repeat(4)}@shkola-${'podgornaya-'.repeat(3)}selo.example.ru`;
const LONG_NAME = `МБОУ «Средняя общеобразовательная школа имени ${'Двадцатипятилетия'.repeat(3)} с углублённым изучением»`;
const HOSTILE = '<img src=x onerror="globalThis.broken = true"><b>жирно</b>';

function letter(n: number, over: Partial<ShownLetter> = {}): ShownLetter {
  return {
    to: `curator${n}@school${n}.example.ru`,
    as: ['curator'],
    subject: `Дорожная карта: ${n} дел, срок 25.04.2024`,
    content: [
      { kind: 'paragraph', text: 'Здравствуйте! По дорожной карте наставничества осталось сделать:' },
      { kind: 'heading', text: 'Просрочено' },
      {
        kind: 'list',
        items: [
          {
            text: '2.1. Назначение кураторов (МБОУ «Школа № 1»)',
            when: 'просрочено на 21 день: срок был 30.03.2024',
            tone: 'overdue',
            left: 'Впишите куратора и приказ о назначении.',
            url: 'https://docs.google.com/spreadsheets/d/1/edit#gid=5',
          },
        ],
      },
      { kind: 'heading', text: 'Скоро' },
      {
        kind: 'list',
        items: [
          { text: '3.3. Сверка реестров', when: 'срок сегодня', tone: 'today', left: '', url: '' },
          { text: '3.4. Сдача форм', when: 'осталось 3 дня', tone: 'soon', left: 'Формы 1 и 2.', url: '' },
        ],
      },
      { kind: 'link', text: 'Открыть книгу', url: 'https://docs.google.com/spreadsheets/d/1/edit' },
    ],
    items: n,
    overdue: n % 3,
    ...over,
  };
}

function screen(over: Partial<LettersScreen> = {}): LettersScreen {
  return {
    state: 'dry',
    live: false,
    owner: 'boss@example.ru',
    mine: true,
    alive: true,
    seen: '20.04.2024 08:12',
    outcome: 'подготовлено 3 письма',
    today: '2024-04-20',
    sendsToday: true,
    quota: 87,
    letters: [letter(1), letter(2), letter(3)],
    later: 0,
    unreachable: [],
    unknown: [],
    messengers: [],
    notes: [],
    ...over,
  };
}

const LIVE = { state: 'live', live: true } as const;
const TROUBLED = {
  later: 4,
  unreachable: [
    { organisation: 'ORG-01', as: 'curator', address: '', why: 'no-address', items: 2, name: LONG_NAME },
    {
      organisation: 'ORG-02',
      as: 'head',
      address: LONG_ADDRESS,
      why: 'undelivered',
      items: 1,
      name: 'МБОУ «СОШ № 2»',
    },
    {
      organisation: 'ORG-03',
      as: 'curator',
      address: 'ivanova@',
      why: 'bad-address',
      items: 5,
      name: 'МАОУ «Лицей»',
    },
  ],
  unknown: [
    { letter: 'L-1', run: 'R-7', to: LONG_ADDRESS, at: '2024-04-19 08:12', items: 21 },
    { letter: 'L-2', run: 'R-7', to: 'head@school.example.ru', at: '2024-04-19 08:13', items: 1 },
  ],
  messengers: [
    {
      organisation: 'ORG-01',
      name: LONG_NAME,
      phone: '8 (30142) 2-11-22',
      text: 'Здравствуйте!\nОсталось 2 дела по дорожной карте.',
    },
    {
      organisation: 'ORG-02',
      name: 'МБОУ «СОШ № 2»',
      phone: '',
      text: 'Здравствуйте! Осталось 1 дело.',
    },
  ],
  notes: ['На вкладке «Календарь» нет праздников 2025 года: выходными считаются суббота и воскресенье.'],
} as const satisfies Partial<LettersScreen>;

inChromium('the side bar «Напоминания»', (browser) => {
  const open = (now: LettersScreen, answers: Answers = {}, options: StubOptions = {}) =>
    openStubbed(browser(), 'letters', { lettersScreen: () => now, ...answers }, options);
  const state = (panel: Panel) => panel.page.getByRole('heading', { level: 1 }).textContent();
  const press = (panel: Panel, name: string) =>
    panel.page.getByRole('button', { name, exact: true }).press('Enter');

  test.each<[string, Partial<LettersScreen>, string[], string[]]>([
    [
      'off',
      { state: 'off', owner: '', mine: false, seen: '' },
      ['Выключены', 'Включить ежедневно', 'Сегодня ушли бы: 3 письма'],
      ['Остановить письма', 'Перенять…', 'Выключить'],
    ],
    [
      'off-by-hand',
      { state: 'off', live: true, owner: '', mine: false, seen: '' },
      ['Остановить письма', 'Отправить сейчас', 'Включить ежедневно', 'письма уйдут, если нажать'],
      ['Перенять…'],
    ],
    [
      'dry',
      {},
      ['Пробный режим', 'Ведёте вы: boss@example.ru.', 'Включить отправку…', 'Выключить'],
      ['Остановить письма', 'Отправить сейчас'],
    ],
    [
      'live',
      LIVE,
      ['Письма уходят', 'Остановить письма', 'Отправить сейчас', 'Вернуть пробный режим'],
      ['Включить отправку…', 'Возобновить', 'Перенять…'],
    ],
    [
      'stopped',
      { state: 'stopped', live: true },
      ['Остановлены', 'Возобновить', 'Вернуть пробный режим'],
      ['Остановить письма', 'Отправить сейчас', 'Включить отправку…'],
    ],
    [
      'copy',
      { state: 'copy', owner: 'boss@example.ru', mine: false, letters: [] },
      ['Копия книги', 'Включить в этой книге', 'Отсюда ничего не уходит'],
      ['Остановить письма', 'Перенять…', 'Включить отправку…', 'Ведёт boss@example.ru.'],
    ],
    [
      'silent',
      { ...LIVE, mine: false, alive: false },
      ['Запуска не было больше 36 часов', 'Перенять…', 'Остановить письма', 'Выключить'],
      ['Включить ежедневно'],
    ],
    [
      'nobody',
      { letters: [] },
      ['Сегодня писать некому', 'вкладка «Дорожная карта»: у мероприятий стоят контрольные даты'],
      ['Предпросмотр'],
    ],
    [
      'day-off',
      { sendsToday: false, letters: [] },
      ['Сегодня нерабочий день', 'Писем сегодня не будет'],
      ['Сегодня писать некому'],
    ],
    [
      'troubles',
      { ...TROUBLED, letters: [letter(1), letter(22, { to: LONG_ADDRESS, subject: HOSTILE + LONG_NAME })] },
      [
        'Неизвестно, ушли ли: 2 письма',
        '19.04.2024 08:12, 21 дело',
        'куратор: адрес не указан',
        'руководитель: письма на этот адрес не доходят',
        'Почта даст отправить сегодня ещё 87 писем.',
        'Не поместится и уйдут следующим запуском: 4 письма.',
        'нет праздников 2025 года',
      ],
      [],
    ],
  ])('%s: what is said and what can be done', async (name, over, has, hasNot) => {
    const panel = await open(screen(over));
    await panel.page.getByRole('button', { name: 'Пересчитать' }).waitFor();
    const text = ((await panel.page.locator('main').textContent()) ?? '').replace(/\u00a0/g, ' ');
    expect(has.filter((words) => !text.includes(words))).toEqual([]);
    expect(hasNot.filter((words) => text.includes(words))).toEqual([]);
    await panel.check(name);
    await shot(panel, name);
    await panel.close();
  });

  test('one press stops, even while letters are being sent; an answer that comes late does not hide it', async () => {
    let finish = (_: unknown) => {};
    let now = screen(LIVE);
    const stopped = screen({ state: 'stopped', live: true });
    const panel = await open(now, {
      lettersScreen: () => now,
      lettersSend: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      lettersSwitch: ({ to }) => {
        now = to === 'stop' ? stopped : screen(LIVE);
        return { words: to === 'stop' ? 'Письма остановлены.' : 'Отправка возобновлена.', screen: now };
      },
    });
    const { page } = panel;
    await press(panel, 'Отправить сейчас');
    await page.getByRole('button', { name: 'Отправляю…' }).waitFor();
    expect(await page.locator('button:not([disabled])').allTextContents()).toEqual(['Остановить письма']);
    await panel.check('sending');
    await shot(panel, 'sending');
    await press(panel, 'Остановить письма');
    await page.getByText('Письма остановлены.').waitFor();
    // A second press of the same key resumes nothing.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.keyboard.press('Enter');
    finish({ words: 'Отправлено 2 письма.', screen: screen(LIVE) });
    await page.getByText('Отправлено 2 письма.').waitFor();
    await page.waitForFunction('!document.querySelector("[aria-busy]")');
    expect(await state(panel)).toContain('Остановлены');
    await press(panel, 'Возобновить');
    await page.getByText('Отправка возобновлена.').waitFor();
    expect(await state(panel)).toContain('Письма уходят');
    expect(panel.calls.map((c) => [c.name, (c.args as { to?: string }).to])).toEqual([
      ['lettersScreen', undefined],
      ['lettersSend', undefined],
      ['lettersSwitch', 'stop'],
      ['lettersScreen', undefined],
      ['lettersSwitch', 'resume'],
    ]);
    await panel.close();
  });

  test('letters can be stopped while they are being planned, and when that fails', async () => {
    let planning: unknown = new Promise(() => {});
    const panel = await openStubbed(browser(), 'letters', {
      lettersScreen: () => planning,
      lettersSwitch: () => {
        // The server may answer before the letters are planned anew.
        planning = screen({ state: 'stopped' });
        return { words: 'Письма остановлены.', screen: null };
      },
    });
    await panel.check('loading');
    await press(panel, 'Остановить письма');
    await panel.page.getByText('Письма остановлены.').waitFor();
    await panel.page.getByRole('button', { name: 'Возобновить' }).waitFor();
    await panel.close();

    let failing = true;
    const failed = await openStubbed(browser(), 'letters', {
      lettersScreen: () => {
        if (failing) throw new Refused('Нет вкладки «Дорожная карта». Создайте её через «Настройка».');
        return screen();
      },
    });
    await failed.page.getByRole('alert').getByText('Нет вкладки «Дорожная карта»').waitFor();
    await failed.page.getByRole('button', { name: 'Остановить письма' }).waitFor();
    await failed.check('failed');
    await shot(failed, 'failed');
    failing = false;
    await press(failed, 'Повторить');
    await failed.page.getByText('Сегодня ушли бы').waitFor();
    await failed.close();
  });

  test('the first live run takes two steps: the number, the tick, the button', async () => {
    const asked: unknown[] = [];
    const panel = await open(screen({ owner: '' }), {
      lettersSwitch: ({ to }) => {
        asked.push(to);
        return { words: 'Отправка включена: письма уходят на самом деле.', screen: screen(LIVE) };
      },
    });
    const { page } = panel;
    await press(panel, 'Включить отправку…');
    await page.getByText('При следующем запуске уйдут 3 письма.').waitFor();
    await page.getByText('Ежедневный запуск выключен, поэтому письма уйдут').waitFor();
    const go = page.getByRole('button', { name: 'Включить отправку', exact: true });
    expect(await go.isDisabled()).toBe(true);
    await panel.check('second step');
    await shot(panel, 'second-step');
    await page.keyboard.press('Escape');
    expect(await go.isVisible()).toBe(false);
    await press(panel, 'Включить отправку…');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('Я просмотрел(а) письма').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Отправка включена').waitFor();
    expect(await state(panel)).toContain('Письма уходят');
    expect(asked).toEqual(['live']);
    await panel.check('done');
    await shot(panel, 'live-done');
    await panel.close();
  });

  test('somebody else’s run is taken over on a second word; a refusal is said beside the button', async () => {
    let refuse = true;
    const panel = await open(screen({ mine: false }), {
      lettersSwitch: () => {
        if (refuse) throw new Refused('Книга занята другим запуском. Повторите через минуту.');
        return { words: 'Напоминания включены.', screen: screen() };
      },
    });
    const { page } = panel;
    await press(panel, 'Перенять…');
    await page.getByText('Сейчас напоминания ведёт boss@example.ru.').waitFor();
    expect(panel.calls).toHaveLength(1);
    await panel.check('asked');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Книга занята').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Да, вести от моего имени');
    await panel.check('refused');
    await shot(panel, 'take-over-refused');
    refuse = false;
    await page.keyboard.press('Enter');
    await page.getByText('Напоминания включены.').waitFor();
    expect(panel.calls.slice(1).map((c) => c.args)).toEqual([{ to: 'take-over' }, { to: 'take-over' }]);
    await panel.close();
  });

  test('a letter opens as it would go out; the trial goes to the acting person, the focus comes back', async () => {
    const panel = await open(screen(), {
      lettersTrial: () => ({ words: 'Отправлено вам: boss@example.ru.' }),
    });
    const { page } = panel;
    await page.getByRole('button', { name: /^curator2@/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Дорожная карта: 2 дел' }).waitFor();
    await page.getByText('Письмо 2 из 3').waitFor();
    const links = page.getByRole('article').getByRole('link');
    expect(
      await links.evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.getAttribute('target')])),
    ).toEqual([
      ['https://docs.google.com/spreadsheets/d/1/edit#gid=5', '_blank'],
      ['https://docs.google.com/spreadsheets/d/1/edit', '_blank'],
    ]);
    await panel.check('letter');
    await press(panel, 'Отправить мне пробное');
    await page.getByText('Отправлено вам: boss@example.ru.').waitFor();
    await panel.check('trial');
    await shot(panel, 'letter');
    panel.failNext('Сервер не ответил.');
    await press(panel, 'Отправить мне пробное');
    await page.getByRole('alert').getByText('Сервер не ответил.').waitFor();
    expect(panel.calls.at(-1)).toEqual({
      name: 'lettersTrial',
      args: { to: 'curator2@school2.example.ru' },
    });
    await press(panel, 'Следующее письмо →');
    await page.getByText('Письмо 3 из 3').waitFor();
    await press(panel, '← Все письма');
    expect(await page.evaluate('document.activeElement.dataset.to')).toBe('curator3@school3.example.ru');
    expect(await page.getByText('✓ просмотрено').count()).toBe(2);
    await panel.close();
  });

  test('texts of other people stay texts: no tags, no other links, no horizontal scroll', async () => {
    const word = 'Оченьдлинноеслово'.repeat(12);
    const hostile = letter(1, {
      to: LONG_ADDRESS,
      as: ['head', 'coordinator'],
      subject: HOSTILE,
      content: [
        { kind: 'heading', text: HOSTILE },
        { kind: 'paragraph', text: word },
        {
          kind: 'list',
          items: [
            {
              text: HOSTILE + word,
              when: HOSTILE,
              tone: 'overdue',
              left: word,
              url: 'javascript://a%0aalert(1)',
            },
          ],
        },
        { kind: 'link', text: 'нажми', url: ' data:text/html,<script>1</script>' },
      ],
    });
    const panel = await open(screen({ letters: [hostile], notes: [HOSTILE], outcome: HOSTILE }));
    const { page } = panel;
    await page.getByRole('button', { name: LONG_ADDRESS }).press('Enter');
    await page.getByText('Письмо 1 из 1').waitFor();
    expect(await page.locator('main :is(img, b, a, script)').count()).toBe(0);
    expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    expect(await page.getByRole('article').textContent()).toContain(HOSTILE);
    await panel.check('hostile');
    await shot(panel, 'hostile');
    await panel.close();
  });

  test('an address where mail does not arrive is marked on a second word', async () => {
    const panel = await open(screen(), {
      lettersUndelivered: () => ({
        words: 'Адрес помечен.',
        screen: screen({ letters: [letter(1), letter(3)], ...TROUBLED, unknown: [] }),
      }),
    });
    const { page } = panel;
    await page.getByRole('button', { name: /^curator2@/ }).press('Enter');
    await press(panel, 'Письма сюда не доходят…');
    expect(panel.calls).toHaveLength(1);
    await panel.check('asked');
    await page.keyboard.press('Enter');
    await page.getByText('Адрес помечен.').waitFor();
    expect(panel.calls.at(-1)?.args).toEqual({ address: 'curator2@school2.example.ru' });
    await panel.close();
  });

  test('what became of a letter of a broken run is said by a person', async () => {
    let left = [...TROUBLED.unknown] as LettersScreen['unknown'];
    const panel = await open(screen({ unknown: left }), {
      lettersSettle: ({ letter: id }) => {
        left = left.filter((one) => one.letter !== id);
        return { words: 'Отмечено.', screen: screen({ unknown: left }) };
      },
    });
    const { page } = panel;
    await page.getByRole('button', { name: 'Ушло: head@school.example.ru', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Неизвестно, ушло ли: 1 письмо' }).waitFor();
    await page.getByRole('button', { name: /^Не ушло: / }).press('Enter');
    await page.getByRole('heading', { name: 'Неизвестно' }).waitFor({ state: 'detached' });
    expect(panel.calls.slice(1).map((c) => c.args)).toEqual([
      { letter: 'L-2', run: 'R-7', as: 'отправлено' },
      { letter: 'L-1', run: 'R-7', as: 'не отправлено' },
    ]);
    await panel.close();
  });

  test('a text for a messenger is copied, from a field where the clipboard is shut', async () => {
    const panel = await open(screen(TROUBLED));
    const { page } = panel;
    const [text] = TROUBLED.messengers;
    const copy = page.getByRole('button', { name: `Скопировать: текст для ${text.name}` });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy.press('Enter');
    await page.getByText('✓ Скопировано').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text.text);
    await page.getByText('Показать текст').first().click();
    await panel.check('copied');
    await shot(panel, 'messengers');

    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("shut"))');
    await press(panel, 'Скопировать телефоны: список телефонов');
    await page.getByText('✓ Скопировано').nth(1).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${text.name}: 8 (30142) 2-11-22\nМБОУ «СОШ № 2»: телефон не указан`,
    );
    await page.evaluate('document.execCommand = () => false');
    await copy.press('Enter');
    await page.getByText('Текст выделен: нажмите Ctrl+C.').waitFor();
    expect(await page.evaluate('getSelection().toString() || document.activeElement.value')).toBe(text.text);
    await panel.check('by hand');
    await panel.close();
  });

  test('60 letters: a few at first, the rest on demand; English, dark', async () => {
    const letters = Array.from({ length: 60 }, (_, i) => letter(i + 1));
    const panel = await open(
      screen({ ...LIVE, ...TROUBLED, letters, quota: null }),
      {},
      { language: 'en', dark: true },
    );
    const { page } = panel;
    await page.getByRole('heading', { name: 'Ready to leave: 60 letters' }).waitFor();
    expect(await page.locator('.letter').count()).toBe(8);
    await press(panel, 'Show all: 60');
    await expect(page.getByRole('button', { name: 'Stop the letters' }).boundingBox()).resolves.toMatchObject(
      {
        y: expect.closeTo(8, 0),
      },
    );
    expect(await page.locator('.letter').count()).toBe(60);
    expect(await page.evaluate('document.activeElement.dataset.to')).toBe('curator9@school9.example.ru');
    await panel.check('English');
    await shot(panel, 'english-dark');
    expect(await foreignWords(panel)).toEqual([]);
    await page.locator('.letter').nth(1).press('Enter');
    await page.getByRole('button', { name: 'Send me a trial' }).waitFor();
    await page.getByRole('button', { name: 'Stop the letters' }).waitFor();
    expect(await foreignWords(panel)).toEqual([]);
    await panel.check('letter in English');
    await shot(panel, 'letter-english-dark');
    await panel.close();
  });
});

async function shot(panel: Panel, name: string): Promise<void> {
  if (process.env.SHOTS)
    await panel.page.screenshot({ path: `${process.env.SHOTS}/letters-${name}.png`, fullPage: true });
}

/** Russian words of the interface itself on an English page: outside the server's texts and names of tabs in «». */
function foreignWords(panel: Panel): Promise<string[]> {
  return panel.page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { querySelector(css: string): PageNode } };
    const copy = document.querySelector('main').cloneNode(true);
    for (const russian of copy.querySelectorAll('[lang="ru"]')) russian.remove();
    return (copy.textContent.replace(/«[^»]*»/g, '').match(/[а-яё]+|undefined/gi) ?? []) as string[];
  });
}

/** The tests are compiled without the types of a browser. */
interface PageNode {
  readonly textContent: string;
  cloneNode(deep: boolean): PageNode;
  querySelectorAll(css: string): PageNode[];
  remove(): void;
}
