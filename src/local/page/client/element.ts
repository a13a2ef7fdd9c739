type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * An element with attributes and children; texts become text nodes, never HTML. `true` gives an empty attribute, `false`
 * and undefined none.
 * @example element('button', { type: 'button', class: 'main' }, 'Сохранить')
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  made.append(...children);
  return made;
}

/** A button that does one thing. */
export function button(caption: Child, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, caption);
  made.addEventListener('click', act);
  return made;
}
