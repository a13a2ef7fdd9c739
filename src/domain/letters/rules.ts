import type { Settings } from '../registry/settings';

/** The section «Напоминания» of the settings as the planner needs it. */
export interface LetterRules {
  /** Days before the due day, ascending, each once. */
  readonly before: readonly number[];
  /** Working days between letters about what is overdue; 0 = none. */
  readonly overdueEvery: number;
  /** Working days after the due day; 0 = never. */
  readonly escalateHead: number;
  readonly escalateCoordinator: number;
  readonly continuous: boolean;
  readonly daysOff: boolean;
  /** People may be called by their names. */
  readonly names: boolean;
  readonly calendarFile: boolean;
}

const FARTHEST = 366;

export function letterRules(settings: Settings): LetterRules {
  return {
    before: stagesBefore(settings.text('letterStages')),
    overdueEvery: wholeDays(settings.number('overdueEvery')),
    escalateHead: wholeDays(settings.number('escalateHead')),
    escalateCoordinator: wholeDays(settings.number('escalateCoordinator')),
    continuous: settings.text('continuousLetters') === 'да',
    daysOff: settings.text('lettersOnDaysOff') === 'да',
    names: namesAllowed(settings),
    calendarFile: settings.text('calendarFile') === 'да',
  };
}

/** Names are in the workbook in one mode of storage only; in the others a cell with a name is a finding, not a permission. */
function namesAllowed(settings: Settings): boolean {
  return settings.text('letterNames') === 'да' && settings.text('storageMode') === 'Полный';
}

/** «14; 7; 3; 1; 0» → [0, 1, 3, 7, 14]; what is not a whole number of days is left out. */
export function stagesBefore(text: string): number[] {
  const days = text
    .split(/[;,\s]+/)
    .filter((piece) => /^\d{1,3}$/.test(piece))
    .map(Number)
    .filter((n) => n <= FARTHEST);
  return [...new Set(days)].sort((a, b) => a - b);
}

function wholeDays(n: number): number {
  return Number.isFinite(n) && n >= 1 ? Math.floor(n) : 0;
}
