interface ShortcutActs {
  save(): void;
  find(): void;
  undo(): void;
  redo(): void;
  keys(): void;
  leave(backwards: boolean): void;
}

/** Keys of the whole page. By the place of a key, not by its letter: a Russian layout has no Z. */
export function listen(acts: ShortcutActs): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const act = shortcut(event, acts);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function shortcut(event: KeyboardEvent, acts: ShortcutActs): (() => void) | null {
  if (event.key === 'F6') return () => acts.leave(event.shiftKey);
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.code) {
    case 'KeyS':
      return acts.save;
    case 'KeyF':
      return acts.find;
    case 'Slash':
      return acts.keys;
    // In a field these belong to its own text.
    case 'KeyZ':
      return typing(event) ? null : event.shiftKey ? acts.redo : acts.undo;
    case 'KeyY':
      return typing(event) ? null : acts.redo;
    default:
      return null;
  }
}

function typing({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
