import type { Tab, TabKey } from '../tab';
import { calendar } from './calendar';
import { curators } from './curators';
import { documents } from './documents';
import { exceptions } from './exceptions';
import { forms } from './forms';
import { fulfilment } from './fulfilment';
import { marks } from './marks';
import { matches } from './matches';
import { memoTexts } from './memo-texts';
import { mentees } from './mentees';
import { mentors } from './mentors';
import { organisations } from './organisations';
import { pairs } from './pairs';
import { practices } from './practices';
import { programmes } from './programmes';
import { roadmap } from './roadmap';
import { settings } from './settings';
import { support } from './support';
import { training } from './training';

/** Every tab that people fill, in the order in which they stand in the workbook. */
export const tabs: Readonly<Record<TabKey, Tab>> = {
  organisations,
  curators,
  mentors,
  mentees,
  pairs,
  programmes,
  training,
  practices,
  documents,
  support,
  roadmap,
  marks,
  fulfilment,
  calendar,
  forms,
  exceptions,
  matches,
  memoTexts,
  settings,
};
