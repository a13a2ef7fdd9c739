type Child = Node | string;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with attributes and children; texts become text nodes, never HTML. `true` gives an empty attribute, `false`
 * and undefined none.
 * @example element('button', { type: 'submit', class: 'main' }, 'Сохранить')
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

/** What the server put into the page. */
export function pageInput<T>(): T {
  return JSON.parse(document.body.dataset.input || 'null') as T;
}
