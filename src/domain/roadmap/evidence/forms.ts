import { isSubmitted } from '../../monitoring/membership';
import type { Form } from '../../monitoring/records';
import { latestWave } from '../../monitoring/wave';
import { forms as formsTab } from '../../registry/tabs/forms';
import { type DateText, later } from '../../text/calendar';
import { shortDate } from '../../text/print-date';
import {
  type Case,
  type EvidenceRule,
  evidence,
  type Judged,
  organisations,
  type WholeCase,
} from './evidence-rule';
import type { Own, Sources } from './sources';

/** Where a form is on a day, as its dates tell. */
export type FormState = 'none' | 'submitted' | 'returned' | 'accepted';

const RETURNED = 'Возвращено на доработку';
const ACCEPTED = 'Принято';

export function formState(form: Form | undefined, day: DateText): FormState {
  if (form === undefined || form.until <= day) return 'none';
  const { status, submittedOn, returnedOn, acceptedOn } = form;
  if (status === ACCEPTED && (acceptedOn || submittedOn) <= day) return 'accepted';
  const handedIn = isSubmitted(form) && submittedOn <= day;
  if (handedIn) return 'submitted';
  if (returnedOn !== '' && returnedOn <= day) return 'returned';
  if (status === RETURNED && returnedOn === '') return 'returned';
  return status === RETURNED && submittedOn !== '' && submittedOn <= day ? 'submitted' : 'none';
}

/** The wave that a control date asks for: of its month, else the latest one of its year that begins before. */
export function waveOfDate(sources: Sources, controlDate: DateText): string {
  const month = controlDate.slice(0, 7);
  if (sources.waves.includes(month)) return month;
  const year = month.slice(0, 4);
  const earlierInYear = sources.waves.filter((wave) => wave.startsWith(year) && wave <= month);
  return earlierInYear[earlierInYear.length - 1] ?? month;
}

export function formOf(c: Pick<Case, 'sources' | 'controlDate' | 'day'>, own: Own): Form | undefined {
  return own.forms.get(c.controlDate === '' ? latestWave(c.day) : waveOfDate(c.sources, c.controlDate));
}

/** Organisations by the state of their forms. */
export function byState(
  c: Pick<Case, 'acting' | 'sources' | 'controlDate' | 'day'>,
): Readonly<Record<FormState, readonly Own[]>> {
  const states: Record<FormState, Own[]> = { none: [], submitted: [], returned: [], accepted: [] };
  for (const own of c.acting) states[formState(formOf(c, own), c.day)].push(own);
  return states;
}

function ownForm(c: Case): Judged {
  const form = formOf(c, c.own!);
  const state = formState(form, c.day);
  const base = { done: false, doneOn: '', renewBy: '', evidence: [], left: '' };
  if (form === undefined || state === 'none')
    return { ...base, left: 'Представьте форму внутреннего мониторинга' };
  const shown = (words: string, date: string) => [
    evidence(date === '' ? words : `${words} ${shortDate(date)}`, formsTab.title, form.id),
  ];
  if (state === 'returned')
    return {
      ...base,
      left: `Доработайте форму мониторинга${form.returnedOn && `: возвращена ${shortDate(form.returnedOn)}`}`,
    };
  if (state === 'submitted')
    return { ...base, evidence: shown('представлена', form.submittedOn), waiting: true };
  return { ...base, done: true, doneOn: form.submittedOn, evidence: shown('принята', form.acceptedOn) };
}

/** An organisation's part of the municipal monitoring: its form is accepted. The coordinator accepts, not the curator. */
function acceptedForm(c: Case): Judged {
  const judged = ownForm(c);
  const form = formOf(c, c.own!);
  return { ...judged, doneOn: judged.done ? form!.acceptedOn || judged.doneOn : '', waiting: true };
}

function allForms(c: WholeCase): Judged {
  const { none, submitted, returned, accepted } = byState(c);
  const absent = [...none, ...returned];
  const all = c.acting.length > 0 && accepted.length === c.acting.length;
  // The term is over: who did not hand in is named, and the summary is made without them.
  const closed = c.due !== '' && c.day > c.due && submitted.length === 0 && c.acting.length > 0;
  const last = accepted.reduce<DateText | ''>((day, own) => {
    const form = formOf(c, own)!;
    return later(day, form.acceptedOn || form.submittedOn);
  }, '');
  const absentWords = `не представили ${organisations(absent)}`;
  return {
    done: all || closed,
    doneOn: closed || (c.due !== '' && last > c.due) ? c.due : all ? last : '',
    renewBy: '',
    evidence: [
      evidence(
        `форму приняли у ${accepted.length} из ${c.acting.length} ОО${closed && absent.length > 0 ? `; ${absentWords}` : ''}`,
        formsTab.title,
      ),
    ],
    left:
      all || closed
        ? ''
        : [
            `Форму приняли у ${accepted.length} из ${c.acting.length} ОО`,
            ...(submitted.length > 0 ? [`на проверке ${organisations(submitted)}`] : []),
            ...(absent.length > 0 ? [absentWords] : []),
          ].join(', '),
  };
}

const NEEDS = [['forms', 'organisation', 'wave', 'status', 'submittedOn']] as const;

/** Evidence that is the form «Мониторинг ОО» of the wave. */
export const forms: readonly EvidenceRule[] = [
  {
    title: 'форма мониторинга ОО',
    task: 'Внутренний мониторинг ОО',
    tab: 'forms',
    needs: NEEDS,
    summary: (c) => allForms(c).left,
    judge: ownForm,
  },
  {
    title: 'муниципальный свод',
    task: 'Муниципальный мониторинг',
    tab: 'forms',
    needs: NEEDS,
    sums: true,
    judge: (c) => (c.own === null ? allForms(c) : acceptedForm(c)),
  },
];
