/**
 * The panel of the monitoring report: asks for a wave, then shows what came out. Text goes into the page by textContent
 * only; the server is asked once a screen.
 */
import type { ReportSummary, RpcResult } from '../../app/rpc';

interface Input {
  readonly result?: ReportSummary;
  readonly choose?: { readonly waves: readonly { readonly wave: string; readonly asOf: string }[] } | null;
}

interface Runner {
  withSuccessHandler(handler: (value: RpcResult) => void): Runner;
  withFailureHandler(handler: (error: { message?: string }) => void): Runner;
  rpc(name: string, args: unknown): void;
}

declare const google: { script: { run: Runner } };

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

const screen = document.getElementById('screen') as HTMLElement;
const input = JSON.parse(document.body.dataset.input ?? '{}') as Input;

if (input.result) showResult(input.result);
else if (input.choose) showChoice(input.choose.waves);
else showMessage('Нечего показать: закройте окно и выберите пункт меню ещё раз.', true);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function waveWords(wave: string): string {
  return `${MONTHS[Number(wave.slice(5)) - 1]} ${wave.slice(0, 4)} г.`;
}

function dateWords(date: string): string {
  return date.split('-').reverse().join('.');
}

function showChoice(waves: readonly { wave: string; asOf: string }[]): void {
  const form = element('form');
  const wave = element('select');
  wave.id = 'wave';
  for (const w of waves) {
    const option = element('option', waveWords(w.wave));
    option.value = w.wave;
    wave.append(option);
  }
  const asOf = element('input');
  asOf.type = 'date';
  asOf.id = 'as-of';
  const setDate = () => {
    asOf.value = waves.find((w) => w.wave === wave.value)?.asOf ?? '';
  };
  setDate();
  wave.addEventListener('change', setDate);
  const button = element('button', 'Построить отчёт');
  button.type = 'submit';
  form.append(labelled('Волна мониторинга', wave), labelled('Отчётная дата', asOf), button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = 'Считаю показатели и пишу справку…';
    google.script.run
      .withSuccessHandler((answer) =>
        answer.ok ? showResult(answer.value as ReportSummary) : showMessage(answer.refused, true),
      )
      .withFailureHandler((error) =>
        showMessage(
          `${error.message ?? 'Не удалось связаться с сервером.'} Если в браузере открыто несколько аккаунтов Google, оставьте один и повторите.`,
          true,
        ),
      )
      .rpc('reportSummary', { wave: wave.value, asOf: asOf.value });
  });
  screen.replaceChildren(form);
  wave.focus();
}

function labelled(text: string, field: HTMLElement): HTMLLabelElement {
  const label = element('label', text);
  label.append(field);
  return label;
}

function showResult(result: ReportSummary): void {
  const facts = element('dl');
  const add = (term: string, value: string) => facts.append(element('dt', term), element('dd', value));
  add('Данные на', dateWords(result.asOf));
  add('Представили форму', `${result.submitted} из ${result.organisations} ОО`);
  add('Показателей со значением', String(result.withValue));
  if (result.withoutData > 0) add('Показателей без данных', String(result.withoutData));
  if (result.errors > 0) add('Ошибок в записях', String(result.errors));
  const link = element('a', 'Открыть аналитическую справку', 'link');
  if (/^https:\/\//.test(result.url)) link.href = result.url;
  const notes = element('ul', '', 'muted');
  for (const note of [...result.notes, ...result.firstErrors]) notes.append(element('li', note));
  const left = result.errors - result.firstErrors.length;
  if (left > 0)
    notes.append(element('li', `Показано ${result.firstErrors.length} ошибок из ${result.errors}.`));
  const tabs = element('p', 'Показатели, свод и диаграммы — на одноимённых вкладках книги.', 'muted');
  screen.replaceChildren(
    element('h1', `Отчёт за ${waveWords(result.wave)} готов`),
    facts,
    link,
    element('p'),
    tabs,
    notes,
  );
  link.focus();
}

function showMessage(text: string, bad: boolean): void {
  screen.replaceChildren(element('p', text, bad ? 'error' : ''));
}
