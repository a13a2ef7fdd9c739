import type { Cell, Grid } from '../../registry/cell';
import { foldKey } from '../../text/fold';
import { shortDate } from '../../text/print-date';
import type { Deadline, Period } from '../deadline/deadline';
import { everyOrganisation } from './every-organisation';
import { guessRule } from './guess-rule';
import { numberItems } from './number-items';
import { prefixOf } from './plan-number';
import { planItems } from './plan-rows';
import { type PlanSection, sectionOf } from './plan-section';
import { type PassedLine, type PlanFault, planTables } from './plan-tables';
import { type Standing, standingRows } from './standing-rows';

/** How terms are read: the parser is an argument, so that its words are settled in one place. */
export interface TermReading {
  readonly parse: (text: string, plan: Period) => Deadline;
  /** A value of the enumeration `termKind`. */
  readonly kindOf: (deadline: Deadline) => string;
  readonly plan: Period;
}

/**
 * `new` is written; `same` is there; `changed` is there with other words and stays as it is; `conflict`: the number belongs
 * to another measure; `doubled`: the number stands in the plan twice; `incomplete`: a measure without a name.
 */
export type PlanOutcome = 'new' | 'same' | 'changed' | 'conflict' | 'doubled' | 'incomplete';

/** One measure of a plan and what becomes of it. */
export interface PreviewRow {
  /** 1-based rows of the source. */
  readonly rows: readonly number[];
  readonly number: string;
  readonly section: string;
  readonly name: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
  /** A guess by who is responsible. */
  readonly everyOrganisation: boolean;
  readonly deadline: Deadline;
  /** A value of `termKind`. */
  readonly termKind: string;
  /** A value of `evidenceRule`: a guess by the words of the measure. */
  readonly rule: string;
  readonly outcome: PlanOutcome;
  /** What a person should settle, in words. */
  readonly questions: readonly string[];
  /** What was done to the row, in words. */
  readonly remarks: readonly string[];
}

export interface PlanPreview {
  /** 1-based row of the source where the header stands. */
  readonly headerRow: number;
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  /** Headers of columns that are not taken over. */
  readonly unused: readonly string[];
  readonly passed: readonly PassedLine[];
  readonly repeatedHeaders: number;
  readonly sections: readonly PlanSection[];
  readonly rows: readonly PreviewRow[];
}

/**
 * What a plan would become on the tab «Дорожная карта». Nothing is written.
 * @param tables tables of the source: one of a spreadsheet, all those of a document
 * @param roadmap the tab as it stands, its header first
 * @param replace the plan takes the place of what stands there: numbers of the tab do not matter
 */
export function previewPlan(
  tables: readonly Grid[],
  roadmap: Grid,
  reading: TermReading,
  replace: boolean,
): PlanPreview | PlanFault {
  const found = planTables(tables);
  if (typeof found === 'string') return found;
  const plan = planItems(found);
  const standing = replace ? [] : standingRows(roadmap).filter((row) => row.number !== '');
  const byNumber = new Map(standing.map((row) => [row.number, row]));
  const ids = new Map(standing.map((row) => [row.id, row]));
  const names = new Map(standing.map((row) => [row.number, foldKey(row.texts.name ?? '')]));
  const numbered = numberItems(plan, names);
  const numbers = new Set(numbered.map((n) => n.number));
  const rows = numbered.map(({ item, number, doubles, remarks }): PreviewRow => {
    const section =
      item.section >= 0 ? plan.sections[item.section].section : sectionOf('', prefixOf(number)).section;
    const deadline = reading.parse(item.term, reading.plan);
    const told = [...item.remarks, ...remarks];
    const there = byNumber.get(number);
    const asked = deadline.question === '' ? [] : [deadline.question];
    let outcome: PlanOutcome = 'new';
    if (item.name === '') {
      outcome = 'incomplete';
      asked.unshift('Нет наименования мероприятия: впишите его в плане.');
    } else if (doubles > 0) {
      outcome = 'doubled';
      asked.unshift(
        `Номер ${number} уже стоит в строке ${doubles} плана: исправьте номер в плане, эта строка не вносится.`,
      );
    } else if (there && names.get(number) === foldKey(item.name)) {
      const differences = differing(there, item);
      outcome = differences.length > 0 ? 'changed' : 'same';
      told.push(...differences);
    } else if (there || ids.has(`RM-${number}`)) {
      outcome = 'conflict';
      const other = there ?? ids.get(`RM-${number}`)!;
      asked.unshift(
        `Под номером ${number} на вкладке другое мероприятие: «${other.texts.name ?? ''}». Эта строка не вносится: исправьте номер в плане или замените план целиком.`,
      );
    } else {
      const alike = standing.find((row) => names.get(row.number) === foldKey(item.name));
      if (alike && !numbers.has(alike.number))
        asked.push(`Такое мероприятие уже есть под номером ${alike.number}: не одно ли это и то же?`);
    }
    const every = everyOrganisation(item.responsible, section);
    return {
      rows: item.rows,
      number,
      section,
      name: item.name,
      term: item.term,
      responsible: item.responsible,
      result: item.result,
      everyOrganisation: every,
      rule: guessRule({ name: item.name, result: item.result, everyOrganisation: every }),
      deadline,
      termKind: reading.kindOf(deadline),
      outcome,
      questions: asked,
      remarks: told,
    };
  });
  return {
    headerRow: found.headerRow,
    columns: found.header.used,
    unused: found.header.unused,
    passed: plan.passed,
    repeatedHeaders: found.repeated,
    sections: plan.sections,
    rows,
  };
}

/** The row as cells of the tab by column key. Columns that it does not name are left to their owners. */
export function roadmapCells(row: PreviewRow): Readonly<Record<string, Cell>> {
  return {
    id: `RM-${row.number}`,
    number: row.number,
    section: row.section,
    name: row.name,
    term: row.term,
    termKind: row.termKind,
    from: row.deadline.start === '' ? '' : { date: row.deadline.start },
    controlDates: row.deadline.controlDates.map(shortDate).join('; '),
    responsible: row.responsible,
    result: row.result,
    everyOrganisation: row.everyOrganisation ? 'да' : 'нет',
    rule: row.rule,
  };
}

const COMPARED: readonly (readonly ['term' | 'responsible' | 'result', string])[] = [
  ['term', 'Срок'],
  ['responsible', 'Ответственный'],
  ['result', 'Результат'],
];

function differing(
  there: Standing,
  item: Readonly<Record<'term' | 'responsible' | 'result', string>>,
): string[] {
  return COMPARED.filter(([key]) => foldKey(item[key]) !== foldKey(there.texts[key] ?? '')).map(
    ([key, title]) =>
      `${title}: в плане «${item[key]}», на вкладке «${there.texts[key] ?? ''}». Ячейка не меняется.`,
  );
}
