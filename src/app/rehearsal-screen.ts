/** With what the window «Прогнать год» opens: `rpc('rehearsalScreen')`. */
export interface RehearsalScreen {
  /** `yyyy-mm-dd`: today, and a year later. */
  readonly from: string;
  readonly to: string;
  /** Letters that the mail takes in a day. */
  readonly quota: number;
}

/** What would happen on every day of a period: `rpc('rehearse', {from, to})`. Computed in memory, nothing leaves. */
export interface Rehearsal {
  /** In order; a day that is missing has no letters. */
  readonly days: readonly RehearsedDay[];
  readonly persons: readonly RehearsedPerson[];
  readonly totals: {
    readonly letters: number;
    readonly items: number;
    readonly escalations: number;
    readonly peakDay: { readonly date: string; readonly letters: number } | null;
    readonly quotaPerDay: number;
    readonly daysOverQuota: number;
  };
  /** Sentences for the person. */
  readonly notes: readonly string[];
}

export interface RehearsedDay {
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly letters: readonly {
    readonly to: string;
    readonly subject: string;
    readonly items: number;
    readonly overdue: number;
  }[];
  /** Letters that did not fit into the quota and went on with the next run. */
  readonly carried: number;
}

export interface RehearsedPerson {
  readonly address: string;
  readonly letters: number;
  readonly items: number;
  readonly mostInAWeek: number;
}
