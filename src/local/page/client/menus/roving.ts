/** Where an arrow, Home or End leads in a ring of items; null = another key. */
export function step(key: string, at: number, count: number, way: 'vertical' | 'horizontal'): number | null {
  const [back, on] = way === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  if (count === 0) return null;
  if (key === back) return (at - 1 + count) % count;
  if (key === on) return (at + 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** The next item whose caption starts with the letter typed. */
export function byLetter(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
): number | null {
  if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey) return null;
  const letter = key.toLowerCase();
  for (let i = 1; i <= items.length; i++) {
    const index = (at + i) % items.length;
    if (items[index]?.textContent?.trim().toLowerCase().startsWith(letter)) return index;
  }
  return null;
}
