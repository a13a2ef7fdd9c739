import type { Settings } from '../registry/settings';
import { indicators } from './indicators';
import type { IndicatorValue } from './report';

/** The traffic light of domain.md §3.4; '' where there is no target or no value. */
export type Verdict = 'достигнут' | 'близок к достижению' | 'не достигнут' | '';

/**
 * ≥ target «достигнут», ≥ share of the target «близок к достижению», below «не достигнут»; where less is better
 * (И-14, И-21) the other way round.
 */
export function verdictOf(figure: IndicatorValue, settings: Settings): Verdict {
  const { value, target } = figure;
  if (figure.status !== 'value' || value === null || target === null) return '';
  const definition = indicators.find((i) => i.code === figure.code && i.part === figure.part);
  if (!definition?.better) return '';
  const near = settings.number('nearShare');
  if (definition.better === 'less') {
    if (value <= target) return 'достигнут';
    return near > 0 && value <= target / near ? 'близок к достижению' : 'не достигнут';
  }
  if (value >= target) return 'достигнут';
  return value >= near * target ? 'близок к достижению' : 'не достигнут';
}
