import type { Rehearsal } from '../../src/app/rehearsal';
import type { RehearsedDay } from '../../src/domain/letters/rehearse';
import { inChromium } from './chromium';
import { type Answers, openStubbed, type Panel, Refused, type StubOptions } from './panel-page';

const FROM = '2024-04-20';
const TO = '2025-04-19';
const QUOTA = 40;
const HOSTILE = '<img src=x onerror="globalThis.broken = true">';
const address = (n: number) =>
  n === 7 ? `${'ochen.dlinnyi.adres.'.repeat(5)}@school.example.ru` : `curator${n}@school${n}.example.ru`;

/** 365 days, 60 persons; on 15.04.2025 everybody, more than the mail takes. */
function year(): Rehearsal {
  const days: RehearsedDay[] = [];
  for (let i = 0; i < 365; i++) {
    const at = new Date(Date.UTC(2024, 3, 20 + i));
    const date = at.toISOString().slice(0, 10);
    const free = at.getUTCDay() % 6 === 0;
    const n = free ? 0 : date === '2025-04-15' ? QUOTA : date === '2025-04-16' ? 21 : (i * 7) % 11;
    days.push({
      date,
      letters: Array.from({ length: n }, (_, k) => ({
        to: address(k + 1),
        as: ['curator'],
        subject: k === 1 ? HOSTILE : `Дорожная карта: ${k + 1} дел`,
        items: k + 1,
        overdue: k % 3,
      })),
      carried: date === '2025-04-15' ? 20 : 0,
      unreachable: 0,
    });
  }
  const persons = Array.from({ length: 60 }, (_, k) => ({
    address: address(k + 1),
    letters: (k * 13) % 60,
    items: k * 2,
    mostInAWeek: k % 6,
  }));
  const letters = days.reduce((sum, day) => sum + day.letters.length, 0);
  return {
    from: FROM,
    to: TO,
    days,
    persons,
    totals: {
      letters,
      items: letters * 2,
      escalations: 12,
      carried: 20,
      quotaUse: 1,
      peakDay: { date: '2025-04-15', letters: QUOTA },
      quotaPerDay: QUOTA,
      daysOverQuota: 1,
    },
    notes: [`На вкладке «Календарь» нет праздников 2025 года. ${HOSTILE}`],
  };
}

