import type { TabKey } from '../../registry/tab';
import { tabs } from '../../registry/tabs';
import { addYears } from '../../text/calendar';
import type { ReportRow, RowCase, RowRule } from '../rule';
import { day, text } from './values';

/** Start and end of a period, by tab. */
const PERIODS: Partial<Record<TabKey, readonly (readonly [start: string, end: string])[]>> = {
  organisations: [['activeFrom', 'activeTo']],
  curators: [['from', 'to']],
  mentors: [
    ['entered', 'left'],
    ['publicationConsent', 'publicationConsentTo'],
  ],
  mentees: [
    ['entered', 'plannedEnd'],
    ['entered', 'ended'],
  ],
  pairs: [
    ['from', 'plannedEnd'],
    ['from', 'ended'],
  ],
  programmes: [['from', 'to']],
  training: [['from', 'to']],
  documents: [
    ['from', 'to'],
    ['date', 'to'],
  ],
  forms: [['submittedOn', 'acceptedOn']],
};

/** No plan of the target model begins earlier. */
const FIRST_DAY = '2019-01-01';

/** Papers and facts that may well be older than the target model: they keep the wide bounds of reading. */
const MAY_BE_OLDER: Partial<Record<TabKey, readonly string[]>> = {
  organisations: ['activeFrom', 'activeTo'],
  mentors: ['consent', 'addendumDate', 'dataConsent', 'publicationConsent', 'yearsOn'],
  mentees: ['dataConsent', 'publicationConsent', 'yearsOn'],
  training: ['from', 'to', 'certificateDate'],
  documents: ['date', 'from'],
  roadmap: [],
};

/** Kinds of document that exist only since the target model: for them the first day holds. */
const OF_THE_MODEL =
  /^(?:приказ о (?:внедрении|назначении|закреплении|прекращении|проведении)|приказ по итогам|муниципальная|дорожная|персонализ|аналит)/i;

/** The last day of something that goes on: it may lie far ahead. */
const MAY_BE_FAR: Partial<Record<TabKey, readonly string[]>> = {
  organisations: ['activeTo'],
  mentors: ['publicationConsentTo'],
  documents: ['to'],
  calendar: ['date'],
};

/** What has happened cannot have happened after today: the facts that figures are counted by. */
const FACTS: Partial<Record<TabKey, readonly string[]>> = {
  training: ['to'],
  mentees: ['ended'],
  pairs: ['ended'],
  practices: ['date'],
  support: ['date'],
  forms: ['submittedOn', 'returnedOn', 'acceptedOn'],
  roadmap: ['doneOn'],
};

/** Papers and marks that are dated when they are made. */
const PAPERS: Partial<Record<TabKey, readonly string[]>> = {
  curators: ['updatedOn'],
  organisations: ['updatedOn'],
  mentors: ['consent', 'addendumDate', 'dataConsent', 'publicationConsent', 'updatedOn'],
  mentees: ['dataConsent', 'publicationConsent', 'updatedOn'],
  pairs: ['updatedOn'],
  programmes: ['approvalDate', 'updatedOn'],
  training: ['certificateDate', 'updatedOn'],
  practices: ['checkedOn', 'updatedOn'],
  documents: ['date', 'updatedOn'],
};

const keysOf = (table: Partial<Record<TabKey, unknown>>): readonly TabKey[] => Object.keys(table) as TabKey[];

interface Window {
  readonly key: string;
  readonly older: boolean;
  readonly far: boolean;
}

const windows = new Map<TabKey, readonly Window[]>();

/** Columns of a tab that hold dates, with the sides on which they are bounded; made when first asked for. */
function windowsOf(tab: TabKey): readonly Window[] {
  let known = windows.get(tab);
  if (!known) {
    known = tabs[tab].columns
      .filter((c) => c.type === 'date')
      .map(({ key }) => ({
        key,
        older: MAY_BE_OLDER[tab]?.includes(key) ?? false,
        far: MAY_BE_FAR[tab]?.includes(key) ?? false,
      }));
    windows.set(tab, known);
  }
  return known;
}

