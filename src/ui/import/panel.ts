/** The dialog of the import: a table in, a preview of every row, then the records. */
import type { ImportedRow, ImportOutcome, ImportPreview, ImportScreen } from '../../app/import-rows';
import type { Cell } from '../../domain/registry/cell';
import { attempting } from '../kit/attempt';
import { CallError, call } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { pastedRows } from '../kit/pasted';
import { type Sheet, sheetsOf } from '../kit/xlsx';
import { words } from './words';

const w = words();
const input = pageInput<ImportScreen>();
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;
const attempt = attempting(state);

interface Request extends Record<string, unknown> {
  readonly tab?: string;
  readonly grid: readonly (readonly Cell[])[];
  readonly organisation: string;
  readonly status: string;
  readonly choices: Record<string, string>;
}

showSource();

function showSource(): void {
  const file = element('input', { type: 'file', id: 'file', accept: '.xlsx,.csv,.txt' });
  const sheet = element('select', { id: 'sheet' });
  const sheetField = field(w.sheet, sheet);
  sheetField.hidden = true;
  const paste = element('textarea', { id: 'paste', spellcheck: 'false' });
  const registry = choice('registry', [['', w.guess], ...input.registries]);
  const organisation = choice('organisation', [['', w.none], ...input.organisations]);
  const status = choice('status', [
    ['Черновик', w.draft],
    ['Действует', w.inForce],
  ]);
  if (input.organisations.length === 1) organisation.value = input.organisations[0][0];
  let sheets: Sheet[] = [];
  file.addEventListener('change', () => {
    void attempt(async () => {
      sheets = [];
      sheetField.hidden = true;
      const chosen = file.files?.[0];
      if (!chosen) return;
      if (!/\.xlsx$/i.test(chosen.name)) {
        paste.value = await textOf(chosen);
        return;
      }
      sheets = await sheetsOf(chosen).catch(() => {
        throw new CallError(w.unreadable);
      });
      sheet.replaceChildren(...sheets.map((s, i) => element('option', { value: String(i) }, s.name)));
      sheetField.hidden = sheets.length < 2;
    });
  });
  const mode = element(
    'fieldset',
    { class: 'choices' },
    element('legend', {}, w.mode),
    radio('mode', 'all', w.all, true),
    radio('mode', 'good', w.good, false),
  );
  const button = element('button', { type: 'submit', class: 'main' }, w.preview);
  const form = element(
    'form',
    {},
    element('p', { class: 'muted' }, w.about),
    field(w.file, file),
    sheetField,
    field(w.paste, paste),
    field(w.registry, registry),
    field(w.organisation, organisation),
    field(w.status, status),
    mode,
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(async () => {
      const grid =
        sheets.length > 0 ? await sheets[Number(sheet.value || 0)].read() : pastedRows(paste.value);
      if (grid.length === 0) throw new CallError(w.empty);
      const chosenMode = new FormData(form).get('mode') === 'good' ? 'good' : 'all';
      const request: Request = {
        ...(registry.value ? { tab: registry.value } : {}),
        grid,
        organisation: organisation.value,
        status: status.value,
        choices: {},
      };
      await showPreview(request, chosenMode);
    }, button);
  });
  screen.replaceChildren(element('h1', {}, w.title), form);
  file.focus();
}

