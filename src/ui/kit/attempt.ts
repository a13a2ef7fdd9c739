/**
 * Runs the work of a button: the button waits, and what went wrong is said in the line of the state.
 * @param state the line, read aloud by its role
 */
export function attempting(
  state: HTMLElement,
): (work: () => Promise<void>, button?: HTMLButtonElement) => Promise<void> {
  return async (work, button) => {
    state.className = 'muted';
    state.textContent = '';
    if (button) button.disabled = true;
    try {
      await work();
      state.textContent = '';
    } catch (error) {
      state.className = 'bad';
      state.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      if (button) button.disabled = false;
    }
  };
}
