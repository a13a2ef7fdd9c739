import type { Cell } from '../../registry/cell';
import { cellText } from '../../registry/cell';
import { foldKey } from '../../text/fold';
import { planText } from './plan-text';

/** What a column of a plan may hold. */
export type PlanField = 'number' | 'name' | 'term' | 'responsible' | 'result';

/** The columns of a plan by its header. */
export interface PlanHeader {
  /** Field → 0-based positions; several where the plan has two columns of results, or a merged header. */
  readonly at: ReadonlyMap<PlanField, readonly number[]>;
  readonly used: readonly { readonly header: string; readonly field: PlanField }[];
  /** Headers of columns that are not taken over. */
  readonly unused: readonly string[];
}

/** In this order: «Срок реализации мероприятий» is a term, «Ответственный за мероприятие» is no name. */
const FIELDS: readonly (readonly [PlanField, RegExp])[] = [
  ['number', /^(?:n{0,2}|номер|номера)(?:пп|пункта?(?:плана)?|строки)?$/],
  ['term', /^(?:срок|дата|период(?:реализации|исполнения|проведения)?$)/],
  ['responsible', /ответствен|исполнител/],
  ['result', /результат|виддокумент|^документ|итоговыйдокумент/],
  ['name', /меропри|^наименование|^содержание(?:работы|деятельности)?$/],
];

/** A longer text is no header. */
const LONGEST = 120;

/** The header of a plan, or null: it names at least the measure and its term. */
export function planHeader(row: readonly Cell[]): PlanHeader | null {
  const at = new Map<PlanField, number[]>();
  const first = new Map<PlanField, string>();
  const used: { header: string; field: PlanField }[] = [];
  const unused: string[] = [];
  for (const [position, cell] of row.entries()) {
    const header = planText(cellText(cell)).text;
    if (header === '') continue;
    const key = foldKey(header).replace(/[^\p{L}\p{N}]+/gu, '');
    const field = header.length > LONGEST ? null : fieldOf(key, header);
    // Two columns may tell of the result or of who does it; a second name or term is another thing.
    const known = field === null ? undefined : first.get(field);
    const another = known !== undefined && known !== key && field !== 'result' && field !== 'responsible';
    if (field === null || another) {
      if (!unused.includes(header)) unused.push(header);
      continue;
    }
    if (known === undefined) first.set(field, key);
    at.set(field, [...(at.get(field) ?? []), position]);
    if (!used.some((u) => u.header === header)) used.push({ header, field });
  }
  const [name, term] = [first.get('name'), first.get('term')];
  return name === undefined || term === undefined || name === term ? null : { at, used, unused };
}

function fieldOf(key: string, header: string): PlanField | null {
  if (key === '' && !header.includes('№')) return null;
  return FIELDS.find(([, words]) => words.test(key))?.[0] ?? null;
}