function laterThanToday(table: Partial<Record<TabKey, readonly string[]>>, message: string) {
  return ({ tab, entry, today }: RowCase, report: ReportRow): void => {
    // Only training that has taken place is a fact (domain.md §2.7).
    if (table === FACTS && tab === 'training' && entry.values.state !== 'факт') return;
    for (const key of table[tab]!) {
      const date = entry.values[key];
      if (typeof date === 'string' && date > today)
        report(key, { message, expected: `не позже ${day(today)}` });
    }
  };
}

const lastDays = new Map<string, string>();

function lastDayOf(today: string): string {
  let known = lastDays.get(today);
  if (known === undefined) {
    known = addYears(today, 2);
    lastDays.clear();
    lastDays.set(today, known);
  }
  return known;
}

export const dateRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-18',
    severity: 'error',
    title: 'дата окончания раньше даты начала',
    instruction: 'Сверьте обе даты с документом и исправьте ту, что набрана неверно.',
    tabs: keysOf(PERIODS),
    columns: [],
    check({ tab, entry }, report) {
      for (const [start, end] of PERIODS[tab]!) {
        const last = entry.values[end];
        const first = entry.values[start];
        if (typeof last !== 'string' || last === '' || typeof first !== 'string' || first <= last) continue;
        report(end, { message: 'Дата окончания раньше даты начала.', expected: `не раньше ${day(first)}` });
      }
    },
  },
  {
    scope: 'row',
    code: 'R-35',
    severity: 'error',
    title: 'недопустимая дата',
    instruction: 'Проверьте год и впишите дату числом: день.месяц.год.',
    tabs: (Object.keys(tabs) as TabKey[]).filter((tab) => tab !== 'settings'),
    columns: [],
    check({ tab, entry, today }, report) {
      const last = lastDayOf(today);
      for (const { key, older, far } of windowsOf(tab)) {
        const date = entry.values[key];
        if (typeof date !== 'string' || date === '') continue;
        const early =
          date < FIRST_DAY &&
          (!older || (tab === 'documents' && key === 'date' && OF_THE_MODEL.test(text(entry, 'kind'))));
        if (!early && (far || date <= last)) continue;
        report(key, {
          message: `Недопустимая дата «${day(date)}».`,
          expected: `от ${day(FIRST_DAY)} до ${day(last)}`,
        });
      }
    },
  },
  {
    scope: 'row',
    code: 'R-73',
    severity: 'error',
    title: 'факт с датой в будущем',
    instruction: 'Исправьте дату или оставьте её пустой, пока событие не произошло.',
    tabs: keysOf(FACTS),
    columns: [],
    check: laterThanToday(FACTS, 'Событие ещё не наступило, а дата уже стоит как факт.'),
  },
  {
    scope: 'row',
    code: 'R-74',
    severity: 'warning',
    title: 'документ или отметка датированы будущим днём',
    instruction: 'Сверьте дату с документом: чаще всего ошибка в годе.',
    tabs: keysOf(PAPERS),
    columns: [],
    check: laterThanToday(PAPERS, 'Дата документа или отметки ещё не наступила.'),
  },
  {
    scope: 'row',
    code: 'R-86',
    severity: 'warning',
    title: 'дата архивации у записи не в архиве',
    instruction: 'Поставьте статус записи «Архив» или очистите дату архивации.',
    tabs: (Object.keys(tabs) as TabKey[]).filter((tab) =>
      tabs[tab].columns.some((c) => c.key === 'archivedOn'),
    ),
    columns: ['archivedOn', 'recordStatus'],
    check({ entry }, report) {
      if (text(entry, 'archivedOn') === '') return;
      report('archivedOn', {
        message: 'Указана дата архивации, а запись не в архиве.',
        expected: 'статус записи «Архив» или пустая дата архивации',
      });
    },
  },
];
