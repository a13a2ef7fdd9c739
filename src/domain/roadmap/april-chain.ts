import { dayOf } from '../monitoring/wave';
import { tabs } from '../registry/tabs';
import type { DateText } from '../text/calendar';
import { shortDate } from '../text/print-date';
import { organisations } from './evidence/evidence-rule';
import { byState, formOf, formState } from './evidence/forms';
import { latestBy, type Own } from './evidence/sources';
import type { Obligation } from './obligation';
import { type Day, dueOn, type PreparedMeasure } from './prepared';
import { isDone, isSettled, STATUS } from './statuses';

/** What a step is, and whether it is done; null where there is no such step now. */
interface Step {
  readonly step: string;
  readonly title: string;
  readonly tab: string;
  readonly controlDate: DateText;
  readonly due: DateText;
  readonly done: boolean;
  readonly doneOn: DateText | '';
  readonly left: string;
  readonly owner: Obligation['owner'];
  /** It is no longer asked for once the measure itself is due: what is left of it is in the other steps. */
  readonly brief?: true;
}

/**
 * The inner dates of a wave (domain.md §5.2): the plan says «апрель» only. They open on the first day of collecting, and
 * a term of the measure outside the month of the settings has none.
 */
export function chainOf(
  prepared: PreparedMeasure,
  own: Own | null,
  controlDate: DateText,
  measure: Obligation,
  on: Day,
): Obligation[] {
  const { title } = prepared.rule;
  // Of a wave that is over and done nothing is left to say.
  if (prepared.unknown !== '' || (isDone(measure.status) && on.today > measure.due)) return [];
  const { settings } = on.sources;
  const year = Number(controlDate.slice(0, 4));
  const day = (key: string) => dayOf(year, settings.dayMonth(key));
  if (day('submitDay').slice(0, 7) !== controlDate.slice(0, 7)) return [];
  const from = day('collectFrom');
  const context: Context = { prepared, own, controlDate, measure, on, day, from };
  const steps =
    title === 'форма мониторинга ОО' && own !== null
      ? formSteps(context, own)
      : title === 'муниципальный свод' && own === null
        ? [acceptance(context)]
        : title === 'аналитическая справка' && own === null
          ? [memo(context)]
          : [];
  return steps.map((step) => obligationOf(step, context));
}

/** The measure itself is not spoken of while one of its steps is. */
export function hidesOwn(steps: readonly Obligation[]): boolean {
  return steps.some((step) => step.open);
}

interface Context {
  readonly prepared: PreparedMeasure;
  readonly own: Own | null;
  readonly controlDate: DateText;
  readonly measure: Obligation;
  readonly on: Day;
  /** The day of a setting in the year of the wave. */
  readonly day: (key: string) => DateText;
  readonly from: DateText;
}

function formSteps({ controlDate, on, day, from }: Context, own: Own): Step[] {
  const { today, sources, calendar } = on;
  const form = formOf({ sources, controlDate, day: today }, own);
  const state = formState(form, today);
  const handedIn = state !== 'none';
  const submittedOn = handedIn ? (form?.submittedOn ?? '') : '';
  const seen = latestBy(own.seen.all, today);
  const reconciled = seen >= from;
  const v = form === undefined || form.updatedOn > today ? {} : form.values;
  const filled = (key: string) => typeof v[key] === 'string' && v[key] !== '';
  const surveyed =
    typeof v.menteeAnswers === 'number' &&
    typeof v.mentorAnswers === 'number' &&
    ['strengths', 'weaknesses', 'opportunities', 'threats'].every(filled);
  const step = (
    key: string,
    setting: string,
    title: string,
    tab: string,
    done: boolean,
    left: string,
  ): Step => {
    const date = day(setting);
    return {
      step: key,
      title,
      tab,
      controlDate: date,
      due: dueOn(on, date),
      done: done || handedIn,
      doneOn: '',
      left,
      owner: 'curator',
      brief: true,
    };
  };
  const steps: Step[] = [
    step(
      'reconcile',
      'reconcileDay',
      'Сверка реестров',
      tabs.mentors.title,
      reconciled,
      'Сверьте реестры и обновите «Дату актуализации»',
    ),
    step(
      'survey',
      'surveyDay',
      'Анкеты и SWOT',
      tabs.forms.title,
      surveyed,
      'Внесите в форму итоги анкет и четыре поля SWOT',
    ),
    {
      ...step(
        'submit',
        'submitDay',
        'Представление формы мониторинга',
        tabs.forms.title,
        false,
        'Представьте форму',
      ),
      doneOn: submittedOn,
      brief: undefined,
    },
  ];
  if (state === 'returned') {
    const returnedOn = form?.returnedOn || day('acceptDay');
    const date = calendar.addWorkingDays(returnedOn, sources.settings.number('reworkDays'));
    steps.push({
      step: 'rework',
      title: 'Доработка формы мониторинга',
      tab: tabs.forms.title,
      controlDate: date,
      due: date,
      done: false,
      doneOn: '',
      left: `Доработайте форму: возвращена ${shortDate(returnedOn)}`,
      owner: 'curator',
    });
  }
  return steps;
}

function acceptance({ controlDate, on, day }: Context): Step {
  const date = day('acceptDay');
  const { today, sources, acting } = on;
  const { submitted, accepted } = byState({ day: today, sources, acting, controlDate });
  return {
    step: 'accept',
    title: 'Проверка форм ОО',
    tab: tabs.forms.title,
    controlDate: date,
    due: dueOn(on, date),
    done: accepted.length > 0 && accepted.length === acting.length,
    doneOn: '',
    left: submitted.length > 0 ? `Проверьте формы: ${organisations(submitted)}` : '',
    owner: 'coordinator',
  };
}

function memo({ measure, on, day }: Context): Step {
  const date = day('collectTo');
  return {
    step: 'memo',
    title: 'Свод и аналитическая справка',
    tab: tabs.documents.title,
    controlDate: date,
    due: dueOn(on, date),
    done: isDone(measure.status),
    doneOn: measure.doneOn,
    left: measure.left || 'Подготовьте аналитическую справку',
    owner: 'coordinator',
  };
}

const NOTHING: Obligation['evidence'] = [];

function obligationOf(step: Step, { prepared, own, measure, on, from }: Context): Obligation {
  const { today } = on;
  // Whoever has set the measure by hand has spoken of its steps too.
  const closed = step.done || isDone(measure.status);
  const status = closed
    ? step.doneOn > step.due
      ? STATUS.late
      : STATUS.done
    : today > step.due
      ? STATUS.overdue
      : today >= from
        ? STATUS.working
        : STATUS.notDue;
  const past = step.brief === true && measure.due !== '' && today > measure.due;
  return {
    number: prepared.measure.number,
    measureId: prepared.measure.id,
    organisation: own === null ? '' : own.organisation.id,
    step: step.step,
    title: step.title,
    controlDate: step.controlDate,
    due: step.due,
    status,
    doneOn: step.doneOn,
    evidence: NOTHING,
    left: closed ? '' : step.left,
    tab: step.tab,
    manual: measure.manual,
    open: !closed && !isSettled(measure.status) && !past && today >= from && step.left !== '',
    continuous: false,
    owner: step.owner,
  };
}
