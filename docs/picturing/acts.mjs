/** What a person does in the page, and what of it is in the picture. */
import { settled, shotOf, shotOfTab } from './served-page.mjs';

/** A school's old table as a person copies it: columns between tabs. */
export const OLD_TABLE = [
  'Ф.И.О. наставника\tДолжность\tПредмет\tПедагогический стаж\tДата вхождения\tКабинет',
  'Соловьёва Тамара Ильинична\tучитель\tхимия\t18\t01.09.2023\t5',
  'Ершов Павел Денисович\tучитель\tфизика\t12\t01.09.2023\t6',
  'Белкина Зоя Марковна\tучитель\tматематика\t7\t31.02.2023\t8',
].join('\n');

/** A plan of another authority, as it is copied from Word. */
export const OTHER_PLAN = [
  '№ п/п\tНаименование мероприятий\tСрок реализации\tОтветственный исполнитель\tВид документа',
  '2\tИнституциональный уровень\t\t\t',
  '2.9\tКруглый стол молодых педагогов\tноябрь 2023, апрель 2024\tСектор по методической работе\tПротокол',
  '2.10\tСоставление индивидуальных маршрутов\tдо 15 сентября 2023 г.\tОО\tИОМ',
  '2.11\tКонкурс «Наставник года»\tв сроки, устанавливаемые ИРО ПК\tСектор по методической работе, ОО\tПриказ',
  '2.12\tАнкетирование наставляемых\tII квартал 2024\tОО\tАналитическая справка',
  '2.13\tВыездной семинар\tпосле ремонта здания\tСектор по методической работе\tПрограмма',
].join('\n');

/** A curator with something overdue and something due on the day. */
const LATE_CURATOR = 'kurator.tri-reki@example.ru';

export const sideBar = ({ page }) => shotOf(page.locator('aside.side'));
/** A page of the script in a box, or a box of the page itself. */
export const box = ({ page }) => shotOf(page.locator('dialog[open], .modeless').last());
export const whole = async ({ page }) => {
  await page.mouse.move(0, 0);
  await settled(page);
  return page.screenshot({ animations: 'disabled' });
};
export const tab = (title, area) => async (window) => {
  await window.tab(title);
  return shotOfTab(window, area);
};
/** The menu item of the add-on; then `act` in its page. */
export const menu =
  (captions, act, shot = box) =>
  async (window, book) => {
    await window.choose('Наставничество', ...captions);
    await act(window, book);
    return shot(window);
  };
export const firstOf = (role) => (window) => window.panel().getByRole(role).first().waitFor();

export async function lettersPanel(window) {
  await window.choose('Наставничество', 'Напоминания', 'Предпросмотр и отправка…');
  await window.panel().getByRole('heading').first().waitFor();
}

export async function openLetter({ page, choose }) {
  await choose('Файл', 'Исходящие…');
  await page.locator('.mail-choice', { hasText: LATE_CURATOR }).first().click();
  await page.frameLocator('dialog iframe').getByText('Здравствуйте').waitFor();
}

/** The trial mode is on already. */
export async function sendLetters(window) {
  await lettersPanel(window);
  await window.button('Включить отправку…').click();
  await window.panel().getByRole('checkbox').check();
  await window.button('Включить отправку').click();
  await window.button('Отправить сейчас').click();
  await window
    .panel()
    .getByText(/отправлено \d+/)
    .waitFor();
}

/** A sheet of A4 from «Файл → Документы…»: the preview draws a section as one long page. */
export async function memoPage({ page, choose }, text) {
  await choose('Файл', 'Документы…');
  const memo = page.getByRole('dialog').getByRole('button', { name: /Аналитическая справка/ });
  await memo.first().click();
  const paper = page.locator('.paper');
  await paper.locator('section').last().waitFor();
  if (text)
    await paper
      .getByText(text)
      .first()
      .evaluate((node) => node.scrollIntoView());
  return box({ page });
}
