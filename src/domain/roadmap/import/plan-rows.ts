import { type Cell, cellText } from '../../registry/cell';
import { foldKey } from '../../text/fold';
import { leadingNumber, type PlanNumber, planNumber } from './plan-number';
import { type PlanSection, sectionOf } from './plan-section';
import { fieldOf, type PassedLine, type PlanTables, type SourceRow, texts } from './plan-tables';
import { breaksOff, planText, startsInside, termText } from './plan-text';

/** A measure as the plan has it. */
export interface PlanItem {
  /** 1-based rows of the source that it was put together from. */
  readonly rows: number[];
  number: PlanNumber;
  /** Position in `sections`; -1 above the first one. */
  readonly section: number;
  name: string;
  term: string;
  responsible: string;
  result: string;
  /** What was done to it, in words. */
  readonly remarks: string[];
}

export interface PlanItems {
  readonly items: readonly PlanItem[];
  readonly sections: readonly PlanSection[];
  readonly passed: readonly PassedLine[];
}

/** A row of the source by its fields, before it is known what it is. */
interface ReadRow {
  readonly row: number;
  readonly number: PlanNumber;
  readonly name: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
  /** The only text of the row; '' where it has several. */
  readonly alone: string;
  /** That text stands where a title of a section may stand. */
  readonly leads: boolean;
  readonly mended: readonly string[];
}

const NOTE = /^(?:\*|примечани|итого|всего|сокращени|согласовано|утвержда)/i;

/** Tells measures, sections, continued rows and other lines apart. */
export function planItems({ rows: source, passed: above }: PlanTables): PlanItems {
  const rows = source.filter((r) => texts(r.cells).length > 0).map(readRow);
  const numbered = rows.some((r) => r.number.kind === 'dotted' || r.number.kind === 'whole');
  const dotted = rows.some((r) => r.number.kind === 'dotted');
  const items: PlanItem[] = [];
  const sections: (PlanSection & { items: number })[] = [];
  const notes: PassedLine[] = [];
  for (const [i, r] of rows.entries()) {
    // A row of a form that nobody filled; a note between the measures.
    if (r.alone !== '' && (planNumber(r.alone).kind !== 'none' || NOTE.test(r.alone))) {
      notes.push({ row: r.row, text: r.alone });
      continue;
    }
    const previous = items[items.length - 1];
    const here = previous?.section === sections.length - 1 ? previous : undefined;
    if (here && continues(r, here, numbered)) {
      join(here, r);
      continue;
    }
    const last = sections[sections.length - 1];
    if (last?.items === 0 && r.alone !== '' && startsInside(r.alone)) {
      const title = `${last.title} ${r.alone}`;
      sections[sections.length - 1] = { ...last, title, ...sectionOf(title, last.number) };
      continue;
    }
    const section = sectionTitle(r, dotted, rows[i + 1]);
    if (section) {
      sections.push({ row: r.row, ...section, ...sectionOf(section.title, section.number), items: 0 });
      continue;
    }
    if (last) last.items++;
    items.push({
      rows: [r.row],
      number: r.number,
      section: sections.length - 1,
      name: r.name,
      term: r.term,
      responsible: r.responsible,
      result: r.result,
      remarks: r.mended.map((words) => `Перенос слова убран: ${words}.`),
    });
  }
  // «* ЦМН – целевая модель», a signature: a title below which no measure stands.
  const empty = sections.filter((s) => s.items === 0);
  const kept = sections.filter((s) => s.items > 0);
  const passed = empty.map(({ row, number, title }) => ({ row, text: `${number} ${title}`.trim() }));
  return {
    items: items.map((item) => ({ ...item, section: kept.indexOf(sections[item.section]) })),
    sections: kept.map(({ items: _, ...section }) => section),
    passed: [...above, ...notes, ...passed].sort((a, b) => a.row - b.row),
  };
}