inChromium('the window «Прогнать год»', (browser) => {
  const open = (answers: Answers = {}, options: StubOptions = {}) =>
    openStubbed(
      browser(),
      'rehearsal',
      {
        rehearsalScreen: () => ({ from: FROM, to: TO, quota: QUOTA }),
        rehearse: year,
        ...answers,
      },
      { width: 860, height: 640, ...options },
    );
  const run = (panel: Panel, name = 'Прогнать') =>
    panel.page.getByRole('button', { name, exact: true }).press('Enter');
  const focused = (panel: Panel, what: string) => panel.page.evaluate(`document.activeElement.${what}`);

  test('a year of 60 persons: it says that nothing leaves, works, then tells the year in a sentence', async () => {
    const panel = await open();
    const { page } = panel;
    await page.getByText('Ничего не уходит').waitFor();
    expect(await page.getByLabel('С какого дня').inputValue()).toBe(FROM);
    expect(await page.getByLabel('По какой день').inputValue()).toBe(TO);
    await page.getByText('Почта даёт отправить 40 писем в день.').waitFor();
    await panel.check('form');
    await shot(panel, 'form');

    const release = panel.hold();
    await run(panel);
    await page.getByText('это может занять до минуты').waitFor();
    await page.getByText('Прошло секунд: 1').waitFor();
    expect(await page.getByRole('button', { name: 'Прогнать' }).isDisabled()).toBe(true);
    await panel.check('working');
    await shot(panel, 'working');
    const before = Date.now();
    release();
    await page.getByRole('heading', { name: /^За 365 дней — \d+ пис.*, в них \d+ дел/ }).waitFor();
    expect(Date.now() - before).toBeLessThan(30_000);
    expect(await focused(panel, 'className')).toBe('totals');
    await page.getByText('Больше всего — 15.04.2025: 40 писем.').waitFor();
    await page.getByText('Не помещается в предел почты (40 в день): 1 день.').waitFor();
    expect(panel.calls.at(-1)).toEqual({ name: 'rehearse', args: { from: FROM, to: TO } });
    expect(await page.locator('.day').count()).toBe(365);
    expect(await page.locator('.months table').count()).toBe(13);
    expect(await page.locator('main img').count()).toBe(0);
    await panel.check('year');
    await shot(panel, 'year');
    await panel.close();
  });

  test('the calendar is one stop of Tab; arrows go by days, Enter shows the letters of a day', async () => {
    const panel = await open();
    const { page } = panel;
    await run(panel);
    await page.getByRole('heading', { name: /^За 365/ }).waitFor();
    expect(await page.locator('.day[tabindex="0"]').count()).toBe(1);
    const first = page.getByRole('button', { name: '20 апреля 2024, суббота, писем нет', exact: true });
    await first.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(panel, 'dataset.date')).toBe(FROM);
    for (const [key, date] of [
      ['ArrowRight', '2024-04-21'],
      ['ArrowDown', '2024-04-28'],
      ['PageDown', '2024-05-26'],
      ['ArrowUp', '2024-05-19'],
      ['End', TO],
      ['ArrowUp', '2025-04-12'],
      ['ArrowRight', '2025-04-13'],
      ['ArrowRight', '2025-04-14'],
      ['ArrowRight', '2025-04-15'],
    ]) {
      await page.keyboard.press(key);
      expect(await focused(panel, 'dataset.date')).toBe(date);
    }
    await page
      .getByRole('button', { name: '15 апреля 2025, вторник, 40 писем, сверх предела почты', exact: true })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await page.locator(':focus .count').textContent()).toBe('40!');
    await page.keyboard.press('Enter');
    const day = page.getByRole('region', { name: 'Письма дня' });
    await day.getByRole('heading', { name: '15.04.2025, вторник' }).waitFor();
    expect(await day.getByRole('listitem').count()).toBe(40);
    await day.getByText('Не поместилось и перенесено: 20 писем.').waitFor();
    await day.getByText(HOSTILE).waitFor();
    expect(await focused(panel, 'dataset.date')).toBe('2025-04-15');
    await panel.check('day');
    await page.keyboard.press('Tab');
    expect(await focused(panel, 'className')).toBe('letters-of-day');
    await shot(panel, 'day');

    await page.getByRole('button', { name: /^21 апреля 2024/ }).click();
    await day.getByText('писем нет').waitFor();
    await page.getByRole('button', { name: '15.04.2025: 40 писем, перенесено 20' }).press('Enter');
    expect(await focused(panel, 'dataset.date')).toBe('2025-04-15');
    await panel.close();
  });

  test('who gets most stands first', async () => {
    const panel = await open();
    const { page } = panel;
    await run(panel);
    await page.getByRole('heading', { name: 'Нагрузка по адресатам: 60' }).waitFor();
    expect(await page.locator('.load tbody tr').count()).toBe(60);
    const letters = (await page.locator('.load tbody td:nth-child(2)').allTextContents()).map(Number);
    expect(letters).toEqual([...letters].sort((a, b) => b - a));
    await page.getByRole('rowheader', { name: address(7) }).scrollIntoViewIfNeeded();
    await shot(panel, 'load');
    await panel.close();
  });

  test('a period upside down, a refusal, a lost server are said; the form stays', async () => {
    let refuse = true;
    const panel = await open({
      rehearse: ({ from, to }) => {
        if (refuse) throw new Refused(`Слишком долгий срок: ${from} — ${to}.`);
        return { ...year(), days: [], persons: [], totals: { ...year().totals, letters: 0, peakDay: null } };
      },
    });
    const { page } = panel;
    await page.getByLabel('По какой день').fill('2024-01-01');
    await run(panel);
    await page.getByText('второй не раньше первого').waitFor();
    expect(await focused(panel, 'id')).toBe('to');
    await panel.check('bad period');
    await page.getByLabel('По какой день').fill('2034-01-01');
    await run(panel);
    await page.getByText('Слишком долгий срок: 2024-04-20 — 2034-01-01.').waitFor();
    await panel.check('refused');
    await shot(panel, 'refused');
    panel.failNext('Превышено время выполнения.');
    await run(panel);
    await page.getByText('Превышено время выполнения.').waitFor();
    refuse = false;
    await page.getByLabel('По какой день').fill(TO);
    await run(panel);
    await page.getByText('За это время ни одного письма.').waitFor();
    await panel.check('none');
    await shot(panel, 'none');
    await panel.close();
  });

  test('the defaults that do not come are asked for again; English, dark, narrow', async () => {
    let failing = true;
    const panel = await open(
      {
        rehearsalScreen: () => {
          if (failing) throw new Refused('Книга ещё не создана.');
          return { from: FROM, to: TO, quota: QUOTA };
        },
        rehearse: () => ({ ...year(), totals: { ...year().totals, quotaPerDay: 1500, daysOverQuota: 0 } }),
      },
      { language: 'en', dark: true, width: 420 },
    );
    const { page } = panel;
    await page.getByRole('alert').getByText('Книга ещё не создана.').waitFor();
    await panel.check('failed');
    failing = false;
    await run(panel, 'Try again');
    await run(panel, 'Rehearse');
    await page.getByRole('heading', { name: /^In 365 days: \d+ letters/ }).waitFor();
    await panel.check('English, narrow');
    await page.setViewportSize({ width: 860, height: 640 });
    await page.getByRole('button', { name: /^15 April 2025, Tuesday/ }).click();
    await panel.check('English');
    await shot(panel, 'english-dark');
    await panel.close();
  });
});

async function shot(panel: Panel, name: string): Promise<void> {
  if (process.env.SHOTS)
    await panel.page.screenshot({ path: `${process.env.SHOTS}/rehearsal-${name}.png`, fullPage: false });
}
