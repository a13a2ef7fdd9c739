import type { CardError } from '../../app/card-record';
import type { Card, CardField } from '../../app/card-screen';
import { shownDay } from '../kit/day';
import { isDue } from '../kit/due';
import { element } from '../kit/element';
import { named, whenNamesCome } from '../kit/names';
import { picker } from '../kit/picker';
import type { RUSSIAN } from './words';

/** A field of the card on the screen. */
export interface ShownField {
  readonly field: CardField;
  readonly root: HTMLElement;
  readonly control: HTMLElement;
  value(): string;
  /** Shows or hides a field that is needed only sometimes; true when it has just appeared. */
  watch(shown: Readonly<Record<string, string>>): boolean;
  tell(errors: readonly CardError[]): void;
}

type Words = typeof RUSSIAN;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function shownField(
  field: CardField,
  value: string,
  lists: Card['lists'],
  words: Words,
  changed: () => void,
): ShownField {
  const id = `field-${field.key}`;
  const control = controlFor(id, field, value, lists, words, changed);
  const star = element('span', { 'aria-hidden': 'true' }, ' *');
  const help = element('p', { id: `${id}-help`, class: 'help muted' }, field.help);
  const errors = element('div', { id: `${id}-errors` });
  control.input.setAttribute('aria-describedby', `${id}-errors ${id}-help`);
  const root = element(
    'div',
    { class: 'field', lang: 'ru' },
    element('label', { for: id }, field.title, star),
    control.root,
    errors,
    help,
  );
  if (field.key === 'name') root.append(nameBeside(control.value));
  const { required } = field;
  star.hidden = required === false;
  return {
    field,
    root,
    control: control.input,
    value: control.value,
    watch(shown) {
      const due = typeof required === 'boolean' ? required : isDue(required, shown);
      control.input.setAttribute('aria-required', String(due));
      star.hidden = !due;
      if (typeof required === 'boolean') return false;
      const was = root.hidden;
      root.hidden = !due && control.value() === '' && errors.childElementCount === 0;
      return was && !root.hidden;
    },
    tell(found) {
      const bad = found.some((e) => e.severity === 'error');
      if (bad) control.input.setAttribute('aria-invalid', 'true');
      else control.input.removeAttribute('aria-invalid');
      errors.replaceChildren(
        ...found.map(({ severity, message, instruction }) => {
          const sign = severity === 'error' ? words.error : words.warning;
          return element(
            'p',
            { class: severity === 'error' ? 'bad' : 'warn' },
            element('strong', {}, `${sign}: `),
            instruction === field.help ? message : `${message} ${instruction}`,
          );
        }),
      );
    },
  };
}

function controlFor(
  id: string,
  field: CardField,
  value: string,
  lists: Card['lists'],
  words: Words,
  changed: () => void,
): { root: HTMLElement; input: Control; value: () => string } {
  const { options, multi, free, type } = field;
  if (field.lists.length > 0 || (options !== null && (multi || free))) {
    const texts = options ?? field.lists.flatMap((tab) => (lists[tab] ?? []).map(([text]) => text));
    return withInput(picker({ id, label: field.title, value, multi, free, options: () => texts, changed }));
  }
  if (options !== null) return plain(select(id, options, value, words.none), changed);
  if (field.long || value.length > 60 || value.includes('\n')) {
    const area = element('textarea', { id, rows: '3' });
    area.value = value;
    return plain(area, changed);
  }
  const input = element('input', { id, type: 'text', autocomplete: 'off' });
  input.value = value;
  if (type === 'date') {
    input.placeholder = words.day;
    input.addEventListener('blur', () => {
      input.value = shownDay(input.value);
    });
  } else if (type === 'count' || type === 'number' || type === 'years') input.inputMode = 'decimal';
  else if (type === 'url') input.inputMode = 'url';
  return plain(input, changed);
}

function withInput({ root, input, value }: ReturnType<typeof picker>) {
  return { root, input, value };
}

function plain(input: Control, changed: () => void) {
  input.addEventListener('input', changed);
  input.addEventListener('change', changed);
  return { root: input, input, value: () => input.value.trim() };
}

/** A value that is not in the list stays visible: it is what stands in the cell. */
function select(id: string, options: readonly string[], value: string, none: string): HTMLSelectElement {
  const all = value === '' || options.includes(value) ? options : [value, ...options];
  const made = element('select', { id }, element('option', { value: '' }, none));
  for (const text of all) made.append(element('option', { value: text }, text));
  made.value = value;
  return made;
}

/** The name behind the code that stands in the field. */
function nameBeside(value: () => string): HTMLElement {
  const line = element('p', { class: 'muted' });
  const show = () => {
    const text = named(value());
    line.textContent = text === value() ? '' : text;
  };
  whenNamesCome(show);
  show();
  return line;
}
