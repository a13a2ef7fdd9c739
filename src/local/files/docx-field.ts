/** Fields inside a paragraph: instruction, then the text it last gave. */
/** Fields that are open, the innermost last. */
export interface Field {
  inField: { instruction: string; shown: boolean }[];
}

export function nextField(open: Field['inField'], type: string | undefined): Field['inField'] {
  if (type === 'begin') return [...open, { instruction: '', shown: false }];
  if (type === 'end') return open.slice(0, -1);
  return open.map((field, i) => (i === open.length - 1 ? { ...field, shown: true } : field));
}

export function isPageField(instruction: string): boolean {
  return /^\s*(PAGE|NUMPAGES)\b/i.test(instruction);
}
