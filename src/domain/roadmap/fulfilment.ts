import { hasColumn } from '../registry/read';
import { tabs as tabsOf } from '../registry/tabs';
import type { Registry } from '../registry/workbook';
import { addDays, type DateText, daysBetween } from '../text/calendar';
import { chainOf, hidesOwn } from './april-chain';
import { ruleOf } from './evidence';
import type { Case, EvidenceRule, Judged } from './evidence/evidence-rule';
import { actsOn, type Own, sourcesOf } from './evidence/sources';
import type { Fulfilment, MatrixCell, MeasureState } from './fulfilment-report';
import { measureState } from './measure-state';
import { type Measure, marksOf, measuresOf, type Override } from './measures';
import type { Obligation } from './obligation';
import { isSaidBy, isShown, markFor, overridden } from './overrides';
import { type Day, dueOn, type PreparedFulfilment, type PreparedMeasure, startOf } from './prepared';
import { isDone, isSettled, STATUS } from './statuses';
import type { WorkingCalendar } from './working-calendar';

/** A period that is nearly over is spoken of so many days ahead. */
const AHEAD = 14;

/**
 * @param errors open errors of each organisation's rows, accepted ones left out; null: not known, then they do not count
 */
export function prepareFulfilment(
  registry: Registry,
  errors: ReadonlyMap<string, number> | null,
): PreparedFulfilment {
  const { settings } = registry;
  const planStart = settings.date('planStart');
  const known = measuresOf(registry);
  const marks = marksOf(registry, known);
  const measures = known.map((measure): PreparedMeasure => {
    const rule = ruleOf(measure.rule);
    const goesOn = isContinuous(measure);
    return {
      measure,
      rule,
      marks: marks.filter((m) => m.number === measure.number),
      unknown: unknownWords(registry, rule),
      goesOn,
      waits: !goesOn && measure.controlDates.length === 0,
      start: measure.from || planStart,
      owner: ownerOf(measure, settings.text('institute')),
      title: rule.task || measure.name,
    };
  });
  return { sources: sourcesOf(registry, errors), measures };
}

const CONTINUOUS = /непрерывно|по программам|по мере необходимости/i;

/** A term that somebody else sets has no date at first; once there are dates, they are what counts. */
function isContinuous({ termKind, controlDates }: Measure): boolean {
  return controlDates.length === 0 ? CONTINUOUS.test(termKind) : /\+\s*непрерывно/i.test(termKind);
}

/** External owners are not written to; a measure that also names somebody of ours is ours. */
function ownerOf({ everyOrganisation, responsible }: Measure, institute: string): Obligation['owner'] {
  if (everyOrganisation) return 'curator';
  const named = responsible
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const external = (name: string) =>
    /^(?:ИРО|ЦНППМ|Министерство)/i.test(name) || (institute !== '' && name === institute);
  return named.length > 0 && named.every(external) ? 'nobody' : 'coordinator';
}

/** A column that was renamed or taken away makes things unknown, never overdue. */
function unknownWords({ tabs, settings }: Registry, rule: EvidenceRule): string {
  if (rule.people && settings.text('storageMode') === 'Только агрегаты')
    return 'Реестры людей не ведутся: исполнение видно только по вкладке «Отметки исполнения»';
  for (const [key, ...columns] of rule.needs) {
    const read = tabs[key];
    if (!read.present) return `Нет вкладки «${read.tab.title}»`;
    for (const column of columns)
      if (!hasColumn(read, column))
        return `На вкладке «${read.tab.title}» нет столбца «${read.tab.columns.find((c) => c.key === column)!.title}»`;
  }
  return '';
}

/**
 * How every measure stands on a day, for the municipality and for each organisation. Facts dated later do not count, so
 * that a day of the past, and each day of a rehearsal, is seen as it was or will be.
 */
export function fulfilmentOn(
  { sources, measures }: PreparedFulfilment,
  today: DateText,
  calendar: WorkingCalendar,
): Fulfilment {
  const acting = sources.organisations.filter((own) => actsOn(own, today));
  const on: Day = {
    today,
    calendar,
    sources,
    acting,
    actingIds: new Set(acting),
    rule: sources.settings.text('dayOffRule'),
    planEnd: sources.settings.date('planEnd'),
    dues: new Map(),
  };
  const obligations: Obligation[] = [];
  const cells: MatrixCell[] = [];
  const states: MeasureState[] = [];
  for (const prepared of measures) {
    const { measure } = prepared;
    const own: Obligation[] = [];
    const ownCells: MatrixCell[] = [];
    if (measure.everyOrganisation)
      for (const organisation of sources.organisations) judgeAll(prepared, organisation, on, own, ownCells);
    if (!measure.everyOrganisation || (prepared.rule.sums && acting.length > 0))
      judgeAll(prepared, null, on, own, null);
    obligations.push(...own);
    cells.push(...ownCells);
    states.push(measureState(prepared, own, ownCells, on));
  }
  return {
    today,
    obligations,
    measures: states,
    organisations: acting.map(({ organisation: { id, name } }) => ({ id, name })),
    cells,
  };
}

