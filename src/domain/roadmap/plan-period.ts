import { settingDefinitions } from '../registry/settings';
import { parseDate } from '../text/parse-date';
import type { Period } from './deadline/deadline';

/** The period of the plan as the settings have it before anybody changes them. */
export function usualPlanPeriod(): Period {
  const initial = (key: string): string => {
    const { value } = parseDate(settingDefinitions.find((d) => d.key === key)?.initial ?? '');
    if (value === undefined) throw new RangeError(`No day by default: ${key}`);
    return value;
  };
  return { start: initial('planStart'), end: initial('planEnd') };
}
