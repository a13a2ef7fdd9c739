import type { Attached, Field } from './editor';
import type { GridWords } from './words';

/** The browser's own calendar beside the text: what is picked is written as people write it, dd.mm.yyyy. */
export function attachDate(box: HTMLElement, field: Field, words: GridWords): Attached {
  const picker = document.createElement('input');
  picker.type = 'date';
  picker.className = 'date';
  picker.setAttribute('aria-label', words.pickDate);
  picker.tabIndex = -1;
  picker.value = isoOf(field.value);
  const write = () => {
    if (picker.value === '') return;
    field.value = picker.value.split('-').reverse().join('.');
    field.focus();
  };
  picker.addEventListener('change', write);
  picker.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    field.focus();
  });
  field.addEventListener('input', () => {
    picker.value = isoOf(field.value);
  });
  box.classList.add('dated');
  box.append(picker);
  return {
    key(event) {
      if (!event.altKey || event.key !== 'ArrowDown') return false;
      picker.focus();
      try {
        picker.showPicker();
      } catch {
        // Some browsers open it on a click only; the focus is there.
      }
      return true;
    },
  };
}

function isoOf(text: string): string {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  return parts ? `${parts[3]}-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}` : '';
}
