import { button, element } from '../element';
import type { ColumnFilter, Grid } from '../grid/contract';
import { words } from '../words/words';
import { openDialog } from './dialog';

/** More lines than this are not looked through by eye: the search narrows them. */
const SHOWN = 300;

interface Column {
  readonly column: number;
  readonly name: string;
  /** Rows that are looked through. */
  readonly from: number;
  readonly to: number;
}

/** Chooses which texts of a column are shown; of this window only. */
export async function openFilter(grid: Grid, { column, name, from, to }: Column): Promise<void> {
  const dialog = openDialog(words.filterOf(name), { closed: () => grid.focus() });
  const status = element('p', { class: 'muted', role: 'status' }, words.loading);
  dialog.body.append(status);
  const values = await grid.values(column);
  const counts = new Map<string, number>();
  for (let row = from; row < to; row++) {
    const text = grid.cell(row, column)?.t ?? '';
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const chosen = new Set(chosenBefore(grid.filters().get(column), values));
  const search = element('input', { type: 'search', autocomplete: 'off' });
  const list = element('ul', { class: 'filter-values' });
  const found = () => {
    const wanted = search.value.trim().toLowerCase();
    return wanted === '' ? values : values.filter((one) => one.toLowerCase().includes(wanted));
  };
  const draw = () => {
    const now = found();
    list.replaceChildren(
      ...now.slice(0, SHOWN).map((value) => {
        const box = element('input', { type: 'checkbox' });
        box.checked = chosen.has(value);
        box.addEventListener('change', () => {
          if (box.checked) chosen.add(value);
          else chosen.delete(value);
          say();
        });
        const count = counts.get(value);
        return element(
          'li',
          {},
          element(
            'label',
            {},
            box,
            element('span', {}, value === '' ? words.blank : value),
            element('span', { class: 'muted' }, count === undefined ? '' : String(count)),
          ),
        );
      }),
    );
    if (now.length > SHOWN) list.append(element('li', { class: 'muted' }, words.narrow(now.length - SHOWN)));
    say();
  };
  const say = () => {
    status.textContent = words.chosen(chosen.size, values.length);
  };
  const all = (on: boolean) => {
    for (const value of found()) {
      if (on) chosen.add(value);
      else chosen.delete(value);
    }
    draw();
  };
  const apply = () => {
    dialog.close();
    const all = chosen.size === values.length;
    void grid.setFilter(column, all ? null : { values: values.filter((one) => chosen.has(one)) });
  };
  search.addEventListener('input', draw);
  dialog.body.append(
    element('label', {}, words.search, search),
    element(
      'div',
      { class: 'line' },
      button(words.selectAll, () => all(true)),
      button(words.selectNone, () => all(false)),
    ),
    list,
    element('div', { class: 'buttons' }, button(words.apply, apply, { class: 'main' })),
  );
  draw();
  search.focus();
}

function chosenBefore(filter: ColumnFilter | undefined, values: readonly string[]): readonly string[] {
  if (!filter) return values;
  if ('values' in filter) return filter.values;
  const wanted = filter.text.toLowerCase();
  return values.filter((one) => one.toLowerCase().includes(wanted));
}
