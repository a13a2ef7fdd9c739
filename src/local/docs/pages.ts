import { dataModelPage } from './data-model';
import { indicatorsPage } from './indicators';
import { rulesPage } from './rules';

/** File in docs/ → its text. */
export function pages(): Readonly<Record<string, string>> {
  return { 'data-model.md': dataModelPage(), 'indicators.md': indicatorsPage(), 'rules.md': rulesPage() };
}
