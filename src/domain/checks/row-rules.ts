import { personRowRules } from './people-rules';
import type { RowRule } from './rule';
import { dateRules } from './rules-of/dates';
import { documentRowRules } from './rules-of/documents';
import { formRowRules } from './rules-of/forms';
import { menteeRowRules } from './rules-of/mentees';
import { mentorRowRules } from './rules-of/mentors';
import { organisationRowRules } from './rules-of/organisations';
import { pairRowRules } from './rules-of/pairs';
import { practiceRowRules } from './rules-of/practices';
import { referenceRules } from './rules-of/references';
import { roadmapRowRules } from './rules-of/roadmap';
import { trainingRowRules } from './rules-of/training';
import { storageRowRules } from './storage-rules';

/** Rules that look at one row alone. */
export const rowRules: readonly RowRule[] = [
  ...storageRowRules,
  ...personRowRules,
  ...referenceRules,
  ...dateRules,
  ...organisationRowRules,
  ...mentorRowRules,
  ...menteeRowRules,
  ...pairRowRules,
  ...trainingRowRules,
  ...practiceRowRules,
  ...documentRowRules,
  ...formRowRules,
  ...roadmapRowRules,
];
