import { personBookRules } from './people-rules';
import type { BookRule } from './rule';
import { calendarRules } from './rules-of/calendar';
import { curatorRules } from './rules-of/curators';
import { documentRules } from './rules-of/documents';
import { formRules } from './rules-of/forms';
import { menteeBookRules } from './rules-of/mentees';
import { mentorBookRules } from './rules-of/mentors';
import { organisationRules } from './rules-of/organisations';
import { pairPaperRules } from './rules-of/pair-papers';
import { pairPeopleRules } from './rules-of/pair-people';
import { pairYearRules } from './rules-of/pair-years';
import { practiceRules } from './rules-of/practices';
import { programmeRules } from './rules-of/programmes';
import { roadmapRules } from './rules-of/roadmap';
import { sameCompositionRules } from './rules-of/same-composition';
import { trainingRules } from './rules-of/training';
import { storageBookRules } from './storage-rules';

/** Rules that need other rows. */
export const bookRules: readonly BookRule[] = [
  ...storageBookRules,
  ...personBookRules,
  ...organisationRules,
  ...curatorRules,
  ...mentorBookRules,
  ...menteeBookRules,
  ...pairPeopleRules,
  ...sameCompositionRules,
  ...pairYearRules,
  ...pairPaperRules,
  ...programmeRules,
  ...trainingRules,
  ...practiceRules,
  ...documentRules,
  ...formRules,
  ...calendarRules,
  ...roadmapRules,
];