async function showPreview(request: Request, mode: 'all' | 'good'): Promise<void> {
  state.textContent = w.working;
  const preview = await call<ImportPreview>('importPreview', request);
  const choices = preview.columns.map((column) => {
    const select = element(
      'select',
      { 'aria-label': `${w.ours}: ${column.header || column.letter}` },
      element('option', { value: '' }, w.skip),
      ...preview.targets.map(({ key, title }) => element('option', { value: key }, title)),
    );
    select.value = column.key;
    return { column, select };
  });
  const titleOf = (key: string) => preview.targets.find((t) => t.key === key)?.title ?? '';
  const columns = table(
    [w.theirs, w.sample, w.ours],
    choices.map(({ column, select }) => [
      `${column.letter}. ${column.header}`,
      column.sample,
      column.resembles
        ? element(
            'div',
            {},
            select,
            element('span', { class: 'warn' }, `${w.maybe} ${titleOf(column.resembles)}`),
          )
        : select,
    ]),
  );
  const recount = element('button', { type: 'button' }, w.recount);
  recount.addEventListener('click', () => {
    const chosen = Object.fromEntries(choices.map(({ column, select }) => [String(column.at), select.value]));
    void attempt(() => showPreview({ ...request, tab: preview.tab, choices: chosen }, mode), recount);
  });
  const { add, exists, skip, bad } = preview.counts;
  const blocked = add === 0 || (mode === 'all' && bad > 0);
  const write = element('button', { type: 'button', class: 'main' }, `${w.write}: ${add}`);
  write.disabled = blocked;
  write.addEventListener('click', () => {
    void attempt(async () => {
      state.textContent = w.writing;
      showOutcome(await call<ImportOutcome>('importRows', { ...request, tab: preview.tab, mode }));
    }, write);
  });
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, `${w.title}: ${preview.title}`),
    element(
      'p',
      {},
      `${add} — ${w.add}; ${exists} — ${w.exists}; ${skip > 0 ? `${skip} — ${w.skipped}; ` : ''}`,
      element('span', { class: bad > 0 ? 'bad' : '' }, `${bad} — ${w.bad}`),
      '.',
    ),
    ...(preview.missing.length > 0
      ? [element('p', { class: 'warn' }, `${w.missing} ${preview.missing.join(', ')}.`)]
      : []),
    ...(blocked && bad > 0 && mode === 'all' ? [element('p', { class: 'bad' }, w.blocked)] : []),
    write,
    element('h2', {}, `${w.columns} (${w.header} ${preview.headerRow})`),
    columns,
    recount,
    ...rowsTable(preview.rows, preview.hidden, w.outcomes),
    againButton(),
  );
  (screen.querySelector('h1') as HTMLElement).focus();
}

function showOutcome(outcome: ImportOutcome): void {
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, `${w.done}: ${outcome.title}`),
    element('p', { class: 'good' }, `${w.added}: ${outcome.added}.`),
    ...(outcome.bad > 0 ? [element('p', { class: 'bad' }, `${w.left}: ${outcome.bad}.`)] : []),
    ...rowsTable(outcome.rows, outcome.hidden, w.outcomesDone),
    againButton(),
  );
  (screen.querySelector('h1') as HTMLElement).focus();
}

function rowsTable(
  rows: readonly ImportedRow[],
  hidden: number,
  outcomes: Readonly<Record<ImportedRow['outcome'], string>>,
): HTMLElement[] {
  if (rows.length === 0) return [];
  const remarks = (row: ImportedRow) =>
    element(
      'ul',
      {},
      ...row.findings.map((f) =>
        element(
          'li',
          { class: f.severity === 'error' ? 'bad' : '' },
          `${f.column ? `«${f.column}»: ` : ''}${f.message} ${f.instruction}`,
        ),
      ),
    );
  return [
    element('h2', {}, w.rows),
    table(
      [w.row, w.outcome, w.remarks],
      rows.map((row) => [
        String(row.row),
        `${outcomes[row.outcome]}${row.id ? ` ${row.id}` : ''}`,
        row.findings.length > 0 ? remarks(row) : '',
      ]),
    ),
    ...(hidden > 0 ? [element('p', { class: 'muted' }, `${w.hidden} ${hidden}.`)] : []),
  ];
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
    { class: 'grid', tabindex: '0', role: 'region', 'aria-label': head.join(', ') },
    element('table', {}, element('thead', {}, header), element('tbody', {}, ...body)),
  );
}

function field(title: string, control: HTMLElement): HTMLElement {
  return element('div', {}, element('label', { for: control.id }, title), control);
}

function choice(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return element('select', { id }, ...options.map(([value, text]) => element('option', { value }, text)));
}

function radio(name: string, value: string, text: string, checked: boolean): HTMLElement {
  return element('label', {}, element('input', { type: 'radio', name, value, checked }), ` ${text}`);
}

/** UTF-8, or the code page in which Excel saves CSV here. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : text;
}
