import type { DateText } from '../text/calendar';

/**
 * One thing that somebody has to do once: a measure, or a step of it, of one organisation (or of the municipality), by one
 * control date. What is due again and again is an obligation a date.
 */
export interface Obligation {
  /** Number of the measure in the plan, `2.1`, and its ID, `RM-2.1`. */
  readonly number: string;
  readonly measureId: string;
  /** ID of the organisation; '' for the municipality. */
  readonly organisation: string;
  /** Step of the chain of a wave (`reconcile`, `survey`, `submit`, `rework`, `accept`, `memo`); '' = the measure itself. */
  readonly step: string;
  /** What is to be done, for a letter: «Назначение кураторов», «Сверка реестров». */
  readonly title: string;
  /** As the plan says; '' while nobody has set a date. It names the obligation: a change makes another one. */
  readonly controlDate: DateText | '';
  /** The last day in time: the control date after the rule for days off. '' = no date. */
  readonly due: DateText | '';
  /** A value of the enumeration `roadmapStatus`. */
  readonly status: string;
  readonly doneOn: DateText | '';
  readonly evidence: readonly Evidence[];
  /** What is left to do, in words for the person; '' = nothing. */
  readonly left: string;
  /** Title of the tab where it is done. */
  readonly tab: string;
  /** The comment of the person who set the status by hand; null = computed. */
  readonly manual: string | null;
  /** Somebody of ours still has something to do. False: done, not applicable, external without a date. */
  readonly open: boolean;
  /** It goes on all the time: `due` is when the last activity grows too old. */
  readonly continuous: boolean;
  /** Who does it. `nobody`: an external owner, who is not written to. */
  readonly owner: 'curator' | 'coordinator' | 'nobody';
}

/** What shows that something was done. */
export interface Evidence {
  /** «№ 26/1 от 01.09.2022», «5 записей». No names of people. */
  readonly text: string;
  /** Title of the tab and ID of the record, where it is a record. */
  readonly tab: string;
  readonly id: string;
  /** An address, where it is a page; ''. */
  readonly url: string;
}