function readRow(source: SourceRow): ReadRow {
  const mended: string[] = [];
  const read = (text: string): string => {
    const made = planText(text);
    mended.push(...made.mended);
    return made.text;
  };
  const first = source.header.at.get('number')?.[0];
  const cell: Cell = first === undefined ? '' : (source.cells[first] ?? '');
  const name = fieldOf(source, 'name', read);
  const own = planNumber(cell);
  // A merged row, or a plan without a column of numbers: the number stands before the words.
  const inName = own.kind === 'none' && (own.unread === '' || planText(own.unread).text === name);
  const led = inName ? leadingNumber(name) : { number: own, rest: name };
  const all = texts(source.cells);
  const alone = all.length === 1 ? all[0] : '';
  const at = source.cells.findIndex((c) => planText(cellText(c)).text !== '');
  return {
    row: source.row,
    number: alone === '' || own.kind !== 'none' ? led.number : leadingNumber(alone).number,
    name: led.rest,
    term: fieldOf(source, 'term', termText),
    responsible: fieldOf(source, 'responsible', read),
    result: fieldOf(source, 'result', read),
    alone,
    leads: at <= Math.max(first ?? 0, source.header.at.get('name')![0]),
    mended,
  };
}

/** The row is the rest of the measure above: divided by a page, or cells of it merged down. */
function continues(r: ReadRow, above: PlanItem, numbered: boolean): boolean {
  if (r.number.kind !== 'none')
    return r.number.text === above.number.text && r.name !== '' && foldKey(r.name) === foldKey(above.name);
  if (r.number.unread !== '' && r.alone === '') return false;
  if (r.alone !== '') return !r.leads || startsInside(r.alone) || (numbered && breaksOff(above.name));
  if (r.name === '') return true;
  if (startsInside(r.name)) return numbered || r.term === '';
  return numbered && breaksOff(above.name);
}

function join(above: PlanItem, r: ReadRow): void {
  const same = r.number.kind !== 'none';
  // The only text of a row stands in one of the fields: the others are blank.
  if (!same && r.name !== '') above.name = planText(`${above.name}\n${r.name}`).text;
  above.term = together(above.term, r.term, ' ');
  above.responsible = together(above.responsible, r.responsible, ', ');
  above.result = together(above.result, r.result, '; ');
  above.remarks.push(
    `Строка ${r.row} присоединена к строке ${above.rows[0]}: ${same ? 'тот же номер и то же мероприятие' : 'это её продолжение'}.`,
  );
  above.rows.push(r.row);
}

/** Two parts of a cell: a sentence goes on with a space, another thing is set apart. */
function together(first: string, next: string, mark: string): string {
  if (next === '' || first === next) return first;
  if (first === '') return next;
  const goesOn = mark === ' ' || startsInside(next) || breaksOff(first);
  return goesOn ? planText(`${first}\n${next}`).text : `${first.replace(/[;,\s]+$/, '')}${mark}${next}`;
}

/** The number and the title of a section, or null: a measure. */
function sectionTitle(
  r: ReadRow,
  dotted: boolean,
  next: ReadRow | undefined,
): { readonly number: string; readonly title: string } | null {
  if (r.alone !== '') {
    const { number, rest } = leadingNumber(r.alone);
    return number.kind === 'dotted' || !r.leads ? null : { number: number.text, title: rest };
  }
  const bare = r.term === '' || r.term === r.name;
  const merged = r.term !== '' && r.term === r.name;
  if (!bare || r.name === '' || r.number.kind === 'none' || r.number.kind === 'dotted') return null;
  const others = [r.responsible, r.result].filter((text) => text !== '' && text !== r.name);
  if (others.length > 0) return null;
  // In a plan of whole numbers «5 | name» may be a measure without a term, unless the numbers begin anew below it.
  const anew =
    next !== undefined && next.number.kind === 'whole' && Number(next.number.text) <= Number(r.number.text);
  return merged || r.number.kind === 'roman' || dotted || anew
    ? { number: r.number.text, title: r.name }
    : null;
}