/** All obligations of one organisation (null: of the municipality) by one measure, and its cells of the matrix. */
function judgeAll(
  prepared: PreparedMeasure,
  own: Own | null,
  on: Day,
  obligations: Obligation[],
  cells: MatrixCell[] | null,
): void {
  const { measure, goesOn, waits } = prepared;
  const { controlDates } = measure;
  const cell = (controlDate: DateText | '', { status, manual }: Obligation) =>
    cells?.push({
      measureId: measure.id,
      number: measure.number,
      organisation: own!.organisation.id,
      controlDate: controlDates.length > 1 ? controlDate : '',
      status,
      manual,
    });
  if (waits) {
    const only = waiting(prepared, own, on);
    obligations.push(only);
    cell('', only);
    return;
  }
  let last: Obligation | null = null;
  let allDone = true;
  controlDates.forEach((controlDate, i) => {
    const dated = datedOne(prepared, own, i, on);
    const steps = dated.status === STATUS.notApplicable ? [] : chainOf(prepared, own, controlDate, dated, on);
    obligations.push(hidesOwn(steps) ? { ...dated, open: false } : dated, ...steps);
    if (!isDone(dated.status) && dated.status !== STATUS.notApplicable) allDone = false;
    if (last !== null) cell(last.controlDate, last);
    last = dated;
  });
  const dated = last as Obligation | null;
  if (!goesOn) {
    if (dated) cell(dated.controlDate, dated);
    return;
  }
  // While the dated part is open there is nothing to keep fresh yet: one reminder of one thing.
  if (dated !== null && (!allDone || dated.status === STATUS.notApplicable)) {
    cell(dated.controlDate, dated);
    return;
  }
  const going = goingOn(prepared, own, on, dated);
  obligations.push(going);
  if (dated === null) cell('', going);
  else cell(dated.controlDate, going.status === STATUS.unproven ? going : dated);
}

function caseOf(
  { start, measure }: PreparedMeasure,
  own: Own | null,
  on: Day,
  controlDate: DateText | '',
  due: DateText | '',
  at: number,
): Case {
  return {
    day: on.today,
    sources: on.sources,
    own,
    acting: on.acting,
    controlDate,
    due,
    before: measure.controlDates[at - 1] ?? '',
    after: measure.controlDates[at + 1] ?? '',
    start,
  };
}

const UNKNOWN: Judged = { done: false, doneOn: '', renewBy: '', evidence: [], left: '' };

/** What the day says of an obligation; the rest follows from the measure and the organisation. */
interface Said {
  readonly controlDate: DateText | '';
  readonly due: DateText | '';
  readonly status: string;
  readonly doneOn: DateText | '';
  readonly evidence: Obligation['evidence'];
  readonly left: string;
  readonly manual: string | null;
  readonly open: boolean;
}

/** Written out field by field: a spread for each of a thousand costs several times more. */
function obligation(
  { measure, rule, title, owner }: PreparedMeasure,
  own: Own | null,
  said: Said,
  continuous: boolean,
): Obligation {
  return {
    number: measure.number,
    measureId: measure.id,
    organisation: own === null ? '' : own.organisation.id,
    step: '',
    title,
    controlDate: said.controlDate,
    due: said.due,
    status: said.status,
    doneOn: said.doneOn,
    evidence: said.evidence,
    left: said.left,
    tab: tabsOf[rule.tab].title,
    manual: said.manual,
    open: said.open,
    continuous,
    // What all organisations have done is summed up, and accepted, by the coordinator.
    owner: rule.sums && owner === 'curator' ? 'coordinator' : owner,
  };
}

const concerns = (own: Own | null, on: Day): boolean => own === null || on.actingIds.has(own);

/** «внешний план», «внешний срок», or a term that nobody has put into dates yet. */
function waiting(prepared: PreparedMeasure, own: Own | null, on: Day): Obligation {
  const said = saidOf(prepared, own, '', on.today);
  const judged =
    prepared.unknown === '' && said ? prepared.rule.judge(caseOf(prepared, own, on, '', '', 0)) : UNKNOWN;
  const by = said ? overridden(said, judged, '', on.sources, on.today) : null;
  const status = !concerns(own, on) ? STATUS.notApplicable : (by?.status ?? STATUS.waits);
  const result: Said = {
    controlDate: '',
    due: '',
    status,
    doneOn: by?.doneOn ?? '',
    evidence: judged.evidence,
    left: status === STATUS.waits ? 'Когда срок станет известен, впишите «Контрольные даты»' : '',
    manual: said ? said.comment : null,
    open: false,
  };
  return obligation(prepared, own, result, false);
}

