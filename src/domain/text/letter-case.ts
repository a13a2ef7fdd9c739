/** A label inside a sentence: «Методика преподавания» → «методика преподавания», «ИОМ» stays. */
export function lowered(label: string): string {
  return /^[А-ЯЁ][а-яё\s]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}

/** The first letter large; '' stays. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
