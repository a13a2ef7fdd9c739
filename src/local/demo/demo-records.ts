import type { DemoBook } from './cells';
import { curatorRows, inventCurators } from './curators';
import { exceptionRows, matchRows } from './decisions';
import { documentRows, draftDocuments } from './documents';
import { formRows } from './forms';
import { withImperfections } from './imperfections';
import { memoTextRows } from './memo-texts';
import { codeNaming, fullNaming, inventPeople } from './names';
import { inventOrganisations, organisationRows } from './organisations';
import { pairRows } from './pair-rows';
import { inventMentees, inventMentors } from './people';
import { menteeRows, mentorRows } from './people-rows';
import { practiceRows } from './practices';
import { programmeRows } from './programmes';
import { seededRandom } from './random';
import { markRows } from './roadmap-status';
import { supportRows } from './support';
import { trainingRows } from './training';
import { formUnits, places22 } from './units';

export interface DemoOptions {
  readonly seed?: number;
  /** Codes instead of names: К-001 curators, Н-001 mentors, П-001 mentees; nothing else differs. */
  readonly codes?: boolean;
}

/**
 * The demo municipality on 20.04.2024: two school years of invented organisations and people, with the imperfections
 * that real tables have (`deliberateImperfections`). The seed changes people and dates; numbers of records, their IDs
 * and the story stay.
 * @example demoRecords().mentors[0].name
 */
export function demoRecords({ seed = 2024, codes = false }: DemoOptions = {}): DemoBook {
  const random = seededRandom(seed);
  const invent = inventPeople(random);
  const naming = codes ? codeNaming : fullNaming;
  const organisations = inventOrganisations(random, invent);
  const mentors = inventMentors(random, invent, organisations);
  const mentees = inventMentees(random, invent, organisations, places22, mentors);
  const units = formUnits(random, organisations, mentors, mentees);
  const curators = inventCurators(invent, organisations, mentors);
  const documents = draftDocuments(organisations, units);
  const forms = formRows(seed, organisations, mentors, mentees, units);
  const book: DemoBook = {
    organisations: organisationRows(organisations, mentees, naming),
    curators: curatorRows(curators, documents, naming),
    mentors: mentorRows(seed, mentors, organisations, documents, naming),
    mentees: menteeRows(seed, mentees, organisations, naming),
    pairs: pairRows(units, documents, naming),
    programmes: programmeRows(seed, units, naming),
    training: trainingRows(seed, mentors, curators, organisations, naming),
    practices: practiceRows(organisations, mentors, naming),
    documents: documentRows(documents, naming),
    support: supportRows(organisations),
    marks: markRows,
    forms,
    exceptions: exceptionRows,
    matches: matchRows,
    memoTexts: memoTextRows,
  };
  return withImperfections(book, !codes);
}
