/** The dialog of the import of a plan: a table in, how every term was understood, then the measures. */
import type { PlanDone, PlanScreen } from '../../app/import-plan';
import { attempting } from '../kit/attempt';
import { call } from '../kit/call';
import { shownDay } from '../kit/day';
import { element } from '../kit/element';
import { planSource, type Tables } from './source';
import { words } from './words';

const w = words();
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;
const attempt = attempting(state);

type Mode = PlanScreen['mode'];
interface Request extends Record<string, unknown> {
  readonly tables: Tables;
  readonly mode: Mode;
}
type Row = PlanScreen['rows'][number];

showSource();

function showSource(): void {
  const source = planSource((work) => void attempt(work));
  const sheetField = field(w.sheet, source.sheet);
  sheetField.hidden = true;
  const button = element('button', { type: 'submit', class: 'main' }, w.preview);
  const form = element(
    'form',
    {},
    element('p', { class: 'muted' }, w.about),
    field(w.file, source.file),
    sheetField,
    field(w.paste, source.paste),
    element(
      'fieldset',
      { class: 'choices' },
      element('legend', {}, w.mode),
      radio('add', w.add, true),
      radio('replace', w.replace, false),
    ),
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(async () => {
      const tables = await source.tables();
      const mode = new FormData(form).get('mode') === 'replace' ? 'replace' : 'add';
      await showPreview({ tables, mode });
    }, button);
  });
  screen.replaceChildren(element('h1', {}, w.title), form);
  source.file.focus();
}

async function showPreview(request: Request): Promise<void> {
  state.textContent = w.working;
  const plan = await call<PlanScreen>('planPreview', request);
  const replacing = plan.mode === 'replace';
  const write = element(
    'button',
    { type: 'button', class: 'main' },
    replacing ? w.overwrite(plan.counts.new) : w.write(plan.counts.new),
  );
  write.disabled = plan.counts.new === 0 || plan.blocked !== '';
  write.addEventListener('click', () => {
    void attempt(async () => {
      state.textContent = w.writing;
      showDone(await call<PlanDone>('planImport', request), plan.mode);
    }, write);
  });
  const other = element('button', { type: 'button' }, replacing ? w.toAdd : w.toReplace);
  other.addEventListener('click', () => {
    void attempt(() => showPreview({ ...request, mode: replacing ? 'add' : 'replace' }), other);
  });
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, w.title),
    element('p', {}, summary(plan)),
    ...(plan.blocked === '' ? [] : [element('p', { class: 'bad' }, plan.blocked)]),
    write,
    element('h2', {}, w.ask),
    ...unparsed(plan),
    element('h2', {}, `${w.rows} (${w.header} ${plan.headerRow})`),
    table(w.columns, plan.rows.map(rowCells)),
    ...(replacing || plan.counts.conflict > 0 ? [other] : []),
    againButton(),
  );
  (screen.querySelector('h1') as HTMLElement).focus();
}

function summary({ counts, rows }: PlanScreen): string {
  const parts = (Object.keys(w.counts) as (keyof typeof w.counts)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${w.counts[key]}: ${counts[key]}`);
  return `${w.total}: ${rows.length}; ${parts.join('; ')}.`;
}

/** What was not understood, and what of the source is not taken over. */
function unparsed(plan: PlanScreen): HTMLElement[] {
  const made: HTMLElement[] = [];
  const asked = plan.rows.filter((r) => r.questions.length > 0);
  const sections = plan.sections.filter((s) => s.guessed || s.section === '');
  const items = [
    ...asked.map((r) => element('li', {}, `№ ${r.number}. ${r.questions.join(' ')}`)),
    ...sections.map((s) =>
      element(
        'li',
        {},
        `${w.section} «${s.title}» (${w.line} ${s.row}) ${s.section === '' ? w.sectionUnknown : `${w.sectionGuessed} «${s.section}»`}.`,
      ),
    ),
    ...(plan.unused.length > 0
      ? [element('li', {}, `${w.unused} ${plan.unused.map((h) => `«${h}»`).join(', ')}.`)]
      : []),
  ];
  made.push(
    items.length > 0
      ? element('ul', { class: 'ask', tabindex: '0', 'aria-label': w.ask }, ...items)
      : element('p', { class: 'good' }, w.nothingToAsk),
  );
  if (plan.passed.length > 0)
    made.push(
      element(
        'details',
        {},
        element('summary', {}, `${w.passed}: ${plan.passed.length}`),
        element('ul', {}, ...plan.passed.map((p) => element('li', {}, `${w.line} ${p.row}: ${p.text}`))),
      ),
    );
  if (plan.repeatedHeaders > 0)
    made.push(element('p', { class: 'muted' }, `${w.repeated} ${plan.repeatedHeaders}.`));
  return made;
}

function rowCells(row: Row): (Node | string)[] {
  const more = [
    [
      row.responsible ? `${w.responsible} ${row.responsible}` : '',
      row.result ? `${w.result} ${row.result}` : '',
      row.everyOrganisation ? w.every : '',
      `${w.proof} ${row.rule}`,
    ]
      .filter((text) => text !== '')
      .join(' · '),
    ...row.remarks,
  ].filter((text) => text !== '');
  const outcome = w.outcomes[row.outcome];
  return [
    element('span', {}, row.number),
    element(
      'div',
      {},
      row.name || w.no,
      ...(outcome ? [element('p', { class: row.outcome === 'same' ? 'muted' : 'warn' }, outcome)] : []),
      ...more.map((text) => element('p', { class: 'muted small' }, text)),
    ),
    row.term || w.no,
    row.termKind,
    row.deadline.controlDates.map(shownDay).join('; ') || w.no,
    row.questions.length > 0 ? element('span', { class: 'warn' }, row.questions.join(' ')) : '',
  ];
}

function showDone(done: PlanDone, mode: Mode): void {
  const lines: readonly (readonly [string, number])[] = [
    ...(mode === 'replace' ? [[w.replaced, done.kept] as const] : []),
    [w.added, done.added],
    ...(mode === 'add' ? [[w.kept, done.kept] as const] : []),
    [w.left, done.left],
    [w.asked, done.asked],
  ];
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, w.done),
    ...lines
      .filter(([text, n]) => n > 0 || text === w.added)
      .map(([text, n]) => element('p', {}, `${text}: ${n}.`)),
    element('p', {}, w.next),
    againButton(),
  );
  (screen.querySelector('h1') as HTMLElement).focus();
}

function againButton(): HTMLElement {
  const button = element('button', { type: 'button' }, w.again);
  button.addEventListener('click', showSource);
  return button;
}

function table(head: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  const header = element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell))));
  return element(
    'div',
    { class: 'grid', tabindex: '0', role: 'region', 'aria-label': w.rows },
    element('table', {}, element('thead', {}, header), element('tbody', {}, ...body)),
  );
}

function field(title: string, control: HTMLElement): HTMLElement {
  return element('div', {}, element('label', { for: control.id }, title), control);
}

function radio(value: string, text: string, checked: boolean): HTMLElement {
  return element('label', {}, element('input', { type: 'radio', name: 'mode', value, checked }), ` ${text}`);
}