/** The mark of a person that speaks of this obligation, or the row's own word where it speaks of all of them. */
function saidOf(
  { measure, marks }: PreparedMeasure,
  own: Own | null,
  controlDate: DateText | '',
  day: DateText,
): Override | null {
  const mark = markFor(marks, own === null ? '' : own.organisation.id, controlDate, day);
  const { manual } = measure;
  if (mark !== null || manual === null || !isSaidBy(manual, day)) return mark;
  const spreads =
    (manual.forAll && isDone(manual.status)) ||
    manual.status === STATUS.notApplicable ||
    manual.status === STATUS.waits ||
    manual.status === STATUS.needsDate;
  return spreads || !measure.everyOrganisation ? manual : null;
}

/** One control date. */
function datedOne(prepared: PreparedMeasure, own: Own | null, at: number, on: Day): Obligation {
  const { measure, rule, unknown, goesOn } = prepared;
  const controlDate = measure.controlDates[at];
  const due = dueOn(on, controlDate);
  const { today, sources } = on;
  const judged = unknown === '' ? rule.judge(caseOf(prepared, own, on, controlDate, due, at)) : UNKNOWN;
  const done = goesOn ? (judged.once ?? judged.done) : judged.done;
  const said = saidOf(prepared, own, controlDate, today);
  const begun = today >= startOf(prepared, at);
  const status = ((): string => {
    if (!concerns(own, on)) return STATUS.notApplicable;
    if (said) return overridden(said, { done, doneOn: judged.doneOn }, due, sources, today).status;
    if (done) return judged.doneOn > due ? STATUS.late : STATUS.done;
    // It did not exist yet when this was due.
    if (own !== null && own.organisation.from > due) return STATUS.notApplicable;
    if (unknown !== '') return STATUS.unproven;
    if (today > due) return STATUS.overdue;
    return begun ? STATUS.working : STATUS.notDue;
  })();
  const settled = isSettled(status) || status === STATUS.notDue;
  // «В работе» that a person set after the due day says that it is known and agreed: nobody is reminded of it.
  const putOff = said !== null && status === STATUS.working && due !== '' && today > due;
  const result: Said = {
    controlDate,
    due,
    status,
    doneOn: isDone(status) ? said?.doneOn || judged.doneOn : '',
    evidence: evidenceOf(judged, said, on),
    left: settled ? '' : unknown || judged.left,
    manual: said ? said.comment : null,
    open: !settled && unknown === '' && begun && !judged.waiting && !putOff && prepared.owner !== 'nobody',
  };
  return obligation(prepared, own, result, false);
}

/** What the rule found, and what a mark shows for itself. */
function evidenceOf(
  { evidence }: Judged,
  said: Override | null,
  { sources, today }: Day,
): Obligation['evidence'] {
  return said && isShown(said.evidence, sources, today) ? [...evidence, shown(said)] : evidence;
}

/** The evidence of a mark; its own words stay in the cell: they may name somebody. */
const shown = ({ evidence }: Override) => ({
  text: evidence.match(/DOC-\d+/g)?.join(', ') ?? 'подтверждение указано',
  tab: tabsOf.marks.title,
  id: '',
  url: /^https?:\S+$/.test(evidence) ? evidence : '',
});

/**
 * What goes on all the time, or is kept fresh after it was done. `controlDate` is the day on which the last activity
 * grows too old; of a state that is not as it should be, the day since which.
 * @param after the last control date, for «дата + непрерывно»
 */
function goingOn(prepared: PreparedMeasure, own: Own | null, on: Day, after: Obligation | null): Obligation {
  const { rule, unknown, start, owner } = prepared;
  const { today, sources, planEnd } = on;
  const judged = unknown === '' ? rule.judge(caseOf(prepared, own, on, '', '', 0)) : UNKNOWN;
  const least = after === null ? start : addDays(after.controlDate, 1);
  const renewBy = judged.renewBy !== '' && judged.renewBy < least ? least : judged.renewBy;
  const due = renewBy === '' ? '' : dueOn(on, renewBy);
  const fresh = judged.done && (due === '' || today <= due);
  // A mark of one control date says nothing of what comes after it.
  const said = after === null ? saidOf(prepared, own, '', today) : null;
  const over = planEnd !== '' && today > planEnd;
  const status = ((): string => {
    if (!concerns(own, on) || over) return STATUS.notApplicable;
    if (said) return overridden(said, judged, '', sources, today).status;
    if (today < start) return STATUS.notDue;
    return fresh ? STATUS.goesOn : STATUS.unproven;
  })();
  const near = due !== '' && daysBetween(today, due) <= AHEAD;
  const words = unknown || judged.left || (near ? (rule.renew ?? '') : '');
  const open =
    near &&
    unknown === '' &&
    owner !== 'nobody' &&
    words !== '' &&
    !over &&
    (status === STATUS.goesOn || status === STATUS.unproven || status === STATUS.claimed);
  const result: Said = {
    controlDate: renewBy,
    due,
    status,
    doneOn: judged.done ? judged.doneOn : '',
    evidence: evidenceOf(judged, said, on),
    left: status === STATUS.notApplicable || status === STATUS.notDue ? '' : words,
    manual: said ? said.comment : null,
    open,
  };
  return obligation(prepared, own, result, true);
}
