import { glued } from './phrases';
import { withoutNames } from './privacy';

/**
 * The text of a rule without the places of its template («{поле}») and without a full stop: in the memo it stands for
 * all cases together, so no case is named.
 */
export function tidyMessage(message: string): string {
  return glued(withoutNames(message))
    .replace(/\s*\([^()]*\{[^()]*\)/g, '')
    .replace(/\s*«?\{[^{}]*\}»?/g, '')
    .replace(/[\s:;,.—-]+$/, '')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/ {2,}/g, ' ');
}
